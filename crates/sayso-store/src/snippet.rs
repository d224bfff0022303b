//! Which words of a hit match? An excerpt with the places of its matches.

use std::ops::Range;

/// Stands before a match in what the database returns, and nowhere in what is indexed.
pub(crate) const MATCH_START: char = '\u{2}';

/// Stands after a match.
pub(crate) const MATCH_END: char = '\u{3}';

/// Stands where words were left out.
pub(crate) const ELLIPSIS: char = '…';

/// An excerpt of a text. Where words were left out at its ends there is an ellipsis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// The words.
    pub text: String,
    /// The byte ranges of `text` that match, in order and apart.
    pub matches: Vec<Range<usize>>,
}

impl Snippet {
    /// Takes the marks out of what the database returned, and notes where they were.
    pub(crate) fn from_marked(marked: &str) -> Self {
        let mut snippet = Self { text: String::with_capacity(marked.len()), matches: Vec::new() };
        let mut start = 0;
        for c in marked.chars() {
            match c {
                MATCH_START => start = snippet.text.len(),
                MATCH_END => snippet.matches.push(start..snippet.text.len()),
                _ => snippet.text.push(c),
            }
        }
        snippet
    }
}

/// The text as it is indexed: spaces stand for the two marks, and for NUL, at which the database would stop.
pub(crate) fn indexable(text: &str) -> String {
    text.replace([MATCH_START, MATCH_END, '\0'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_are_ranges_of_the_text_without_marks() {
        let snippet = Snippet::from_marked("…the \u{2}Brücke\u{3} was \u{2}closed\u{3}");
        assert_eq!(snippet.text, "…the Brücke was closed");
        let words: Vec<&str> = snippet.matches.iter().map(|m| &snippet.text[m.clone()]).collect();
        assert_eq!(words, ["Brücke", "closed"]);
    }
}
