//! Who is "the interior minister", "the agency's director", "the former welder"? Someone who is named with the role elsewhere: in the article,
//! in another of the case, or in the paragraph.

use sayso_model::{ActorKind, Span};

use super::{
    Description, Party,
    describe::{Source, head_noun},
    generic::may_be,
    human::{HUMAN_ENDINGS, is_human},
    known::owner_key,
    nouns::{Noun, is},
    people::Person,
};
use crate::{
    country::lookup,
    syntax::{hull, is_telling_verb},
    text::{Word, words},
};

/// The role that the words name, without article and owner: "interior minister" of "Aldoria's interior minister".
fn role_of(all: &[Word<'_>], head: &str) -> String {
    let end = all.iter().rposition(|w| w.lower() == head).map_or(all.len(), |at| at + 1);
    let stops = |w: &Word<'_>| w.is_mark() || w.text == "s" || w.is_capitalised() && w.span.start > 0;
    let start = all[..end].iter().rposition(stops).map_or(0, |at| at + 1);
    let own = all[start..end].iter().map(Word::lower);
    own.skip_while(|w| matches!(w.as_str(), "the" | "his" | "her" | "its" | "their"))
        .collect::<Vec<_>>()
        .join(" ")
}

/// Roles of people who often stay unnamed for good.
const STAY_UNNAMED: &[&str] =
    &["officer", "soldier", "worker", "insider", "teenager", "prisoner", "neighbor", "neighbour"];

/// Bytes beside a name that surely hold the next word.
const NEXT_WORD_REACH: usize = 40;

/// Bytes after a role within which the person is named: a few sentences.
const NAMED_LATER_REACH: usize = 700;

/// Letters of a word that qualifies a body's noun at least: "new" and "main" tell nothing.
const QUALIFIER: usize = 5;

/// Whether the person can be of one of these: so where the article says nothing of whose he or she is.
fn may_belong(person: &Person, owners: &[&str]) -> bool {
    person.owners.is_empty()
        || owners.is_empty()
        || owners.iter().any(|o| person.owners.contains(&owner_key(o)))
}

impl Source<'_> {
    /// "the colonel", "a Danish geologist": the person of whom the article says so, or the spokesperson before.
    pub(super) fn role(&self, all: &[Word<'_>]) -> Option<Description> {
        let head = head_noun(all)?;
        if is(&head, Noun::Spokesperson) {
            let why = "the spokesperson of the body named before";
            let before = || self.repeat(|d| d.party.kind != ActorKind::Anonymous, why);
            let whose = || self.body_of_paragraph(all, why);
            return whose().or_else(|| self.spoken_for(all)).or_else(before);
        }
        let body = is(&head, Noun::Organization) && !is(&head, Noun::Title);
        if let Some(person) = self.by_role(all, &head).filter(|_| !body) {
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
        if definite && let Some(body) = self.taken_up(&head) {
            return Some(body);
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

    /// "the interior minister", "the country's regulator", "the former welder": someone who is called so and named elsewhere: in the
    /// article, in another of the case, or as the only person of whom the paragraph speaks.
    pub(super) fn called_so(&self, all: &[Word<'_>]) -> Option<Description> {
        let head = head_noun(all)?;
        let first = all.first()?;
        let owned = all.iter().any(|w| w.text == "'" || w.text == "’");
        let definite = matches!(first.lower().as_str(), "the" | "his" | "her" | "its" | "their") || owned;
        let small = all
            .iter()
            .rev()
            .find(|w| w.lower() == head)
            .is_some_and(|w| !w.is_capitalised() || w.span.start == 0);
        if !definite || !small || is(&head, Noun::Spokesperson) || is(&head, Noun::Anonymous) {
            return None;
        }
        let no_person = self.head_names().iter().all(|n| self.person(n).is_none());
        if is_human(&head) && no_person {
            return self.office_holder(all, &head);
        }
        let known = || {
            let named = self.cast.known.body_called(&head).or_else(|| self.by_qualifier(all, &head))?;
            let why = format!("{head:?} is what an article calls {named} or a part of its name");
            Some(self.made(ActorKind::Organization, named, None, Some(why)))
        };
        let qualified = all.iter().any(|w| w.is_capitalised() && w.span.start > 0) || owned;
        let of_country = self.first_country(all).is_some();
        if qualified && !of_country && !is(&head, Noun::State) {
            return self.taken_up(&head).or_else(known).or_else(|| self.named_below(&head));
        }
        let bare = all.iter().filter(|w| !w.is_mark()).count() == 2 && first.lower() == "the";
        (bare && self.cast.body_called(&head, self.span.start).is_none())
            .then(|| self.taken_up(&head).or_else(known))
            .flatten()
    }

    /// The person who holds an office or a trade by which no name stands.
    fn office_holder(&self, all: &[Word<'_>], head: &str) -> Option<Description> {
        let role = role_of(all, head);
        let made = |name: &str, affiliation: Option<Party>, why: String| {
            Some(self.made(ActorKind::Person, name, affiliation, Some(why)))
        };
        let owners = self.owners(all);
        if let Some(person) = self.cast.by_phrase(&role, self.span.start).filter(|p| may_belong(p, &owners)) {
            let why = format!("the article calls {} {role:?}", person.name);
            return made(&person.name, self.full_party(person.affiliation.clone()), why);
        }
        if self.by_role(all, head).is_some() {
            return None;
        }
        if let Some(name) = self.officer(all, head) {
            return made(name, None, format!("the articles call {name} {head:?} of that body"));
        }
        if let Some(name) = self.cast.known.holder(&role, &owners) {
            return made(name, None, format!("another article calls {name} {role:?}"));
        }
        let first = all.first().is_some_and(|w| w.lower() == "the");
        let plain = first
            && owners.is_empty()
            && !all.iter().any(|w| w.is_mark() || matches!(w.text, "of" | "for" | "who"));
        let person = self.only_person().filter(|_| plain && !is(head, Noun::Head))?;
        made(
            &person.name,
            self.full_party(person.affiliation.clone()),
            format!("{role:?} stands for the only person whom the paragraph names before"),
        )
    }

    /// The person of whom the article says this noun, if nothing says that the source is somebody else's: "the Brennian minister" is not the
    /// Aldorian one.
    fn by_role(&self, all: &[Word<'_>], head: &str) -> Option<&Person> {
        let owners = self.owners(all);
        self.cast.by_role(head, self.span.start).filter(|p| may_belong(p, &owners))
    }

    /// The names in a source that say whose or from where somebody is.
    fn owners<'w>(&self, all: &'w [Word<'_>]) -> Vec<&'w str> {
        all.iter()
            .filter(|w| w.is_capitalised() && w.span.start > 0 || self.is_owner(w))
            .map(|w| w.text)
            .collect()
    }

    /// The only person whom the paragraph names before the source.
    fn only_person(&self) -> Option<&Person> {
        let before = Span::new(self.paragraph()?.start, self.span.start);
        let named = self.cast.names_at(before).filter_map(|n| {
            let words = n.span.of(self.text());
            self.cast
                .people
                .named(words)
                .filter(|p| p.name.contains(' '))
                .or_else(|| self.cast.people.by_surname(words, n.span.start))
        });
        let mut people = named.collect::<Vec<_>>().into_iter();
        let first = people.next()?;
        people.all(|p| p.name == first.name).then_some(first)
    }

    /// "the agency's director", "Voss's chief executive": the person of whom the case says this role in this body.
    fn officer(&self, all: &[Word<'_>], head: &str) -> Option<&str> {
        let mark = all.iter().position(|w| matches!(w.text, "'" | "’"))?;
        let owner = all.get(mark.checked_sub(1)?)?;
        let body = if owner.is_capitalised() {
            let span = hull(&all[..mark])?.shifted(self.span.start);
            Source { span, referent: None, content: None, ..*self }.describe()
        } else {
            let called = self.cast.body_called(&owner.lower(), self.span.start);
            self.taken_up(&owner.lower()).or_else(|| called.map(|b| self.body(b, None)))
        };
        let body = body.filter(|d| d.party.kind == ActorKind::Organization)?;
        self.cast.known.officer(head, &body.party.name)
    }

    /// The one body of the case whose name holds what qualifies the noun: "the electoral authority" is the Central Electoral Board.
    fn by_qualifier(&self, all: &[Word<'_>], head: &str) -> Option<&str> {
        let end = all.iter().rposition(|w| w.lower() == head)?;
        let qualifier =
            all.get(end.checked_sub(1)?).filter(|w| !w.is_capitalised() && w.text.len() > QUALIFIER)?;
        let name = self.cast.known.body_with(&qualifier.lower())?;
        may_be(head, name).then_some(name)
    }

    /// Whether the word opens the source and owns what follows: "Aldoria's minister".
    fn is_owner(&self, word: &Word<'_>) -> bool {
        let after = self.text().get(self.span.start + word.span.end..).unwrap_or_default();
        word.is_capitalised() && after.starts_with(['\'', '’'])
    }

    /// "A Swedish prosecutor said … Mats Lund said more": a role that opens a report is the person named next, unless the article
    /// says another role of that person. "A senior official" wants to stay unnamed.
    fn named_later(&self, all: &[Word<'_>], head: &str) -> Option<Description> {
        let indefinite = all.first().is_some_and(|w| matches!(w.lower().as_str(), "a" | "an"));
        let human = is(head, Noun::Title) || HUMAN_ENDINGS.iter().any(|e| head.ends_with(e));
        let body = is(head, Noun::Organization) || is(head, Noun::Publisher) || is(head, Noun::Report);
        // A former holder of an office, or one of a named body, is somebody else than whoever is named next.
        let qualifies = |w: &Word<'_>| {
            w.text == "former" || w.is_capitalised() && lookup(w.text).is_none() && w.span.start > 0
        };
        if all.iter().take_while(|w| w.lower() != head).any(qualifies) {
            return None;
        }
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
}
