//! Places: which names of a text are places, and which place of the name is meant.
//!
//! Names are looked up in the gazetteer ([`mention`]), those that are people, bodies or everyday words are left out
//! ([`judge`]), and the rest is resolved together ([`resolve`]). Demonyms are no places.

mod candidate;
mod evidence;
mod judge;
mod lexicon;
mod mention;
mod people;
mod resolve;

use sayso_model::Place;

pub use evidence::{Evidence, Named, NamedKind};

use crate::text::words;

/// Finds the places of `text`.
pub(crate) fn places(text: &str, evidence: &Evidence<'_>) -> Vec<Place> {
    let words = words(text);
    let mentions = mention::mentions(text, &words);
    let people = people::People::of(text, &words, evidence);
    let judge = judge::Judge { text, words: &words, people: &people, evidence };
    let is_place = judge::places_among(&judge, &mentions);
    let chosen = resolve::resolve(&mentions, &is_place);
    let found = mentions.list.iter().zip(&is_place).zip(chosen).filter(|((_, is), _)| **is);
    let place = |m: &mention::Mention, at: usize| {
        let c = mentions.names[m.name].candidates.get(at)?;
        let (lat, lon) = c.at;
        let country = c.country.to_owned();
        Some(Place { span: m.span, name: c.name(), lat, lon, geonames: c.geonames, country })
    };
    let mut out: Vec<Place> = found.filter_map(|((m, _), at)| place(m, at)).collect();
    out.sort_by_key(|p| p.span);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        places(text, &Evidence::default()).into_iter().map(|p| p.name).collect()
    }

    #[test]
    fn countries_and_capitals_are_found() {
        assert_eq!(
            read("From Denmark she flew to Paris, and then to the United States."),
            ["Denmark", "Paris", "United States"]
        );
    }

    #[test]
    fn a_capital_within_a_name_is_no_place() {
        assert!(read("She met Paris Hilton and a London Business School teacher.").is_empty());
        assert_eq!(read("In Paris it rained."), ["Paris"]);
    }

    #[test]
    fn a_sea_has_no_country() {
        let found = places("The tug had crossed the Black Sea.", &Evidence::default());
        assert_eq!((found[0].name.as_str(), found[0].country.as_str()), ("Black Sea", ""));
    }

    #[test]
    fn demonyms_are_no_places() {
        assert!(read("The Swedish minister spoke.").is_empty());
    }
}
