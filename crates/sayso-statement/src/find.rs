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

/// Where `phrase` stands in `haystack`, which is `original` in lower case, with no letter or digit touching it.
fn whole_words(original: &str, haystack: &str, phrase: &str) -> Option<Span> {
    haystack.match_indices(phrase).find_map(|(i, m)| {
        let before = haystack[..i].chars().next_back().is_some_and(char::is_alphanumeric);
        let after = haystack[i + m.len()..].chars().next().is_some_and(char::is_alphanumeric);
        let span = Span::new(i, i + m.len());
        (!before && !after && !is_another_word(original, span)).then_some(span)
    })
}

/// Whether the words mean something else: the month "May", "might" as strength, "could not" as a plain failure.
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
        }
        _ => false,
    }
}
