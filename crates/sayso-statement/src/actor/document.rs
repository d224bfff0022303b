//! Sources that are texts: figures that a body gave out speak for the body, a paper that was not published speaks for itself.

use sayso_model::{ActorKind, Span};

use super::{
    Description,
    describe::{Source, head_noun},
    leaked::Leaked,
    nouns::{Noun, is},
};
use crate::text::Word;

/// What stands between a text and whoever gave it out: "preliminary figures from the board".
const LINKS: &[&str] = &["from", "by", "of"];

/// Participles before such a "by": "figures released by the board".
const GIVEN_OUT: &[&str] = &[
    "released",
    "published",
    "issued",
    "compiled",
    "prepared",
    "provided",
    "given",
    "written",
    "commissioned",
];

/// Who stands for the text that they wrote.
const WRITERS: &[&str] = &["authors", "author", "writers"];

/// Texts that someone spoke through just before: "the letter says".
const VEHICLES: &[&str] = &["letter", "statement", "email", "e-mail", "message", "post", "memo", "note"];

/// What such a paper is called again.
const PAPER: &[&str] = &["report", "paper", "document", "dossier", "file", "study"];

/// How a paper that was not published is called.
const INTERNAL: &str = "internal report";

impl Source<'_> {
    /// A text as a source.
    pub(super) fn document(&self, all: &[Word<'_>]) -> Option<Description> {
        self.given_out(all).or_else(|| self.vehicle(all))
    }

    /// "a confidential Voss report", and "the paper" or "its authors" where one was named before.
    pub(super) fn internal_paper(&self, all: &[Word<'_>]) -> Option<Description> {
        let text = self.text();
        let earlier = self.cast.leaked.partition_point(|l| l.span.end <= self.span.start);
        let own = self.cast.leaked_at(self.span);
        let head = head_noun(all)?;
        let writers = WRITERS.contains(&head.as_str());
        let first = all.first().map(Word::lower).unwrap_or_default();
        let definite = ["the", "its", "that", "this"].contains(&first.as_str());
        let again = || {
            let last = self.cast.leaked[..earlier].last().filter(|_| definite)?;
            let same = last.span.of(text).ends_with(&head);
            (writers || same || PAPER.contains(&head.as_str())).then_some(last)
        };
        // "A confidential report obtained by the Quay Post": the source begins with the paper.
        let begins = |l: &Leaked| {
            let before = text.get(self.span.start..l.span.start).unwrap_or("-");
            matches!(before.trim().to_lowercase().as_str(), "" | "a" | "an" | "the" | "this" | "that")
        };
        let is_paper = own.is_some_and(begins) || own.is_some() && (is(&head, Noun::Document) || writers);
        let paper = own.filter(|_| is_paper).or_else(again)?;
        // Whose it is may be said at another place of the article.
        let owner = paper.owner.or(self.cast.paper_owner);
        let whose =
            owner.and_then(|span| Source { span, referent: None, content: None, ..*self }.describe_body());
        let name = whose.map_or_else(|| INTERNAL.to_owned(), |d| format!("{} {INTERNAL}", d.party.name));
        let why = format!("a paper that was not published: {:?}", paper.span.of(text));
        Some(self.made(ActorKind::Anonymous, &name, None, Some(why)))
    }

    /// The body that the words name, and nobody else.
    fn describe_body(&self) -> Option<Description> {
        self.describe().filter(|d| matches!(d.party.kind, ActorKind::Organization | ActorKind::Government))
    }

    /// "preliminary figures from the board", "a survey by the institute": whoever gave the text out, where that is a body or a person.
    fn given_out(&self, all: &[Word<'_>]) -> Option<Description> {
        let link = all.iter().position(|w| LINKS.contains(&w.text))?;
        let head = all[..link]
            .iter()
            .rev()
            .find(|w| !GIVEN_OUT.contains(&w.text))
            .filter(|w| !w.is_capitalised())?;
        let rest = all.get(link + 1..)?;
        let names = rest.iter().find(|w| !matches!(w.text, "the" | "a" | "its"))?;
        if !is(&head.lower(), Noun::Document)
            || !(names.is_capitalised() || is(&names.lower(), Noun::Organization))
        {
            return None;
        }
        let span = Span::new(rest.first()?.span.start + self.span.start, self.span.end);
        let meant = Source { span, referent: None, content: None, ..*self }.describe()?;
        let speaks = matches!(meant.party.kind, ActorKind::Organization | ActorKind::Person);
        let why = format!("{:?} gave out what is cited", span.of(self.text()));
        speaks.then(|| Description {
            words: self.span.of(self.text()).to_owned(),
            reason: Some(why),
            ..meant
        })
    }

    /// "the letter says": whoever spoke last before, where a letter was spoken of.
    fn vehicle(&self, all: &[Word<'_>]) -> Option<Description> {
        let [the, noun] = all else { return None };
        if !matches!(the.lower().as_str(), "the" | "his" | "her" | "its" | "their")
            || !VEHICLES.contains(&noun.text)
        {
            return None;
        }
        let why = format!("{:?} stands for whoever spoke before", noun.text);
        self.repeat(|d| d.party.kind != ActorKind::Anonymous, &why)
    }
}

/// "the paper's authors" is about the authors.
#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;

    #[test]
    fn the_head_of_an_owned_noun_is_what_is_owned() {
        assert_eq!(head_noun(&words("the paper's authors")).as_deref(), Some("authors"));
    }
}
