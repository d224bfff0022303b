//! Which article copied which? An index takes articles one by one and keeps every pair that shares passages.

use std::collections::HashMap;

use sayso_model::{Article, ArticleId, Evidence, Reason, SharedPassage, TextReuse};

use crate::{
    align::{Passage, align},
    direction::direction,
    prepared::Prepared,
    recurrence::{Recurrence, View},
    verdict::{Shared, judge},
};

/// Fingerprints that two articles must share to be compared word for word. The sixteen words of the shortest copy words in runs of five or
/// more hold at least four fingerprints, and one of them may be a repetition of another, which counts once.
const FINGERPRINTS: u32 = 3;

/// Passages shown as evidence in a reason; the rest is in the pair's list.
const SHOWN: usize = 3;

/// Finds all pairs of articles that share text because one derives from the other or both from a third, sorted by id.
///
/// Quotations and furniture do not count. The order of `articles` does not matter; of two with one id the first counts.
pub fn text_reuse(articles: &[Article]) -> Vec<TextReuse> {
    let mut index = ReuseIndex::new();
    for article in articles {
        index.add(article);
    }
    index.pairs()
}

/// Finds text reuse while articles come in one by one.
///
/// It keeps words and fingerprints of every article, on the order of a hundred bytes per word, but not the texts.
#[derive(Default)]
pub struct ReuseIndex {
    articles: Vec<Prepared>,
    numbers: HashMap<ArticleId, u32>,
    /// Articles in which each fingerprint stands.
    holders: HashMap<u64, Vec<u32>>,
    /// Pairs that are enough as long as no sentence turns out to be furniture.
    pairs: Vec<Pair>,
    recurrence: Recurrence,
    work: u64,
}

/// Two articles, by number, in the order of their ids, and what they share.
struct Pair {
    first: u32,
    second: u32,
    passages: Vec<Passage>,
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
        self.reported(&self.pairs[from..])
    }

    /// All pairs as the articles so far show them: what [`text_reuse`] gives for the same articles in any order.
    pub fn pairs(&self) -> Vec<TextReuse> {
        self.reported(&self.pairs)
    }

    /// Steps taken so far (fingerprints looked up, seeds and words compared): what the time depends on.
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
        let candidates = self.candidates(&article, number);
        self.numbers.insert(article.id.clone(), number);
        self.articles.push(article);
        for other in candidates {
            self.compare(number, other);
        }
        from
    }

    /// The articles that share enough fingerprints with this one; this one is entered for those to come.
    fn candidates(&mut self, article: &Prepared, number: u32) -> Vec<u32> {
        let mut shared = vec![0_u32; self.articles.len()];
        for same in article.fingerprints.chunk_by(|a, b| a.hash == b.hash) {
            let holders = self.holders.entry(same[0].hash).or_default();
            for &holder in holders.iter() {
                shared[holder as usize] += 1;
            }
            self.work += 1 + holders.len() as u64;
            holders.push(number);
        }
        (0..number).filter(|&n| shared[n as usize] >= FINGERPRINTS).collect()
    }

    /// Aligns two articles and keeps the pair if it may be enough.
    fn compare(&mut self, a: u32, b: u32) {
        let id = |n: u32| &self.articles[n as usize].id;
        let (first, second) = if id(a) < id(b) { (a, b) } else { (b, a) };
        let (x, y) = (&self.articles[first as usize], &self.articles[second as usize]);
        let passages = align(x, y, &mut self.work);
        let Some(shared) = judge(&passages, x, y, |_, _| false) else { return };
        self.recurrence.join(first, second, shared.of_first.max(shared.of_second));
        self.pairs.push(Pair { first, second, passages });
    }

    /// Judges pairs with all that is known of furniture, and puts them into words.
    fn reported(&self, pairs: &[Pair]) -> Vec<TextReuse> {
        let view = self.recurrence.view();
        let mut found: Vec<TextReuse> = pairs.iter().filter_map(|p| self.report(p, &view)).collect();
        found.sort_by(|a, b| (&a.first, &a.second).cmp(&(&b.first, &b.second)));
        found
    }

    fn report(&self, pair: &Pair, view: &View<'_>) -> Option<TextReuse> {
        let (first, second) = (&self.articles[pair.first as usize], &self.articles[pair.second as usize]);
        let furniture = |number: u32, article: &Prepared, word: usize| {
            view.is_furniture(number, article.segment_hashes[article.segment_of[word] as usize])
        };
        let shared = judge(&pair.passages, first, second, |i, j| {
            furniture(pair.first, first, i) && furniture(pair.second, second, j)
        })?;
        Some(in_words(first, second, &shared))
    }
}

fn in_words(first: &Prepared, second: &Prepared, shared: &Shared<'_>) -> TextReuse {
    let mut passages: Vec<SharedPassage> = shared
        .passages
        .iter()
        .map(|p| SharedPassage { first: first.span(p.in_first()), second: second.span(p.in_second()) })
        .collect();
    passages.sort_unstable();
    let direction = direction(first, second);
    TextReuse {
        first: first.id.clone(),
        second: second.id.clone(),
        share_of_first: shared.of_first,
        share_of_second: shared.of_second,
        reasons: vec![sharing(first, second, shared, &passages), direction.reason],
        passages,
        derived: direction.derived,
    }
}

/// Says how much the two share and shows the longest passages.
fn sharing(first: &Prepared, second: &Prepared, shared: &Shared<'_>, passages: &[SharedPassage]) -> Reason {
    let percent = |share: f64| (100.0 * share).round();
    let text = format!(
        "{} % of the words of {} stand in the same order in {}, {} % the other way round",
        percent(shared.of_first),
        first.name,
        second.name,
        percent(shared.of_second)
    );
    let mut longest: Vec<&SharedPassage> = passages.iter().collect();
    longest.sort_by_key(|p| (std::cmp::Reverse(p.first.len()), p.first));
    let place = |article: &Prepared, span| Evidence { article: article.id.clone(), span };
    let evidence = longest.iter().take(SHOWN).flat_map(|p| [place(first, p.first), place(second, p.second)]);
    Reason::with(text, evidence.collect())
}
