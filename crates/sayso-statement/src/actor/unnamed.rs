//! Sources without a name: a role that leads to someone named, the outlet behind "the report", or nobody but the words.

use sayso_model::{ActorKind, Span};

use super::people::Person;
use super::{
    Description, Party,
    describe::{CLAUSES, Source, head_noun},
    nouns::{Noun, is},
};
use crate::{
    country::lookup,
    syntax::is_telling_verb,
    text::{Word, words},
};

/// Endings of nouns for people by what they do: "seismologist", "adviser", "governor", "politician", "lawmaker", "aide".
const HUMAN_ENDINGS: &[&str] = &["ist", "er", "or", "ian", "aide", "man", "woman", "minister"];

/// Roles of people who often stay unnamed for good.
const STAY_UNNAMED: &[&str] =
    &["officer", "soldier", "worker", "insider", "teenager", "prisoner", "neighbor", "neighbour"];

/// Bytes beside a name that surely hold the next word.
const NEXT_WORD_REACH: usize = 40;

/// Bytes after a role within which the person is named: a few sentences.
const NAMED_LATER_REACH: usize = 700;

/// Nouns that say nothing of unnamed people but that they speak.
const GENERIC_PEOPLE: &[&str] = &["people", "persons", "sources", "insiders", "others"];

/// Bytes between unnamed people and the medium beside them at most: the rest of a sentence.
const MEDIUM_REACH: usize = 160;

/// Nouns for people who serve a state, named or not.
const SERVANTS: &[&str] =
    &["official", "officials", "diplomat", "diplomats", "envoy", "envoys", "authorities"];

/// Nouns that any body can be called by after it was named.
const GENERIC: &[&str] =
    &["agency", "body", "organisation", "organization", "company", "firm", "group", "operator"];

