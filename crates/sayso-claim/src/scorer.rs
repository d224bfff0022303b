//! How likely a pair makes the same claim: a weighted sum over its features, as log-odds.

use crate::{
    features::{FEATURES, Rarity, features},
    proposition::Proposition,
};

/// Weights of the features, in their order. Learned by `training/claims.py`; see docs/decisions/0008-same-claim-is-learned.md.
const WEIGHTS: [f32; FEATURES] = [
    -5.09, -0.44, 6.40, 1.45, 2.01, -0.04, -0.23, -0.00, 0.71, -1.08, -0.71, 1.50, -0.41, 0.13, -2.82, 0.85,
    -0.18, -0.08, 0.38, 0.59, -0.10, 0.23, -0.04, -0.09, 1.48, 0.94, -1.32, 0.48, -0.35,
];

/// Log-odds from which on and down to which more makes no difference: one certain pair should not outvote several doubtful ones.
const SURE: f32 = 4.0;

/// The log-odds that the two make the same claim; positive where it is more likely than not.
pub(crate) fn score(a: &Proposition<'_>, b: &Proposition<'_>, rarity: &Rarity) -> f32 {
    if a.words == b.words && a.words.len() > 3 {
        return SURE;
    }
    let sum: f32 = features(a, b, rarity).iter().zip(WEIGHTS).map(|(f, w)| f * w).sum();
    sum.clamp(-SURE, SURE)
}
