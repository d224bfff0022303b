//! Where in the text do an article's words stand? Kept as two small numbers per word, since an index keeps them for all
//! articles and needs them only for the few that share text.

use sayso_model::Span;

use crate::words::Word;

/// The places of words, one after the other: bytes since the end of the word before, then bytes of the word. A number
/// below 255 is one byte; a larger one is 255 and then the rest in the same way.
#[derive(Default)]
pub(crate) struct Places(Box<[u8]>);

impl Places {
    pub fn of(words: &[Word]) -> Self {
        let mut bytes = Vec::with_capacity(2 * words.len());
        let mut end = 0;
        for word in words {
            write(word.span.start - end, &mut bytes);
            write(word.span.len(), &mut bytes);
            end = word.span.end;
        }
        Self(bytes.into_boxed_slice())
    }

    /// The span of every word.
    pub fn spans(&self) -> Vec<Span> {
        let mut bytes = self.0.iter().copied();
        let (mut spans, mut end) = (Vec::with_capacity(self.0.len() / 2), 0);
        while let Some(gap) = read(&mut bytes) {
            let start = end + gap;
            end = start + read(&mut bytes).unwrap_or(0);
            spans.push(Span::new(start, end));
        }
        spans
    }
}

fn write(mut number: usize, bytes: &mut Vec<u8>) {
    while number >= 255 {
        bytes.push(255);
        number -= 255;
    }
    bytes.push(number as u8);
}

fn read(bytes: &mut impl Iterator<Item = u8>) -> Option<usize> {
    let mut number = 0;
    loop {
        let byte = bytes.next()?;
        number += usize::from(byte);
        if byte < 255 {
            return Some(number);
        }
    }
}

/// The bytes from the first to the last of these words.
pub(crate) fn hull(spans: &[Span], words: std::ops::Range<usize>) -> Span {
    match spans.get(words) {
        Some([first, .., last]) => first.hull(*last),
        Some([only]) => *only,
        _ => Span::new(0, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::words;

    #[test]
    fn places_come_back() {
        let text = format!("a{}bc {} d.", " ".repeat(1000), "e".repeat(255));
        let words = words(&text);
        let spans: Vec<Span> = words.iter().map(|w| w.span).collect();
        assert_eq!(Places::of(&words).spans(), spans);
        assert_eq!(hull(&spans, 1..3).of(&text).len(), 2 + 1 + 255);
        assert!(hull(&spans, 9..12).is_empty());
    }
}
