//! How does a text become pieces? BERT's uncased WordPiece, with the bytes of the original text that each piece covers.
//!
//! One pass over the characters, in time linear in the text: words longer than [`LONGEST_WORD`] are never looked up.

use std::collections::HashMap;

use sayso_model::Span;
use unicode_normalization::char::decompose_canonical;

use crate::{
    characters::{is_dropped, is_ideograph, is_nonspacing_mark, is_punctuation, is_space},
    error::ReaderError,
};

/// Characters in the longest word that is looked up; longer ones become one unknown piece. BERT's own limit, and what
/// keeps the greedy search linear in the text.
pub(crate) const LONGEST_WORD: usize = 100;

/// The pieces of one text, in text order: `ids[i]` covers `spans[i]`.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Pieces {
    /// Vocabulary numbers, without `[CLS]` and `[SEP]`.
    pub ids: Vec<i32>,
    /// Bytes of the original text.
    pub spans: Vec<Span>,
}

/// Cuts texts into the pieces of one vocabulary.
pub(crate) struct WordPiece {
    starts: HashMap<&'static str, i32>,
    continuations: HashMap<&'static str, i32>,
    /// Letters in the longest piece: no longer stretch is looked up.
    longest: usize,
    unknown: i32,
    /// The piece before every window.
    pub first: i32,
    /// The piece after every window.
    pub last: i32,
}

impl WordPiece {
    /// Reads a vocabulary: one piece per line, numbered from 0, continuations with `##` before them.
    ///
    /// # Errors
    /// When `[UNK]`, `[CLS]` or `[SEP]` is missing.
    pub fn new(vocabulary: &'static str) -> Result<Self, ReaderError> {
        let (mut starts, mut continuations) =
            (HashMap::with_capacity(1 << 15), HashMap::with_capacity(1 << 13));
        let mut longest = 0;
        for (id, piece) in (0..).zip(vocabulary.lines()) {
            longest = longest.max(piece.chars().count());
            match piece.strip_prefix("##") {
                Some(rest) if !rest.is_empty() => continuations.insert(rest, id),
                _ => starts.insert(piece, id),
            };
        }
        let special = |piece| starts.get(piece).copied().ok_or(ReaderError::Vocabulary { piece });
        let (unknown, first, last) = (special("[UNK]")?, special("[CLS]")?, special("[SEP]")?);
        Ok(Self { starts, continuations, longest, unknown, first, last })
    }

    /// Cuts a whole text.
    pub fn pieces(&self, text: &str) -> Pieces {
        let mut pieces = Pieces::default();
        let mut word = Word::default();
        for (start, character) in text.char_indices() {
            let span = Span::new(start, start + character.len_utf8());
            if is_space(character) {
                self.finish(&mut word, &mut pieces);
            } else if is_dropped(character) {
                // Gone, and no boundary: "ex\u{ad}ample" is one word.
            } else if is_nonspacing_mark(character) {
                word.extend_last(span.end);
            } else if is_ideograph(character) {
                self.finish(&mut word, &mut pieces);
                word.push(character, span);
                self.finish(&mut word, &mut pieces);
            } else {
                self.letter(character, span, &mut word, &mut pieces);
            }
        }
        self.finish(&mut word, &mut pieces);
        pieces
    }

    /// Adds one character, decomposed, without accents and in lower case, to the word; punctuation is a word of its own.
    fn letter(&self, character: char, span: Span, word: &mut Word, pieces: &mut Pieces) {
        let mut add = |plain: char| {
            if is_punctuation(plain) {
                self.finish(word, pieces);
                word.push(plain, span);
                self.finish(word, pieces);
            } else {
                plain.to_lowercase().for_each(|lower| word.push(lower, span));
            }
        };
        if character.is_ascii() {
            return add(character);
        }
        decompose_canonical(character, |plain| {
            if !is_nonspacing_mark(plain) {
                add(plain);
            }
        });
    }

    /// Cuts the word, if there is one, and empties it.
    fn finish(&self, word: &mut Word, pieces: &mut Pieces) {
        let Some(whole) = word.span else { return };
        let before = pieces.ids.len();
        if word.spans.len() > LONGEST_WORD || !self.cut(word, pieces) {
            pieces.ids.truncate(before);
            pieces.spans.truncate(before);
            pieces.ids.push(self.unknown);
            pieces.spans.push(whole);
        }
        word.clear();
    }

