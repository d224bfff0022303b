//! Who is named, and whom does a pronoun or a short name mean? Names by their tags; for each source the earlier name that the
//! network links to it.

use std::ops::Range;

use sayso_model::{Attribution, Name, NameKind, Referent, Span};

use crate::{
    bio::{TAGS, stretches},
    layout::Layout,
    pairing::{Pairing, REACH},
    scores::Scores,
};

/// Names are decoded as the network sees them.
const LEAN: [f32; TAGS] = [0.0; TAGS];

/// The kinds in the order of the model's tags.
const KINDS: [NameKind; 3] = [NameKind::Person, NameKind::Organization, NameKind::Place];

/// The names of one text, and what is needed to say to whom a mention refers.
pub struct Names<'a> {
    text: &'a str,
    scores: &'a Scores,
    layout: Layout,
    found: Vec<(NameKind, Range<usize>)>,
}

impl<'a> Names<'a> {
    /// Finds the names of a text.
    pub fn new(text: &'a str, scores: &'a Scores) -> Self {
        let layout = Layout::new(text, &scores.spans);
        let found = stretches(&scores.names, &LEAN).into_iter().map(|(kind, pieces)| (KINDS[kind], pieces));
        Self { text, scores, layout, found: found.collect() }
    }

    /// The names in text order.
    pub fn all(&self) -> Vec<Name> {
        self.found.iter().map(|(kind, pieces)| Name { kind: *kind, span: self.span(pieces) }).collect()
    }

    /// For each different source that refers to an earlier name, that name.
    pub fn referents(&self, attributions: &[Attribution]) -> Vec<Referent> {
        let mut sources: Vec<Span> = attributions.iter().filter_map(|a| a.source).collect();
        sources.sort_unstable();
        sources.dedup();
        let referent = |mention| Some(Referent { mention, name: self.referent(mention)? });
        sources.into_iter().filter_map(referent).collect()
    }

    /// The earlier name to which the words of `mention` refer, if there is one.
    pub fn referent(&self, mention: Span) -> Option<Span> {
        let asking = self.pieces(mention)?;
        let question = self.scores.starts.question(Pairing::Antecedent, &asking)?;
        let before = self.found.partition_point(|(_, name)| name.start < asking.start);
        let near =
            self.found[..before].iter().rev().take_while(|(_, name)| asking.start - name.start <= REACH);
        let best = question.best(near.map(|(_, name)| (name, name, 0.0)), 0.0, &self.layout)?;
        Some(self.span(best))
    }

    /// The pieces that overlap a stretch of the text.
    fn pieces(&self, span: Span) -> Option<Range<usize>> {
        let spans = &self.scores.spans;
        let start = spans.partition_point(|piece| piece.end <= span.start);
        let end = spans.partition_point(|piece| piece.start < span.end);
        (start < end).then_some(start..end)
    }

    fn span(&self, pieces: &Range<usize>) -> Span {
        self.scores.hull(pieces).trimmed(self.text)
    }
}
