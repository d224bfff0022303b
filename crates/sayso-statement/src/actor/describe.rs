//! Whom a source of one article names: by its own name, by a role, by a pronoun, or not at all.

use sayso_model::{ActorKind, Article, Evidence, Span, Statement};

use super::{
    Description, Party,
    nouns::{Noun, is},
    people::Cast,
    pronoun::is_pronoun,
};
use crate::{
    joint::stands_for_several,
    text::{Word, words},
};

/// Words that open a clause about whoever was named.
pub(super) const CLAUSES: &[&str] = &[
    "who", "whom", "whose", "which", "that", "seen", "quoted", "cited", "handed", "familiar", "close",
    "briefed", "in", "at", "from",
];

/// What stands for whoever is being quoted, which only the sentences around the quotation tell.
const SPEAKER: &[&str] = &["i", "me", "my", "you", "your", "one", "his own", "that", "this"];

/// What stands between a document and whoever vouches for it: "new intelligence seen by two officials".
const SEEN_BY: &[&str] = &[" seen by ", " reviewed by ", " obtained by "];

/// Describes the source of each statement of one article, in the order of the statements; `None` where there is no source
/// or it is a pronoun for which nobody is found.
///
/// `statements` are in text order, so that a pronoun can look back at the sources before it.
pub(crate) fn describe_sources(article: &Article, statements: &[&Statement]) -> Vec<Option<Description>> {
    let cast = Cast::of(article);
    let mut out: Vec<Option<Description>> = Vec::with_capacity(statements.len());
    for statement in statements {
        let described = statement.source.and_then(|span| {
            let reader = Source { article, cast: &cast, span, referent: statement.referent, before: &out };
            reader.describe()
        });
        out.push(described);
    }
    out
}

/// One source within its article.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub article: &'a Article,
    pub cast: &'a Cast,
    pub span: Span,
    /// The earlier name that the network links to it.
    pub referent: Option<Span>,
    /// Descriptions of the sources before it.
    pub before: &'a [Option<Description>],
}

impl Source<'_> {
    pub(super) fn text(&self) -> &str {
        &self.article.text
    }

    pub(super) fn describe(&self) -> Option<Description> {
        if let Some(name) = self.referent.filter(|_| stands_for_several(self.span.of(self.text()))) {
            let why = "one of those named before".to_owned();
            let named = Source { span: name, referent: None, ..*self }.describe()?;
            return Some(self.made(named.party.kind, &named.party.name, named.affiliation, Some(why)));
        }
        if let Some(holder) = self.behind_a_document() {
            return Source { span: holder, ..*self }.describe();
        }
        let all = words(self.span.of(self.text()));
        let first = all.iter().find(|w| !w.is_mark())?.lower();
        if all.len() == 1 && is_pronoun(&first) {
            return self.pronoun(&first);
        }
        if SPEAKER.contains(&self.span.of(self.text()).to_lowercase().as_str()) {
            return None;
        }
        self.outlet()
            .or_else(|| self.named(&all))
            .or_else(|| self.report(&all))
            .or_else(|| self.role(&all))
            .or_else(|| Some(self.unnamed(&all)))
    }

    /// Whoever has seen the document that the source names.
    pub(super) fn behind_a_document(&self) -> Option<Span> {
        let words = self.span.of(self.text());
        let (at, link) = SEEN_BY.iter().find_map(|link| words.find(link).map(|at| (at, link)))?;
        Some(Span::new(self.span.start + at + link.len(), self.span.end))
    }

    pub(super) fn made(
        &self,
        kind: ActorKind,
        name: &str,
        affiliation: Option<Party>,
        reason: Option<String>,
    ) -> Description {
        Description {
            party: Party::new(kind, name),
            affiliation,
            words: self.span.of(self.text()).to_owned(),
            place: Evidence::in_text(&self.article.id, self.span),
            reason,
        }
    }

    /// An outlet that the article credits, where the source is its name and little more.
    pub(super) fn outlet(&self) -> Option<Description> {
        let inside = self.cast.outlets.iter().find(|(span, name)| {
            let words = span.shared(self.span);
            words > 0 && words * 2 >= self.span.len()
                || self.span.of(self.text()).trim_start_matches("the ").eq_ignore_ascii_case(name)
                || self.ends_with_outlet(name)
        });
        let (_, name) = inside?;
        Some(self.made(ActorKind::Publisher, name, None, None))
    }

    /// "the Aldorian daily Quay Post": nouns for media before the name.
    pub(super) fn ends_with_outlet(&self, name: &str) -> bool {
        let before = self.span.of(self.text()).strip_suffix(name);
        let noun = |w: Word<'_>| {
            is(&w.lower(), Noun::Publisher) || is(&w.lower(), Noun::Report) || w.text == "media"
        };
        before.is_some_and(|b| words(b).into_iter().any(noun))
    }
}

/// The noun that the source is about: the last word before "of", "for", "in", "who" or a mark.
pub(super) fn head_noun(all: &[Word<'_>]) -> Option<String> {
    let stop = all.iter().position(|w| {
        ["of", "for", "to", "in", "at", "from", "who", "that", "with", "familiar", "close"].contains(&w.text)
            || (w.is_mark() && !matches!(w.text, "'" | "’" | "“" | "”"))
    });
    all[..stop.unwrap_or(all.len())].iter().rev().find(|w| !w.is_mark()).map(Word::lower)
}

#[cfg(test)]
mod tests {
    use super::*;
    use sayso_testkit::{article, statement};

    fn read(text: &str, sources: &[&str]) -> Vec<(ActorKind, String)> {
        let a = article("x", text);
        let statements: Vec<Statement> = sources.iter().map(|s| statement(&a, s, "", "")).collect();
        let all: Vec<&Statement> = statements.iter().collect();
        describe_sources(&a, &all).into_iter().flatten().map(|d| (d.party.kind, d.party.name)).collect()
    }

    #[test]
    fn surnames_and_pronouns_lead_to_the_full_name() {
        let text = "Mara Lindqvist said it fell. Lindqvist added it was old. Later she wept.";
        let who = read(text, &["Mara Lindqvist", "Lindqvist added", "she"]);
        assert_eq!(who, vec![(ActorKind::Person, "Mara Lindqvist".to_owned()); 3]);
    }

    #[test]
    fn an_unnamed_spokesperson_speaks_for_the_body() {
        let who = read(
            "A spokesperson for the Harbour Authority said so.",
            &["A spokesperson for the Harbour Authority"],
        );
        assert_eq!(who, [(ActorKind::Organization, "Harbour Authority".to_owned())]);
    }

    #[test]
    fn capitals_and_authorities_stand_for_the_state() {
        let who =
            read("Stockholm denied it. German authorities said so.", &["Stockholm", "German authorities"]);
        assert_eq!(
            who,
            [(ActorKind::Government, "Sweden".to_owned()), (ActorKind::Government, "Germany".to_owned())]
        );
    }

    #[test]
    fn unnamed_officials_are_typed_by_their_words() {
        let who =
            read("U.S. officials said so, and a US official did.", &["U.S. officials", "a US official"]);
        assert_eq!(who[0], (ActorKind::Anonymous, "United States officials".to_owned()));
        assert_eq!(who[1], (ActorKind::Anonymous, "United States official".to_owned()));
    }

    #[test]
    fn a_role_leads_to_the_person_of_whom_the_article_says_it() {
        let text =
            "A Danish geologist said it slid. Otto Brandt, geologist at the Tide Institute, said more.";
        assert_eq!(read(text, &["A Danish geologist"]), [(ActorKind::Person, "Otto Brandt".to_owned())]);
    }
}