    /// Cuts a word greedily into its longest pieces; false when a rest has none.
    fn cut(&self, word: &Word, pieces: &mut Pieces) -> bool {
        let mut from = 0;
        while from < word.spans.len() {
            let table = if from == 0 { &self.starts } else { &self.continuations };
            let furthest = word.spans.len().min(from + self.longest);
            let found = (from + 1..=furthest).rev().find_map(|to| {
                let letters = &word.letters[word.offset(from)..word.offset(to)];
                table.get(letters).map(|&id| (to, id))
            });
            let Some((to, id)) = found else { return false };
            pieces.ids.push(id);
            pieces.spans.push(word.spans[from].hull(word.spans[to - 1]));
            from = to;
        }
        true
    }
}

/// A word under way: its normalised letters, and for each where it starts in `letters` and which bytes it comes from.
#[derive(Default)]
struct Word {
    letters: String,
    offsets: Vec<usize>,
    spans: Vec<Span>,
    span: Option<Span>,
}

impl Word {
    /// Adds a letter. Beyond the longest word only the bytes covered grow, so memory stays bounded.
    fn push(&mut self, letter: char, span: Span) {
        self.span = Some(self.span.map_or(span, |whole| whole.hull(span)));
        if self.spans.len() <= LONGEST_WORD {
            self.offsets.push(self.letters.len());
            self.letters.push(letter);
            self.spans.push(span);
        }
    }

    /// Lets a combining mark belong to the letter before it.
    fn extend_last(&mut self, end: usize) {
        if let (Some(whole), Some(last)) = (self.span.as_mut(), self.spans.last_mut()) {
            if last.end == whole.end {
                last.end = end;
            }
            whole.end = end;
        }
    }

    fn offset(&self, letter: usize) -> usize {
        self.offsets.get(letter).copied().unwrap_or(self.letters.len())
    }

    fn clear(&mut self) {
        self.letters.clear();
        self.offsets.clear();
        self.spans.clear();
        self.span = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shipped::VOCABULARY;
    use proptest::prelude::*;

    fn cut(text: &str) -> Vec<&str> {
        let pieces = WordPiece::new(VOCABULARY).unwrap().pieces(text);
        pieces.spans.iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn accents_fall_off_but_the_spans_keep_them() {
        let pieces = |text| WordPiece::new(VOCABULARY).unwrap().pieces(text);
        assert_eq!(cut("Café e\u{301}t"), ["Café", "e\u{301}t"]);
        assert_eq!(pieces("Café").ids, pieces("cafe").ids);
        assert_eq!(pieces("CAFE\u{301}").ids, pieces("cafe").ids);
    }

    #[test]
    fn punctuation_and_ideographs_stand_alone() {
        assert_eq!(cut("“No,” he"), ["“", "No", ",", "”", "he"]);
        assert_eq!(cut("在世"), ["在", "世"]);
    }

    #[test]
    fn a_soft_hyphen_does_not_break_a_word() {
        let pieces = |text| WordPiece::new(VOCABULARY).unwrap().pieces(text);
        assert_eq!(pieces("minis\u{ad}ter").ids, pieces("minister").ids);
        assert_eq!(cut("minis\u{ad}ter"), ["minis\u{ad}ter"]);
    }

    #[test]
    fn a_word_of_more_than_a_hundred_letters_is_one_unknown_piece() {
        let (fits, long) = ("a".repeat(100), "a".repeat(101));
        assert!(cut(&fits).len() > 1);
        assert_eq!(cut(&long), [long.as_str()]);
    }

    #[test]
    fn a_line_of_five_megabytes_is_cut_in_linear_time() {
        let one_word = "a".repeat(5_000_000);
        assert_eq!(cut(&one_word).len(), 1);
        let words = "the ship left. ".repeat(330_000);
        assert_eq!(cut(&words).len(), 4 * 330_000);
        assert_eq!(cut(&"\u{301}".repeat(1_000_000)).len(), 0);
    }

    proptest! {
        #[test]
        fn spans_ascend_and_lie_on_character_boundaries(text in "\\PC{0,60}|[a-zé\u{301}\u{200b}“”.İßﬁ字 \n]{0,60}") {
            let pieces = WordPiece::new(VOCABULARY).unwrap().pieces(&text);
            let mut end = 0;
            for span in &pieces.spans {
                prop_assert!(span.end <= text.len() && !span.is_empty());
                prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end));
                // Pieces of one decomposed character share its bytes, so a span may start before the last one ended.
                prop_assert!(span.end >= end);
                end = span.end;
            }
        }
    }
}
