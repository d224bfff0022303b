//! Sources that name someone: a person, a body, a state.

use std::ops::Range;

use sayso_model::{ActorKind, Span};

use super::{
    Description, Party, bodies,
    describe::{CLAUSES, Source, head_noun},
    family::family_name,
    human::is_human,
    names::{Name, body_party, names},
    nouns::{Noun, is},
    people::Person,
};
use crate::{
    country::{Country, NameKind, lookup},
    text::{Word, words},
};

impl Source<'_> {
    /// A source that holds a name: a person, else a ministry or the like, else an unnamed spokesperson's body, else a state or
    /// a body.
    pub(super) fn named(&self, all: &[Word<'_>]) -> Option<Description> {
        let found = self.head_names();
        if let Some(person) = self.speaking_person(&found) {
            return Some(person);
        }
        if let Some(outlet) = found.last().and_then(|n| self.other_outlet(n.span.of(self.text()))) {
            return Some(self.made(ActorKind::Publisher, outlet, None, None));
        }
        let states_alone = found.iter().all(|n| n.kind == ActorKind::Government);
        if let Some(body) = self.body_of_state(all).filter(|_| states_alone) {
            return Some(body);
        }
        if let Some(person) = self.person_of_apposition(all).filter(|_| found.is_empty()) {
            return Some(person);
        }
        // The first word may have its capital from opening the sentence: "Witnesses said".
        let unnamed = |noun: Noun| {
            all.iter().enumerate().any(|(i, w)| (i == 0 || !w.is_capitalised()) && is(&w.lower(), noun))
        };
        if unnamed(Noun::Spokesperson)
            && let Some(body) = found.first()
        {
            let why = "an unnamed spokesperson speaks for the body".to_owned();
            return Some(self.body(body, Some(why)));
        }
        if let Some(country) = self.state_in(all) {
            let why = format!("its words name the state {}", country.name);
            let plain = country.name == self.span.of(self.text());
            return Some(self.made(ActorKind::Government, country.name, None, (!plain).then_some(why)));
        }
        if unnamed(Noun::Anonymous) {
            return None;
        }
        if let Some(body) = self.local_body(all, &found) {
            return Some(body);
        }
        // A state's name before another noun only says where: "Aldorian police", "a Danish clerk".
        let named = found.iter().find(|n| n.kind != ActorKind::Government)?;
        (!self.only_qualifies(named)).then(|| self.body(named, None))
    }

    /// "a lawyer for the yard, Otto Brandt": the person whose name an apposition gives.
    fn person_of_apposition(&self, all: &[Word<'_>]) -> Option<Description> {
        let comma = all.iter().position(|w| w.text == ",")?;
        let next = all.get(comma + 1).filter(|w| w.is_capitalised())?;
        let from = next.span.start + self.span.start;
        let name =
            self.cast.names_at(Span::new(from, self.span.end)).next().filter(|n| n.span.start == from)?;
        self.person(name).filter(|_| name.kind == ActorKind::Person)
    }

    /// Another outlet of the case by this name. What an outlet says of an inquiry of its own is a body's word and no relay.
    fn other_outlet(&self, name: &str) -> Option<&str> {
        let own = self.article.publisher.as_deref();
        self.cast.known.outlet(name).filter(|outlet| own != Some(outlet))
    }

    /// The person who speaks, of those that a source names: not an owner ("Lund's lawyer Otto Brandt"), not one before a role ("Lund
    /// adviser Otto Brandt"), not one in the apposition of another.
    fn speaking_person(&self, found: &[Name]) -> Option<Description> {
        let text = self.text();
        let owns = |n: &Name| text[n.span.end..].starts_with(['\'', '’']);
        let mut people = found.iter().filter_map(|n| self.person(n).map(|d| (n, d)));
        let mut speaker = people.next()?;
        for (next, described) in people {
            let gap = text.get(speaker.0.span.end..next.span.start).unwrap_or_default();
            if !owns(speaker.0) && (gap.contains([',', '(']) || gap.contains(" of ") || gap.contains(" and "))
            {
                break;
            }
            speaker = (next, described);
        }
        Some(speaker.1)
    }

    /// Whether a name only says of a noun in lower case behind it whose or where it is: "Aldoria's harbour minister", "a Brenn newspaper".
    fn only_qualifies(&self, name: &Name) -> bool {
        let rest = words(self.text().get(name.span.end..self.span.end).unwrap_or_default());
        let phrase: Vec<&Word<'_>> = rest
            .iter()
            .take_while(|w| !w.is_capitalised() && (!w.is_mark() || matches!(w.text, "'" | "’")))
            .collect();
        let stop = phrase.iter().position(|w| {
            matches!(w.text, "of" | "for" | "to" | "in" | "at" | "from" | "who" | "that" | "with")
        });
        let head = phrase[..stop.unwrap_or(phrase.len())].last().map(|w| w.lower());
        head.is_some_and(|head| {
            is_human(&head)
                || is(&head, Noun::Firm)
                || is(&head, Noun::Organization)
                || is(&head, Noun::Report)
        })
    }

    /// "Skarnhaven police", "Oslo fire service": a place's name and the noun of a body are one name. A demonym's country is
    /// said instead of it, so that "Danish police" and "the police of Denmark" may meet.
    pub(super) fn local_body(&self, all: &[Word<'_>], found: &[Name]) -> Option<Description> {
        let [name] = found else { return None };
        let last = all.last().filter(|w| !w.is_capitalised() && is(&w.lower(), Noun::Organization))?;
        let between = Span::new(name.span.end, last.span.start + self.span.start);
        let touching = words(between.of(self.text())).iter().all(|w| !w.is_mark() && !w.is_capitalised());
        let words = Span::new(name.span.start, last.span.end + self.span.start).of(self.text());
        (touching && name.titles.is_empty()).then(|| self.made(ActorKind::Organization, words, None, None))
    }

    /// The names up to where a clause about them begins: in "a clerk who saw the Voss" nobody is named. A state that owns the
    /// next name ("Sweden's Tide Institute") gives way to it.
    pub(super) fn head_names(&self) -> Vec<Name> {
        let words = words(self.span.of(self.text()));
        let stop = words
            .iter()
            .position(|w| CLAUSES.contains(&w.text))
            .map_or(self.span.end, |i| words[i].span.start + self.span.start);
        let within = Span::new(self.span.start, stop.min(self.end_of_role(&words)));
        let known = |n: Name| self.cast.known.revised(self.text(), n);
        let mut found: Vec<Name> =
            names(self.text(), within).into_iter().map(known).map(|n| self.whole(n)).collect();
        let owns = |n: &Name| self.text()[n.span.end..self.span.end.max(n.span.end)].starts_with(['\'', '’']);
        // "Sweden's Tide Institute", "Lund's Harbour Board": the owner is not the owned; "Lund's lawyer" is not Lund.
        if let [owner, rest @ ..] = &found[..]
            && owns(owner)
            && (rest.iter().any(|n| n.kind != ActorKind::Government)
                || rest.is_empty() && owner.kind != ActorKind::Government && owns_a_person(&words))
        {
            found.remove(0);
        }
        found
    }

    /// The whole of a body's name of which the source holds only the front: "The Inspectorate" of the Inspectorate for Quays.
    fn whole(&self, name: Name) -> Name {
        let longer = self
            .cast
            .names_at(name.span)
            .find(|n| n.span.start == name.span.start && n.span.end > name.span.end);
        match longer.filter(|n| n.kind == name.kind && name.kind == ActorKind::Organization) {
            Some(longer) => longer.clone(),
            None => name,
        }
    }

    /// Where a role in lower case ends whose "of" or "for" names somebody else: "a former employee of Voss Line".
    fn end_of_role(&self, words: &[Word<'_>]) -> usize {
        let link = words.iter().position(|w| matches!(w.text, "of" | "for" | "to"));
        let Some((of, head)) = link.and_then(|i| Some((i, words.get(i.checked_sub(1)?)?))) else {
            return self.span.end;
        };
        let lower = head.lower();
        let speaks = [
            Noun::Organization,
            Noun::State,
            Noun::Publisher,
            Noun::Report,
            Noun::Spokesperson,
            Noun::Government,
            Noun::Head,
        ];
        let role = head.text == lower && !speaks.iter().any(|&n| is(&lower, n)) && !head.is_mark();
        let indefinite = words.first().is_some_and(|w| matches!(w.lower().as_str(), "a" | "an"));
        if role && indefinite { words[of].span.start + self.span.start } else { self.span.end }
    }

    /// "Britain's ministry of defence", "the South Korean spy agency": a body of a state in lower case.
    pub(super) fn body_of_state(&self, all: &[Word<'_>]) -> Option<Description> {
        let (country, from) = self.first_country_at(all)?;
        // "the head of Aldoria's secret service" is a person.
        let person = |w: &Word<'_>| is(&w.lower(), Noun::Title) && !is(&w.lower(), Noun::Spokesperson);
        if all[..from.start].iter().any(person) {
            return None;
        }
        let phrase = phrase_of(all, from);
        let made = |party: Party| {
            let affiliation = Some(Party::government(country.name));
            let words = self.made(ActorKind::Organization, &phrase, None, None);
            Some(Description { party, affiliation, ..words })
        };
        if let Some(service) = bodies::described(&phrase.to_lowercase(), country) {
            return made(service);
        }
        let noun = all.iter().find(|w| !w.is_capitalised() && is(&w.lower(), Noun::State))?;
        if is(&noun.lower(), Noun::Government) {
            return None; // "the Swedish government" is the state itself
        }
        made(bodies::of_state(&phrase, country))
    }

    /// The person that `name` is, by full name, or by surname where the article gives the full name.
    pub(super) fn person(&self, name: &Name) -> Option<Description> {
        let words = name.span.of(self.text());
        let known = self.cast.people.by_surname(family_name(words), self.span.start);
        let person: Option<&Person> = match name.kind {
            ActorKind::Person if words.contains(' ') => self.cast.people.named(words),
            ActorKind::Person => known.or_else(|| self.cast.people.named(words)),
            _ if !words.contains(' ') => known,
            _ => None,
        };
        let person = person?;
        let reason = (person.name != words).then(|| format!("the article names {} in full", person.name));
        Some(self.made(ActorKind::Person, &person.name, self.full_party(person.affiliation.clone()), reason))
    }

    /// An affiliation with its acronym spelled out.
    pub(super) fn full_party(&self, party: Option<Party>) -> Option<Party> {
        party.map(|p| Party { name: self.cast.spelled_out(&p.name).to_owned(), ..p })
    }

    pub(super) fn body(&self, name: &Name, reason: Option<String>) -> Description {
        let words = name.span.of(self.text());
        if let Some(outlet) = self.other_outlet(words) {
            return self.made(ActorKind::Publisher, outlet, None, reason);
        }
        if self.cast.known.is_state(words) && lookup(words).is_none() {
            return self.made(ActorKind::Government, words, None, reason);
        }
        if name.kind == ActorKind::Government
            && let Some(country) = name.country
        {
            return self.made(ActorKind::Government, country.name, None, reason);
        }
        let country = name.country.or_else(|| self.country_before(name.span));
        let party = body_party(self.text(), name, country);
        let full = self.cast.spelled_out(words);
        let reason =
            reason.or_else(|| (full != words).then(|| format!("the article explains {words} as {full}")));
        let party = if full == words { party } else { Party { name: full.to_owned(), ..party } };
        let affiliation = party.state.map(Party::government);
        Description { party, affiliation, ..self.made(ActorKind::Organization, words, None, reason) }
    }

    /// "Britain's Ministry of Defence": the country in whose possession the name stands.
    pub(super) fn country_before(&self, name: Span) -> Option<&'static Country> {
        let before = Span::new(self.span.start, name.start);
        names(self.text(), before).into_iter().rev().find_map(|n| n.country)
    }

    /// A state: its name, capital or seat alone, or with "government", "authorities" and the like.
    pub(super) fn state_in(&self, all: &[Word<'_>]) -> Option<&'static Country> {
        let whole = self.span.of(self.text());
        let plain = whole.strip_prefix("the ").or_else(|| whole.strip_prefix("The ")).unwrap_or(whole);
        // "Norwegian" before "and Danish authorities" is one of two authorities.
        let shared = self.text()[self.span.end..].starts_with(" and ");
        if let Some((country, _)) = lookup(plain).filter(|(_, kind)| *kind != NameKind::Demonym || shared) {
            return Some(country);
        }
        let head = head_noun(all).is_some_and(|head| is(&head, Noun::Head));
        let governs = head || all.iter().any(|w| !w.is_capitalised() && is(&w.lower(), Noun::Government));
        let other = all.iter().any(|w| w.lower() == "officials" || w.lower() == "sources");
        (governs && !other).then(|| self.first_country(all)).flatten()
    }

    pub(super) fn first_country(&self, all: &[Word<'_>]) -> Option<&'static Country> {
        self.first_country_at(all).map(|(country, _)| country)
    }

    /// The first country among the words, with where its words begin and end.
    fn first_country_at(&self, all: &[Word<'_>]) -> Option<(&'static Country, Range<usize>)> {
        (0..all.len()).find_map(|i| {
            (i + 1..=(i + 3).min(all.len())).rev().find_map(|end| {
                let span = all[i].span.hull(all[end - 1].span).shifted(self.span.start);
                lookup(span.of(self.text())).map(|(country, _)| (country, i..end))
            })
        })
    }
}

/// The words in small letters beside a country that say which of its bodies is meant: those after it ("Britain's *defence ministry*"), else those
/// before ("the *defence ministry* in London").
pub(super) fn phrase_of(all: &[Word<'_>], country: Range<usize>) -> String {
    let join = |words: Vec<&str>| words.join(" ");
    let small = |w: &&Word<'_>| !w.is_capitalised() && !w.is_mark();
    let owner = |w: &&Word<'_>| matches!(w.text, "'s" | "’s" | "'" | "’" | "s");
    let after: Vec<&str> =
        all[country.end..].iter().skip_while(owner).take_while(small).map(|w| w.text).collect();
    if !after.is_empty() {
        return join(after);
    }
    let before = all[..country.start].iter().filter(small).map(|w| w.text);
    let links = ["a", "an", "the", "in", "of", "from"];
    join(before.skip_while(|w| links.contains(w)).take_while(|w| !["in", "of", "from"].contains(w)).collect())
}

/// Whether what is owned is neither a body nor what speaks for one: "Lund's lawyer", not "Lund's office".
fn owns_a_person(words: &[Word<'_>]) -> bool {
    let bodies = [
        Noun::Organization,
        Noun::State,
        Noun::Publisher,
        Noun::Report,
        Noun::Spokesperson,
        Noun::Government,
    ];
    head_noun(words).is_some_and(|head| !bodies.iter().any(|&noun| is(&head, noun)))
}
