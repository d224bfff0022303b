//! Whom does an article name? Its people, bodies and outlets, with the roles in which it names them.

use std::collections::{BTreeSet, HashMap};

use sayso_model::{ActorKind, Article, CreditKind, Span};

use super::{
    Party,
    acronym::acronyms,
    apposition::{affiliation, called, role_after, role_before, role_phrases},
    family::family_name,
    known::{Known, names_beside, owner_key},
    leaked::{Leaked, leaked},
    names::Name,
    nouns::{Noun, is},
};
use crate::{
    given::is_womans_name,
    quotation::quoted,
    text::{paragraphs, sentences, words},
};

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
    /// Roles of several words: "interior minister".
    pub phrases: Vec<String>,
    /// Beginnings of the names that say whose or from where the person is: "Aldoria's harbour minister".
    pub owners: BTreeSet<String>,
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
        let given = self.name.split(' ').next().filter(|_| self.name.contains(' '));
        let by_name = || given.and_then(|given| is_womans_name(&given.to_lowercase()));
        (woman != man).then_some(woman).or_else(by_name)
    }
}

/// Quotations that may stand within one another at most.
const NESTED: usize = 3;

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
        let owners: BTreeSet<String> = names_beside(text, name).into_iter().map(owner_key).collect();
        let phrases = role_phrases(text, name).into_iter().filter(|p| p.contains(' '));
        if let Some(known) = self.known(&full) {
            let person = &mut self.all[known];
            person.spans.push(name.span);
            person.roles.extend(roles);
            person.phrases.extend(phrases);
            person.owners.extend(owners);
            person.affiliation = person.affiliation.take().or(affiliation);
            return;
        }
        let at = self.all.len();
        self.surnamed.entry(family_name(&full).to_ascii_lowercase()).or_default().push(at);
        self.named.insert(full.clone(), at);
        self.all.push(Person {
            name: full,
            spans: vec![name.span],
            roles,
            phrases: phrases.collect(),
            owners,
            affiliation,
        });
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
pub(crate) struct Cast<'a> {
    /// What the articles of the case say together.
    pub known: &'a Known,
    pub people: People,
    /// All names, in text order, each with its kind by what the case says.
    pub names: Vec<Name>,
    /// Bodies in text order, each with the nouns said of it and the words of its name, lower case: what "the authority" stands
    /// for.
    pub bodies: Vec<(Name, Vec<String>)>,
    /// Acronym and full name: ("SNSN", "National Seismology Centre").
    pub acronyms: Vec<(String, String)>,
    /// Outlets that sentences credit, with their places.
    pub outlets: Vec<(Span, String)>,
    /// Names that stand where places do: "in Brenn".
    pub places: BTreeSet<String>,
    /// Papers that were not published, with the words that tell so.
    pub leaked: Vec<Leaked>,
    /// Where the article tells first whose such a paper is.
    pub paper_owner: Option<Span>,
    pub paragraphs: Vec<Span>,
    sentences: Vec<Span>,
    quoted: Vec<Span>,
}

/// Words before a name that stands for a place.
const PLACING: &[&str] = &["in", "near", "outside", "around", "towards"];

/// Words before "in" after which a name is none: "shares in Voss".
const HOLDINGS: &[&str] =
    &["shares", "stake", "stakes", "investors", "investment", "interest", "confidence", "trust"];

/// Bytes before a name that surely hold the two words before it.
const PLACING_REACH: usize = 30;

/// Whether the name stands where a place does.
pub(super) fn is_placed(text: &str, name: &Name) -> bool {
    let from = text.floor_char_boundary(name.span.start.saturating_sub(PLACING_REACH));
    let before = words(&text[from..name.span.start]);
    match &before[..] {
        [.., what, link] => {
            PLACING.contains(&link.lower().as_str()) && !HOLDINGS.contains(&what.lower().as_str())
        }
        [link] => PLACING.contains(&link.lower().as_str()),
        [] => false,
    }
}

