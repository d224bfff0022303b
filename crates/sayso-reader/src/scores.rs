//! What the network gives: for every piece of a text, a score for every tag. Numbers only; nothing is interpreted yet.

use std::fmt;

use sayso_model::Span;

/// Number of tags.
pub const TAGS: usize = 7;

/// The three parts of an attribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Who.
    Source,
    /// The words that attribute.
    Cue,
    /// What.
    Content,
}

/// What one piece is: outside, or the beginning or inside of a role (BIO).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tag {
    /// In no attribution.
    Outside,
    /// The first piece of a mention.
    Begin(Role),
    /// A later piece of a mention.
    Inside(Role),
}

impl Tag {
    /// All tags, in the order of the model's labels.
    pub const ALL: [Self; TAGS] = [
        Self::Outside,
        Self::Begin(Role::Source),
        Self::Inside(Role::Source),
        Self::Begin(Role::Cue),
        Self::Inside(Role::Cue),
        Self::Begin(Role::Content),
        Self::Inside(Role::Content),
    ];

    /// The role, unless the piece is outside.
    pub fn role(self) -> Option<Role> {
        match self {
            Self::Outside => None,
            Self::Begin(role) | Self::Inside(role) => Some(role),
        }
    }

    /// Whether `self` may stand after `before`: the inside of a mention follows only the same mention.
    pub fn may_follow(self, before: Self) -> bool {
        !matches!(self, Self::Inside(role) if before.role() != Some(role))
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Outside => write!(f, "O"),
            Self::Begin(role) => write!(f, "B-{role:?}"),
            Self::Inside(role) => write!(f, "I-{role:?}"),
        }
    }
}

/// The scores of one text: piece `i` covers the bytes `spans[i]` and has the logits `logits[i]`, one per [`Tag::ALL`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scores {
    /// The bytes of each piece, in text order.
    pub spans: Vec<Span>,
    /// The logits of each piece.
    pub logits: Vec<[f32; TAGS]>,
}

impl Scores {
    /// Number of pieces.
    pub fn len(&self) -> usize {
        self.spans.len().min(self.logits.len())
    }

    /// Whether there is no piece.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The probability of each tag of piece `i` (softmax of its logits).
    pub fn probabilities(&self, i: usize) -> [f32; TAGS] {
        let logits = self.logits[i];
        let top = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let powers = logits.map(|logit| (logit - top).exp());
        let total: f32 = powers.iter().sum();
        powers.map(|power| power / total)
    }

    /// The likeliest tag of piece `i` taken alone.
    pub fn tag(&self, i: usize) -> Tag {
        let logits = self.logits[i];
        let best = (0..TAGS).reduce(|best, tag| if logits[tag] > logits[best] { tag } else { best });
        Tag::ALL[best.unwrap_or(0)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn probabilities_sum_to_one_also_for_large_logits() {
        let scores =
            Scores { spans: vec![Span::new(0, 1)], logits: vec![[500.0, 499.0, 0.0, 1.0, -3.0, 2.0, 7.0]] };
        let sum: f32 = scores.probabilities(0).iter().sum();
        assert!((sum - 1.0).abs() < 1e-5);
        assert_eq!(scores.tag(0), Tag::Outside);
    }

    #[test]
    fn the_inside_of_a_mention_follows_only_the_same_mention() {
        assert!(Tag::Inside(Role::Cue).may_follow(Tag::Begin(Role::Cue)));
        assert!(!Tag::Inside(Role::Cue).may_follow(Tag::Begin(Role::Source)));
        assert!(!Tag::Inside(Role::Cue).may_follow(Tag::Outside));
        assert!(Tag::Begin(Role::Cue).may_follow(Tag::Inside(Role::Cue)));
    }
}
