//! Which propositions are told in the same words?

use rustc_hash::FxHashMap;

use crate::proposition::Proposition;

/// Likeness from which two contents are told in nearly the same words. Chosen on the development case.
pub(crate) const SAME_WORDS: f32 = 0.88;

/// The different wordings of a case, numbered in the order in which they come.
#[derive(Debug)]
pub(crate) struct Wordings {
    /// The number of the wording of each item.
    of: Vec<u32>,
    /// The last item of each wording.
    last: Vec<usize>,
}

impl Wordings {
    pub fn of(items: &[Proposition<'_>]) -> Self {
        let mut known: FxHashMap<&[String], u32> = FxHashMap::default();
        let (mut of, mut last) = (Vec::with_capacity(items.len()), Vec::new());
        for (i, item) in items.iter().enumerate() {
            let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
            let number = *known.entry(&item.words[..]).or_insert(next);
            if number == next {
                last.push(i);
            }
            last[number as usize] = i;
            of.push(number);
        }
        Self { of, last }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.last.len()
    }

    /// The number of the wording of an item.
    pub fn number(&self, i: usize) -> u32 {
        self.of[i]
    }

    /// Whether the item is the last with its wording: the one by which a wording is counted once.
    pub fn is_last(&self, i: usize) -> bool {
        self.last[self.of[i] as usize] == i
    }
}
