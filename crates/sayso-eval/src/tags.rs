//! How often do two models give a piece the same tag? Shows what quantisation costs before anything is interpreted.

use sayso_reader::Scores;

/// Counts of pieces.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TagAgreement {
    /// Pieces with the same likeliest tag.
    pub same: usize,
    /// All pieces.
    pub pieces: usize,
}

impl TagAgreement {
    /// Adds one text that both models scored.
    pub fn add(&mut self, a: &Scores, b: &Scores) {
        self.pieces += a.len().max(b.len());
        self.same += (0..a.len().min(b.len())).filter(|&i| a.tag(i) == b.tag(i)).count();
    }

    /// The share of pieces with the same tag, in per cent.
    pub fn per_cent(&self) -> f64 {
        if self.pieces == 0 { 0.0 } else { 100.0 * self.same as f64 / self.pieces as f64 }
    }
}
