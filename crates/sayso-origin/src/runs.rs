//! Which different runs of five words does a text hold, and how many have two texts in common?

use crate::fingerprint::grams;

/// The different runs of five words of a text, sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Runs(Vec<u64>);

impl Runs {
    /// The runs of these words.
    pub fn of(words: &[u32]) -> Self {
        Self::sorted(grams(words).collect())
    }

    /// Runs in any order, each any number of times.
    pub fn sorted(mut runs: Vec<u64>) -> Self {
        runs.sort_unstable();
        runs.dedup();
        Self(runs)
    }

    /// How many different runs there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// How many runs two texts have in common.
    pub fn common(&self, other: &Self) -> usize {
        let (a, b) = (self.0.as_slice(), other.0.as_slice());
        let (mut i, mut j, mut both) = (0, 0, 0);
        while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
            both += usize::from(x == y);
            i += usize::from(x <= y);
            j += usize::from(y <= x);
        }
        both
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_that_comes_twice_is_one() {
        let (a, b) = (Runs::of(&[1, 2, 3, 4, 5, 1, 2, 3, 4, 5]), Runs::of(&[9, 1, 2, 3, 4, 5]));
        assert_eq!((a.len(), b.len(), a.common(&b), b.common(&a)), (5, 2, 1, 1));
        assert_eq!((Runs::of(&[1, 2]).len(), Runs::of(&[]).common(&a)), (0, 0));
    }
}
