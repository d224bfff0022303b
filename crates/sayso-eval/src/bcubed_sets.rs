//! BCubed (Bagga and Baldwin 1998): how well do the groups of some items agree with those that they should be in?

use std::collections::BTreeMap;

/// Mean over the items of the share of its group that belongs there, and of the share of those who belong there that are in it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct BCubed {
    /// 0 to 1.
    pub precision: f64,
    /// 0 to 1.
    pub recall: f64,
    /// How many items.
    pub items: usize,
}

impl BCubed {
    /// Given for each item the group that it should be in and the one that it is in, in one order.
    pub fn of(wanted: impl Iterator<Item = String>, found: impl Iterator<Item = String>) -> Self {
        let mut shared: BTreeMap<(String, String), usize> = BTreeMap::new();
        wanted.zip(found).for_each(|pair| *shared.entry(pair).or_default() += 1);
        let (mut wanted, mut found): (BTreeMap<&str, usize>, BTreeMap<&str, usize>) = Default::default();
        for ((a, b), n) in &shared {
            *wanted.entry(a).or_default() += n;
            *found.entry(b).or_default() += n;
        }
        let items: usize = shared.values().sum();
        let mean = |of: &dyn Fn(&str, &str) -> usize| {
            let sum: f64 = shared.iter().map(|((a, b), n)| (n * n) as f64 / of(a, b) as f64).sum();
            if items == 0 { 0.0 } else { sum / items as f64 }
        };
        Self { precision: mean(&|_, b| found[b]), recall: mean(&|a, _| wanted[a]), items }
    }

    /// Harmonic mean of the two.
    pub fn f1(&self) -> f64 {
        let sum = self.precision + self.recall;
        if sum == 0.0 { 0.0 } else { 2.0 * self.precision * self.recall / sum }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(wanted: &str, found: &str) -> BCubed {
        let items = |words: &str| words.split(' ').map(str::to_owned).collect::<Vec<_>>().into_iter();
        BCubed::of(items(wanted), items(found))
    }

    #[test]
    fn a_group_that_was_parted_costs_recall_alone() {
        let parted = of("a a a a b", "x x y y z");
        assert_eq!((parted.precision, parted.recall, parted.items), (1.0, 0.6, 5));
    }

    #[test]
    fn two_groups_that_run_together_cost_precision_alone() {
        let together = of("a a b b", "x x x x");
        assert_eq!((together.precision, together.recall), (0.5, 1.0));
    }
}
