//! Where in the text do an article's words stand? Kept as one byte for most words, since an index keeps them for all
//! articles and needs them only for the few that share text.

use sayso_model::Span;

use crate::words::Word;

/// The places of words, one after the other: bytes since the end of the word before, and bytes of the word. Where both are small,
/// which is the rule, one byte holds them; else a mark and then each as a number of its own, where a number below 255 is one byte
/// and a larger one is 255 and then the rest in the same way.
#[derive(Default)]
pub(crate) struct Places(Box<[u8]>);

/// Gaps and lengths below these go together into one byte below [`LONG`]: punctuation and a space are up to seven bytes, and few
/// words have more than thirty.
const GAPS: usize = 8;
const LENGTHS: usize = 31;
const LONG: u8 = 255;

impl Places {
    pub fn of(words: &[Word]) -> Self {
        let mut bytes = Vec::with_capacity(words.len());
        let mut end = 0;
        for word in words {
            let (gap, length) = (word.span.start - end, word.span.len());
            if gap < GAPS && length < LENGTHS {
                bytes.push((gap * LENGTHS + length) as u8);
            } else {
                bytes.push(LONG);
                write(gap, &mut bytes);
                write(length, &mut bytes);
            }
            end = word.span.end;
        }
        Self(bytes.into_boxed_slice())
    }

    /// The span of every word.
    pub fn spans(&self) -> Vec<Span> {
        let mut bytes = self.0.iter().copied();
        let (mut spans, mut end) = (Vec::with_capacity(self.0.len()), 0);
        while let Some(byte) = bytes.next() {
            let (gap, length) = match byte {
                LONG => (read(&mut bytes), read(&mut bytes)),
                both => (usize::from(both) / LENGTHS, usize::from(both) % LENGTHS),
            };
            let start = end + gap;
            end = start + length;
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

fn read(bytes: &mut impl Iterator<Item = u8>) -> usize {
    let mut number = 0;
    for byte in bytes {
        number += usize::from(byte);
        if byte < 255 {
            break;
        }
    }
    number
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
        let odd = format!("ab{}cd {} é", "-".repeat(8), "x".repeat(31));
        let words = crate::words::words(&odd);
        assert_eq!(Places::of(&words).spans(), words.iter().map(|w| w.span).collect::<Vec<_>>());
        assert_eq!(hull(&spans, 1..3).of(&text).len(), 2 + 1 + 255);
        assert!(hull(&spans, 9..12).is_empty());
    }
}
