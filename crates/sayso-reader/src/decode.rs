//! Which stretches of pieces are mentions of a source, a cue or a content?

use std::ops::Range;

use crate::{
    bio::{TAGS, stretches},
    scores::{Role, Scores, Tag},
};

/// A stretch of pieces with one role.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Mention {
    pub role: Role,
    /// The pieces.
    pub pieces: Range<usize>,
    /// Sum over the pieces of the probability of the role, for the mean.
    pub mass: f32,
}

/// Added to the log probability of each tag, in the order of [`Tag::ALL`]: sources and cues are found more readily, and a
/// content is begun less readily than it is gone on with. Chosen on PolNeAR dev together with what linking asks for, by the F1
/// figures of `sayso-eval attribution`.
const LEAN: [f32; TAGS] = [0.0, 0.4, -0.05, 0.45, 0.6, -0.8, 0.0];

/// Finds the mentions of a text, in text order; they do not overlap.
pub(crate) fn mentions(scores: &Scores) -> Vec<Mention> {
    let found = stretches(&scores.logits, &LEAN)
        .into_iter()
        .map(|(kind, pieces)| mention(scores, Role::ALL[kind], pieces));
    found.collect()
}

/// The mention of this role in these pieces, with its mass.
pub(crate) fn mention(scores: &Scores, role: Role, pieces: Range<usize>) -> Mention {
    let mass = pieces.clone().map(|i| role_probability(scores, i, role)).sum();
    Mention { role, pieces, mass }
}

/// The probability that piece `i` belongs to the role, as beginning or inside.
fn role_probability(scores: &Scores, i: usize, role: Role) -> f32 {
    let probabilities = scores.probabilities(i);
    (0..TAGS).filter(|&tag| Tag::ALL[tag].role() == Some(role)).map(|tag| probabilities[tag]).sum()
}
