//! Whether a content is given verbatim, paraphrased, or both.

use sayso_model::{Quotation, Span};

/// Marks that open or close a quotation.
const MARKS: &[char] = &['"', '“', '”', '„', '«', '»'];

/// Share of quoted letters from which a content counts as wholly verbatim: a trailing comma or a stray word between two
/// quoted parts does not make it mixed.
const WHOLLY: f64 = 0.9;

/// What has its name in quotation marks.
const VESSELS: &[&str] = &[
    "boat",
    "ferry",
    "freighter",
    "frigate",
    "ship",
    "submarine",
    "tanker",
    "trawler",
    "tug",
    "vessel",
    "yacht",
    "film",
    "novel",
    "operation",
];

/// Words of such a name at most.
const LONGEST_NAME: usize = 3;

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
        single(text, *paragraph, &mut out);
        let mut open: Option<usize> = None;
        for (i, c) in paragraph.of(text).char_indices().filter(|(_, c)| MARKS.contains(c)) {
            let at = paragraph.start + i;
            open = match open {
                None => Some(at),
                // A mark that only opens does not close: it restarts.
                Some(_) if matches!(c, '“' | '„' | '«') => Some(at),
                Some(start) => {
                    let span = Span::new(start, at + c.len_utf8());
                    out.extend((!only_names(text, span)).then_some(span));
                    None
                }
            };
        }
        out.extend(open.map(|start| Span::new(start, paragraph.end)));
    }
    out.sort_unstable();
    out
}

/// The stretches between single marks: British and Irish papers quote so. An apostrophe opens nothing, for a letter stands before
/// it; a closing mark has no letter after it and a mark or a letter before it.
fn single(text: &str, paragraph: Span, out: &mut Vec<Span>) {
    let mut open: Option<usize> = None;
    let mut before = ' ';
    let mut chars = paragraph.of(text).char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, d)| *d);
        let at = paragraph.start + i;
        let bare = |c: char| !c.is_alphanumeric();
        match (c, open) {
            ('‘' | '\'', None) if bare(before) && !bare(next) => open = Some(at),
            ('’' | '\'', Some(start)) if bare(next) && !before.is_whitespace() => {
                let span = Span::new(start, at + c.len_utf8());
                // One word is a name or a plural's apostrophe more often than a quotation.
                if span.of(text).contains(' ') && matches!(before, ',' | '.' | '!' | '?') {
                    out.push(span);
                }
                open = None;
            }
            _ => {}
        }
        before = c;
    }
}

/// Whether the marks only set a name or a doubtful word apart: "the so-called “ghost ship”", "the tug “Alma Voss”".
fn only_names(text: &str, quoted: Span) -> bool {
    let before = text[..quoted.start].trim_end();
    let word = before.rsplit(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap_or_default();
    let short = quoted.of(text).split_whitespace().count() <= LONGEST_NAME;
    short && (word.eq_ignore_ascii_case("so-called") || VESSELS.contains(&word))
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
