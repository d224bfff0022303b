//! Which earlier articles are worth a comparison word for word? Those that share two of the runs of five words by which both
//! are known.

use crate::{
    fingerprint::LENGTH,
    postings::Postings,
    prepared::Prepared,
    recurrence::Recurrence,
    sketch::{Sampled, sketch},
};

/// Weight of a run that few articles hold, of one that many hold, and what two articles must share together: two rare runs or four
/// frequent ones. One is shared by any two reports that hold the same name and office; of the sixteen words of the shortest copy
/// about five are kept. Frequent runs are set phrases, or belong to a report with many copies, of which two share dozens.
const RARE_WEIGHT: u8 = 4;
const FREQUENT_WEIGHT: u8 = 2;
const ENOUGH: u8 = 8;

/// Articles beyond which a run is frequent. A set phrase would otherwise make each article of a large case a candidate for all.
const RARE: usize = 100;

/// Of the frequent runs one in so many counts, since each costs a walk over all who hold it.
const FREQUENT_ONE_IN: u32 = 4;

/// Articles beyond which a run counts for nothing, so that an article costs no more in a case of millions than in one of thousands.
/// More than the outlets that carry one agency report.
const COMMON: usize = 2_000;

/// Finds candidates among the articles entered so far.
pub(crate) struct Candidates {
    holders: Postings<u32>,
    /// Per article: the weight of what it shares with the one that is looked at, 0 between two questions.
    shared: Vec<u8>,
    /// Whether any run is not rare.
    has_frequent: bool,
}

impl Candidates {
    pub fn new() -> Self {
        Self { holders: Postings::new(), shared: Vec::new(), has_frequent: false }
    }

    /// Enters the next article, which `recurrence` must know already, and returns the articles to compare it with, in order.
    pub fn add(&mut self, article: &Prepared, recurrence: &Recurrence, work: &mut u64) -> Vec<u32> {
        let number = self.shared.len() as u32;
        let (mut touched, mut found, mut holders) = (Vec::new(), Vec::new(), Vec::new());
        for run in tellings(article, number, recurrence) {
            holders.clear();
            let limit = if counts_if_frequent(run.hash) { COMMON } else { RARE };
            holders.extend(self.holders.of(run.hash).take(limit));
            *work += 1 + holders.len() as u64;
            self.holders.enter(run.hash, number);
            // With this article, one more hold it.
            let weight = if holders.len() == limit {
                0
            } else if holders.len() >= RARE {
                FREQUENT_WEIGHT
            } else {
                RARE_WEIGHT
            };
            self.has_frequent |= weight < RARE_WEIGHT;
            if weight > 0 {
                touched.extend(holders.iter().map(|&other| (other, weight)));
            }
        }
        self.shared.push(0);
        for &(other, weight) in &touched {
            let shared = &mut self.shared[other as usize];
            let before = *shared;
            *shared = before.saturating_add(weight);
            if before < ENOUGH && *shared >= ENOUGH {
                found.push(other);
            }
        }
        touched.iter().for_each(|&(other, _)| self.shared[other as usize] = 0);
        found.sort_unstable();
        found
    }

    /// Whether two articles that were candidates would still be: runs and habits only become more frequent, so the answer does not
    /// depend on which of the two came last.
    pub fn are(&self, a: (u32, &Prepared), b: (u32, &Prepared), recurrence: &Recurrence) -> bool {
        if !self.has_frequent && !recurrence.has_habits() {
            return true;
        }
        let [first, second] = [a, b].map(|(number, article)| {
            tellings(article, number, recurrence).map(|run| run.hash).collect::<Vec<u32>>()
        });
        let both: Vec<u32> = first.into_iter().filter(|hash| second.binary_search(hash).is_ok()).collect();
        let (frequent, rare): (Vec<u32>, Vec<u32>) =
            both.into_iter().partition(|&hash| self.holders.exceeds(hash, RARE));
        let missing = usize::from(ENOUGH).saturating_sub(rare.len() * usize::from(RARE_WEIGHT));
        let needed = missing.div_ceil(usize::from(FREQUENT_WEIGHT));
        // Long chains are walked only where the rare ones do not suffice.
        let counting = frequent.into_iter().filter(|&hash| counts_if_frequent(hash));
        counting.filter(|&hash| !self.holders.exceeds(hash, COMMON)).take(needed).count() == needed
    }
}

fn counts_if_frequent(hash: u32) -> bool {
    // The sketch prefers small hashes, so the upper bits are mostly zero and the lowest ones decide.
    hash.is_multiple_of(FREQUENT_ONE_IN)
}

/// The kept runs of an article, sorted, without those that lie in sentences which its publisher has everywhere.
fn tellings<'a>(
    article: &'a Prepared,
    number: u32,
    recurrence: &'a Recurrence,
) -> impl Iterator<Item = Sampled> {
    let is_habit = move |word: usize| {
        let segment = article.segments.get(article.segment_number(word));
        recurrence.has_habits() && segment.is_some_and(|segment| recurrence.is_habit(number, segment.hash))
    };
    sketch(article).into_iter().filter(move |run| {
        let first = run.at as usize;
        !(is_habit(first) && is_habit(first + LENGTH - 1))
    })
}
