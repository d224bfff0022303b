//! Where do sentences and paragraphs begin? Numbers every piece of a text with its sentence and its paragraph.

use std::ops::Range;

use sayso_model::Span;

/// A word of at most this many letters before a full stop is taken for an initial or a title ("J.", "Mr.", "Gov.").
const SHORT_WORD: usize = 3;

/// The sentence and the paragraph of every piece; both only rise.
pub(crate) struct Layout {
    sentence: Vec<usize>,
    paragraph: Vec<usize>,
}

impl Layout {
    /// Numbers the pieces of a text.
    pub fn new(text: &str, pieces: &[Span]) -> Self {
        let mut layout =
            Self { sentence: Vec::with_capacity(pieces.len()), paragraph: Vec::with_capacity(pieces.len()) };
        let (mut sentence, mut paragraph) = (0, 0);
        for (i, &piece) in pieces.iter().enumerate() {
            if let Some(before) = i.checked_sub(1).map(|b| pieces[b]) {
                paragraph += usize::from(line_ends(text, before, piece));
                sentence += usize::from(sentence_starts(text, before, piece));
            }
            layout.sentence.push(sentence);
            layout.paragraph.push(paragraph);
        }
        layout
    }

    /// Whether two pieces stand in the same sentence.
    pub fn same_sentence(&self, a: usize, b: usize) -> bool {
        self.sentence.get(a) == self.sentence.get(b)
    }

    /// Whether two pieces stand in the same paragraph.
    pub fn same_paragraph(&self, a: usize, b: usize) -> bool {
        self.paragraph.get(a) == self.paragraph.get(b)
    }

    /// For every sentence the number of the piece after its last one.
    pub fn sentence_ends(&self) -> impl Iterator<Item = usize> {
        ends(&self.sentence)
    }

    /// The pieces of every paragraph.
    pub fn paragraphs(&self) -> impl Iterator<Item = Range<usize>> {
        ends(&self.paragraph).scan(0, |start, end| Some(std::mem::replace(start, end)..end))
    }
}

/// Where the stretches of one number end.
fn ends(numbers: &[usize]) -> impl Iterator<Item = usize> {
    let last = (!numbers.is_empty()).then_some(numbers.len());
    (1..numbers.len()).filter(|&i| numbers[i] != numbers[i - 1]).chain(last)
}

fn line_ends(text: &str, before: Span, next: Span) -> bool {
    Span::new(before.end, next.start).of(text).contains('\n')
}

/// Whether a sentence begins at `next`, given the piece before: after a line end, or after a full stop and a space.
fn sentence_starts(text: &str, before: Span, next: Span) -> bool {
    let gap = !Span::new(before.end, next.start).is_empty();
    let starts_lower = next.of(text).starts_with(char::is_lowercase);
    line_ends(text, before, next) || (gap && !starts_lower && ends_sentence(&text[..before.end]))
}

/// Whether the text so far ends with the end of a sentence, closing quotation marks and brackets aside.
fn ends_sentence(text: &str) -> bool {
    let inner = text.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»']);
    match inner.strip_suffix('.') {
        Some(words) => last_word_length(words) > SHORT_WORD,
        None => inner.ends_with(['!', '?', '…']),
    }
}

/// Letters of the word at the end of the text, counted no further than needed.
fn last_word_length(text: &str) -> usize {
    text.chars().rev().take(SHORT_WORD + 1).take_while(|c| c.is_alphanumeric()).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{shipped::VOCABULARY, wordpiece::WordPiece};

    fn layout(text: &str) -> Layout {
        Layout::new(text, &WordPiece::new(VOCABULARY).unwrap().pieces(text).spans)
    }

    #[test]
    fn an_initial_ends_no_sentence_and_a_quotation_does() {
        assert_eq!(layout("Mr. J. Olander left.").sentence_ends().count(), 1);
        assert_eq!(layout("“We know nothing.” She left.\nHe stayed").sentence_ends().count(), 3);
    }

    #[test]
    fn only_a_line_end_begins_a_paragraph() {
        let layout = layout("Rain fell. Wind rose.\nThen sun");
        assert!(layout.same_paragraph(0, 5) && !layout.same_paragraph(5, 6));
        assert!(layout.same_sentence(0, 2) && !layout.same_sentence(2, 3));
    }

    #[test]
    fn a_text_without_pieces_has_no_sentence() {
        assert_eq!(layout("").sentence_ends().count(), 0);
    }
}
