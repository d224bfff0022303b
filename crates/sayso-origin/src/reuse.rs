//! Which article copied which? An index takes articles one by one and keeps every pair that shares passages.

use std::collections::HashMap;

use sayso_model::{Article, ArticleId, TextReuse};

use crate::{
    align::{Run, Seed, align, passages},
    candidates::Candidates,
    fingerprint::Fingerprints,
    prepared::Prepared,
    recurrence::{Recurrence, SAME_REPORT, View},
    report::in_words,
    verdict::{Shared, judge},
    versions::Versions,
};

/// Finds all pairs of articles that share text because one derives from the other or both from a third, sorted by id.
///
/// Quotations and furniture do not count. The order of `articles` does not matter; of two with one id the first counts.
pub fn text_reuse(articles: &[Article]) -> Vec<TextReuse> {
    let mut index = ReuseIndex::new();
    for article in articles {
        index.take(article);
    }
    index.pairs()
}

/// Finds text reuse while articles come in one by one.
///
/// An article costs as much as it has words and copies, whatever the number of articles before it. The index keeps about fifteen
/// bytes per word, and not the texts.
pub struct ReuseIndex {
    articles: Vec<Prepared>,
    numbers: HashMap<ArticleId, u32>,
    candidates: Candidates,
    recurrence: Recurrence,
    /// Versions of one report, as the pairs so far show them.
    versions: Versions,
    /// Pairs that are enough as long as no sentence turns out to be furniture.
    pairs: Vec<Pair>,
    work: u64,
}

/// Two articles, by number, in the order of their ids, and what they share.
struct Pair {
    first: u32,
    second: u32,
    /// The runs of the passages, in their order.
    runs: Box<[Run]>,
    /// Whether the two are versions of one report of one publisher.
    versions: bool,
}

impl Default for ReuseIndex {
    fn default() -> Self {
        Self {
            articles: Vec::new(),
            numbers: HashMap::new(),
            candidates: Candidates::new(),
            recurrence: Recurrence::new(),
            versions: Versions::default(),
            pairs: Vec::new(),
            work: 0,
        }
    }
}

impl ReuseIndex {
    /// An index without articles.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an article and returns its pairs with the articles that are there, sorted by id.
    ///
    /// An article whose id is there already is not added again. A later article can show that a sentence which both
    /// of a pair hold is furniture of their publishers; [`ReuseIndex::pairs`] then no longer has the pair.
    pub fn insert(&mut self, article: &Article) -> Vec<TextReuse> {
        let from = self.add(article);
        let view = self.recurrence.view(&self.versions);
        let mut found: Vec<TextReuse> =
            self.pairs[from..].iter().filter_map(|pair| self.report(pair, &view)).collect();
        found.sort_by(|a, b| (&a.first, &a.second).cmp(&(&b.first, &b.second)));
        found
    }

    /// Adds an article without telling its pairs: for many articles, whose pairs are asked for at the end.
    pub fn take(&mut self, article: &Article) {
        self.add(article);
    }

    /// All pairs as the articles so far show them: what [`text_reuse`] gives for the same articles in any order.
    pub fn pairs(&self) -> Vec<TextReuse> {
        let mut pairs = Vec::new();
        self.each(|pair| pairs.push(pair));
        pairs
    }

    /// Hands over the pairs of [`ReuseIndex::pairs`] one by one, in their order, for cases whose pairs together need too much room.
    pub fn each(&self, mut take: impl FnMut(TextReuse)) {
        let (pairs, versions) = self.final_pairs();
        let view = self.recurrence.view(&versions);
        pairs.iter().filter_map(|pair| self.report(pair, &view)).for_each(&mut take);
    }

    /// The pairs that would be compared if the articles came now, sorted by id, and which articles these make versions.
    fn final_pairs(&self) -> (Vec<&Pair>, Versions) {
        let mut pairs: Vec<&Pair> = self.pairs.iter().filter(|pair| self.still_candidates(pair)).collect();
        pairs.sort_by_key(|pair| self.ids(pair.first, pair.second));
        let mut versions = Versions::of(self.articles.len());
        for pair in pairs.iter().filter(|pair| pair.versions) {
            versions.join(pair.first, pair.second);
        }
        (pairs, versions)
    }