impl Source<'_> {
    /// "the report", "the newspaper": the outlet credited last before.
    pub(super) fn report(&self, all: &[Word<'_>]) -> Option<Description> {
        let head = head_noun(all)?;
        if !is(&head, Noun::Report) {
            return None;
        }
        let (_, name) = self
            .cast
            .outlets
            .iter()
            .filter(|(s, _)| s.end <= self.span.start)
            .max_by_key(|(s, _)| s.start)?;
        let why = format!("{head:?} stands for the outlet named before");
        Some(self.made(ActorKind::Publisher, name, None, Some(why)))
    }

    /// "the colonel", "a Danish geologist": the person of whom the article says so, or the spokesperson before.
    pub(super) fn role(&self, all: &[Word<'_>]) -> Option<Description> {
        let head = head_noun(all)?;
        if is(&head, Noun::Spokesperson) {
            let why = "the spokesperson of the body named before";
            let before = || self.repeat(|d| d.party.kind != ActorKind::Anonymous, why);
            return self.spoken_for(all).or_else(before);
        }
        if let Some(person) = self.cast.by_role(&head, self.span.start) {
            let why = format!("the article calls {} {head:?}", person.name);
            return Some(self.made(
                ActorKind::Person,
                &person.name,
                self.full_party(person.affiliation.clone()),
                Some(why),
            ));
        }
        if let Some(person) = self.named_later(all, &head) {
            return Some(person);
        }
        let definite = all.first().is_some_and(|w| w.lower() == "the");
        if definite && let Some(body) = self.cast.body_called(&head, self.span.start) {
            let why = format!("{head:?} stands for {}, named in full before", body.span.of(self.text()));
            return Some(self.body(body, Some(why)));
        }
        let bare = all.iter().filter(|w| !w.is_mark()).count() == 2;
        if definite && bare && GENERIC.contains(&head.as_str()) {
            return self.repeat(|d| d.party.kind == ActorKind::Organization, "the body named before");
        }
        let same_head = |d: &Description| {
            d.words.to_lowercase().ends_with(&head) || d.party.name.to_lowercase().ends_with(&head)
        };
        definite
            .then(|| {
                self.repeat(|d| same_head(d) && d.place.span.end <= self.span.start, "named in full before")
            })
            .flatten()
    }

    /// "a police spokesman", "a spokesman for the fire service": the body in lower case for which someone unnamed speaks.
    pub(super) fn spoken_for(&self, all: &[Word<'_>]) -> Option<Description> {
        let spokes = all.iter().position(|w| is(&w.lower(), Noun::Spokesperson))?;
        let after =
            all[spokes..].iter().position(|w| matches!(w.text, "for" | "of")).map(|i| &all[spokes + i + 1..]);
        let body: Vec<&str> = after
            .unwrap_or(&all[..spokes])
            .iter()
            .map(|w| w.text)
            .skip_while(|w| ["a", "an", "the"].contains(&w.to_lowercase().as_str()))
            .take_while(|w| *w != ",")
            .collect();
        let named = body.last().is_some_and(|w| is(&w.to_lowercase(), Noun::Organization));
        let why = "an unnamed spokesperson speaks for the body".to_owned();
        named.then(|| self.made(ActorKind::Organization, &body.join(" "), None, Some(why)))
    }

    /// "A Swedish prosecutor said … Mats Lund said more": a role that opens a report is the person named next, unless the article
    /// says another role of that person. "A senior official" wants to stay unnamed.
    fn named_later(&self, all: &[Word<'_>], head: &str) -> Option<Description> {
        let indefinite = all.first().is_some_and(|w| matches!(w.lower().as_str(), "a" | "an"));
        let human = is(head, Noun::Title) || HUMAN_ENDINGS.iter().any(|e| head.ends_with(e));
        let body = is(head, Noun::Organization) || is(head, Noun::Publisher) || is(head, Noun::Report);
        if !indefinite || !human || body || is(head, Noun::Anonymous) || STAY_UNNAMED.contains(&head) {
            return None;
        }
        let person = self.cast.first_named_after(self.span.end, NAMED_LATER_REACH, head)?;
        // A medium can look like a person's name: "Quay Wire".
        if !self.speaks(person) || self.article.credits.iter().any(|c| c.name.contains(&person.name)) {
            return None;
        }
        let why = format!("the article names {} right after it speaks of {head:?}", person.name);
        let affiliation = self.full_party(person.affiliation.clone());
        Some(self.made(ActorKind::Person, &person.name, affiliation, Some(why)))
    }

    /// Whether the person stands where a speaker does at the first place of the name: before or after a telling verb, or before an
    /// apposition.
    fn speaks(&self, person: &Person) -> bool {
        let Some(name) = person.spans.first() else { return false };
        let from = self.text().floor_char_boundary(name.start.saturating_sub(NEXT_WORD_REACH));
        let to = self.text().ceil_char_boundary((name.end + NEXT_WORD_REACH).min(self.text().len()));
        let before = words(&self.text()[from..name.start]);
        let after = words(&self.text()[name.end..to]);
        let told = before.last().is_some_and(|w| w.text == "told");
        let apposed = |w: &Word<'_>| matches!(w.text, "," | "of" | "who" | "did" | "has" | "had");
        !told
            && (before.last().is_some_and(is_telling_verb)
                || after.first().is_some_and(|w| apposed(w) || is_telling_verb(w)))
    }

    /// "people familiar with the matter" where a medium was named: whoever speaks to that medium without a name.
    fn sources_of_medium(&self, name: &str) -> Option<Description> {
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

    /// Someone whom the text does not name: typed by the words, a country in them included.
    pub(super) fn unnamed(&self, all: &[Word<'_>]) -> Description {
        let described: Vec<String> = all
            .iter()
            .skip_while(|w| ["a", "an", "the", "some", "several", "many"].contains(&w.lower().as_str()))
            .take_while(|w| w.text != "," && w.text != "with" && !CLAUSES.contains(&w.text))
            .map(|w| lookup(w.text).map_or_else(|| w.lower(), |(c, _)| c.name.to_owned()))
            .collect();
        let name = described.join(" ");
        if let Some(found) = self.sources_of_medium(&name) {
            return found;
        }
        let body = head_noun(all).is_some_and(|h| is(&h, Noun::Organization))
            && !all.iter().any(|w| is(&w.lower(), Noun::Anonymous));
        if body {
            return self.made(ActorKind::Organization, &name, None, None);
        }
        self.made(ActorKind::Anonymous, &name, self.served(all), None)
    }

    /// The state that unnamed officials serve: "a senior Kenyan official".
    fn served(&self, all: &[Word<'_>]) -> Option<Party> {
        let serves = |w: &Word<'_>| SERVANTS.contains(&w.lower().as_str());
        let country = self.first_country(all).filter(|_| all.iter().any(serves))?;
        Some(Party::government(country.name))
    }
}
