//! Which pairs are worth comparing: with few wordings all, with many those that share telling words or lie close in meaning.
//!
//! The work for each wording is bounded, so that the whole grows as the number of wordings does.

use rayon::slice::ParallelSliceMut as _;
use rustc_hash::FxHashMap;

use crate::proposition::Proposition;

/// Up to this many wordings every pair is compared: a second's work, and nothing is missed.
const ALL_PAIRS: usize = 1500;
/// Stems of a content from which pairs of stems are made as keys, the rarest first.
const KEY_STEMS: usize = 6;
/// Earlier wordings with the same key that a wording is compared with.
const PER_KEY: usize = 12;
/// Earlier wordings that a wording is compared with for the words that they share, those with its rarest words first: the same in a case of ten
/// thousand wordings as in one of a hundred thousand, where more of its keys have as many as they may.
const BY_WORDS: usize = 100;
/// Sorted lists of projections; each finds neighbours that another misses.
const PROJECTIONS: usize = 8;
/// Bits of a projection.
const BITS: usize = 24;
/// Neighbours in a sorted list that a wording is compared with.
const NEIGHBOURS: usize = 6;

/// Pairs of positions in `heads`, smaller first, sorted, each once.
pub(crate) fn candidates(items: &[Proposition<'_>], heads: &[usize]) -> Vec<(usize, usize)> {
    let n = heads.len();
    if n <= ALL_PAIRS {
        return (0..n).flat_map(|a| (a + 1..n).map(move |b| (a, b))).collect();
    }
    let mut out = by_words(items, heads);
    out.extend(by_meaning(items, heads));
    out.par_sort_unstable();
    out.dedup();
    out
}

/// Pairs that share two of their rarest words, or a doer and a word.
fn by_words(items: &[Proposition<'_>], heads: &[usize]) -> Vec<(usize, usize)> {
    let mut count: FxHashMap<&str, usize> = FxHashMap::default();
    for &i in heads {
        items[i].stems.iter().chain(&items[i].names).for_each(|s| *count.entry(s).or_default() += 1);
    }
    // Numbers from the rarest word on, so that keys are short and compare as numbers do.
    let mut rarest: Vec<(usize, &str)> = count.iter().map(|(word, n)| (*n, *word)).collect();
    rarest.sort_unstable();
    let number: FxHashMap<&str, u32> =
        (0..).zip(&rarest).map(|(number, (_, word))| (*word, number)).collect();
    let mut keys: FxHashMap<(u32, u32), Vec<usize>> = FxHashMap::default();
    let mut out = Vec::new();
    for (at, &i) in heads.iter().enumerate() {
        let mut words: Vec<u32> = items[i]
            .stems
            .iter()
            .chain(&items[i].names)
            .filter_map(|w| number.get(w.as_str()).copied())
            .collect();
        words.sort_unstable();
        words.truncate(KEY_STEMS);
        let before = out.len();
        for (k, first) in words.iter().enumerate() {
            for second in &words[k..] {
                let known = keys.entry((*first, *second)).or_default();
                let left = (before + BY_WORDS).saturating_sub(out.len());
                out.extend(known.iter().rev().take(PER_KEY.min(left)).map(|&other| (other, at)));
                known.push(at);
            }
        }
    }
    out
}

/// Pairs that stand next to each other when sorted by which side of fixed planes they lie on.
fn by_meaning(items: &[Proposition<'_>], heads: &[usize]) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    for list in 0..PROJECTIONS {
        let mut sorted: Vec<(u32, usize)> = heads
            .iter()
            .enumerate()
            .map(|(at, &i)| (sides(items[i].meaning.content.values(), list), at))
            .collect();
        sorted.sort_unstable();
        for (k, (_, a)) in sorted.iter().enumerate() {
            out.extend(sorted[k + 1..].iter().take(NEIGHBOURS).map(|(_, b)| (*a.min(b), *a.max(b))));
        }
    }
    out
}

/// One bit for each plane. A plane is given by the signs of a fixed pseudo-random sequence; each looks at every third number,
/// which is as good for this as all and a third of the work.
fn sides(values: &[f32], list: usize) -> u32 {
    (0..BITS).fold(0, |bits, plane| {
        let seed = (list * BITS + plane) as u64;
        let mut state = (seed + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mut sum = 0.0;
        for value in values.iter().skip(plane % 3).step_by(3) {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            sum += if state & 1 == 0 { *value } else { -*value };
        }
        (bits << 1) | u32::from(sum > 0.0)
    })
}
