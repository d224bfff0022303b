//! Which sentences does a publisher repeat in articles that are otherwise different? Those are furniture that no list of
//! phrases foresees: author notes, appeals, "what we know so far" boxes.

use std::{cell::RefCell, collections::HashMap};

use crate::prepared::Prepared;

/// Different reports of one publisher in which a sentence must stand to be furniture: two may be a report and its
/// update, three are a habit.
const REPORTS: usize = 3;

/// Share of the shorter article's words from which on two articles of one publisher are versions of one report, so that
/// the copies of one agency report at one outlet do not turn the report itself into furniture.
pub(crate) const SAME_REPORT: f64 = 0.5;

/// Remembers in which articles each publisher's sentences stand.
#[derive(Default)]
pub(crate) struct Recurrence {
    /// Number of each publisher, by key.
    publishers: HashMap<String, u32>,
    /// Per article: its publisher, where known.
    publisher_of: Vec<Option<u32>>,
    /// Articles by publisher and segment.
    articles: HashMap<(u32, u64), Vec<u32>>,
    /// Per article: another version of the same report; an article without one points at itself.
    version_of: Vec<u32>,
}

impl Recurrence {
    /// Adds the next article.
    pub fn add(&mut self, article: &Prepared) {
        let number = self.publisher_of.len() as u32;
        let next = self.publishers.len() as u32;
        let publisher =
            article.publisher.as_ref().map(|p| *self.publishers.entry(p.key.clone()).or_insert(next));
        self.publisher_of.push(publisher);
        self.version_of.push(number);
        let Some(publisher) = publisher else { return };
        for &segment in &article.segment_hashes {
            let articles = self.articles.entry((publisher, segment)).or_default();
            if articles.last() != Some(&number) {
                articles.push(number);
            }
        }
    }

    /// Notes that two articles share so much; versions of one publisher's report are joined.
    pub fn join(&mut self, a: u32, b: u32, share_of_shorter: f64) {
        let publisher = |n: u32| self.publisher_of[n as usize];
        if share_of_shorter >= SAME_REPORT && publisher(a).is_some() && publisher(a) == publisher(b) {
            let reports = [self.report(a), self.report(b)];
            // All four point at the earliest at once, which keeps the chains short.
            let earliest = reports[0].min(reports[1]);
            for number in [a, b, reports[0], reports[1]] {
                self.version_of[number as usize] = earliest;
            }
        }
    }

    /// The report that an article is a version of, by its first article.
    fn report(&self, mut article: u32) -> u32 {
        while self.version_of[article as usize] != article {
            article = self.version_of[article as usize];
        }
        article
    }

    /// A view for many questions while nothing is added.
    pub fn view(&self) -> View<'_> {
        View { recurrence: self, known: RefCell::new(HashMap::new()) }
    }

    fn is_furniture(&self, publisher: u32, segment: u64) -> bool {
        let articles = self.articles.get(&(publisher, segment)).map_or(&[][..], Vec::as_slice);
        let mut reports: Vec<u32> = articles.iter().map(|&a| self.report(a)).collect();
        reports.sort_unstable();
        reports.dedup();
        reports.len() >= REPORTS
    }
}

/// Answers for one state of the index, each question worked out once.
pub(crate) struct View<'a> {
    recurrence: &'a Recurrence,
    known: RefCell<HashMap<(u32, u64), bool>>,
}

impl View<'_> {
    /// Whether a sentence is furniture at the publisher of the article with this number.
    pub fn is_furniture(&self, article: u32, segment: u64) -> bool {
        let Some(publisher) = self.recurrence.publisher_of[article as usize] else { return false };
        let mut known = self.known.borrow_mut();
        *known.entry((publisher, segment)).or_insert_with(|| self.recurrence.is_furniture(publisher, segment))
    }
}
