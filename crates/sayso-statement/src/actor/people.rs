//! Whom does an article name? Its people, bodies and outlets, with the roles in which it names them.

use std::collections::HashMap;

use sayso_model::{ActorKind, Article, CreditKind, Span};

use super::{
    Party,
    acronym::acronyms,
    apposition::{affiliation, role_after, role_before},
    family::family_name,
    names::{Name, names},
    nouns::{Noun, is},
};
use crate::text::sentences;

/// Titles and nouns for women, and those for men.
const WOMEN: &[&str] = &[
    "ms",
    "mrs",
    "miss",
    "lady",
    "queen",
    "princess",
    "baroness",
    "spokeswoman",
    "chairwoman",
    "congresswoman",
    "mother",
    "sister",
    "daughter",
    "widow",
    "wife",
    "businesswoman",
];
const MEN: &[&str] = &[
    "mr",
    "sir",
    "lord",
    "king",
    "prince",
    "baron",
    "spokesman",
    "chairman",
    "congressman",
    "father",
    "brother",
    "husband",
    "businessman",
];

/// A person whom the article names in full.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    pub name: String,
    /// The full names' places, in text order.
    pub spans: Vec<Span>,
    /// Lower-case nouns that the article says of the person: "seismologist", "minister".
    pub roles: Vec<String>,
    pub affiliation: Option<Party>,
}

impl Person {
    pub fn surname(&self) -> &str {
        family_name(&self.name)
    }

    /// Where the article names the person in full for the last time before `at`.
    pub fn last_before(&self, at: usize) -> Option<usize> {
        let before = self.spans.partition_point(|s| s.end <= at);
        before.checked_sub(1).map(|i| self.spans[i].start)
    }

    /// How far from `at` the article names the person in full, in bytes.
    fn distance(&self, at: usize) -> Option<usize> {
        let after = self.spans.partition_point(|s| s.start < at);
        let near = &self.spans[after.saturating_sub(1)..(after + 1).min(self.spans.len())];
        near.iter().map(|s| s.start.abs_diff(at)).min()
    }

    /// Whether the article calls the person by a word for women or for men; `None` where it does neither.
    pub fn is_woman(&self) -> Option<bool> {
        let called = |words: &[&str]| self.roles.iter().any(|r| words.contains(&r.as_str()));
        let (woman, man) = (called(WOMEN), called(MEN));
        (woman != man).then_some(woman)
    }
}

/// The people of an article in the order in which it names them first, found by name and by surname.
#[derive(Default)]
pub(crate) struct People {
    pub all: Vec<Person>,
    named: HashMap<String, usize>,
    /// By the surname in lower case.
    surnamed: HashMap<String, Vec<usize>>,
}

impl People {
    /// The person whom the article names so.
    pub fn named(&self, name: &str) -> Option<&Person> {
        self.named.get(name).map(|&i| &self.all[i])
    }

    /// The person with this surname whom the article names in full; the nearest before `at` where there are several.
    pub fn by_surname(&self, surname: &str, at: usize) -> Option<&Person> {
        self.surnamed(surname)
            .filter(|p| p.name.contains(' '))
            .min_by_key(|p| p.spans.first().map_or(usize::MAX, |s| s.start.abs_diff(at)))
    }

    /// All with this surname, in the order of the article.
    pub fn surnamed(&self, surname: &str) -> impl Iterator<Item = &Person> {
        self.surnamed.get(&surname.to_ascii_lowercase()).into_iter().flatten().map(|&i| &self.all[i])
    }

    fn add(&mut self, text: &str, name: &Name) {
        let full = name.span.of(text).to_owned();
        let mut roles = name.titles.clone();
        let (before, after) = (role_before(text, name.span), role_after(text, name.span));
        roles.extend(before.iter().chain(&after).cloned());
        let affiliation = affiliation(text, name, &roles);
        if let Some(known) = self.known(&full) {
            let person = &mut self.all[known];
            person.spans.push(name.span);
            person.roles.extend(roles);
            person.affiliation = person.affiliation.take().or(affiliation);
            return;
        }
        let at = self.all.len();
        self.surnamed.entry(family_name(&full).to_ascii_lowercase()).or_default().push(at);
        self.named.insert(full.clone(), at);
        self.all.push(Person { name: full, spans: vec![name.span], roles, affiliation });
    }

    /// Where the person stands whom the article named so before; "Lindqvist" after "Mara Lindqvist" is the same person.
    fn known(&self, full: &str) -> Option<usize> {
        let same = || self.surnamed.get(&full.to_ascii_lowercase()).into_iter().flatten().copied();
        let by_surname =
            (!full.contains(' ')).then(|| same().find(|&i| self.all[i].surname() == full)).flatten();
        self.named.get(full).copied().into_iter().chain(by_surname).min()
    }
}

