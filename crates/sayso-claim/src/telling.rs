//! How telling the words and names of a case are: what stands everywhere tells nothing apart.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use crate::{proposition::Proposition, wordings::Wordings};

/// Wordings that are assumed to have gone before, so that in a small case no word is taken for common or rare by chance.
const BEFORE: f32 = 20.0;

/// One set of keys for each proposition, with the weight of each key. Keys are numbered in the order of the alphabet, so that comparing
/// two sets walks two short lists of numbers.
#[derive(Debug)]
pub(crate) struct Telling {
    weights: Vec<f32>,
    /// The sets one after another.
    keys: Vec<u32>,
    /// Where each set begins in `keys`, and its weight in all; one more stands at the end.
    sets: Vec<(u32, f32)>,
}

/// Weight of what two sets share.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Overlap {
    /// In the lighter set.
    pub contained: f32,
}

impl Telling {
    /// The keys of each item; their weights come from how many different contents have them.
    pub fn of<'a>(
        items: &'a [Proposition<'_>],
        wordings: &Wordings,
        keys: impl Fn(&'a Proposition<'_>) -> &'a BTreeSet<String>,
    ) -> Self {
        let mut counts: FxHashMap<&str, (f32, u32)> = FxHashMap::default();
        for (i, item) in items.iter().enumerate() {
            let counted = f32::from(u8::from(wordings.is_last(i)));
            keys(item).iter().for_each(|key| counts.entry(key).or_default().0 += counted);
        }
        let mut sorted: Vec<(&str, f32)> = counts.iter().map(|(key, (count, _))| (*key, *count)).collect();
        sorted.sort_unstable_by_key(|(key, _)| *key);
        let n = wordings.len() as f32;
        let mut weights = Vec::with_capacity(sorted.len());
        for ((key, count), number) in sorted.into_iter().zip(0..) {
            counts.insert(key, (count, number));
            // The logarithm of one in how many contents has it, scaled so that the rarest has about 1.
            weights.push(((n + BEFORE) / (count + 1.0)).ln() / ((n + BEFORE) / 2.0).ln());
        }
        let (mut all, mut sets) = (Vec::new(), Vec::with_capacity(items.len() + 1));
        for item in items {
            let start = all.len();
            all.extend(keys(item).iter().filter_map(|key| counts.get(key.as_str()).map(|c| c.1)));
            sets.push((place(start), all[start..].iter().map(|&key| weights[key as usize]).sum()));
        }
        sets.push((place(all.len()), 0.0));
        Self { weights, keys: all, sets }
    }

    /// How many different keys there are.
    pub fn len(&self) -> usize {
        self.weights.len()
    }

    /// The numbers of the keys of one item.
    pub fn set(&self, i: usize) -> &[u32] {
        &self.keys[self.sets[i].0 as usize..self.sets[i + 1].0 as usize]
    }

    /// Weight of the set of one item.
    pub fn weight(&self, i: usize) -> f32 {
        self.sets[i].1
    }

    /// What the sets of two items share.
    pub fn overlap(&self, a: usize, b: usize) -> Overlap {
        let lighter = self.sets[a].1.min(self.sets[b].1);
        if lighter <= 0.0 {
            return Overlap::default();
        }
        let shared = self.shared(self.set(a), self.set(b));
        Overlap { contained: shared / lighter }
    }

    fn shared(&self, mut a: &[u32], mut b: &[u32]) -> f32 {
        let mut sum = 0.0;
        while let ([x, rest @ ..], [y, others @ ..]) = (a, b) {
            if x == y {
                sum += self.weights[*x as usize];
            }
            (a, b) = (if x <= y { rest } else { a }, if y <= x { others } else { b });
        }
        sum
    }

    /// Whether both have keys and share none.
    pub fn are_disjoint(&self, a: usize, b: usize) -> bool {
        let (a, b) = (self.set(a), self.set(b));
        !a.is_empty() && !b.is_empty() && !a.iter().any(|key| b.binary_search(key).is_ok())
    }
}

/// A place among the keys. A case with more than 4 billion of them does not fit into memory.
fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
