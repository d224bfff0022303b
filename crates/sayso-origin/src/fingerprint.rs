//! Which runs of five words does an article hold, and where do two articles hold the same one? Two articles that share
//! none of them share no passage.

use std::{collections::HashMap, hash::BuildHasherDefault};

use crate::{
    postings::Spread,
    prepared::{Prepared, Standing},
};

/// Words in a run. Five is the usual length in text-reuse research on news (METER, passim): four words recur in
/// unrelated reports of one event, six miss lightly edited sentences.
pub(crate) const LENGTH: usize = 5;

/// Places at which one run of an article is kept. A report repeats five words a few times at most; more places
/// would let a text that repeats itself thousands of times cost the square of its length.
const PLACES: usize = 8;

/// Slots of the filter per run of an article: of eight, one foreign run in eight gets through.
const FILTER: usize = 8;

/// Powers of one odd number, one for each place in a run: five products that do not wait for each other, since every word of every
/// candidate is hashed again.
const POWERS: [u64; LENGTH] = powers();

const fn powers() -> [u64; LENGTH] {
    let mut powers = [1; LENGTH];
    let mut place = 1;
    while place < LENGTH {
        // The odd number next to 2^64 divided by the golden ratio.
        powers[place] = 0x9e37_79b9_7f4a_7c15_u64.wrapping_mul(powers[place - 1]);
        place += 1;
    }
    powers
}

/// The hash of every run of five words, by the number of its first word.
pub(crate) fn grams(words: &[u32]) -> impl Iterator<Item = u64> {
    words.windows(LENGTH).map(|words| {
        let products = words.iter().zip(POWERS).map(|(&word, power)| u64::from(word).wrapping_mul(power));
        let sum = products.fold(0_u64, u64::wrapping_add);
        sum ^ (sum >> 29)
    })
}

/// Of every run whether it counts: one of furniture alone does not.
pub(crate) fn is_counted(standing: &[Standing]) -> impl Iterator<Item = bool> {
    standing.windows(LENGTH).map(|standing| standing.iter().any(|s| *s != Standing::Furniture))
}

/// No place.
const NONE: u32 = u32::MAX;

/// The runs of one article, for looking up those of others.
pub(crate) struct Fingerprints {
    /// Number of the last word at which each run begins, and at how many words it does, [`PLACES`] at most.
    last: HashMap<u64, (u32, usize), BuildHasherDefault<Spread>>,
    /// For each word at which a run begins: the word before at which the same run begins.
    before: Vec<u32>,
    /// Which slots have a run, so that most runs of others are dismissed without a look into the table.
    filter: Vec<bool>,
}

impl Fingerprints {
    pub fn of(article: &Prepared) -> Self {
        let mut last: HashMap<u64, (u32, usize), _> = HashMap::default();
        let mut before = vec![NONE; article.words.len()];
        let mut filter = vec![false; (article.words.len() * FILTER).next_power_of_two()];
        for (at, hash) in counted(article) {
            let (last, times) = last.entry(hash).or_insert((NONE, 0));
            if *times < PLACES {
                before[at as usize] = *last;
                (*last, *times) = (at, *times + 1);
            }
            let slot = slot(hash, filter.len());
            filter[slot] = true;
        }
        Self { last, before, filter }
    }

    /// Every place that this article and `other` share, as (here, there), in the order of the other; adds what was
    /// looked at to `work`.
    pub fn shared(&self, other: &Prepared, work: &mut u64) -> Vec<(u32, u32)> {
        let mut found = Vec::new();
        let mut met: HashMap<u64, usize, BuildHasherDefault<Spread>> = HashMap::default();
        *work += other.words.len() as u64;
        for (there, hash) in counted(other) {
            if self.filter[slot(hash, self.filter.len())]
                && let Some(&(last, times)) = self.last.get(&hash)
            {
                let met = met.entry(hash).or_default();
                *met += 1;
                if *met <= PLACES {
                    found.extend(self.places(last).take(times).map(|here| (here, there)));
                }
            }
        }
        found
    }

    /// The places of the run that begins at this word, the last first.
    fn places(&self, last: u32) -> impl Iterator<Item = u32> {
        std::iter::successors(Some(last), |&at| self.before.get(at as usize).copied().filter(|&b| b != NONE))
    }
}

fn slot(hash: u64, slots: usize) -> usize {
    (hash as usize ^ (hash >> 32) as usize) & (slots - 1)
}

/// The runs that count, with their places.
fn counted(article: &Prepared) -> impl Iterator<Item = (u32, u64)> {
    (0..)
        .zip(grams(&article.words))
        .zip(is_counted(&article.standing))
        .filter(|(_, c)| *c)
        .map(|(run, _)| run)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Prepared {
        Prepared::new(&sayso_testkit::article("a", &format!("{text}.")))
    }

    #[test]
    fn shared_runs_are_found_at_their_places() {
        let (a, b) = (of("x y one two three four five six"), of("one two three four five six z"));
        assert_eq!(Fingerprints::of(&a).shared(&b, &mut 0), [(2, 0), (3, 1)]);
        assert_eq!(Fingerprints::of(&b).shared(&a, &mut 0), [(0, 2), (1, 3)]);
    }

    #[test]
    fn a_text_that_repeats_itself_keeps_few_places() {
        let text = of(&"la ".repeat(1000));
        assert_eq!(Fingerprints::of(&text).shared(&text, &mut 0).len(), PLACES * PLACES);
    }
}