/// Everything that an article names.
pub(crate) struct Cast {
    pub people: People,
    /// Bodies in text order, each with the nouns said of it and the words of its name, lower case: what "the authority" stands
    /// for.
    pub bodies: Vec<(Name, Vec<String>)>,
    /// Acronym and full name: ("SNSN", "National Seismology Centre").
    pub acronyms: Vec<(String, String)>,
    /// Outlets that sentences credit, with their places.
    pub outlets: Vec<(Span, String)>,
}

impl Cast {
    /// Reads the names of `article`.
    pub fn of(article: &Article) -> Self {
        let text = &article.text;
        let found: Vec<Name> = sentences(text).into_iter().flat_map(|s| names(text, s)).collect();
        let mut people = People::default();
        for name in found.iter().filter(|n| n.kind == ActorKind::Person) {
            people.add(text, name);
        }
        let outlets = article
            .credits
            .iter()
            .filter(|c| matches!(c.kind, CreditKind::InText | CreditKind::Dateline | CreditKind::Line))
            .filter_map(|c| c.span.map(|s| (s, c.name.clone())))
            .collect();
        let acronyms = acronyms(text, &found);
        let called = |n: &Name| {
            let own = n.span.of(text).split(' ').map(str::to_lowercase);
            role_before(text, n.span).into_iter().chain(role_after(text, n.span)).chain(own).collect()
        };
        let bodies = found.into_iter().filter(|n| n.kind == ActorKind::Organization);
        let bodies = bodies.map(|n| (n.clone(), called(&n))).collect();
        Self { people, bodies, acronyms, outlets }
    }

    /// The person whom the article names first after `at`, within `reach` bytes, and of whom it says no other role than `role`.
    pub fn first_named_after(&self, at: usize, reach: usize, role: &str) -> Option<&Person> {
        let first = |p: &Person| p.spans.first().map_or(usize::MAX, |s| s.start);
        let next = self.people.all.iter().filter(|p| first(p) > at).min_by_key(|p| first(p))?;
        let other = |r: &String| {
            r != role && (is(r, Noun::Title) || is(r, Noun::Spokesperson) || is(r, Noun::Anonymous))
        };
        let fits = next.name.contains(' ') && first(next) <= at + reach;
        (fits && !next.roles.iter().any(other)).then_some(next)
    }

    /// The person of whom the article says this noun, the nearest to `at`.
    pub fn by_role(&self, role: &str, at: usize) -> Option<&Person> {
        self.people.all.iter().filter(|p| p.roles.iter().any(|r| r == role)).min_by_key(|p| p.distance(at))
    }

    /// The body named last before `at` whose name ends in this noun ("the authority"), or else holds it ("the coastguard") or is
    /// called so ("the harbour group Quay Watch").
    pub fn body_called(&self, head: &str, at: usize) -> Option<&Name> {
        let before = || self.bodies.iter().rev().filter(|(body, _)| body.span.end <= at);
        let ends = before().find(|(_, words)| words.last().is_some_and(|w| w == head));
        ends.or_else(|| before().find(|(_, words)| words.iter().any(|w| w == head))).map(|(body, _)| body)
    }

    /// The full name behind an acronym, or the name itself.
    pub fn spelled_out<'a>(&'a self, name: &'a str) -> &'a str {
        self.acronyms.iter().find(|(a, _)| a == name).map_or(name, |(_, full)| full.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sayso_testkit::article;

    #[test]
    fn roles_and_affiliations_come_from_titles_and_appositions() {
        let a = article(
            "x",
            "Harbour Authority engineer Mara Lindqvist spoke. Otto Brandt, director of the Tide Institute, did not. Lindqvist left.",
        );
        let cast = Cast::of(&a);
        assert_eq!(cast.people.all.len(), 2, "{:?}", cast.people.all);
        assert!(cast.people.all[0].roles.contains(&"engineer".to_owned()));
        assert_eq!(cast.people.all[0].affiliation.as_ref().unwrap().name, "Harbour Authority");
        assert_eq!(cast.people.all[1].affiliation.as_ref().unwrap().name, "Tide Institute");
        assert_eq!(cast.by_role("director", 0).unwrap().name, "Otto Brandt");
    }

    #[test]
    fn explained_acronyms_are_spelled_out() {
        let a = article("x", "The Tide Institute (TIN) spoke. TIN said more.");
        assert_eq!(Cast::of(&a).spelled_out("TIN"), "Tide Institute");
    }
}
