//! Places: names of countries and capitals in the text, with their coordinates.
//!
//! Only countries and capitals are resolved so far; demonyms are no places, and a capital that is part of a person's or a
//! body's name ("Paris Hilton", "London Business School") is left out.

use sayso_model::{Place, Span};

use crate::{
    country::{NameKind, longest_name, lookup},
    text::{Word, words},
};

/// Finds the places of `text`.
pub(crate) fn places(text: &str) -> Vec<Place> {
    let words = words(text);
    let mut out = Vec::new();
    let mut i = 0;
    while i < words.len() {
        match place_at(text, &words, i) {
            Some((place, next)) => {
                out.push(place);
                i = next;
            }
            None => i += 1,
        }
    }
    out
}

/// The longest place name that starts at word `i`, with the word after it.
fn place_at(text: &str, words: &[Word<'_>], i: usize) -> Option<(Place, usize)> {
    if !words[i].is_capitalised() {
        return None;
    }
    for end in (i + 1..=(i + longest_name()).min(words.len())).rev() {
        let span = Span::new(words[i].span.start, words[end - 1].span.end);
        let Some((country, kind)) = lookup(span.of(text)) else { continue };
        let (name, at, geonames) = match (kind, &country.capital) {
            (NameKind::Country, _) => (country.name, country.at, country.geonames),
            (NameKind::Capital, Some(c)) if !part_of_a_name(words, i, end) => (c.name, c.at, c.geonames),
            _ => return None,
        };
        let (lat, lon) = at;
        let place =
            Place { span, name: name.to_owned(), lat, lon, geonames, country: country.code.to_owned() };
        return Some((place, end));
    }
    None
}

/// Whether a capitalised word without a mark between stands next to the words `start..end`.
fn part_of_a_name(words: &[Word<'_>], start: usize, end: usize) -> bool {
    let after = words.get(end).is_some_and(|w| w.is_capitalised() && !w.text.ends_with('.'));
    // At the start of a sentence the word before may be capitalised for that alone, as "In" is.
    let before = start.checked_sub(1).is_some_and(|b| {
        words[b].is_capitalised() && !starts_sentence(words, b) && !words[b].text.ends_with('.')
    });
    after || before
}

fn starts_sentence(words: &[Word<'_>], i: usize) -> bool {
    i.checked_sub(1).is_none_or(|b| words[b].is_mark())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        places(text).into_iter().map(|p| p.name).collect()
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
    fn demonyms_are_no_places() {
        assert!(read("The Swedish minister spoke.").is_empty());
    }
}
