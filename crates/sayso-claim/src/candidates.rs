//! Which pairs are worth comparing: with few wordings all, with many those that share telling words or lie close in meaning.
//!
//! The work for each wording is bounded, so that the whole grows as the number of wordings does.

use rayon::prelude::*;

use crate::{compared::Compared, sides::LISTS};

/// Up to this many wordings every pair is compared: a second's work, and nothing is missed.
const ALL_PAIRS: usize = 1500;
/// Stems of a content from which pairs of stems are made as keys, the rarest first.
const KEY_STEMS: usize = 6;
/// Earlier wordings with the same key that a wording is compared with.
const PER_KEY: usize = 12;
/// Earlier wordings that a wording is compared with for the words that they share, those with its rarest words first: the same in a case of ten
/// thousand wordings as in one of a hundred thousand, where more of its keys have as many as they may. On invented statements 50 find no more, and
/// 36 cost as much.
const BY_WORDS: usize = 40;
/// Neighbours in a sorted list that a wording is compared with.
const NEIGHBOURS: usize = 6;

/// Pairs of positions in `heads`, smaller first, sorted, each once.
pub(crate) fn candidates(case: &Compared<'_>, heads: &[usize]) -> Vec<(u32, u32)> {
    let n = u32::try_from(heads.len()).unwrap_or(u32::MAX);
    if heads.len() <= ALL_PAIRS {
        return (0..n).flat_map(|a| (a + 1..n).map(move |b| (a, b))).collect();
    }
    let mut out = by_words(case, heads);
    out.extend(by_meaning(case, heads));
    out.par_sort_unstable();
    out.dedup();
    out
}

/// One of the keys of a wording: two of its rarest words, or one twice.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    words: (u32, u32),
    /// Position in `heads`.
    head: u32,
    /// Its place among the keys of its wording, those of the rarest words first.
    number: u32,
}

/// Pairs that share one or two of their rarest words.
fn by_words(case: &Compared<'_>, heads: &[usize]) -> Vec<(u32, u32)> {
    let mut keys: Vec<Key> = Vec::with_capacity(heads.len() * KEY_STEMS * (KEY_STEMS + 1) / 2);
    // Where the keys of each wording begin, in the order in which they were made.
    let mut starts = vec![0];
    let rarity = rarity(case, heads);
    for (&i, head) in heads.iter().zip(0..) {
        let mut words: Vec<u32> = case.telling_words(i).map(|word| rarity[word]).collect();
        words.sort_unstable();
        words.truncate(KEY_STEMS);
        let pairs = words.iter().enumerate().flat_map(|(k, a)| words[k..].iter().map(|b| (*a, *b)));
        keys.extend(pairs.zip(0..).map(|(words, number)| Key { words, head, number }));
        starts.push(keys.len());
    }
    keys.par_sort_unstable();
    let mut places = vec![0; keys.len()];
    for (place, key) in keys.iter().enumerate() {
        places[starts[key.head as usize] + key.number as usize] = place;
    }
    starts.par_windows(2).flat_map_iter(|own| earlier(&keys, &places[own[0]..own[1]])).collect()
}

/// The wordings before one that share a key with it, whose keys stand at `places`.
fn earlier(keys: &[Key], places: &[usize]) -> Vec<(u32, u32)> {
    let mut out = Vec::new();
    for &place in places {
        let key = keys[place];
        let same = keys[..place].iter().rev().take_while(|other| other.words == key.words);
        out.extend(same.take(PER_KEY.min(BY_WORDS - out.len())).map(|other| (other.head, key.head)));
    }
    out
}

/// For each word of the case its place among all, from the rarest on.
fn rarity(case: &Compared<'_>, heads: &[usize]) -> Vec<u32> {
    let mut counts: Vec<(u32, usize)> = (0..case.telling_words_in_all()).map(|word| (0, word)).collect();
    heads.iter().flat_map(|&i| case.telling_words(i)).for_each(|word| counts[word].0 += 1);
    counts.par_sort_unstable();
    let mut out = vec![0; counts.len()];
    for ((_, word), place) in counts.into_iter().zip(0..) {
        out[word] = place;
    }
    out
}

/// Pairs that stand next to each other when sorted by which side of fixed planes they lie on.
fn by_meaning(case: &Compared<'_>, heads: &[usize]) -> Vec<(u32, u32)> {
    let lists = (0..LISTS).into_par_iter().flat_map_iter(|list| {
        let side = |&i: &usize| case.items[i].sides[list];
        let mut sorted: Vec<(u32, u32)> = heads.iter().map(side).zip(0..).collect();
        sorted.sort_unstable();
        let pairs = |k: usize| {
            let a = sorted[k].1;
            let next = sorted[k + 1..].iter().take(NEIGHBOURS);
            next.map(|(_, b)| (a.min(*b), a.max(*b))).collect::<Vec<_>>()
        };
        (0..sorted.len()).flat_map(pairs).collect::<Vec<_>>()
    });
    lists.collect()
}
