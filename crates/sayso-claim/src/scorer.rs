//! How likely a pair makes the same claim: a weighted sum over its features, as log-odds.

use crate::{
    compared::Compared,
    features::{FEATURES, features},
    related::part_of,
};

/// Weights of the features, in their order. Learned by `training/claims.py`; see docs/decisions/0008-same-claim-is-learned.md.
const WEIGHTS: [f32; FEATURES] = [
    -5.10, -0.52, 6.65, 1.50, 2.13, -0.07, -0.23, -0.02, 0.68, -1.15, -0.74, 1.39, -0.47, 0.08, -2.87, 0.81,
    -0.50, -0.08, 0.38, 0.48, -0.14, 0.25, -0.04, -0.10, 1.53, 0.92, -1.32, 0.43, -0.42,
];

/// Log-odds from which on and down to which more makes no difference: one certain pair should not outvote several doubtful ones.
const SURE: f32 = 4.0;

/// Places of two features in their order.
const CONTENT_COSINE: usize = 1;
const CONTEXT_COSINE: usize = 2;
const FIGURES_DIFFER: usize = 12;
const DOERS_DIFFER_AND_ASKED: usize = 26;
/// Likeness from which another figure in the same words is a change in retelling; below it, it is another count. Only a few of the pairs that
/// are learned from have figures, too few to learn this.
const RETOLD: f32 = 0.85;

/// What it adds that both say that a deed was meant and neither whose it was: "an act of sabotage" and "blown up on purpose" share no
/// word. By so much the pairs of that kind lie below nought.
const MEANT: f32 = 3.0;
/// Likeness of contexts below which they may speak of two deeds.
const ONE_MATTER: f32 = 0.22;

/// The log-odds that the items `i` and `j` make the same claim; positive where it is more likely than not.
pub(crate) fn score(case: &Compared<'_>, i: usize, j: usize) -> f32 {
    let (a, b) = (&case.traits[i], &case.traits[j]);
    if a.words == b.words && a.length > 3 {
        return SURE;
    }
    let numbers = features(case, i, j);
    if a.has_part != b.has_part && is_part(case, i, j) {
        return -SURE;
    }
    // Two who each count for themselves contradict each other; one who is given with two figures was retold.
    let two_speakers = a.speaker.zip(b.speaker).is_some_and(|(x, y)| x != y);
    let retold = numbers[CONTENT_COSINE] >= RETOLD && !two_speakers;
    if numbers[FIGURES_DIFFER] > 0.0 && !retold && !a.objects && !b.objects {
        return -SURE;
    }
    if a.measures != b.measures && a.asserts && b.asserts && numbers[CONTENT_COSINE] < RETOLD {
        return -SURE;
    }
    if numbers[DOERS_DIFFER_AND_ASKED] > 0.0 && !a.objects && !b.objects {
        return -SURE;
    }
    let meant = if a.meant && b.meant && numbers[CONTEXT_COSINE] > ONE_MATTER { MEANT } else { 0.0 };
    let sum: f32 = numbers.iter().zip(WEIGHTS).map(|(f, w)| f * w).sum::<f32>() + meant;
    sum.clamp(-SURE, SURE)
}

/// Whether one speaks of a part of what the other speaks of.
fn is_part(case: &Compared<'_>, i: usize, j: usize) -> bool {
    let (a, b) = (&case.items[i], &case.items[j]);
    part_of(a, b).or_else(|| part_of(b, a)).is_some()
}
