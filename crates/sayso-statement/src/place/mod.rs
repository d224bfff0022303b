//! Places: which names of a text are places, and which place of the name is meant.
//!
//! Names are looked up in the gazetteer ([`mention`]), those that are people, bodies or everyday words are left out
//! ([`judge`]), and the rest is resolved together ([`resolve`]). Demonyms are no places.

mod beside;
mod candidate;
mod evidence;
mod hints;
mod judge;
mod lexicon;
mod mention;
mod other;
mod people;
mod resolve;
mod weights;
mod within;

use sayso_model::{Place, Span};

pub(crate) use evidence::Evidence;
pub use evidence::{Named, NamedKind};

use crate::text::{Word, words};

/// Finds the places of `text`.
pub(crate) fn places(text: &str, evidence: &Evidence<'_>) -> Vec<Place> {
    let words = at_hyphens(text, words(text));
    let mentions = mention::mentions(text, &words);
    let people = people::People::of(text, &words, evidence);
    let judge = judge::Judge { text, words: &words, people: &people, evidence };
    let is_place = judge::places_among(&judge, &mentions);
    let chosen = resolve::resolve(&mentions, &is_place, &hints::hints(&words, evidence.publisher));
    let found = mentions.list.iter().zip(&is_place).zip(chosen).filter(|((_, is), _)| **is);
    let place = |m: &mention::Mention, at: usize| {
        let c = mentions.names[m.name].candidates.get(at)?;
        let (lat, lon) = c.at;
        let country = (!c.country.is_empty()).then(|| c.country.to_owned());
        Some(Place { span: m.span, name: c.name(), lat, lon, geonames: c.geonames, country })
    };
    let mut out: Vec<Place> = found.filter_map(|((m, _), at)| place(m, at)).collect();
    out.sort_by_key(|p| p.span);
    out
}

/// Words with each hyphen as a mark of its own: "Tulsa-based" names Tulsa.
fn at_hyphens<'a>(text: &'a str, words: Vec<Word<'a>>) -> Vec<Word<'a>> {
    let mut out = Vec::with_capacity(words.len());
    for word in words {
        let mut start = word.span.start;
        for (at, hyphen) in word.text.match_indices('-').filter(|_| word.text.len() > 1) {
            let at = word.span.start + at;
            push(&mut out, text, Span::new(start, at));
            start = at + hyphen.len();
            push(&mut out, text, Span::new(at, start));
        }
        push(&mut out, text, Span::new(start, word.span.end));
    }
    out
}

fn push<'a>(out: &mut Vec<Word<'a>>, text: &'a str, span: Span) {
    if !span.is_empty() {
        out.push(Word { text: &text[span.start..span.end], span });
    }
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
        assert_eq!((found[0].name.as_str(), found[0].country.as_deref()), ("Black Sea", None));
    }

    fn read_with(text: &str, evidence: &Evidence<'_>) -> Vec<String> {
        places(text, evidence).into_iter().map(|p| format!("{} {}", p.name, p.lon.signum())).collect()
    }

    #[test]
    fn a_tagged_name_is_what_the_tagger_says() {
        let text = "She wrote to Jordan and to Reading.";
        let named = |words, kind| Named { span: sayso_testkit::span(text, words), kind };
        let names = [named("Jordan", NamedKind::Person), named("Reading", NamedKind::Place)];
        let evidence = Evidence { names: &names, publisher: None };
        assert_eq!(places(text, &evidence).len(), 1);
        assert_eq!(read_with(text, &evidence)[0].split(' ').next(), Some("Reading"));
    }

    #[test]
    fn the_publisher_s_town_is_the_one_meant() {
        let text = "A fire broke out in Cambridge.";
        assert_eq!(
            read_with(text, &Evidence { names: &[], publisher: Some("The Boston Tide") }),
            ["Cambridge -1"]
        );
        assert_eq!(
            read_with(text, &Evidence { names: &[], publisher: Some("Huntingdon Tide") }),
            ["Cambridge 1"]
        );
    }

    const HARD: [&str; 8] = [
        "Springfield, Illinois, ",
        "New York, ",
        "San José, ",
        "Luxembourg, ",
        "St. St. ",
        "Paris-",
        "San San ",
        "Jordan, Georgia, Lebanon, ",
    ];

    #[test]
    fn a_long_list_of_one_name_is_no_deep_nest() {
        for hard in HARD {
            let _ = places(&hard.repeat(1_000_000 / hard.len()), &Evidence::default());
        }
    }

    #[test]
    fn demonyms_are_no_places() {
        assert!(read("The Swedish minister spoke.").is_empty());
        for demonym in crate::country::demonyms() {
            let found = places(&format!("She met {demonym} officials in the hall."), &Evidence::default());
            assert!(found.is_empty(), "{demonym}: {found:?}");
        }
    }
}
