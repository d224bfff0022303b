//! Whom is a paragraph about? The subjects of its sentences, which a pronoun takes up before anything farther away.

use sayso_model::{ActorKind, Span};

use super::{Description, describe::Source};
use crate::{
    syntax::{hull, is_finite, is_telling_verb},
    text::{Word, words},
};

/// Sentences before a pronoun whose subjects are looked at: a paragraph of news has about as many.
const SENTENCES: usize = 4;

/// Sources before a pronoun that are looked at in one sentence.
const NEAR: usize = 20;

/// Bytes of a sentence within which its subject ends.
const SUBJECT_REACH: usize = 220;

/// Words and marks of a subject at most, appositions included.
const LONGEST_SUBJECT: usize = 24;

/// Words that open something before the subject, which a comma closes: "Across the border, …".
const OPENING: &[&str] = &[
    "in",
    "on",
    "at",
    "across",
    "after",
    "before",
    "during",
    "as",
    "with",
    "for",
    "from",
    "by",
    "to",
    "asked",
    "under",
    "through",
    "despite",
    "if",
    "when",
    "while",
    "since",
    "according",
    "speaking",
    "meanwhile",
    "within",
    "once",
    "though",
    "although",
    "given",
    "because",
    "until",
    "amid",
    "besides",
];

impl Source<'_> {
    /// Whoever is the subject of an earlier sentence of the paragraph, or spoke in it, the nearest first, if that fits.
    pub(super) fn topic(&self, fits: impl Fn(&Description) -> bool) -> Option<Description> {
        let paragraph = self.paragraph()?;
        let sentences = self.cast.sentences_within(Span::new(paragraph.start, self.span.start));
        for sentence in sentences.iter().rev().take(SENTENCES) {
            let until = sentence.end.min(self.span.start);
            let spoke = self
                .before
                .iter()
                .rev()
                .take(NEAR)
                .flatten()
                .take_while(|d| d.place.span.start >= sentence.start);
            let within = |at: usize| at >= sentence.start && at < until;
            let spoke = spoke
                .filter(|d| within(d.place.span.start) && !self.is_content(d.place.span))
                .find(|d| fits(d));
            if let Some(found) =
                spoke.cloned().or_else(|| self.subject(Span::new(sentence.start, until)).filter(|d| fits(d)))
            {
                return Some(found);
            }
        }
        None
    }

    /// The paragraph in which the source stands.
    pub(super) fn paragraph(&self) -> Option<Span> {
        let at = self.cast.paragraphs.partition_point(|p| p.end <= self.span.start);
        self.cast.paragraphs.get(at).copied().filter(|p| p.start <= self.span.start)
    }

    /// Whether these words stand in what the statement itself says.
    fn is_content(&self, span: Span) -> bool {
        self.content.is_some_and(|content| content.overlaps(span))
    }

    /// The subject that opens a sentence, where it names somebody.
    fn subject(&self, sentence: Span) -> Option<Description> {
        let end = self.text().floor_char_boundary(sentence.end.min(sentence.start + SUBJECT_REACH));
        let all = words(self.text().get(sentence.start..end)?);
        let span = hull(subject_words(&all)?)?.shifted(sentence.start);
        if self.is_content(span) || self.cast.is_quoted(span.start) {
            return None;
        }
        let meant = Source { span, referent: None, content: None, ..*self };
        meant.named_or_office().map(|d| Description { place: d.place.clone(), ..d })
    }
}

/// The words of the subject: from where the main clause begins to its verb.
fn subject_words<'w, 't>(all: &'w [Word<'t>]) -> Option<&'w [Word<'t>]> {
    let first = all.first()?.lower();
    let opens = OPENING.contains(&first.as_str()) || first.ends_with("ing");
    let start = if opens { all.iter().position(|w| w.text == ",")? + 1 } else { 0 };
    let rest = &all[start..];
    let verb = rest.iter().position(|w| is_finite(w) || is_telling_verb(w) || is_plain_verb(w));
    let end = verb.unwrap_or(rest.len()).min(LONGEST_SUBJECT);
    // Where a clause about the subject comes first, its name stands before it.
    (end > 0).then_some(&rest[..end])
}

/// A past form that no cue is: "arrived", "opened".
fn is_plain_verb(word: &Word<'_>) -> bool {
    !word.is_capitalised() && word.text.len() > 4 && word.text.ends_with("ed")
}

impl Source<'_> {
    /// The body named last before in the paragraph, where no subject and no speaker is one.
    pub(super) fn body_in_paragraph(&self) -> Option<Description> {
        let paragraph = self.paragraph()?;
        let earlier = self.cast.bodies.partition_point(|(b, _)| b.span.end <= self.span.start);
        let (body, _) =
            self.cast.bodies[..earlier].last().filter(|(b, _)| b.span.start >= paragraph.start)?;
        let name = body.span.of(self.text());
        let certain = name.contains(' ') || self.cast.known.is_certain(name);
        let plain =
            certain && !self.is_content(body.span) && !self.cast.places.contains(body.span.of(self.text()));
        let found = plain.then(|| self.body(body, None))?;
        let why = "the body named last before".to_owned();
        Some(self.made(found.party.kind, &found.party.name, found.affiliation, Some(why)))
    }

    /// The description of words that name somebody; `None` where nobody is named.
    fn named_or_office(&self) -> Option<Description> {
        let all = words(self.span.of(self.text()));
        let first = all.iter().find(|w| !w.is_mark())?.lower();
        if all.len() == 1 && super::pronoun::is_pronoun(&first) {
            return None;
        }
        let found = self.describe()?;
        let described = found.party.kind == ActorKind::Anonymous;
        // A word that only opens the sentence may be no name: "Elbowing its rivals, …".
        let word = found.party.kind == ActorKind::Organization && !found.party.name.contains(' ');
        let doubtful = word && !self.cast.known.is_certain(&found.party.name);
        (!described && !doubtful).then_some(found)
    }
}
