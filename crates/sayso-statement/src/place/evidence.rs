//! What is known of an article's names and places beside its words: optional, and empty by default.

use sayso_model::Span;

/// What a name stands for, as someone else has read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedKind {
    /// A person.
    Person,
    /// A body, an outlet, a company, a team.
    Organization,
    /// A place.
    Place,
}

/// A name in an article's text with what it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// The words of the name.
    pub span: Span,
    /// What it stands for.
    pub kind: NamedKind,
}

/// What helps to read an article's places; the default knows nothing.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Evidence<'a> {
    /// Names that a tagger has read, in text order and without overlap. Names that it left out count for nothing.
    pub names: &'a [Named],
    /// The publisher: a paper of Nordhaven means the Nordhaven near by.
    pub publisher: Option<&'a str>,
}

impl Evidence<'_> {
    /// What the tagger says of these words: the name that overlaps them.
    pub(super) fn named(&self, span: Span) -> Option<Named> {
        let first = self.names.partition_point(|n| n.span.end <= span.start);
        self.names.get(first).copied().filter(|n| n.span.overlaps(span))
    }
}
