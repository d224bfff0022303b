//! Who is "one of them", "his lawyer", "people familiar with the matter"? Somebody without a name who is told apart by those beside.

use sayso_model::{ActorKind, Span};

use super::{
    Description,
    describe::{Source, head_noun},
    family::family_name,
};
use crate::{
    syntax::hull,
    text::{Word, words},
};

/// Nouns that say nothing of unnamed people but that they speak.
const GENERIC_PEOPLE: &[&str] = &["people", "persons", "sources", "insiders", "others"];

/// Bytes between unnamed people and the medium beside them at most: the rest of a sentence.
const MEDIUM_REACH: usize = 160;

/// What takes up one or more of a group that spoke without names.
const OF_THE_GROUP: &[&str] = &[
    "one of them",
    "the other",
    "two of them",
    "both of them",
    "both",
    "the two",
    "the pair",
    "the others",
    "one",
    "the first",
    "the second",
];

/// Who speaks for or of one person.
const KIN: &[&str] = &[
    "lawyer", "attorney", "wife", "husband", "son", "daughter", "mother", "father", "brother", "sister",
    "relative", "doctor",
];

/// Bytes behind a source within which an apposition says what it is.
const APPOSED_REACH: usize = 60;

impl Source<'_> {
    /// "one of them", "the other": of the unnamed group that spoke before; by an apposition, where one says more.
    pub(super) fn one_of_them(&self, all: &[Word<'_>]) -> Option<Description> {
        let words_of = |all: &[Word<'_>]| all.iter().map(Word::lower).collect::<Vec<_>>().join(" ");
        let comma = all.iter().position(|w| w.text == ",");
        let front = words_of(&all[..comma.unwrap_or(all.len())]);
        let same = front.starts_with("the same ") && all.last().is_some_and(|w| w.text.ends_with('s'));
        if !OF_THE_GROUP.contains(&front.as_str()) && !same {
            return None;
        }
        if let Some(more) = self.apposed(all, comma).filter(|_| !same) {
            return Some(more);
        }
        let group = |d: &Description| d.party.kind == ActorKind::Anonymous && d.party.name != "unspecified";
        self.repeat(group, "of the unnamed people who spoke before")
    }

    /// What an apposition behind the words says: "one of them, a shift supervisor,".
    fn apposed(&self, all: &[Word<'_>], comma: Option<usize>) -> Option<Description> {
        let to = self.text().ceil_char_boundary((self.span.end + APPOSED_REACH).min(self.text().len()));
        let behind = self.text().get(self.span.end..to)?;
        let (from, rest) = match comma {
            Some(at) => (
                self.span.start + all.get(at + 1)?.span.start,
                self.text().get(self.span.start + all.get(at + 1)?.span.start..to)?,
            ),
            None => (self.span.end + 2, behind.strip_prefix(", ")?),
        };
        let opens = rest.starts_with("a ") || rest.starts_with("an ");
        let end = rest.find([',', '.', ';', '\n'])?;
        let span = Span::new(from, from + end);
        let described = words(span.of(self.text()));
        opens.then(|| Source { span, referent: None, content: None, ..*self }.unnamed(&described))
    }

    /// "people familiar with the matter" where a medium was named: whoever speaks to that medium without a name.
    pub(super) fn sources_of_medium(&self, name: &str) -> Option<Description> {
        let last = name.rsplit(' ').next().unwrap_or(name);
        let words = self.span.of(self.text());
        if !GENERIC_PEOPLE.contains(&last) && !words.contains("other people") && !words.contains("of others")
        {
            return None;
        }
        // The medium beside them, else the one that the article names first: the report that it goes by.
        let named = || self.cast.outlets.iter().filter(|(s, _)| s.start < self.span.end + MEDIUM_REACH);
        let beside = |s: &Span| s.end + MEDIUM_REACH > self.span.start;
        let near = named().filter(|(s, _)| beside(s)).max_by_key(|(s, _)| s.start);
        let (_, medium) = near.or_else(|| named().min_by_key(|(s, _)| s.start))?;
        let why = format!("unnamed people on whose word {medium} reports");
        Some(self.made(ActorKind::Anonymous, &format!("{medium} sources"), None, Some(why)))
    }

    /// "his lawyer", "Brandt's lawyers", "a lawyer for Brandt": who speaks for somebody is told apart by that somebody.
    pub(super) fn of_someone(&self, all: &[Word<'_>]) -> Option<Description> {
        let head = head_noun(all)?;
        let kin = KIN.iter().find(|k| head == **k || head.strip_suffix('s') == Some(k))?;
        let first = all.first()?.lower();
        let pronoun = matches!(first.as_str(), "his" | "her" | "their").then_some(());
        let mark = all.iter().position(|w| matches!(w.text, "'" | "’"));
        let link = all.iter().position(|w| matches!(w.text, "for" | "of"));
        let name = match (pronoun, mark, link) {
            (Some(()), ..) => self.person_before(&first)?,
            (_, Some(end), _) => self.bearer_of(hull(&all[..end])?)?,
            (_, _, Some(at)) => self.bearer_of(hull(all.get(at + 1..)?)?)?,
            _ => return None,
        };
        Some(self.made(ActorKind::Anonymous, &format!("{name}'s {kin}"), None, None))
    }

    /// The person for whom "his" and "her" stand.
    fn person_before(&self, word: &str) -> Option<String> {
        let before = Source { content: None, ..*self };
        let word = if word == "their" { "his" } else { word };
        let found =
            before.topic(|d| d.party.kind == ActorKind::Person).or_else(|| before.last_person(word))?;
        Some(found.party.name)
    }

    /// The full name of the person whom these words of the source name.
    fn bearer_of(&self, within: Span) -> Option<String> {
        let span = within.shifted(self.span.start);
        let words = span.of(self.text());
        let known = self.cast.people.by_surname(family_name(words), span.start);
        let named = words.starts_with(char::is_uppercase);
        known.map(|p| p.name.clone()).or_else(|| named.then(|| words.to_owned()))
    }
}
