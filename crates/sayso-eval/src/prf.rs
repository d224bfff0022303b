//! Precision, recall and F1 from counts.

use std::fmt;

/// Counts of what was found, predicted and there to be found. Shown in per cent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Prf {
    /// Predicted and right.
    pub hit: usize,
    /// Predicted.
    pub predicted: usize,
    /// There by the annotation.
    pub gold: usize,
}

impl Prf {
    /// Share of the predicted that is right, 0 to 1; 0 when nothing was predicted.
    pub fn precision(&self) -> f64 {
        ratio(self.hit, self.predicted)
    }

    /// Share of what is there that was found, 0 to 1; 0 when nothing is there.
    pub fn recall(&self) -> f64 {
        ratio(self.hit, self.gold)
    }

    /// Harmonic mean of precision and recall, 0 to 1.
    pub fn f1(&self) -> f64 {
        ratio(2 * self.hit, self.predicted + self.gold)
    }

    /// Adds the counts of another document.
    pub fn add(&mut self, hit: usize, predicted: usize, gold: usize) {
        self.hit += hit;
        self.predicted += predicted;
        self.gold += gold;
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

impl fmt::Display for Prf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [p, r, f1] = [self.precision(), self.recall(), self.f1()].map(|share| 100.0 * share);
        write!(f, "p {p:.2}  r {r:.2}  f1 {f1:.2}")
    }
}
