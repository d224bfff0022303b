//! Which body is "the company", "the regulator", "the group"? What such a noun can stand for, and what it cannot.

use sayso_model::ActorKind;

use super::{
    Description,
    describe::Source,
    nouns::{Noun, is},
};

/// Kinds of bodies that a noun keeps apart: no ministry is "the company", no union "the agency".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Firm,
    /// An agency, an office, an inspectorate: a public body that is no ministry.
    Agency,
    Group,
    Party,
    Medium,
}

/// Nouns for each kind as the second mention of a body, and in names. A noun that is listed twice fits either.
const SORTS: &[(Sort, &[&str])] = &[
    (
        Sort::Firm,
        &[
            "company",
            "firm",
            "operator",
            "owner",
            "manufacturer",
            "maker",
            "carrier",
            "airline",
            "shipowner",
            "builder",
            "contractor",
            "supplier",
            "utility",
            "developer",
            "bank",
            "lender",
            "retailer",
            "group",
            "corporation",
            "business",
            "producer",
            "giant",
            "conglomerate",
            "subsidiary",
            "lab",
            "laboratory",
            "consultancy",
            "yard",
            "shipyard",
            "insurer",
            "plant",
            "chemicals",
            "holdings",
            "holding",
            "industries",
            "energy",
            "airlines",
            "line",
            "lines",
            "shipping",
            "inc",
            "ltd",
            "plc",
            "ag",
            "gmbh",
            "llc",
            "forensics",
            "motors",
            "logistics",
            "start-up",
            "startup",
        ],
    ),
    (
        Sort::Agency,
        &[
            "agency",
            "regulator",
            "watchdog",
            "inspectorate",
            "authority",
            "office",
            "body",
            "commission",
            "directorate",
            "service",
            "bureau",
            "administration",
            "board",
            "council",
            "committee",
            "institute",
            "centre",
            "center",
            "survey",
            "observatory",
            "department",
        ],
    ),
    (
        Sort::Group,
        &[
            "group",
            "organisation",
            "organization",
            "union",
            "federation",
            "association",
            "charity",
            "movement",
            "ngo",
            "campaign",
            "nonprofit",
            "non-profit",
            "network",
            "foundation",
            "society",
            "body",
            "club",
            "initiative",
            "forum",
            "league",
            "trust",
            "corps",
            "think-tank",
            "watchdog",
            "monitor",
        ],
    ),
    (Sort::Party, &["party", "alliance", "bloc", "coalition", "movement", "front", "group"]),
    (
        Sort::Medium,
        &[
            "channel",
            "broadcaster",
            "station",
            "newspaper",
            "paper",
            "daily",
            "site",
            "blog",
            "outlet",
            "magazine",
            "weekly",
        ],
    ),
];

/// Heads that a bare "the …" takes up even where the body was not called so before.
const TAKEN_UP: &[&str] = &[
    "company",
    "firm",
    "operator",
    "owner",
    "manufacturer",
    "maker",
    "carrier",
    "airline",
    "shipowner",
    "agency",
    "regulator",
    "watchdog",
    "body",
    "organisation",
    "organization",
    "group",
    "union",
    "charity",
    "foundation",
    "party",
    "alliance",
    "bloc",
    "coalition",
    "lab",
    "laboratory",
    "federation",
    "association",
    "movement",
];

fn sorts_of(noun: &str) -> impl Iterator<Item = Sort> {
    SORTS.iter().filter(move |(_, nouns)| nouns.contains(&noun)).map(|(sort, _)| *sort)
}

/// Nouns of bodies that none of the heads takes up: a ministry is always "the ministry".
fn is_apart(noun: &str) -> bool {
    is(noun, Noun::State) && noun != "department"
        || is(noun, Noun::Office)
        || matches!(
            noun,
            "court" | "hospital" | "clinic" | "university" | "parliament" | "senate" | "school" | "church"
        )
}

/// Whether "the `head`" can be a body of this name.
pub(super) fn may_be(head: &str, name: &str) -> bool {
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower.split(' ').collect();
    if words.iter().any(|w| is_apart(w)) {
        return false;
    }
    // "Inspectorate for Hazards": what counts is the noun before "for" or "of".
    let own =
        words.iter().position(|w| matches!(*w, "for" | "of" | "on")).map_or(&words[..], |at| &words[..at]);
    let known = own.iter().rev().find(|w| sorts_of(w).next().is_some());
    known.is_none_or(|noun| sorts_of(noun).any(|sort| sorts_of(head).any(|other| other == sort)))
}

