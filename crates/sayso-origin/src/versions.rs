//! Which articles of one publisher are versions of one report?

/// Articles by number, joined to reports.
#[derive(Clone, Default)]
pub(crate) struct Versions {
    /// Per article: another version of the same report; an article without one points at itself.
    version_of: Vec<u32>,
}

impl Versions {
    /// So many articles, each a report of its own.
    pub fn of(articles: usize) -> Self {
        Self { version_of: (0..articles as u32).collect() }
    }

    /// Adds the next article.
    pub fn add(&mut self) {
        self.version_of.push(self.version_of.len() as u32);
    }

    /// Joins the reports of two articles.
    pub fn join(&mut self, a: u32, b: u32) {
        let reports = [self.report(a), self.report(b)];
        // All four point at the earliest at once, which keeps the chains short.
        let earliest = reports[0].min(reports[1]);
        for number in [a, b, reports[0], reports[1]] {
            self.version_of[number as usize] = earliest;
        }
    }

    /// The report that an article is a version of, by its first article.
    pub fn report(&self, mut article: u32) -> u32 {
        while self.version_of[article as usize] != article {
            article = self.version_of[article as usize];
        }
        article
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joined_articles_are_one_report_in_any_order() {
        for pairs in [[(0, 1), (2, 3), (1, 2)], [(2, 1), (3, 2), (1, 0)]] {
            let mut versions = Versions::of(5);
            pairs.iter().for_each(|&(a, b)| versions.join(a, b));
            assert_eq!((0..5).map(|n| versions.report(n)).collect::<Vec<_>>(), [0, 0, 0, 0, 4]);
        }
    }
}
