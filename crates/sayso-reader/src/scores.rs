//! What the network gives: for every piece of a text, a score for every tag. Numbers only; nothing is interpreted yet.

use std::{fmt, ops::Range};

use sayso_model::Span;

pub use crate::bio::TAGS;
use crate::{bio, pairing::Starts};

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
}

impl Role {
    /// All roles, in the order of the model's labels.
    pub const ALL: [Self; 3] = [Self::Source, Self::Cue, Self::Content];
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

/// The scores of one text: piece `i` covers the bytes `spans[i]` and has the logits `logits[i]`, one per [`Tag::ALL`], and
/// `names[i]`, one for outside and one each for beginning and inside of a person's, an organization's and a place's name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scores {
    /// The bytes of each piece, in text order.
    pub spans: Vec<Span>,
    /// The logits of each piece.
    pub logits: Vec<[f32; TAGS]>,
    /// The logits of the names' tags.
    pub names: Vec<[f32; TAGS]>,
    /// What links mentions.
    pub(crate) starts: Starts,
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
        bio::probabilities(&self.logits[i])
    }

    /// The bytes of a stretch of pieces, white space at the ends included.
    pub(crate) fn hull(&self, pieces: &Range<usize>) -> Span {
        match self.spans.get(pieces.clone()).unwrap_or_default() {
            [] => Span::new(0, 0),
            [only] => *only,
            [first, .., last] => first.hull(*last),
        }
    }

    /// The likeliest tag of piece `i` taken alone.
    pub fn tag(&self, i: usize) -> Tag {
        let logits = self.logits[i];
        let best = (0..TAGS).reduce(|best, tag| if logits[tag] > logits[best] { tag } else { best });
        Tag::ALL[best.unwrap_or(0)]
    }
}
