//! Where is a text cut for the network? Into windows that end where sentences end, each with what stood before and after.

use std::ops::Range;

use sayso_model::Span;

use crate::layout::Layout;

/// Pieces that the network sees at once, without `[CLS]` and `[SEP]`: it was trained on windows of 256.
pub(crate) const WINDOW: usize = 254;

/// Pieces of neighbouring text that a window sees on each side beyond the sentences for which it is asked. Chosen on
/// PolNeAR dev: against none, 32 raise the overlap F1 from 70.8 to 71.8 and cost a third more time.
pub(crate) const CONTEXT: usize = 32;

/// A stretch of pieces to run, and those among them whose scores are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cut {
    /// Pieces given to the network.
    pub seen: Range<usize>,
    /// Pieces whose scores count; the windows of a text keep every piece exactly once.
    pub kept: Range<usize>,
}

/// Cuts a text of these pieces into windows, in text order.
pub(crate) fn windows(text: &str, pieces: &[Span]) -> Vec<Cut> {
    let layout = Layout::new(text, pieces);
    let mut windows = Vec::new();
    let mut from = 0;
    for end in core_ends(&layout) {
        let room = (WINDOW - (end - from)).min(2 * CONTEXT);
        let before = from.min(room - (room / 2).min(pieces.len() - end));
        let after = (pieces.len() - end).min(room - before);
        windows.push(Cut { seen: from - before..end + after, kept: from..end });
        from = end;
    }
    windows
}

/// Ends of the kept stretches: as many whole sentences as fit, or a hard cut through a longer one.
fn core_ends(layout: &Layout) -> Vec<usize> {
    let room = WINDOW - 2 * CONTEXT;
    let mut ends = Vec::new();
    let (mut from, mut last) = (0, 0);
    for end in layout.sentence_ends() {
        if end - from > room && last > from {
            ends.push(last);
            from = last;
        }
        while end - from > room {
            from += room;
            ends.push(from);
        }
        last = end;
    }
    if last > from {
        ends.push(last);
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{shipped::VOCABULARY, wordpiece::WordPiece};
    use proptest::prelude::*;

    fn cut(text: &str) -> (Vec<Span>, Vec<Cut>) {
        let pieces = WordPiece::new(VOCABULARY).unwrap().pieces(text).spans;
        let windows = windows(text, &pieces);
        (pieces, windows)
    }

    #[test]
    fn a_short_text_is_one_window() {
        let (pieces, windows) = cut("The mayor left. Nobody knew why.");
        assert_eq!(windows, [Cut { seen: 0..pieces.len(), kept: 0..pieces.len() }]);
    }

    #[test]
    fn windows_end_where_sentences_end() {
        let text = "The old ferry to Marnholm sank on Tuesday evening. ".repeat(60);
        let (pieces, windows) = cut(&text);
        assert!(windows.len() > 1);
        for window in &windows {
            assert_eq!(pieces[window.kept.end - 1].of(&text), ".");
        }
    }

    #[test]
    fn a_sentence_longer_than_a_window_is_cut_hard() {
        let (pieces, windows) = cut(&"word ".repeat(1000));
        assert!(windows.iter().all(|w| w.seen.len() <= WINDOW));
        assert_eq!(windows.last().map(|w| w.kept.end), Some(pieces.len()));
    }

    proptest! {
        #[test]
        fn every_piece_is_kept_once_and_seen_by_its_window(text in "([a-z]{1,9}[ .!\n”]{1,2}){0,900}") {
            let (pieces, windows) = cut(&text);
            let mut next = 0;
            for window in windows {
                prop_assert_eq!(window.kept.start, next);
                prop_assert!(window.seen.start <= window.kept.start && window.kept.end <= window.seen.end);
                prop_assert!(window.seen.len() <= WINDOW && !window.kept.is_empty());
                next = window.kept.end;
            }
            prop_assert_eq!(next, pieces.len());
        }
    }
}
