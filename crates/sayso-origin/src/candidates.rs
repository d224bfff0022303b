//! Which earlier articles are worth a comparison word for word? Those that share two of the runs of five words by which both
//! are known.

use std::{collections::HashSet, hash::BuildHasherDefault};

use crate::{
    fingerprint::LENGTH,
    postings::{Postings, Spread},
    prepared::{Prepared, SegmentStart},
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
pub(crate) const COMMON: usize = 2_000;

/// Finds candidates among the articles entered so far.
pub(crate) struct Candidates {
    holders: Postings<u32>,
    /// Per article: the weight of what it shares with the one that is looked at, 0 between two questions.
    shared: Vec<u8>,
    /// Runs that so many articles hold that they count for nothing. Further holders are not entered.
    common: HashSet<u32, BuildHasherDefault<Spread>>,
    /// Runs that more than [`RARE`] articles hold.
    frequent: HashSet<u32, BuildHasherDefault<Spread>>,
}

impl Candidates {
    pub fn new() -> Self {
        Self {
            holders: Postings::new(),
            shared: Vec::new(),
            common: HashSet::default(),
            frequent: HashSet::default(),
        }
    }

    /// Enters the next article, which `recurrence` must know already, and returns the articles to compare it with, in order.
    pub fn add(&mut self, article: &Prepared, recurrence: &Recurrence, work: &mut u64) -> Vec<u32> {
        let number = self.shared.len() as u32;
        let (mut touched, mut found) = (Vec::new(), Vec::new());
        let known = tellings(article, number, recurrence).map(|run| run.hash);
        let runs: Vec<u32> = known.inspect(|_| *work += 1).filter(|run| !self.common.contains(run)).collect();
        let limits: Vec<usize> =
            runs.iter().map(|run| if counts_if_frequent(*run) { COMMON } else { RARE }).collect();
        let mut held = vec![0; runs.len()];
        self.holders.of_each(&runs, &limits, |run, holder| {
            held[run] += 1;
            touched.push((run, holder));
        });
        *work += touched.len() as u64;
        for ((&run, &held), &limit) in runs.iter().zip(&held).zip(&limits) {
            self.holders.enter(run, number);
            if held >= RARE {
                self.frequent.insert(run);
            }
            if held == limit {
                self.common.insert(run);
            }
        }
        // With this article, one more hold each.
        let weight = |run: usize| match held[run] {
            held if held == limits[run] => 0,
            held if held >= RARE => FREQUENT_WEIGHT,
            _ => RARE_WEIGHT,
        };
        let weighed = touched.iter().map(|&(run, other)| (other, weight(run)));
        let touched: Vec<(u32, u8)> = weighed.filter(|(_, weight)| *weight > 0).collect();
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
        if self.frequent.is_empty() && !recurrence.has_habits() {
            return true;
        }
        let [first, second] = [a, b].map(|(number, article)| {
            tellings(article, number, recurrence).map(|run| run.hash).collect::<Vec<u32>>()
        });
        let mut weight = 0;
        for hash in first.into_iter().filter(|hash| second.binary_search(hash).is_ok()) {
            weight += match () {
                () if self.common.contains(&hash) => 0,
                () if self.frequent.contains(&hash) => FREQUENT_WEIGHT,
                () => RARE_WEIGHT,
            };
            if weight >= ENOUGH {
                return true;
            }
        }
        false
    }
}

fn counts_if_frequent(hash: u32) -> bool {
    // The sketch prefers small hashes, so the upper bits are mostly zero and the lowest ones decide.
    hash.is_multiple_of(FREQUENT_ONE_IN)
}

/// The kept runs of an article, sorted, without those that lie in sentences which its publisher has everywhere.
fn tellings(article: &Prepared, number: u32, recurrence: &Recurrence) -> impl Iterator<Item = Sampled> {
    let is_habit = |segment: &SegmentStart| recurrence.is_habit(number, segment.hash);
    let habits: Vec<bool> = match recurrence.has_habits() {
        true => article.segments.iter().map(is_habit).collect(),
        false => Vec::new(),
    };
    let has_habits = habits.contains(&true);
    let in_habit = move |word: usize| habits[article.segment_number(word)];
    sketch(article).into_iter().filter(move |run| {
        let first = run.at as usize;
        !(has_habits && in_habit(first) && in_habit(first + LENGTH - 1))
    })
}
