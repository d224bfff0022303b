//! Whom a source of one article names: by its own name, by a role, by a pronoun, or not at all.

use sayso_model::{ActorKind, Article, Evidence, Span, Statement};

use super::{
    Description, Party,
    names::{Name, body_party, names},
    nouns::{Noun, is},
    people::{Cast, Person},
};
use crate::{
    country::{Country, NameKind, lookup},
    text::{Word, words},
};

/// What a pronoun can stand for.
const PERSONAL: &[&str] = &["he", "she", "him", "her", "his", "himself", "herself"];
const NEUTRAL: &[&str] = &["it", "its", "itself"];
const PLURAL: &[&str] = &["they", "them", "their", "we", "us", "our", "who", "both"];
/// What stands for whoever is being quoted, which only the sentences around the quotation tell.
const SPEAKER: &[&str] = &["i", "me", "my", "you", "your", "one", "his own", "that", "this"];

/// Words that open a clause about whoever was named.
const CLAUSES: &[&str] = &[
    "who", "whom", "whose", "which", "that", "seen", "quoted", "cited", "handed", "familiar", "close",
    "briefed", "in", "at", "from",
];

/// Nouns that any body can be called by after it was named.
const GENERIC: &[&str] =
    &["agency", "body", "organisation", "organization", "company", "firm", "group", "operator"];

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
struct Source<'a> {
    article: &'a Article,
    cast: &'a Cast,
    span: Span,
    /// The earlier name that the network links to it.
    referent: Option<Span>,
    /// Descriptions of the sources before it.
    before: &'a [Option<Description>],
}

