//! Which capitalised words begin no name? Those that only open a sentence, and months and weekdays.

use crate::calendar::{is_full_name, short_month};

/// Words that have their capital from the sentence that they open.
const OPENERS: &[&str] = &[
    "the",
    "a",
    "an",
    "in",
    "on",
    "at",
    "it",
    "he",
    "she",
    "they",
    "we",
    "i",
    "but",
    "and",
    "or",
    "if",
    "as",
    "by",
    "for",
    "from",
    "this",
    "that",
    "these",
    "those",
    "there",
    "when",
    "while",
    "after",
    "before",
    "last",
    "so",
    "to",
    "its",
    "his",
    "her",
    "their",
    "our",
    "my",
    "all",
    "some",
    "no",
    "not",
    "none",
    "one",
    "two",
    "three",
    "four",
    "several",
    "many",
    "most",
    "another",
    "other",
    "both",
    "each",
    "according",
    "meanwhile",
    "however",
    "earlier",
    "later",
    "since",
    "because",
    "although",
    "though",
    "with",
    "without",
    "under",
    "over",
    "what",
    "who",
    "why",
    "how",
    "where",
    "asked",
    "only",
    "neither",
    "also",
    "then",
    "now",
    "still",
    "once",
    "even",
    "yet",
];

/// Whether a lower-case word, where it has a capital, begins no name. "May" is left to be one: people are called so.
pub(super) fn is_opener(word: &str) -> bool {
    OPENERS.contains(&word) || is_full_name(word) && word != "may" || short_month(word).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn openers_months_and_weekdays_begin_no_name() {
        for word in ["the", "yet", "monday", "december", "sept"] {
            assert!(is_opener(word), "{word}");
        }
        for word in ["may", "mon", "lund"] {
            assert!(!is_opener(word), "{word}");
        }
    }
}
