//! Whom a source of one article names: by its own name, by a role, by a pronoun, or not at all.

use sayso_model::{ActorKind, Article, Evidence, Span, Statement};

use super::{
    Description, Party,
    known::Known,
    names::Name,
    nouns::{Noun, is},
    people::Cast,
    pronoun::is_pronoun,
};
use crate::{
    joint::stands_for_several,
    syntax::{hull, is_finite, is_holder_noun, is_telling_verb},
    text::{Word, words},
};

/// Words that open a clause about whoever was named.
pub(super) const CLAUSES: &[&str] = &[
    "who", "whom", "whose", "which", "that", "seen", "quoted", "cited", "handed", "familiar", "close",
    "briefed", "in", "at", "from",
];

/// What stands for whoever is being quoted, which only the sentences around the quotation tell.
const SPEAKER: &[&str] = &["i", "me", "my", "you", "your", "one", "his own", "that", "this"];

/// How often words may lead to other words: "his lawyer" to "he" to the subject of the paragraph to the body that it is called.
const DEEPEST: usize = 4;

/// Bytes behind an article within which its noun stands.
const NOUN_REACH: usize = 60;

fn is_article(word: &Word<'_>) -> bool {
    matches!(word.lower().as_str(), "the" | "a" | "an")
}

/// What an outlet calls itself.
const OWN: &[&str] = &[
    "we",
    "us",
    "this newspaper",
    "this paper",
    "this station",
    "this channel",
    "this magazine",
    "this site",
];

/// What it did itself.
const OWN_WORK: &[&str] = &[
    "research",
    "reporting",
    "investigation",
    "inquiries",
    "analysis",
    "reporters",
    "reporter",
    "correspondent",
    "team",
    "survey",
    "checks",
];

/// What stands between a document and whoever vouches for it: "new intelligence seen by two officials".
const SEEN_BY: &[&str] = &[" seen by ", " reviewed by ", " obtained by "];

/// Describes the source of each statement of one article, in the order of the statements; `None` where there is no source
/// or it is a pronoun for which nobody is found.
///
/// `statements` are in text order, so that a pronoun can look back at the sources before it.
///
/// `known` is what the articles of the case say together, `names` are those of this article.
pub(crate) fn describe_sources(
    article: &Article,
    statements: &[&Statement],
    known: &Known,
    names: &[Name],
) -> Vec<Option<Description>> {
    let cast = Cast::of(article, known, names);
    let mut out: Vec<Option<Description>> = Vec::with_capacity(statements.len());
    for statement in statements {
        let described = statement.source.and_then(|span| {
            let content = Some(statement.content_hull());
            let referent = statement.referent;
            let reader = Source { article, cast: &cast, span, referent, content, depth: 0, before: &out };
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
    pub cast: &'a Cast<'a>,
    pub span: Span,
    /// The earlier name that the network links to it.
    pub referent: Option<Span>,
    /// What the statement says, where the source is that of one.
    pub content: Option<Span>,
    /// How many other sources led to it.
    pub depth: usize,
    /// Descriptions of the sources before it.
    pub before: &'a [Option<Description>],
}

impl Source<'_> {
    pub(super) fn text(&self) -> &str {
        &self.article.text
    }

    /// Whom the source names. Words that lead to other words are followed a few times only.
    pub(super) fn describe(&self) -> Option<Description> {
        let deeper = Source { depth: self.depth + 1, ..*self };
        (self.depth < DEEPEST).then(|| deeper.described()).flatten()
    }

    fn described(&self) -> Option<Description> {
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
        if let Some(own) = self.own_outlet() {
            return Some(own);
        }
        if all.len() == 1 && is_pronoun(&first) {
            return self.pronoun(&first);
        }
        if all.iter().all(|w| is_article(w)) {
            return self.with_noun();
        }
        // "she and the board": the body is whom the words add.
        if let [pronoun, and, rest @ ..] = &all[..]
            && is_pronoun(&pronoun.lower())
            && and.text == "and"
            && let Some(span) = hull(rest)
        {
            return Source { span: span.shifted(self.span.start), ..*self }.describe();
        }
        if SPEAKER.contains(&self.span.of(self.text()).to_lowercase().as_str()) {
            return None;
        }
        self.internal_paper(&all)
            .or_else(|| self.outlet())
            .or_else(|| self.document(&all))
            .or_else(|| self.one_of_them(&all))
            .or_else(|| self.called_so(&all))
            .or_else(|| self.named(&all))
            .or_else(|| self.report(&all))
            .or_else(|| self.role(&all))
            .or_else(|| Some(self.unnamed(&all)))
    }

    /// Whoever has seen the document that the source names.
    pub(super) fn behind_a_document(&self) -> Option<Span> {
        let words = self.span.of(self.text());
        // Nobody vouches for a paper that was not published.
        if self.cast.leaked_at(self.span).is_some() {
            return None;
        }
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

    /// The noun behind an article that stands alone: "The" of "The regulator has proved". Nobody, where none can speak.
    fn with_noun(&self) -> Option<Description> {
        let to = self.text().ceil_char_boundary((self.span.end + NOUN_REACH).min(self.text().len()));
        let behind = words(self.text().get(self.span.end..to)?);
        let stops =
            |w: &Word<'_>| w.is_mark() || is_finite(w) || is_telling_verb(w) || CLAUSES.contains(&w.text);
        let phrase = &behind[..behind.iter().position(stops)?];
        let last = phrase.last()?;
        let speaks = is_holder_noun(&last.lower()) || is(&last.lower(), Noun::Firm) || last.is_capitalised();
        let span = Span::new(self.span.start, self.span.end + last.span.end);
        speaks.then(|| Source { span, ..*self }.describe()).flatten()
    }

    /// "we", "our research": the outlet itself, where nobody is being quoted.
    fn own_outlet(&self) -> Option<Description> {
        let words = self.span.of(self.text()).to_lowercase();
        let own = OWN.iter().any(|own| words == *own)
            || words.strip_prefix("our ").is_some_and(|noun| noun.split(' ').any(|w| OWN_WORK.contains(&w)));
        let name =
            self.article.publisher.as_deref().filter(|_| own && !self.cast.is_quoted(self.span.start))?;
        Some(self.made(ActorKind::Publisher, name, None, Some("the outlet speaks of itself".to_owned())))
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
    use super::{super::known::names_of, *};
    use sayso_testkit::{article, statement};

    fn read(text: &str, sources: &[&str]) -> Vec<(ActorKind, String)> {
        let a = article("x", text);
        let statements: Vec<Statement> = sources.iter().map(|s| statement(&a, s, "", "")).collect();
        let all: Vec<&Statement> = statements.iter().collect();
        let names = names_of(&a);
        let known = Known::of([(&a, &names[..])]);
        describe_sources(&a, &all, &known, &names)
            .into_iter()
            .flatten()
            .map(|d| (d.party.kind, d.party.name))
            .collect()
    }

    #[test]
    fn surnames_and_pronouns_lead_to_the_full_name() {
        let text = "Mara Lindqvist said it fell. Lindqvist added it was old. Later she wept.";
        let who = read(text, &["Mara Lindqvist", "Lindqvist added", "she"]);
        assert_eq!(who, vec![(ActorKind::Person, "Mara Lindqvist".to_owned()); 3]);
    }

    #[test]
    fn words_that_lead_to_themselves_end() {
        let text = "A confidential Report report said it fell. Its authors said so. Its Report report did, he said. His lawyer said so.";
        let who =
            read(text, &["A confidential Report report", "Report report", "Its authors", "he", "His lawyer"]);
        assert!(who.len() <= 5);
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
