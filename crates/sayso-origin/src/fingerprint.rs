//! Which runs of five words does an article hold? Two articles that share none of them share no passage.

use crate::{
    prepared::Standing,
    words::{Word, hash_all},
};

/// Words in a fingerprint. Five is the usual length in text-reuse research on news (METER, passim): four words recur in
/// unrelated reports of one event, six miss lightly edited sentences.
pub(crate) const LENGTH: usize = 5;

/// Places at which one fingerprint of an article is kept. A report repeats five words a few times at most; more places
/// would let a text that repeats itself thousands of times cost the square of its length.
const PLACES: usize = 8;

/// Five words in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Fingerprint {
    /// Hash of the words in order.
    pub hash: u64,
    /// Number of the first word.
    pub at: u32,
}

/// The fingerprints of a text, sorted; those of furniture alone are left out.
pub(crate) fn fingerprints(words: &[Word], standing: &[Standing]) -> Vec<Fingerprint> {
    let mut found: Vec<Fingerprint> = words
        .windows(LENGTH)
        .zip(standing.windows(LENGTH))
        .zip(0..)
        .filter(|((_, standing), _)| standing.iter().any(|s| *s != Standing::Furniture))
        .map(|((words, _), at)| Fingerprint { hash: hash_all(words.iter().map(|w| w.hash)), at })
        .collect();
    found.sort_unstable();
    let mut kept = 0;
    let mut last = None;
    found.retain(|f| {
        kept = if last == Some(f.hash) { kept + 1 } else { 1 };
        last = Some(f.hash);
        kept <= PLACES
    });
    found
}

/// One fingerprint at a place in each of two articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Seed {
    /// Number of its first word in the second article.
    pub second: u32,
    /// Number of its first word in the first article.
    pub first: u32,
}

/// Every place that two articles share, in the order of the second; adds what it looked at to `work`.
pub(crate) fn seeds(first: &[Fingerprint], second: &[Fingerprint], work: &mut u64) -> Vec<Seed> {
    let mut found = Vec::new();
    let (mut a, mut b) = (first, second);
    while let (Some(x), Some(y)) = (a.first(), b.first()) {
        *work += 1;
        if x.hash < y.hash {
            a = skip_below(a, y.hash);
        } else if y.hash < x.hash {
            b = skip_below(b, x.hash);
        } else {
            let (same_a, rest_a) = split_run(a, x.hash);
            let (same_b, rest_b) = split_run(b, x.hash);
            found.extend(
                same_b.iter().flat_map(|y| same_a.iter().map(|x| Seed { second: y.at, first: x.at })),
            );
            (a, b) = (rest_a, rest_b);
        }
    }
    found.sort_unstable();
    found
}

/// Drops what is smaller than `hash` in doubling steps, so that a short article against a very long one costs little.
fn skip_below(list: &[Fingerprint], hash: u64) -> &[Fingerprint] {
    let mut step = 1;
    while step < list.len() && list[step].hash < hash {
        step *= 2;
    }
    let near = &list[..list.len().min(step + 1)];
    &list[near.partition_point(|f| f.hash < hash)..]
}

fn split_run(list: &[Fingerprint], hash: u64) -> (&[Fingerprint], &[Fingerprint]) {
    list.split_at(list.iter().take_while(|f| f.hash == hash).count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::words;

    fn of(text: &str) -> Vec<Fingerprint> {
        let words = words(text);
        fingerprints(&words, &vec![Standing::Report; words.len()])
    }

    #[test]
    fn shared_runs_are_found_at_their_places() {
        let (a, b) = (of("x y one two three four five six"), of("one two three four five six z"));
        let found = seeds(&a, &b, &mut 0);
        assert_eq!(found, [Seed { second: 0, first: 2 }, Seed { second: 1, first: 3 }]);
    }

    #[test]
    fn a_text_that_repeats_itself_keeps_few_places() {
        assert_eq!(of(&"la ".repeat(1000)).len(), PLACES);
    }

    #[test]
    fn a_short_article_against_a_long_one_costs_little() {
        let long: String = (0..100_000).map(|i| format!("w{i} ")).collect();
        let mut work = 0;
        assert!(seeds(&of(&long), &of("the dam above the town broke at noon"), &mut work).is_empty());
        assert!(work < 20, "{work}");
    }
}
