//! Where one of several phrases stands in a text, as whole words that mean what the phrase means.

use sayso_model::Span;

use crate::text::{Word, words};

/// Bytes that surely hold the one word before another.
pub(crate) const WORD_REACH: usize = 40;

/// The first place within `span` where one of the phrases stands as whole words, in any case.
pub(crate) fn first_phrase(text: &str, span: Span, phrases: &[&str]) -> Option<Span> {
    let original = span.of(text);
    let haystack = original.to_ascii_lowercase();
    phrases
        .iter()
        .filter_map(|p| whole_words(original, &haystack, p))
        .min_by_key(|s| (s.start, std::cmp::Reverse(s.end)))
        .map(|s| s.shifted(text.floor_char_boundary(span.start)))
}

/// Places of one phrase that are looked at at most: a hedge of a content stands among its first ones.
const MOST_PLACES: usize = 4;

/// The places within `span` where one of the phrases stands, in text order; of each phrase the first [`MOST_PLACES`].
pub(crate) fn phrases_in(text: &str, span: Span, phrases: &[&str]) -> Vec<Span> {
    let original = span.of(text);
    let haystack = original.to_ascii_lowercase();
    let shift = text.floor_char_boundary(span.start);
    let mut out: Vec<Span> = phrases
        .iter()
        .flat_map(|p| all_whole_words(original, &haystack, p).take(MOST_PLACES))
        .map(|s| s.shifted(shift))
        .collect();
    out.sort_unstable();
    out
}

/// Where `phrase` stands in `haystack`, which is `original` in lower case, with no letter or digit touching it.
fn whole_words(original: &str, haystack: &str, phrase: &str) -> Option<Span> {
    all_whole_words(original, haystack, phrase).next()
}

fn all_whole_words<'a>(
    original: &'a str,
    haystack: &'a str,
    phrase: &'a str,
) -> impl Iterator<Item = Span> + 'a {
    haystack.match_indices(phrase).filter_map(move |(i, m)| {
        let before = haystack[..i].chars().next_back().is_some_and(char::is_alphanumeric);
        let after = haystack[i + m.len()..].chars().next().is_some_and(char::is_alphanumeric);
        let span = Span::new(i, i + m.len());
        (!before && !after && !is_another_word(original, span)).then_some(span)
    })
}

/// What "could" tells of as what was: "could see the flames", "could no longer bear it".
const ABLE: &[&str] = &["no ", "see ", "hear ", "feel ", "smell ", "be seen ", "be heard ", "only "];

/// Whether the words mean something else: the month "May", "might" as strength, "could not" as a plain failure, "could see" as
/// what was seen; a thing that could not be estimated was not estimated.
fn is_another_word(original: &str, span: Span) -> bool {
    let next = || original[span.end..].trim_start();
    match span.of(original) {
        "May" => true,
        "might" => {
            let before = words(
                &original[original.ceil_char_boundary(span.start.saturating_sub(WORD_REACH))..span.start],
            );
            let owner = before.last().map(Word::lower).unwrap_or_default();
            ["s", "the", "its", "their", "his", "her", "our", "military"].contains(&owner.as_str())
        }
        "could" => {
            next().starts_with("not ")
                && !next().starts_with("not have ")
                && !next().starts_with("not be ruled out")
                || ABLE.iter().any(|able| next().starts_with(able))
        }
        "estimated" => original[..span.start].ends_with("not be "),
        _ => false,
    }
}
