//! Does a hyphen at the end of a line belong to the word? The document's other words tell: a word that stands there in one piece was
//! only parted, a compound that stands there with its hyphen keeps it.

use std::collections::HashSet;

use super::lines::Line;

/// First parts that mostly keep their hyphen, where the document does not tell.
const KEEP: [&str; 12] =
    ["self", "non", "ex", "co", "well", "half", "mid", "vice", "semi", "anti", "pro", "long"];

/// The words of a document, each in small letters.
pub(super) struct Words {
    words: HashSet<String>,
}

impl Words {
    pub(super) fn of(pages: &[Vec<Line>]) -> Self {
        let lines = pages.iter().flatten();
        let words = lines
            .flat_map(|line| line.text.split_whitespace())
            .map(plain)
            .filter(|word| !word.ends_with('-'));
        Self { words: words.collect() }
    }

    /// Whether the hyphen at the end of `before` goes when `after` follows it.
    pub(super) fn drops(&self, before: &str, after: &str) -> bool {
        let Some(first) = before.strip_suffix(is_hyphen) else { return false };
        if before.ends_with('\u{AD}') {
            return true;
        }
        let (first, second) = (
            plain(first.split_whitespace().next_back().unwrap_or_default()),
            after.split_whitespace().next(),
        );
        let Some(second) = second.filter(|word| word.starts_with(char::is_lowercase)).map(plain) else {
            return false;
        };
        if !first.ends_with(char::is_alphabetic) {
            return false;
        }
        let (whole, compound) = (format!("{first}{second}"), format!("{first}-{second}"));
        self.words.contains(&whole) || !(self.words.contains(&compound) || KEEP.contains(&first.as_str()))
    }
}

/// Whether the line ends within a word.
pub(super) fn parts_a_word(line: &str) -> bool {
    let mut letters = line.chars().rev();
    letters.next().is_some_and(is_hyphen) && letters.next().is_some_and(char::is_alphanumeric)
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{AD}')
}

fn plain(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '-').to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Words {
        Words::of(&[vec![Line { text: text.to_owned(), left: 0.0, right: 0.0, base: 0.0, size: 10.0 }]])
    }

    #[test]
    fn the_document_tells_parted_words_from_compounds() {
        let known = words("The harbour is long-standing, well-known and “underwater”.");
        assert!(known.drops("the har-", "bour office"));
        assert!(known.drops("an under-", "water wall"));
        assert!(!known.drops("the long-", "standing rule"));
    }

    #[test]
    fn what_it_does_not_tell_goes_by_the_first_part() {
        let known = words("");
        assert!(known.drops("the repre-", "sentative"));
        assert!(!known.drops("the self-", "employed"));
        assert!(!known.drops("the Anglo-", "Saxon"));
        assert!(!known.drops("in 2031-", "bis"));
        assert!(known.drops("self\u{AD}", "employed"));
        assert!(!known.drops("a word", "more"));
    }
}
