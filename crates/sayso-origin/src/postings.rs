//! In which articles does a key stand? A table of keys and, for each, the chain of its articles, the latest first.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hash, Hasher},
};

/// Parts of the table. Each part grows by itself, so that growing never needs room for the whole table twice, and the parts grow
/// at different times, so that no one addition pays for all: the last part is twice as large as the first.
const PARTS: usize = 256;

/// Slots of the table that tells the part of a key: enough that the narrowest part has several.
const SLOTS: usize = 4_096;

/// No entry.
const NONE: u32 = u32::MAX;

/// Articles by key. A key costs about nine bytes plus its own size, each article of it eight.
pub(crate) struct Postings<K> {
    /// Latest entry of each key.
    latest: Vec<HashMap<K, u32, BuildHasherDefault<Spread>>>,
    entries: Vec<Entry>,
    /// The part of each slot of keys.
    part_of: Vec<u8>,
}

#[derive(Clone, Copy)]
struct Entry {
    article: u32,
    /// The entry before it with the same key.
    before: u32,
}

impl<K: Copy + Eq + Hash + Into<u64>> Postings<K> {
    pub fn new() -> Self {
        // A part is as wide as its tables are to be large: from one to two, in equal ratios.
        let part = |slot: usize| ((1.0 + slot as f64 / SLOTS as f64).log2() * PARTS as f64) as u8;
        Self {
            latest: (0..PARTS).map(|_| HashMap::default()).collect(),
            entries: Vec::new(),
            part_of: (0..SLOTS).map(part).collect(),
        }
    }

    /// Enters an article, which must not be smaller than those entered before; twice under one key counts once.
    pub fn enter(&mut self, key: K, article: u32) {
        let next = self.entries.len() as u32;
        let part = self.part(key);
        let latest = self.latest[part].entry(key).or_insert(NONE);
        let before = *latest;
        if self.entries.get(before as usize).is_none_or(|entry| entry.article != article) {
            *latest = next;
            self.entries.push(Entry { article, before });
        }
    }

    /// The articles under a key, the latest first.
    pub fn of(&self, key: K) -> impl Iterator<Item = u32> {
        let mut at = self.chain(key);
        std::iter::from_fn(move || {
            let (article, before) = self.follow(at)?;
            at = before;
            Some(article)
        })
    }

    /// Of each of many keys the articles under it, at most `limits` of them: hands over the number of the key and the article.
    ///
    /// All chains are followed side by side, one step each in turn: a step waits for the memory, and steps of different chains can wait at
    /// the same time. In an index of gigabytes that is most of the work.
    pub fn of_each(&self, keys: &[K], limits: &[usize], mut take: impl FnMut(usize, u32)) {
        let mut open: Vec<(usize, u32)> = keys.iter().map(|key| self.chain(*key)).enumerate().collect();
        for step in 0.. {
            open.retain_mut(|(number, at)| {
                let Some((article, before)) = self.follow(*at).filter(|_| step < limits[*number]) else {
                    return false;
                };
                take(*number, article);
                *at = before;
                true
            });
            if open.is_empty() {
                return;
            }
        }
    }

    /// Where the chain of a key begins.
    fn chain(&self, key: K) -> u32 {
        self.latest[self.part(key)].get(&key).copied().unwrap_or(NONE)
    }

    /// An article of a chain, and where the chain goes on.
    fn follow(&self, at: u32) -> Option<(u32, u32)> {
        self.entries.get(at as usize).map(|entry| (entry.article, entry.before))
    }

    fn part(&self, key: K) -> usize {
        // The hasher of the parts uses other bits of the same product.
        let product = key.into().wrapping_mul(0xd6e8_feb8_6659_fd93);
        usize::from(self.part_of[(product >> 52) as usize % SLOTS])
    }

    /// Whether more than `limit` articles stand under a key.
    pub fn exceeds(&self, key: K, limit: usize) -> bool {
        self.of(key).nth(limit).is_some()
    }
}

/// Spreads keys that are hashes already: one multiplication, so that keys of one part still differ in all bits.
#[derive(Default)]
pub(crate) struct Spread(u64);

impl Hasher for Spread {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&byte| self.write_u64(u64::from(byte)));
    }

    fn write_u32(&mut self, value: u32) {
        self.write_u64(u64::from(value));
    }

    fn write_u64(&mut self, value: u64) {
        // The odd number next to 2^64 divided by the golden ratio (Knuth's multiplicative hashing).
        let mixed = (self.0 ^ value).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 32);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_come_back_under_their_key_the_latest_first() {
        let mut postings = Postings::<u32>::new();
        for (key, article) in [(7, 0), (9, 1), (7, 2), (7, 2), (7 + SLOTS as u32, 3)] {
            postings.enter(key, article);
        }
        assert_eq!(postings.of(7).collect::<Vec<_>>(), [2, 0]);
        assert_eq!(postings.of(9).collect::<Vec<_>>(), [1]);
        assert_eq!(postings.of(8).count(), 0);
        assert!(postings.exceeds(7, 1) && !postings.exceeds(7, 2));
        let mut side_by_side = Vec::new();
        postings
            .of_each(&[9, 8, 7, 7], &[5, 5, 5, 1], |number, article| side_by_side.push((number, article)));
        assert_eq!(side_by_side, [(0, 1), (2, 2), (3, 2), (2, 0)]);
    }
}
