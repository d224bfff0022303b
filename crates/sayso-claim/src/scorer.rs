//! How likely a pair makes the same claim: a weighted sum over its features, as log-odds.

use crate::{
    features::{FEATURES, Rarity, features},
    proposition::Proposition,
};

/// Weights of the features, in their order. Learned by `training/claims.py`; see docs/decisions/0008-same-claim-is-learned.md.
const WEIGHTS: [f32; FEATURES] = [
    -7.5, 5.0, 4.0, 2.0, 1.0, 1.0, -2.0, -0.5, 1.0, -4.0, -1.0, 1.0, -1.0, -0.3, -1.0, -1.0, -1.0, 0.0, -0.5,
    0.0, 0.0, 1.0, -0.5, -0.5, 2.0, 2.5,
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