    fn ids(&self, first: u32, second: u32) -> [&ArticleId; 2] {
        [first, second].map(|number| &self.articles[number as usize].id)
    }

    /// Steps taken so far (runs looked up, seeds and words compared): what the time depends on.
    pub fn work(&self) -> u64 {
        self.work
    }

    /// Adds an article; returns where its pairs begin.
    fn add(&mut self, article: &Article) -> usize {
        let from = self.pairs.len();
        let number = self.articles.len() as u32;
        if self.numbers.contains_key(&article.id) {
            return from;
        }
        let article = Prepared::new(article);
        self.recurrence.add(&article);
        self.versions.add();
        let candidates = self.candidates.add(&article, &self.recurrence, &mut self.work);
        let fingerprints = (!candidates.is_empty()).then(|| Fingerprints::of(&article));
        self.numbers.insert(article.id.clone(), number);
        self.articles.push(article);
        for other in candidates {
            if let Some(fingerprints) = &fingerprints {
                self.compare(number, fingerprints, other);
            }
        }
        from
    }

    /// Aligns the article that came last with another one and keeps the pair if it may be enough.
    fn compare(&mut self, last: u32, fingerprints: &Fingerprints, other: u32) {
        let article = |n: u32| &self.articles[n as usize];
        let swapped = article(other).id < article(last).id;
        let (first, second) = if swapped { (other, last) } else { (last, other) };
        let shared = fingerprints.shared(article(other), &mut self.work);
        let mut seeds: Vec<Seed> = shared
            .into_iter()
            .map(|(here, there)| if swapped { (there, here) } else { (here, there) })
            .map(|(first, second)| Seed { second, first })
            .collect();
        seeds.sort_unstable();
        let (x, y) = (article(first), article(second));
        let passages = align(x, y, &seeds, &mut self.work);
        let Some(shared) = judge(&passages, x, y, |_, _| false) else { return };
        let versions = shared.of_first.max(shared.of_second) >= SAME_REPORT
            && self.recurrence.same_publisher(first, second);
        if versions {
            self.versions.join(first, second);
        }
        let runs = passages.iter().flat_map(|passage| passage.runs.iter().copied()).collect();
        self.pairs.push(Pair { first, second, runs, versions });
    }

    /// Whether the two of a pair would still be compared if they came now.
    fn still_candidates(&self, pair: &Pair) -> bool {
        let article = |n: u32| (n, &self.articles[n as usize]);
        self.candidates.are(article(pair.first), article(pair.second), &self.recurrence)
    }

    /// Puts a pair into words, if it is enough with all that is known of furniture.
    fn report(&self, pair: &Pair, view: &View<'_>) -> Option<TextReuse> {
        self.judged(pair, view, in_words)
    }

    /// Judges a pair with all that is known of furniture.
    fn judged<T>(
        &self,
        pair: &Pair,
        view: &View<'_>,
        tell: impl FnOnce(&Prepared, &Prepared, &Shared<'_>) -> T,
    ) -> Option<T> {
        let (first, second) = (&self.articles[pair.first as usize], &self.articles[pair.second as usize]);
        let of_first = furniture(pair.first, first, view);
        let of_second = furniture(pair.second, second, view);
        let passages = passages(&pair.runs);
        let shared = judge(&passages, first, second, |i, j| {
            of_first[first.segment_number(i)] && of_second[second.segment_number(j)]
        })?;
        Some(tell(first, second, &shared))
    }
}

/// Of each segment of an article whether its publisher repeats it.
fn furniture(number: u32, article: &Prepared, view: &View<'_>) -> Vec<bool> {
    article.segments.iter().map(|segment| view.is_furniture(number, segment.hash)).collect()
}
