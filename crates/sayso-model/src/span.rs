//! Half-open byte ranges of an article's normalised text.

use serde::{Deserialize, Serialize};

/// Names the bytes `start..end` of one article's UTF-8 text.
///
/// A span carries no text: the words are always read from the article, so they can never disagree with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte; never less than `start`.
    pub end: usize,
}

impl Span {
    /// Makes the span `start..end`; an `end` before `start` gives the empty span at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// Returns the words of this span in `text`.
    ///
    /// Always succeeds: a bound beyond the text, or inside a character, moves inwards to the nearest boundary.
    pub fn of(self, text: &str) -> &str {
        let end = text.floor_char_boundary(self.end);
        let start = text.ceil_char_boundary(self.start.min(end)).min(end);
        &text[start..end]
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the two spans share at least one byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly within this span.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    pub fn hull(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Number of bytes that both spans hold.
    pub fn shared(self, other: Self) -> usize {
        self.end.min(other.end).saturating_sub(self.start.max(other.start))
    }

    /// Number of bytes between two spans; 0 where they touch or overlap.
    pub fn gap(self, other: Self) -> usize {
        self.start.saturating_sub(other.end).max(other.start.saturating_sub(self.end))
    }

    /// The same span in a text that begins `offset` bytes earlier.
    pub fn shifted(self, offset: usize) -> Self {
        Self { start: self.start + offset, end: self.end + offset }
    }

    /// The span without the white space at its ends.
    pub fn trimmed(self, text: &str) -> Self {
        let words = self.of(text);
        let start = self.start + (words.len() - words.trim_start().len());
        Self::new(start, start + words.trim().len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slicing_succeeds_beyond_the_end_and_inside_a_character() {
        let text = "aé“b";
        for start in 0..10 {
            for end in 0..10 {
                let _ = Span::new(start, end).of(text);
            }
        }
        assert_eq!(Span::new(2, 4).of(text), "");
        assert_eq!(Span::new(1, 99).of(text), "é“b");
    }

    #[test]
    fn gap_is_zero_for_touching_spans() {
        assert_eq!(Span::new(0, 3).gap(Span::new(3, 5)), 0);
        assert_eq!(Span::new(0, 3).gap(Span::new(5, 6)), 2);
        assert_eq!(Span::new(5, 6).gap(Span::new(0, 3)), 2);
    }

    #[test]
    fn trimming_keeps_only_the_words() {
        assert_eq!(Span::new(0, 7).trimmed("  ab  c"), Span::new(2, 7));
        assert_eq!(Span::new(0, 6).trimmed("  ab  c"), Span::new(2, 4));
    }
}
