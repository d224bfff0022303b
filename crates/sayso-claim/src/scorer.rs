//! How likely a pair makes the same claim: a weighted sum over its features, as log-odds.

use crate::{
    features::{FEATURES, Rarity, features},
    proposition::Proposition,
};

/// Weights of the features, in their order. Learned by `training/claims.py`; see docs/decisions/0008-same-claim-is-learned.md.
const WEIGHTS: [f32; FEATURES] = [
    -5.10, -0.52, 6.65, 1.50, 2.13, -0.07, -0.23, -0.02, 0.68, -1.15, -0.74, 1.39, -0.47, 0.08, -2.87, 0.81,
    -0.50, -0.08, 0.38, 0.48, -0.14, 0.25, -0.04, -0.10, 1.53, 0.92, -1.32, 0.43, -0.42,
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
