//! Which stretches of pieces are mentions? The best legal sequence of tags (Viterbi over BIO), cut into mentions.

use std::ops::Range;

use crate::scores::{Role, Scores, TAGS, Tag};

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
/// content is begun less readily than it is gone on with. Chosen on PolNeAR dev together with the rules of `repair` and
/// `link`, by the attribution F1 of `sayso-eval attribution`.
const LEAN: [f32; TAGS] = [0.0, 1.1, 0.8, 0.4, 0.4, -1.0, 0.0];

/// Finds the mentions of a text, in text order; they do not overlap.
pub(crate) fn mentions(scores: &Scores) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = Vec::new();
    for (i, tag) in best_tags(scores).into_iter().enumerate() {
        match tag {
            Tag::Outside => {}
            Tag::Begin(role) => {
                mentions.push(Mention { role, pieces: i..i + 1, mass: role_probability(scores, i, role) });
            }
            Tag::Inside(role) => {
                if let Some(last) = mentions.last_mut() {
                    last.pieces.end = i + 1;
                    last.mass += role_probability(scores, i, role);
                }
            }
        }
    }
    mentions
}

/// The probability that piece `i` belongs to the role, as beginning or inside.
pub(crate) fn role_probability(scores: &Scores, i: usize, role: Role) -> f32 {
    let probabilities = scores.probabilities(i);
    (0..TAGS).filter(|&tag| Tag::ALL[tag].role() == Some(role)).map(|tag| probabilities[tag]).sum()
}

/// The legal sequence of tags with the highest product of probabilities, each weighed by [`LEAN`].
fn best_tags(scores: &Scores) -> Vec<Tag> {
    let mut total = [0.0_f32; TAGS];
    let mut back: Vec<[usize; TAGS]> = Vec::with_capacity(scores.len());
    for i in 0..scores.len() {
        let (next, from) = step(&total, &scores.probabilities(i), i == 0);
        total = next;
        back.push(from);
    }
    let mut tag = (0..TAGS).reduce(|best, t| if total[t] > total[best] { t } else { best }).unwrap_or(0);
    let mut tags = vec![Tag::Outside; scores.len()];
    for i in (0..scores.len()).rev() {
        tags[i] = Tag::ALL[tag];
        tag = back[i][tag];
    }
    tags
}

/// One step: the best total that ends in each tag, and the tag before it on that path.
fn step(total: &[f32; TAGS], probabilities: &[f32; TAGS], first: bool) -> ([f32; TAGS], [usize; TAGS]) {
    let (mut next, mut from) = ([f32::NEG_INFINITY; TAGS], [0; TAGS]);
    for tag in 0..TAGS {
        let gain = probabilities[tag].max(f32::MIN_POSITIVE).ln() + LEAN[tag];
        for (before, sum) in total.iter().map(|sum| sum + gain).enumerate() {
            let previous = if first { Tag::Outside } else { Tag::ALL[before] };
            if Tag::ALL[tag].may_follow(previous) && sum > next[tag] {
                (next[tag], from[tag]) = (sum, before);
            }
        }
    }
    // Only differences matter; without this the totals of a long text would lose their small digits.
    let top = next.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    (next.map(|sum| sum - top), from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use sayso_model::Span;

    /// Scores in which each piece has the given tag with logit 4, and a second one with logit `second`.
    fn scores(tags: &[(usize, usize, f32)]) -> Scores {
        let logits = tags.iter().map(|&(first, other, second)| {
            let mut logits = [0.0; TAGS];
            logits[other] = second;
            logits[first] = 4.0;
            logits
        });
        Scores {
            spans: (0..tags.len()).map(|i| Span::new(2 * i, 2 * i + 1)).collect(),
            logits: logits.collect(),
        }
    }

    #[test]
    fn a_mention_never_begins_inside() {
        let found = mentions(&scores(&[(0, 0, 0.0), (6, 5, 3.9), (6, 5, 1.0), (0, 0, 0.0)]));
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].role, found[0].pieces.clone()), (Role::Content, 1..3));
    }

    #[test]
    fn two_mentions_of_one_role_may_touch() {
        let found = mentions(&scores(&[(1, 0, 0.0), (2, 0, 0.0), (1, 0, 0.0)]));
        assert_eq!(found.iter().map(|m| m.pieces.clone()).collect::<Vec<_>>(), [0..2, 2..3]);
    }

    #[test]
    fn no_pieces_give_no_mentions() {
        assert!(mentions(&Scores::default()).is_empty());
    }

    #[test]
    fn a_million_pieces_keep_their_precision() {
        let found = mentions(&scores(&[(0, 1, 2.5), (1, 0, 2.5)].repeat(500_000)));
        assert_eq!(found.len(), 500_000);
    }
}
