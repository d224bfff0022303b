//! Which sentences does a publisher repeat in articles that are otherwise different? Those are furniture that no list of
//! phrases foresees: author notes, appeals, "what we know so far" boxes.

use std::{cell::RefCell, collections::HashMap, hash::BuildHasherDefault};

use crate::{
    postings::{Postings, Spread},
    prepared::Prepared,
    versions::Versions,
    words::mix,
};

/// Different reports of one publisher in which a sentence must stand to be furniture: two may be a report and its
/// update, three are a habit.
pub(crate) const REPORTS: usize = 3;

/// Articles of one publisher beyond which a sentence no longer makes candidates, so that a line at the foot of every page costs as
/// much in a case of a million articles as in one of a hundred. More than the versions that an outlet puts out of one report.
const HABIT: usize = 50;

/// Share of the shorter article's words from which on two articles of one publisher are versions of one report, so that
/// the copies of one agency report at one outlet do not turn the report itself into furniture.
pub(crate) const SAME_REPORT: f64 = 0.5;

/// Remembers in which articles each publisher's sentences stand.
pub(crate) struct Recurrence {
    /// Number of each publisher, by key.
    publishers: HashMap<String, u32>,
    /// Per article: its publisher, where known.
    publisher_of: Vec<Option<u32>>,
    /// Articles by publisher and segment.
    articles: Postings<u64>,
    /// Whether any sentence is a habit.
    has_habits: bool,
}

impl Recurrence {
    pub fn new() -> Self {
        Self {
            publishers: HashMap::new(),
            publisher_of: Vec::new(),
            articles: Postings::new(),
            has_habits: false,
        }
    }

    /// Adds the next article.
    pub fn add(&mut self, article: &Prepared) {
        let number = self.publisher_of.len() as u32;
        let next = self.publishers.len() as u32;
        let publisher =
            article.publisher.as_ref().map(|p| *self.publishers.entry(p.key.clone()).or_insert(next));
        self.publisher_of.push(publisher);
        for segment in &article.segments {
            if let Some(key) = self.key(number, segment.hash) {
                self.articles.enter(key, number);
                self.has_habits |= self.articles.exceeds(key, HABIT);
            }
        }
    }

    /// A segment at the publisher of an article, as one number; `None` where the publisher is not known.
    fn key(&self, article: u32, segment: u64) -> Option<u64> {
        Some(mix(segment, u64::from(self.publisher_of[article as usize]?)))
    }

    /// Whether two articles are of one publisher.
    pub fn same_publisher(&self, a: u32, b: u32) -> bool {
        let publisher = |n: u32| self.publisher_of[n as usize];
        publisher(a).is_some() && publisher(a) == publisher(b)
    }

    /// Whether any publisher has any sentence so often.
    pub fn has_habits(&self) -> bool {
        self.has_habits
    }

    /// Whether the publisher of an article has a sentence so often that it makes no candidates. Once it is so it stays so.
    pub fn is_habit(&self, article: u32, segment: u64) -> bool {
        self.key(article, segment).is_some_and(|key| self.articles.exceeds(key, HABIT))
    }

    /// A view for many questions while nothing is added.
    pub fn view<'a>(&'a self, versions: &'a Versions) -> View<'a> {
        View { recurrence: self, versions, known: RefCell::default() }
    }

    fn is_furniture(&self, key: u64, versions: &Versions) -> bool {
        let mut reports: Vec<u32> = Vec::new();
        for article in self.articles.of(key) {
            let report = versions.report(article);
            if !reports.contains(&report) {
                reports.push(report);
            }
            if reports.len() == REPORTS {
                return true;
            }
        }
        false
    }
}

/// Answers for one state of the index, each question worked out once.
pub(crate) struct View<'a> {
    recurrence: &'a Recurrence,
    versions: &'a Versions,
    known: RefCell<HashMap<u64, bool, BuildHasherDefault<Spread>>>,
}

impl View<'_> {
    /// Whether a sentence is furniture at the publisher of the article with this number.
    pub fn is_furniture(&self, article: u32, segment: u64) -> bool {
        let Some(key) = self.recurrence.key(article, segment) else { return false };
        let mut known = self.known.borrow_mut();
        *known.entry(key).or_insert_with(|| self.recurrence.is_furniture(key, self.versions))
    }
}