impl<'a> Cast<'a> {
    /// Reads the names of `article`, which are given as [`names_of`] found them.
    pub fn of(article: &Article, known: &'a Known, found: &[Name]) -> Self {
        let text = &article.text;
        let kinds = found.iter().map(|n| known.revised(text, n.clone()));
        let found: Vec<Name> = kinds.collect();
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
        let nouns = |n: &Name| {
            let own = n.span.of(text).split(' ').map(str::to_lowercase);
            called(text, n.span).into_iter().chain(role_before(text, n.span)).chain(own).collect()
        };
        let bodies = found.iter().filter(|n| n.kind == ActorKind::Organization);
        let bodies = bodies.map(|n| (n.clone(), nouns(n))).collect();
        let placed = found.iter().filter(|n| is_placed(text, n)).map(|n| n.span.of(text).to_owned());
        let places = placed.collect();
        let paragraphs = paragraphs(text);
        let quoted = quoted(text, &paragraphs);
        let leaked = leaked(text);
        let paper_owner = leaked.iter().find_map(|l| l.owner);
        Self {
            known,
            paper_owner,
            people,
            names: found,
            bodies,
            acronyms,
            outlets,
            places,
            leaked,
            paragraphs,
            sentences: sentences(text),
            quoted,
        }
    }

    /// The sentences that begin within `span`, in text order.
    pub fn sentences_within(&self, span: Span) -> &[Span] {
        let from = self.sentences.partition_point(|s| s.start < span.start);
        let to = self.sentences.partition_point(|s| s.start < span.end);
        &self.sentences[from..to.max(from)]
    }

    /// Whether byte `at` stands between quotation marks.
    pub fn is_quoted(&self, at: usize) -> bool {
        let after = self.quoted.partition_point(|q| q.start <= at);
        self.quoted[..after].iter().rev().take(NESTED).any(|q| q.end > at)
    }

    /// The paper that was not published and shares a byte with `span`.
    pub fn leaked_at(&self, span: Span) -> Option<&Leaked> {
        let earlier = self.leaked.partition_point(|l| l.span.end <= span.start);
        self.leaked.get(earlier).filter(|l| l.span.overlaps(span))
    }

    /// The names that share a byte with `span`, in text order.
    pub fn names_at(&self, span: Span) -> impl Iterator<Item = &Name> {
        let from = self.names.partition_point(|n| n.span.end <= span.start);
        self.names[from..].iter().take_while(move |n| n.span.start < span.end)
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

    /// The person of whom the article says this role of several words, the nearest to `at`.
    pub fn by_phrase(&self, role: &str, at: usize) -> Option<&Person> {
        let said = |p: &&Person| p.phrases.iter().any(|r| r == role);
        self.people.all.iter().filter(said).min_by_key(|p| p.distance(at))
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
    pub fn spelled_out<'n>(&'n self, name: &'n str) -> &'n str {
        self.acronyms.iter().find(|(a, _)| a == name).map_or(name, |(_, full)| full.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::{super::known::names_of, *};
    use sayso_testkit::article;

    #[test]
    fn roles_and_affiliations_come_from_titles_and_appositions() {
        let a = article(
            "x",
            "Harbour Authority engineer Mara Lindqvist spoke. Otto Brandt, director of the Tide Institute, did not. Lindqvist left.",
        );
        let found = names_of(&a);
        let known = Known::of([(&a, &found[..])]);
        let cast = Cast::of(&a, &known, &found);
        assert_eq!(cast.people.all.len(), 2, "{:?}", cast.people.all);
        assert!(cast.people.all[0].roles.contains(&"engineer".to_owned()));
        assert_eq!(cast.people.all[0].affiliation.as_ref().unwrap().name, "Harbour Authority");
        assert_eq!(cast.people.all[1].affiliation.as_ref().unwrap().name, "Tide Institute");
        assert_eq!(cast.by_role("director", 0).unwrap().name, "Otto Brandt");
    }

    #[test]
    fn explained_acronyms_are_spelled_out() {
        let a = article("x", "The Tide Institute (TIN) spoke. TIN said more.");
        let found = names_of(&a);
        let known = Known::of([(&a, &found[..])]);
        assert_eq!(Cast::of(&a, &known, &found).spelled_out("TIN"), "Tide Institute");
    }
}
