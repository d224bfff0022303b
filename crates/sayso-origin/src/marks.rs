//! What of a text survives when it is told in other words, or in another language? Its figures, and in one language its quotations.

use std::collections::HashSet;

use sayso_model::Span;

use crate::{
    quotation::quotations,
    words::{hash_all, words},
};

/// A figure or quotation, as a hash of what it says.
pub(crate) type Mark = u64;

/// Words of the shortest quotation that counts; shorter ones are single words that a writer sets apart.
const QUOTED_WORDS: usize = 4;

/// The marks of a text, each at its first place, in order.
pub(crate) fn marks(text: &str) -> Vec<(Mark, Span)> {
    let mut found = figures(text);
    found.extend(quotations(text).into_iter().filter_map(|span| Some((quoted(span.of(text))?, span))));
    found.sort_by_key(|(_, span)| *span);
    let mut known = HashSet::new();
    found.retain(|(mark, _)| known.insert(*mark));
    found
}

fn quoted(quotation: &str) -> Option<Mark> {
    let words = words(quotation);
    (words.len() >= QUOTED_WORDS).then(|| hash_all(words.iter().map(|w| u64::from(w.hash))))
}

/// The figures of a text, left out what says little: single digits, which may be spelt out as well, and years.
fn figures(text: &str) -> Vec<(Mark, Span)> {
    let mut found = Vec::new();
    let mut start = None;
    let bytes = text.as_bytes();
    for at in 0..=bytes.len() {
        let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        let separates = start.is_some() && matches!(bytes.get(at), Some(b'.' | b',')) && is_digit(at + 1);
        match start {
            None if is_digit(at) => start = Some(at),
            Some(from) if !is_digit(at) && !separates => {
                let span = Span::new(from, at);
                found.extend(figure(span.of(text)).map(|mark| (mark, span)));
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// A figure in one notation: "12,000" and "12.000" are one, and so are "2.3" and "2,3".
fn figure(written: &str) -> Option<Mark> {
    let mut plain = String::new();
    for part in written.split(['.', ',']) {
        if !plain.is_empty() && part.len() != 3 {
            plain.push('.');
        }
        plain += part;
    }
    let is_year =
        plain.len() == 4 && (plain.starts_with("19") || plain.starts_with("20")) && written.len() == 4;
    (plain.len() > 1 && !is_year).then(|| hash_all(plain.bytes().map(u64::from)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<&str> {
        marks(text).into_iter().map(|(_, span)| span.of(text)).collect()
    }

    #[test]
    fn figures_and_long_quotations_are_marks_once() {
        let text =
            "On May 3, 2031, 214 of 12,000 said “we will not go back” and “no”; 214 left at 2.3 knots.";
        assert_eq!(of(text), ["214", "12,000", "“we will not go back”", "2.3"]);
    }

    #[test]
    fn notations_of_one_figure_agree() {
        let mark = |text: &str| marks(text).first().map(|(mark, _)| *mark);
        assert_eq!(mark("12,000 tonnes"), mark("12.000 Tonnen"));
        assert_eq!(mark("2.3"), mark("2,3"));
        assert_ne!(mark("2.3"), mark("23"));
        assert_eq!((mark("7"), mark("2031"), mark("")), (None, None, None));
    }
}
