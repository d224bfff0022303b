//! How alike are two articles, in numbers? Counted from all runs of five words of both, quotations included, whether or not
//! what they share makes one a copy of the other.

use sayso_model::ArticleId;

use crate::{
    fingerprint::grams,
    prepared::{Prepared, Standing},
};

/// How much of their text two articles have in common. `first < second` by id.
///
/// The numbers are exact and say nothing on who copied whom: two articles on one press conference can be much alike because
/// both quote it at length. [`Likeness::is_copy`] tells whether [`crate::text_reuse`] has the pair.
#[derive(Clone, Debug, PartialEq)]
pub struct Likeness {
    /// One article.
    pub first: ArticleId,
    /// The other.
    pub second: ArticleId,
    /// Different runs of five words that stand in both, as a share of those that stand in either (Jaccard), 0 to 1.
    pub jaccard: f64,
    /// Runs that stand in both, as a share of those of the article with fewer, 0 to 1; furniture left out.
    pub containment: f64,
    /// Whether what they share outside quotations is enough to say that one text went into the other.
    pub is_copy: bool,
}

/// The different runs of five words of an article, each list sorted.
pub(crate) struct Runs {
    all: Vec<u64>,
    report: Vec<u64>,
}

impl Runs {
    /// The runs of an article whose publisher repeats the segments marked in `furniture`.
    pub fn of(article: &Prepared, furniture: &[bool]) -> Self {
        Self { all: distinct(&article.words), report: distinct(&report_words(article, furniture)) }
    }

    /// Jaccard index and containment of two articles.
    pub fn compare(&self, other: &Self) -> (f64, f64) {
        let both = common(&self.all, &other.all);
        let jaccard = share(both, self.all.len() + other.all.len() - both);
        let fewer = self.report.len().min(other.report.len());
        (jaccard, share(common(&self.report, &other.report), fewer))
    }
}

/// The words that are not furniture, those around a removed line next to each other.
fn report_words(article: &Prepared, furniture: &[bool]) -> Vec<u32> {
    let mut kept = Vec::with_capacity(article.words.len());
    for (number, segment) in article.segments.iter().enumerate() {
        let end = article.segments.get(number + 1).map_or(article.words.len(), |next| next.at as usize);
        if !furniture.get(number).copied().unwrap_or(false) {
            let words = segment.at as usize..end;
            kept.extend(
                words
                    .filter(|&word| article.standing[word] != Standing::Furniture)
                    .map(|word| article.words[word]),
            );
        }
    }
    kept
}

fn distinct(words: &[u32]) -> Vec<u64> {
    let mut runs: Vec<u64> = grams(words).collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

/// How many numbers two sorted lists have in common.
fn common(a: &[u64], b: &[u64]) -> usize {
    let (mut i, mut j, mut both) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        both += usize::from(x == y);
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    both
}

fn share(part: usize, of: usize) -> f64 {
    part as f64 / of.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs(text: &str) -> Runs {
        let article = Prepared::new(&sayso_testkit::article("a", text));
        Runs::of(&article, &[])
    }

    #[test]
    fn an_abridged_text_is_contained_whole_and_half_alike() {
        let (long, short) = (
            runs("one two three four five six seven eight nine."),
            runs("one two three four five six seven."),
        );
        assert_eq!(long.compare(&short), (3.0 / 5.0, 1.0));
        assert_eq!(short.compare(&long), (3.0 / 5.0, 1.0));
    }

    #[test]
    fn furniture_counts_for_the_one_number_only() {
        let text = "The dam above the town broke at noon.\nAll rights reserved by the old harbour post.";
        let (a, b) = (runs(text), runs("The dam above the town broke at noon.\nNo more came."));
        let (jaccard, containment) = a.compare(&b);
        assert!(jaccard < 0.5, "{jaccard}");
        assert!((containment - 1.0).abs() < 1e-9, "{containment}");
    }

    #[test]
    fn texts_without_a_run_are_not_alike() {
        assert_eq!(runs("").compare(&runs("The dam broke.")), (0.0, 0.0));
    }
}
