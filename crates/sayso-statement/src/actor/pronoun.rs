//! Pronouns as sources: whom "he", "it" and "they" stand for.

use sayso_model::{ActorKind, Span};

use super::{
    Description,
    describe::Source,
    nouns::{Noun, is},
    people::Person,
};
use crate::{
    syntax::{hull, is_finite, names_holder, parts_phrases},
    text::{Word, words},
};

/// Bytes before "who" within which its noun phrase stands.
const ANTECEDENT_REACH: usize = 120;

/// Words that part the noun phrase before "who" from what stands before it.
const LINKS: &[&str] = &["from", "by", "to", "with", "that", "and", "but"];

/// Sources before a pronoun that are looked at: who was named longer ago is not meant.
const REPEAT_REACH: usize = 60;

/// Bytes after a name that surely hold the next word.
const WHOLE_NAME_REACH: usize = 30;

/// Bytes after a linked name within which the person of whom it is a part is named.
const PERSON_REACH: usize = 50;

/// What a pronoun can stand for.
const PERSONAL: &[&str] = &["he", "she", "him", "her", "his", "himself", "herself"];
const NEUTRAL: &[&str] = &["it", "its", "itself"];
const PLURAL: &[&str] = &["they", "them", "their", "we", "us", "our", "who", "both"];
impl Source<'_> {
    pub(super) fn pronoun(&self, word: &str) -> Option<Description> {
        let fits: fn(&Description) -> bool = if PERSONAL.contains(&word) {
            |d| d.party.kind == ActorKind::Person || is_someone(d)
        } else if NEUTRAL.contains(&word) {
            |d| !matches!(d.party.kind, ActorKind::Person | ActorKind::Anonymous)
        } else {
            |d| d.party.kind != ActorKind::Person
        };
        let why = format!("{word:?} stands for the source named before");
        let fits = |d: &Description| fits(d) && self.may_be_called(word, &d.party.name);
        let again =
            |d: Description| Some(self.made(d.party.kind, &d.party.name, d.affiliation, Some(why.clone())));
        self.right_before(word)
            .or_else(|| self.topic(fits).and_then(again))
            .or_else(|| self.linked(word, fits))
            .or_else(|| self.repeat(fits, &why))
            .or_else(|| self.last_person(word))
            .or_else(|| self.body_in_paragraph().filter(|_| NEUTRAL.contains(&word)))
    }

    /// "a spokesperson of the agency, who said": the noun phrase right before "who".
    fn right_before(&self, word: &str) -> Option<Description> {
        if word != "who" {
            return None;
        }
        let from = self.text().floor_char_boundary(self.span.start.saturating_sub(ANTECEDENT_REACH));
        let all = words(&self.text()[from..self.span.start]);
        // "a former clerk, whose name it did not give and who said": the second of two clauses about one.
        let clause = all.iter().rposition(|w| matches!(w.text, "who" | "whose" | "whom"));
        let second = all.last().is_some_and(|w| w.text == "and");
        let all = match clause.filter(|_| second) {
            Some(at) => all[..at].to_vec(),
            None => all,
        };
        let end = if all.last().is_some_and(|w| w.text == ",") { all.len() - 1 } else { all.len() };
        let stop =
            |w: &Word<'_>| parts_phrases(w) || w.text == "." || is_finite(w) || LINKS.contains(&w.text);
        let start = all[..end].iter().rposition(stop).map_or(0, |i| i + 1);
        let span = hull(&all[start..end]).filter(|_| start > 0 && names_holder(&all[start..end]))?;
        let meant = Source { span: span.shifted(from), referent: None, ..*self }.describe()?;
        let why = format!("{word:?} stands for the words right before it");
        Some(self.made(meant.party.kind, &meant.party.name, meant.affiliation, Some(why)))
    }

    /// Whether "he" or "she" can stand for this person: Ms Lund is no "he".
    fn may_be_called(&self, word: &str, name: &str) -> bool {
        let person = self.cast.people.named(name);
        match (person.and_then(Person::is_woman), word) {
            (Some(woman), "he" | "him" | "his" | "himself") => !woman,
            (Some(woman), "she" | "her" | "herself") => woman,
            _ => true,
        }
    }

    /// The linked name with what belongs to it: "Brenn police" for "Brenn", the person of "TIN head Otto Lund" for "TIN".
    fn whole_name(&self, name: Span) -> Span {
        let after = &self.text()[name.end..];
        let next = words(&after[..after.floor_char_boundary(WHOLE_NAME_REACH)]);
        let body = next.first().filter(|w| !w.is_capitalised() && is(&w.lower(), Noun::Organization));
        body.map_or(name, |w| Span::new(name.start, name.end + w.span.end))
    }

    /// Whoever bears the name that the network links to this source, if that fits.
    pub(super) fn linked(&self, word: &str, fits: impl Fn(&Description) -> bool) -> Option<Description> {
        let linked = self.whole_name(self.referent?);
        let person = PERSONAL.contains(&word).then(|| self.person_at(linked)).flatten();
        let name = person.unwrap_or(linked);
        let meant = Source { span: name, referent: None, content: None, ..*self }.describe().filter(fits)?;
        let why = format!("{word:?} stands for {:?}, as the reader links them", name.of(self.text()));
        Some(self.made(meant.party.kind, &meant.party.name, meant.affiliation, Some(why)))
    }

    /// The person's name that the linked words are a part of, or that follows the words for what the person is: the link may
    /// hold but a piece of "Voss chief executive Otto Brandt".
    fn person_at(&self, linked: Span) -> Option<Span> {
        let near = Span::new(linked.start, linked.end + PERSON_REACH);
        let mut names = self.cast.names_at(near).filter(|n| n.kind == ActorKind::Person);
        let first = names.next()?;
        let between = self.text().get(linked.end..first.span.start).unwrap_or_default();
        let role = words(between)
            .iter()
            .all(|w| !w.is_capitalised() && !matches!(w.text, "." | ";" | ":" | "and") && !is_finite(w));
        (first.span.overlaps(linked) || role).then_some(first.span)
    }

    /// The description before that fits, said of this source.
    pub(super) fn repeat(&self, fits: impl Fn(&Description) -> bool, why: &str) -> Option<Description> {
        let earlier = self.before.iter().rev().take(REPEAT_REACH).flatten();
        let earlier = earlier.filter(|d| d.place.span.start < self.span.start);
        // The sources come in text order, so the first that fits from the end is the nearest.
        let found = earlier.into_iter().find(|d| fits(d))?;
        Some(self.made(found.party.kind, &found.party.name, found.affiliation.clone(), Some(why.to_owned())))
    }

    /// The person named last before, for "he" and "she" without an earlier source.
    pub(super) fn last_person(&self, word: &str) -> Option<Description> {
        if !PERSONAL.contains(&word) {
            return None;
        }
        let before =
            |p: &&Person| p.last_before(self.span.start).is_some() && self.may_be_called(word, &p.name);
        let people = self.cast.people.all.iter();
        let person = people.filter(before).max_by_key(|p| p.last_before(self.span.start))?;
        let why = format!("{word:?} stands for the person named last");
        Some(self.made(
            ActorKind::Person,
            &person.name,
            self.full_party(person.affiliation.clone()),
            Some(why),
        ))
    }
}

/// Whether one human being spoke without a name: "an insider", "a former clerk".
fn is_someone(described: &Description) -> bool {
    let lower = described.words.to_lowercase();
    let one = lower.starts_with("a ") || lower.starts_with("an ") || lower.starts_with("one of ");
    described.party.kind == ActorKind::Anonymous && one
}

pub(super) fn is_pronoun(word: &str) -> bool {
    [PERSONAL, NEUTRAL, PLURAL].iter().any(|list| list.contains(&word))
}