/// Whether both nouns are of one kind.
fn same_sort(head: &str, noun: &str) -> bool {
    sorts_of(noun).any(|sort| sorts_of(head).any(|other| other == sort))
}

/// Whether a name says itself that "the `head`" can be its body.
fn surely_is(head: &str, name: &str) -> bool {
    let lower = name.to_lowercase();
    may_be(head, name)
        && lower.split(' ').any(|noun| {
            same_sort(head, noun) || head != "group" && is_firm_noun(head) && is(noun, Noun::Firm)
        })
}

/// Whether the noun is for a firm.
fn is_firm_noun(head: &str) -> bool {
    sorts_of(head).any(|sort| sort == Sort::Firm)
}

impl Source<'_> {
    /// "the company", "the country's regulator": the body named before that can be called so; the one that spoke last, where several can,
    /// else the one named last.
    pub(super) fn taken_up(&self, head: &str) -> Option<Description> {
        if !TAKEN_UP.contains(&head) {
            return None;
        }
        let why = format!("{head:?} stands for the body named before");
        let fits = |d: &Description| {
            d.party.kind == ActorKind::Organization
                && self.is_name(&d.party.name)
                && may_be(head, &d.party.name)
        };
        let spoke = self.repeat(fits, &why);
        spoke.or_else(|| self.body_of_article(head, &why))
    }

    /// "Aldoria's largest union said": the one body of this kind that the article names after it has so described it.
    pub(super) fn named_below(&self, head: &str) -> Option<Description> {
        let later = self.cast.bodies.partition_point(|(b, _)| b.span.start < self.span.end);
        let fits = |name: &&str| TAKEN_UP.contains(&head) && self.is_name(name) && surely_is(head, name);
        let named = self.cast.bodies.iter().map(|(b, _)| b.span.of(self.text())).filter(fits);
        let mut several = named.collect::<std::collections::BTreeSet<_>>().into_iter();
        let (only, None) = (several.next()?, several.next()) else { return None };
        let body = self.cast.bodies[later..].iter().find(|(b, _)| b.span.of(self.text()) == only)?;
        Some(
            self.body(&body.0, Some(format!("{head:?} is the one body of this kind that the article names"))),
        )
    }

    /// The body named last before of which something says that it is of this kind: its name, a noun beside it, or another article.
    fn body_of_article(&self, head: &str, why: &str) -> Option<Description> {
        let mut before = self.cast.bodies.iter().rev().filter(|(b, _)| b.span.end <= self.span.start);
        let (body, _) = before.find(|(body, nouns)| {
            let name = body.span.of(self.text());
            let full = self.cast.known.firm(name).unwrap_or(name);
            let said = nouns.iter().any(|noun| same_sort(head, noun)) && may_be(head, name);
            self.is_name(name) && (said || surely_is(head, full))
        })?;
        Some(self.body(body, Some(why.to_owned())))
    }

    /// Whether this is the name of a body: no words that only described one, no adjective, no place or state, no outlet.
    fn is_name(&self, name: &str) -> bool {
        let known = self.cast.known;
        !name.starts_with(char::is_lowercase)
            && !self.cast.places.contains(name)
            && !known.is_state(name)
            && !known.is_adjective(name)
            && known.outlet(name).is_none()
            && (name.contains(' ') || known.is_certain(name))
    }
}

#[cfg(test)]
mod tests {
    use super::may_be;

    #[test]
    fn nouns_keep_kinds_of_bodies_apart() {
        assert!(may_be("company", "Voss"));
        assert!(may_be("company", "Voss Chemicals"));
        assert!(may_be("regulator", "Inspectorate for Quays"));
        assert!(may_be("group", "Voss Chemicals") && may_be("group", "Quay Workers Union"));
        assert!(!may_be("company", "Inspectorate for Quays"));
        assert!(!may_be("company", "Interior Ministry"));
        assert!(!may_be("agency", "Quay Workers Union"));
        assert!(!may_be("company", "Brenn University"));
    }
}
