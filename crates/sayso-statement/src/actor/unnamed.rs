//! Sources without a name: the outlet behind "the report", the body for which a spokesman speaks, an office of a place, or nobody but the
//! words.

use sayso_model::ActorKind;

use super::{
    Description, Party,
    describe::{CLAUSES, Source, head_noun},
    nouns::{Noun, is},
};
use crate::{country::lookup, text::Word};

/// Nouns for people who serve a state, named or not.
const SERVANTS: &[&str] =
    &["official", "officials", "diplomat", "diplomats", "envoy", "envoys", "authorities"];

/// What is said of a source that stays unnamed and tells nothing of who it is.
const NAMELESS: &[&str] = &["unnamed", "anonymous", "unidentified", "nameless"];

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

    /// "their spokesman", "a spokesman for them": the body of which the paragraph speaks.
    pub(super) fn body_of_paragraph(&self, all: &[Word<'_>], why: &str) -> Option<Description> {
        let of_it = |w: &Word<'_>| matches!(w.lower().as_str(), "its" | "their" | "them" | "it");
        if !all.iter().any(of_it) {
            return None;
        }
        let fits = |d: &Description| !matches!(d.party.kind, ActorKind::Person | ActorKind::Anonymous);
        let found = Source { content: None, ..*self }.topic(fits)?;
        Some(self.made(found.party.kind, &found.party.name, found.affiliation, Some(why.to_owned())))
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

    /// Someone whom the text does not name: typed by the words, a country in them included.
    pub(super) fn unnamed(&self, all: &[Word<'_>]) -> Description {
        let described: Vec<String> = all
            .iter()
            .skip_while(|w| ["a", "an", "the", "some", "several", "many"].contains(&w.lower().as_str()))
            .skip_while(|w| NAMELESS.contains(&w.lower().as_str()))
            .take_while(|w| w.text != "," && w.text != "with" && !CLAUSES.contains(&w.text))
            .map(|w| lookup(w.text).map_or_else(|| w.lower(), |(c, _)| c.name.to_owned()))
            .collect();
        let name = described.join(" ").replace(" ' s", "'s").replace(" ’ s", "'s").replace(" ' ", "' ");
        if let Some(of_someone) = self.of_someone(all) {
            return of_someone;
        }
        if let Some(office) = self.office(all, &described) {
            return office;
        }
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

    /// "the prosecutors in Brenn", "Brenn prosecutors": those who hold an office in a place speak as one.
    fn office(&self, all: &[Word<'_>], described: &[String]) -> Option<Description> {
        let [place @ .., head] = described else { return None };
        if !is(head, Noun::Office) || !all.iter().any(|w| w.lower() == *head) {
            return None;
        }
        let original = |lower: &String| {
            all.iter().find(|w| w.lower() == *lower).map_or(lower.as_str(), |w| w.text).to_owned()
        };
        let before: Vec<String> =
            place.iter().map(original).filter(|w| w != "'" && w != "’" && w != "s").collect();
        if before.iter().any(|w| !w.starts_with(char::is_uppercase)) {
            return None;
        }
        let at = all.windows(2).find(|w| matches!(w[0].text, "in" | "of" | "for") && w[1].is_capitalised());
        let behind = at.filter(|_| before.is_empty()).map(|w| w[1].text.to_owned());
        let named: Vec<String> = before.into_iter().chain(behind).chain([head.clone()]).collect();
        Some(self.made(ActorKind::Organization, &named.join(" "), None, None))
    }

    /// The state that unnamed officials serve: "a senior Kenyan official".
    fn served(&self, all: &[Word<'_>]) -> Option<Party> {
        let serves = |w: &Word<'_>| SERVANTS.contains(&w.lower().as_str());
        let country = self.first_country(all).filter(|_| all.iter().any(serves))?;
        Some(Party::government(country.name))
    }
}
