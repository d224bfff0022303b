//! Spans compared as sets of words, so that a space more or less makes no difference.

use std::collections::BTreeSet;

use sayso_model::Span;

/// Numbers of words in a text.
pub type WordSet = BTreeSet<usize>;

/// The words of a text: runs of letters, digits and underscores, and every other visible character by itself.
///
/// The same cut as Python's `\w+|[^\w\s]`, on which the published figures rest.
pub struct Tokens {
    spans: Vec<Span>,
}

impl Tokens {
    /// Cuts a text.
    pub fn new(text: &str) -> Self {
        let mut spans: Vec<Span> = Vec::new();
        let mut in_word = false;
        for (start, character) in text.char_indices() {
            let end = start + character.len_utf8();
            let word = character.is_alphanumeric() || character == '_';
            match spans.last_mut() {
                Some(last) if word && in_word => last.end = end,
                _ if is_space(character) => {}
                _ => spans.push(Span::new(start, end)),
            }
            in_word = word;
        }
        Self { spans }
    }

    /// Number of words.
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Whether there is no word.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// The words of which the span holds at least one byte.
    pub fn within(&self, span: Span) -> WordSet {
        let from = self.spans.partition_point(|word| word.end <= span.start);
        let to = self.spans.partition_point(|word| word.start < span.end);
        (from..to).collect()
    }
}

/// White space as Python sees it: Unicode's, and four separators that Unicode calls controls.
fn is_space(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{1c}'..='\u{1f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_signs_are_counted_apart() {
        let text = "It’s 3.5% — no_one\u{1c}said.";
        let words: Vec<&str> = Tokens::new(text).spans.iter().map(|span| span.of(text)).collect();
        assert_eq!(words, ["It", "’", "s", "3", ".", "5", "%", "—", "no_one", "said", "."]);
    }

    #[test]
    fn a_span_holds_the_words_that_it_touches() {
        let tokens = Tokens::new("one two three");
        assert_eq!(tokens.within(Span::new(2, 5)), WordSet::from([0, 1]));
        assert_eq!(tokens.within(Span::new(3, 4)), WordSet::new());
    }
}