impl Source<'_> {
    fn text(&self) -> &str {
        &self.article.text
    }

    fn describe(&self) -> Option<Description> {
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
    fn behind_a_document(&self) -> Option<Span> {
        let words = self.span.of(self.text());
        let (at, link) = SEEN_BY.iter().find_map(|link| words.find(link).map(|at| (at, link)))?;
        Some(Span::new(self.span.start + at + link.len(), self.span.end))
    }

    fn made(
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
            place: Evidence { article: self.article.id.clone(), span: self.span },
            reason,
        }
    }

    /// An outlet that the article credits, where the source is its name and little more.
    fn outlet(&self) -> Option<Description> {
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
    fn ends_with_outlet(&self, name: &str) -> bool {
        let before = self.span.of(self.text()).strip_suffix(name);
        let noun = |w: Word<'_>| {
            is(&w.lower(), Noun::Publisher) || is(&w.lower(), Noun::Report) || w.text == "media"
        };
        before.is_some_and(|b| words(b).into_iter().any(noun))
    }

    /// A source that holds a name: a person, else a ministry or the like, else an unnamed spokesperson's body, else a state or
    /// a body.
    fn named(&self, all: &[Word<'_>]) -> Option<Description> {
        let found = self.head_names();
        if let Some(person) = found.iter().rev().find_map(|n| self.person(n)) {
            return Some(person);
        }
        let states_alone = found.iter().all(|n| n.kind == ActorKind::Government);
        if let Some(body) = self.body_of_state(all).filter(|_| states_alone) {
            return Some(body);
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
        found.iter().find(|n| n.kind != ActorKind::Government).map(|n| self.body(n, None))
    }

    /// "Skarnhaven police", "Oslo fire service": a place's name and the noun of a body are one name. A demonym's country is
    /// said instead of it, so that "Danish police" and "the police of Denmark" may meet.
    fn local_body(&self, all: &[Word<'_>], found: &[Name]) -> Option<Description> {
        let [name] = found else { return None };
        let last = all.last().filter(|w| !w.is_capitalised() && is(&w.lower(), Noun::Organization))?;
        let between = Span::new(name.span.end, last.span.start + self.span.start);
        let touching = words(between.of(self.text())).iter().all(|w| !w.is_mark() && !w.is_capitalised());
        let words = Span::new(name.span.start, last.span.end + self.span.start).of(self.text());
        (touching && name.titles.is_empty()).then(|| self.made(ActorKind::Organization, words, None, None))
    }

    /// The names up to where a clause about them begins: in "a clerk who saw the Voss" nobody is named. A state that owns the
    /// next name ("Sweden's Tide Institute") gives way to it.
    fn head_names(&self) -> Vec<Name> {
        let words = words(self.span.of(self.text()));
        let stop = words
            .iter()
            .position(|w| CLAUSES.contains(&w.text))
            .map_or(self.span.end, |i| words[i].span.start + self.span.start);
        let mut found = names(self.text(), Span::new(self.span.start, stop));
        if let [state, owned, ..] = &found[..]
            && state.kind == ActorKind::Government
            && owned.kind != ActorKind::Government
            && self.text()[state.span.end..owned.span.start].trim_start().starts_with(['\'', '’'])
        {
            found.remove(0);
        }
        found
    }

    /// "Britain's ministry of defence": a body of a state in lower case.
    fn body_of_state(&self, all: &[Word<'_>]) -> Option<Description> {
        let country = self.first_country(all)?;
        let noun = all.iter().position(|w| !w.is_capitalised() && is(&w.lower(), Noun::State))?;
        if is(&all[noun].lower(), Noun::Government) {
            return None; // "the Swedish government" is the state itself
        }
        let name =
            all[noun..].iter().take_while(|w| !w.is_mark()).map(|w| w.text).collect::<Vec<_>>().join(" ");
        let party = Party {
            kind: ActorKind::Organization,
            name: format!("{name} ({})", country.name),
            state: Some(country.name),
        };
        let affiliation = Some(Party::government(country.name));
        Some(Description { party, affiliation, ..self.made(ActorKind::Organization, &name, None, None) })
    }

    /// The person that `name` is, by full name, or by surname where the article gives the full name.
    fn person(&self, name: &Name) -> Option<Description> {
        let words = name.span.of(self.text());
        let known = self.cast.by_surname(words.rsplit(' ').next().unwrap_or(words), self.span.start);
        let person: Option<&Person> = match name.kind {
            ActorKind::Person if words.contains(' ') => self.cast.people.iter().find(|p| p.name == words),
            ActorKind::Person => known.or_else(|| self.cast.people.iter().find(|p| p.name == words)),
            _ if !words.contains(' ') => known,
            _ => None,
        };
        let person = person?;
        let reason = (person.name != words).then(|| format!("the article names {} in full", person.name));
        Some(self.made(ActorKind::Person, &person.name, self.full_party(person.affiliation.clone()), reason))
    }

    /// An affiliation with its acronym spelled out.
    fn full_party(&self, party: Option<Party>) -> Option<Party> {
        party.map(|p| Party { name: self.cast.spelled_out(&p.name).to_owned(), ..p })
    }

    fn body(&self, name: &Name, reason: Option<String>) -> Description {
        let words = name.span.of(self.text());
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
    fn country_before(&self, name: Span) -> Option<&'static Country> {
        let before = Span::new(self.span.start, name.start);
        names(self.text(), before).into_iter().rev().find_map(|n| n.country)
    }

    /// A state: its name, capital or seat alone, or with "government", "authorities" and the like.
    fn state_in(&self, all: &[Word<'_>]) -> Option<&'static Country> {
        let whole = self.span.of(self.text());
        let plain = whole.strip_prefix("the ").or_else(|| whole.strip_prefix("The ")).unwrap_or(whole);
        if let Some((country, _)) = lookup(plain).filter(|(_, kind)| *kind != NameKind::Demonym) {
            return Some(country);
        }
        let head = head_noun(all).is_some_and(|head| is(&head, Noun::Head));
        let governs = head || all.iter().any(|w| !w.is_capitalised() && is(&w.lower(), Noun::Government));
        let other = all.iter().any(|w| w.lower() == "officials" || w.lower() == "sources");
        (governs && !other).then(|| self.first_country(all)).flatten()
    }

    fn first_country(&self, all: &[Word<'_>]) -> Option<&'static Country> {
        (0..all.len()).find_map(|i| {
            (i + 1..=(i + 3).min(all.len())).rev().find_map(|end| {
                let span = all[i].span.hull(all[end - 1].span).shifted(self.span.start);
                lookup(span.of(self.text())).map(|(c, _)| c)
            })
        })
    }

    /// "the report", "the newspaper": the outlet credited last before.
    fn report(&self, all: &[Word<'_>]) -> Option<Description> {
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
    fn role(&self, all: &[Word<'_>]) -> Option<Description> {
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
        let definite = all.first().is_some_and(|w| w.lower() == "the");
        if definite && let Some(body) = self.cast.body_called(&head, self.span.start) {
            let why = format!("{head:?} stands for {}, named in full before", body.span.of(self.text()));
            return Some(self.body(body, Some(why)));
        }
        if definite && GENERIC.contains(&head.as_str()) {
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
    fn spoken_for(&self, all: &[Word<'_>]) -> Option<Description> {
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

    /// Someone whom the text does not name: typed by the words, a country in them included.
    fn unnamed(&self, all: &[Word<'_>]) -> Description {
        let described: Vec<String> = all
            .iter()
            .skip_while(|w| ["a", "an", "the", "some", "several", "many"].contains(&w.lower().as_str()))
            .take_while(|w| w.text != "," && w.text != "with" && !CLAUSES.contains(&w.text))
            .map(|w| lookup(w.text).map_or_else(|| w.lower(), |(c, _)| c.name.to_owned()))
            .collect();
        let name = described.join(" ");
        let body = head_noun(all).is_some_and(|h| is(&h, Noun::Organization))
            && !all.iter().any(|w| is(&w.lower(), Noun::Anonymous));
        let kind = if body { ActorKind::Organization } else { ActorKind::Anonymous };
        self.made(kind, &name, None, None)
    }

    fn pronoun(&self, word: &str) -> Option<Description> {
        let fits: fn(&Description) -> bool = if PERSONAL.contains(&word) {
            |d| d.party.kind == ActorKind::Person
        } else if NEUTRAL.contains(&word) {
            |d| !matches!(d.party.kind, ActorKind::Person | ActorKind::Anonymous)
        } else {
            |d| d.party.kind != ActorKind::Person
        };
        let why = format!("{word:?} stands for the source named before");
        self.linked(word, fits).or_else(|| self.repeat(fits, &why)).or_else(|| self.last_person(word))
    }

    /// Whoever bears the name that the network links to this source, if that fits.
    fn linked(&self, word: &str, fits: impl Fn(&Description) -> bool) -> Option<Description> {
        let name = self.referent?;
        let meant = Source { span: name, referent: None, ..*self };
        let person = || PERSONAL.contains(&word).then(|| meant.bearer());
        let meant = meant.describe().filter(fits).or_else(person)?;
        let why = format!("{word:?} stands for {:?}, as the reader links them", name.of(self.text()));
        Some(self.made(meant.party.kind, &meant.party.name, meant.affiliation, Some(why)))
    }

    /// The person whose name these words are, by the fullest name that the article gives.
    fn bearer(&self) -> Description {
        let words = self.span.of(self.text()).trim_end_matches("'s").trim_end_matches("’s");
        let surname = words.rsplit(' ').next().unwrap_or(words);
        match self.cast.by_surname(surname, self.span.start) {
            Some(person) => {
                let affiliation = self.full_party(person.affiliation.clone());
                self.made(ActorKind::Person, &person.name, affiliation, None)
            }
            None => self.made(ActorKind::Person, words, None, None),
        }
    }

    /// The description before that fits, said of this source.
    fn repeat(&self, fits: impl Fn(&Description) -> bool, why: &str) -> Option<Description> {
        let earlier = self.before.iter().rev().flatten().filter(|d| d.place.span.start < self.span.start);
        // The sources come in text order, so the first that fits from the end is the nearest.
        let found = earlier.into_iter().find(|d| fits(d))?;
        Some(self.made(found.party.kind, &found.party.name, found.affiliation.clone(), Some(why.to_owned())))
    }

    /// The person named last before, for "he" and "she" without an earlier source.
    fn last_person(&self, word: &str) -> Option<Description> {
        if !PERSONAL.contains(&word) {
            return None;
        }
        let before = |p: &&Person| p.spans.iter().any(|s| s.end <= self.span.start);
        let person = self
            .cast
            .people
            .iter()
            .filter(before)
            .max_by_key(|p| p.spans.iter().filter(|s| s.end <= self.span.start).map(|s| s.start).max())?;
        let why = format!("{word:?} stands for the person named last");
        Some(self.made(
            ActorKind::Person,
            &person.name,
            self.full_party(person.affiliation.clone()),
            Some(why),
        ))
    }
}

fn is_pronoun(word: &str) -> bool {
    [PERSONAL, NEUTRAL, PLURAL].iter().any(|list| list.contains(&word))
}

/// The noun that the source is about: the last word before "of", "for", "in", "who" or a mark.
fn head_noun(all: &[Word<'_>]) -> Option<String> {
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
