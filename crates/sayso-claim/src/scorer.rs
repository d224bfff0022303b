//! How likely a pair makes the same claim: a weighted sum over its features, as log-odds.

use crate::{
    compared::Compared,
    features::{CONTENT_COSINE, COSINE_AND_STEMS, FEATURES, add_contents, features_of_surroundings},
    related::part_of,
    telling::Overlap,
};

/// Weights of the features, in their order. Learned by `training/claims.py`; see docs/decisions/0008-same-claim-is-learned.md.
const WEIGHTS: [f32; FEATURES] = [
    -4.49, -2.85, 8.68, 2.53, -0.36, 0.34, -0.80, -1.04, 0.04, -1.18, -0.44, -2.05, 0.44, -1.27, 0.33, 0.16,
    0.20, 0.73, -0.77, 0.60, -4.31, 0.86, -0.93, 1.84, -1.85,
];

/// Log-odds from which on and down to which more makes no difference: one certain pair should not outvote several doubtful ones.
const SURE: f32 = 4.0;

/// Places of further features in their order.
const CONTEXT_COSINE: usize = 2;
const FIGURES_DIFFER: usize = 9;
const DOERS_DIFFER_AND_ASKED: usize = 20;
/// Likeness from which another figure in the same words is a change in retelling; below it, it is another count. Only a few of the pairs that
/// are learned from have figures, too few to learn this.
const RETOLD: f32 = 0.85;

/// What it adds that both say that a deed was meant and neither whose it was: "an act of sabotage" and "blown up on purpose" share no
/// word. By so much the pairs of that kind lie below nought.
const MEANT: f32 = 3.0;
/// Likeness of contexts below which they may speak of two deeds.
const ONE_MATTER: f32 = 0.22;

/// The log-odds that the items `i` and `j` make the same claim; positive where it is more likely than not. Where they are surely not above
/// `floor`, they are not worked out to the end, and `floor` is given. `stems` is what their words share.
pub(crate) fn score(case: &Compared<'_>, i: usize, j: usize, stems: Overlap, floor: f32) -> f32 {
    let (a, b) = (&case.traits[i], &case.traits[j]);
    if a.words == b.words && a.length > 3 {
        return SURE;
    }
    let mut numbers = features_of_surroundings(case, i, j, stems);
    let meant = if a.meant && b.meant && numbers[CONTEXT_COSINE] > ONE_MATTER { MEANT } else { 0.0 };
    if weighed(&numbers) + meant + most_of_contents(stems.contained) <= floor {
        return floor;
    }
    add_contents(case, i, j, &mut numbers);
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
    (weighed(&numbers) + meant).clamp(-SURE, SURE)
}

fn weighed(numbers: &[f32; FEATURES]) -> f32 {
    numbers.iter().zip(WEIGHTS).map(|(f, w)| f * w).sum()
}

/// The most that the contents can add: their likeness lies between 0 and 1, and the sum is highest at one of the ends.
fn most_of_contents(stems_contained: f32) -> f32 {
    let at_end = WEIGHTS[CONTENT_COSINE] + WEIGHTS[COSINE_AND_STEMS] * stems_contained;
    at_end.max(0.0) + ROUNDING
}

/// More than sums differ in by the order of their parts.
const ROUNDING: f32 = 1e-3;

/// Whether one speaks of a part of what the other speaks of.
fn is_part(case: &Compared<'_>, i: usize, j: usize) -> bool {
    let (a, b) = (&case.items[i], &case.items[j]);
    part_of(a, b).or_else(|| part_of(b, a)).is_some()
}
