//! How far two contents say the same.

use crate::proposition::Proposition;

/// Taken off where both contents name someone or something, and nothing in common.
const OTHER_NAMES: f32 = 0.15;
/// Added where at least half of the names are shared.
const SAME_NAMES: f32 = 0.05;
/// Taken off where both count the same thing and every figure differs.
const OTHER_FIGURES: f32 = 0.08;

/// Cosine of the embeddings, corrected for names and figures; 1 for the same words.
///
/// The corrections are small beside the spread of cosines (unrelated news sentences lie near 0.2, paraphrases near 0.7): they
/// decide between contents that an embedding finds alike, such as the same verb about two ministries.
pub(crate) fn similarity(a: &Proposition<'_>, b: &Proposition<'_>) -> f32 {
    if a.words == b.words {
        return 1.0;
    }
    let cosine = a.embedding.cosine(b.embedding);
    cosine + names(a, b) - if figures_differ(a, b) { OTHER_FIGURES } else { 0.0 }
}

fn names(a: &Proposition<'_>, b: &Proposition<'_>) -> f32 {
    if a.names.is_empty() || b.names.is_empty() {
        return 0.0;
    }
    let shared = a.names.intersection(&b.names).count();
    match shared {
        0 => -OTHER_NAMES,
        n if 2 * n >= a.names.len().min(b.names.len()) => SAME_NAMES,
        _ => 0.0,
    }
}

fn figures_differ(a: &Proposition<'_>, b: &Proposition<'_>) -> bool {
    let same_unit = |x: Option<&str>, y: Option<&str>| x.is_some() && x == y;
    let pairs: Vec<bool> = a
        .figures()
        .flat_map(|(v, u)| b.figures().filter(move |(_, w)| same_unit(u, *w)).map(move |(w, _)| v == w))
        .collect();
    !pairs.is_empty() && !pairs.contains(&true)
}
