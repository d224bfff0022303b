//! Which stretches do the tags of a text mark? The best legal sequence of beginnings and insides (Viterbi), cut into stretches.

use std::ops::Range;

/// Kinds of stretches that one set of tags can mark.
pub(crate) const KINDS: usize = 3;

/// Number of tags: outside, then beginning and inside of each kind.
pub const TAGS: usize = 1 + 2 * KINDS;

/// A stretch of pieces of one kind.
pub(crate) type Stretch = (usize, Range<usize>);

/// The number of the tag that begins a kind.
pub(crate) const fn begin(kind: usize) -> usize {
    1 + 2 * kind
}

/// The kind that a tag marks; none for outside.
fn kind(tag: usize) -> Option<usize> {
    tag.checked_sub(1).map(|marked| marked / 2)
}

/// Whether a tag may stand after another: the inside of a stretch follows only the same stretch.
fn may_follow(tag: usize, before: usize) -> bool {
    let inside = tag > 0 && tag.is_multiple_of(2);
    !inside || kind(tag) == kind(before)
}

/// The probability of each tag (softmax of the logits).
pub(crate) fn probabilities(logits: &[f32; TAGS]) -> [f32; TAGS] {
    let top = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let powers = logits.map(|logit| (logit - top).exp());
    let total: f32 = powers.iter().sum();
    powers.map(|power| power / total)
}

/// The stretches, in text order, of the legal sequence of tags with the highest product of probabilities, each weighed by
/// `lean` (added to the log probability of each tag).
pub(crate) fn stretches(logits: &[[f32; TAGS]], lean: &[f32; TAGS]) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    for (i, tag) in best_tags(logits, lean).into_iter().enumerate() {
        match (kind(tag), found.last_mut()) {
            (None, _) => {}
            (Some(kind), Some((last, pieces))) if tag != begin(kind) && *last == kind && pieces.end == i => {
                pieces.end = i + 1;
            }
            (Some(kind), _) => found.push((kind, i..i + 1)),
        }
    }
    found
}

fn best_tags(logits: &[[f32; TAGS]], lean: &[f32; TAGS]) -> Vec<usize> {
    let mut total = [0.0_f32; TAGS];
    let mut back: Vec<[u8; TAGS]> = Vec::with_capacity(logits.len());
    for (i, row) in logits.iter().enumerate() {
        let (next, from) = step(&total, &probabilities(row), lean, i == 0);
        total = next;
        back.push(from);
    }
    let mut tag = (0..TAGS).reduce(|best, t| if total[t] > total[best] { t } else { best }).unwrap_or(0);
    let mut tags = vec![0; logits.len()];
    for (slot, from) in tags.iter_mut().zip(&back).rev() {
        *slot = tag;
        tag = usize::from(from[tag]);
    }
    tags
}

/// One step: the best total that ends in each tag, and the tag before it on that path.
fn step(
    total: &[f32; TAGS],
    probabilities: &[f32; TAGS],
    lean: &[f32; TAGS],
    first: bool,
) -> ([f32; TAGS], [u8; TAGS]) {
    let (mut next, mut from) = ([f32::NEG_INFINITY; TAGS], [0; TAGS]);
    for tag in 0..TAGS {
        let gain = probabilities[tag].max(f32::MIN_POSITIVE).ln() + lean[tag];
        for (number, sum) in (0..).zip(total.iter().map(|sum| sum + gain)) {
            let before = if first { 0 } else { usize::from(number) };
            if may_follow(tag, before) && sum > next[tag] {
                (next[tag], from[tag]) = (sum, number);
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

    /// Stretches of pieces of which each has the given tag with logit 4, and a second one with logit `second`.
    fn found(tags: &[(usize, usize, f32)]) -> Vec<Stretch> {
        let logits = tags.iter().map(|&(first, other, second)| {
            let mut logits = [0.0; TAGS];
            logits[other] = second;
            logits[first] = 4.0;
            logits
        });
        stretches(&logits.collect::<Vec<_>>(), &[0.0; TAGS])
    }

    #[test]
    fn a_stretch_never_begins_inside() {
        assert_eq!(found(&[(0, 0, 0.0), (6, 5, 3.9), (6, 5, 1.0), (0, 0, 0.0)]), [(2, 1..3)]);
    }

    #[test]
    fn two_stretches_of_one_kind_may_touch() {
        assert_eq!(found(&[(1, 0, 0.0), (2, 0, 0.0), (1, 0, 0.0)]), [(0, 0..2), (0, 2..3)]);
    }

    #[test]
    fn no_pieces_give_no_stretches() {
        assert!(found(&[]).is_empty());
    }

    #[test]
    fn a_million_pieces_keep_their_precision() {
        assert_eq!(found(&[(0, 1, 2.5), (1, 0, 2.5)].repeat(500_000)).len(), 500_000);
    }

    #[test]
    fn probabilities_sum_to_one_also_for_large_logits() {
        let sum: f32 = probabilities(&[500.0, 499.0, 0.0, 1.0, -3.0, 2.0, 7.0]).iter().sum();
        assert!((sum - 1.0).abs() < 1e-5);
    }
}
