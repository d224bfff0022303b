//! Whether a content is given verbatim, paraphrased, or both.

use sayso_model::{Quotation, Span};

/// Marks that open or close a quotation.
const MARKS: &[char] = &['"', '“', '”', '„', '«', '»'];

/// Share of quoted letters from which a content counts as wholly verbatim: a trailing comma or a stray word between two
/// quoted parts does not make it mixed.
const WHOLLY: f64 = 0.9;

/// Tells direct, indirect and mixed quotation apart by how much of the content stands within quotation marks.
pub(crate) fn quotation(text: &str, content: &[Span], marks: &[Span]) -> Quotation {
    let letters = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).count();
    let all: usize = content.iter().map(|c| letters(c.of(text))).sum();
    let quoted: usize = content
        .iter()
        .flat_map(|c| {
            marks.iter().filter(|m| m.overlaps(*c)).map(|m| Span::new(m.start.max(c.start), m.end.min(c.end)))
        })
        .map(|s| letters(s.of(text)))
        .sum();
    if quoted == 0 || all == 0 {
        Quotation::Indirect
    } else if quoted as f64 >= WHOLLY * all as f64 {
        Quotation::Direct
    } else {
        Quotation::Mixed
    }
}

/// The stretches between quotation marks, marks included, paragraph by paragraph.
///
/// A paragraph that opens a quotation and does not close it is quoted to its end (the next paragraph opens anew, as
/// newspapers print a quotation of several paragraphs).
pub(crate) fn quoted(text: &str, paragraphs: &[Span]) -> Vec<Span> {
    let mut out = Vec::new();
    for paragraph in paragraphs {
        let mut open: Option<usize> = None;
        for (i, c) in paragraph.of(text).char_indices().filter(|(_, c)| MARKS.contains(c)) {
            let at = paragraph.start + i;
            open = match open {
                None => Some(at),
                // A mark that only opens does not close: it restarts.
                Some(_) if matches!(c, '“' | '„' | '«') => Some(at),
                Some(start) => {
                    out.push(Span::new(start, at + c.len_utf8()));
                    None
                }
            };
        }
        out.extend(open.map(|start| Span::new(start, paragraph.end)));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::paragraphs;
    use sayso_testkit::span;

    fn read(text: &str, content: &str) -> Quotation {
        quotation(text, &[span(text, content)], &quoted(text, &paragraphs(text)))
    }

    #[test]
    fn the_three_kinds_are_told_apart() {
        let text = "“It fell,” she said. He said the “sad” bridge fell. They said it fell.";
        assert_eq!(read(text, "“It fell,”"), Quotation::Direct);
        assert_eq!(read(text, "the “sad” bridge fell"), Quotation::Mixed);
        assert_eq!(read(text, "it fell"), Quotation::Indirect);
    }

    #[test]
    fn a_quotation_of_several_paragraphs_is_quoted_to_the_end_of_each() {
        let text = "“One part.\n\n“Second part,” she said.";
        assert_eq!(read(text, "One part."), Quotation::Direct);
        assert_eq!(read(text, "Second part"), Quotation::Direct);
    }
}
