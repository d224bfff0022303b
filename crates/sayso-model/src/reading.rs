//! What the reader found in a text: attributions, before anyone has interpreted them.

use serde::{Deserialize, Serialize};

use crate::{digest::Digest, notice::Notice, span::Span};

/// Says exactly which model made a reading.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ModelDigest {
    /// The model's name and version, for example `baseline-1`.
    pub version: String,
    /// Digest of the model file's bytes.
    pub digest: Digest,
}

/// The relation of source, cue and content in a text (PARC 3, PolNeAR).
///
/// `cue` and `source` may be missing, `content` holds one or more parts in text order. Spans hold no white space at their ends.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Attribution {
    /// The words that name whoever the content is attributed to.
    pub source: Option<Span>,
    /// The words that attribute.
    pub cue: Option<Span>,
    /// What is attributed.
    pub content: Vec<Span>,
    /// The network's mean probability of the tags that it rests on, 0 to 1.
    pub score: f32,
}

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NameKind {
    /// A human being.
    Person,
    /// A body of people: an agency, a company, a party.
    Organization,
    /// A place, also where it stands for a government.
    Place,
}

/// A proper name in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Name {
    /// What it names.
    pub kind: NameKind,
    /// The words of the name.
    pub span: Span,
}

/// A pronoun, role or short name, and the earlier name of the same person or body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Referent {
    /// The words that refer: the source of an attribution.
    pub mention: Span,
    /// The name that they refer to.
    pub name: Span,
}

/// The attributions of one text, in the order of their first content.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// Which model read.
    pub model: ModelDigest,
    /// What it found.
    pub attributions: Vec<Attribution>,
    /// Proper names, in text order.
    #[serde(default)]
    pub names: Vec<Name>,
    /// For the sources that refer to an earlier name, which one; in text order.
    #[serde(default)]
    pub referents: Vec<Referent>,
    /// What was odd.
    pub notices: Vec<Notice>,
}
