//! Which text of a part of the page is written? All of it, or that of the elements that hold an article's text.

use std::ops::Range;

use super::{
    blocks::{HEADINGS, Writer},
    outline::Piece,
};

/// Elements whose text is an article's beside [`HEADINGS`]: paragraphs, lists, tables, and what stands within a line.
const TEXTS: [&str; 30] = [
    "blockquote",
    "code",
    "del",
    "s",
    "strike",
    "em",
    "i",
    "b",
    "strong",
    "u",
    "kbd",
    "samp",
    "tt",
    "var",
    "sub",
    "sup",
    "ul",
    "ol",
    "dl",
    "p",
    "pre",
    "q",
    "details",
    "summary",
    "table",
    "tr",
    "th",
    "td",
    "mark",
    "br",
];

/// Those that are text wherever on the page they stand.
const BLOCKS: [&str; 6] = ["blockquote", "pre", "q", "code", "p", "table"];

/// Which text is written.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Among {
    /// All.
    Everything,
    /// That in [`TEXTS`] and headings, and that after a line break.
    Paragraphs,
    /// That in [`BLOCKS`].
    Blocks,
}

/// Whether all within an element of this name is written.
fn is_text(name: &str, among: Among) -> bool {
    match among {
        Among::Blocks => BLOCKS.contains(&name),
        Among::Paragraphs | Among::Everything => TEXTS.contains(&name) || HEADINGS.contains(&name),
    }
}

/// Writes the text of a range, but for what is left out.
pub(super) fn write(pieces: &[Piece<'_>], out: &[bool], range: Range<usize>, among: Among) -> String {
    let mut writer = Writer::default();
    let mut open: Vec<usize> = Vec::new();
    let mut text_until = if among == Among::Everything { range.end } else { range.start };
    let mut after_break = false;
    let mut at = range.start;
    while at < range.end {
        while let Some(closed) = open.pop_if(|open| pieces[*open].end <= at) {
            writer.element_ends(pieces[closed].name);
        }
        let piece = &pieces[at];
        if out[at] {
            at = piece.end;
            continue;
        }
        if piece.element.is_none() {
            if at < text_until || (after_break && among == Among::Paragraphs) {
                writer.words(piece.text);
            }
        } else {
            after_break = piece.name == "br" || (after_break && !matches!(piece.name, "div" | "section"));
            if is_text(piece.name, among) {
                text_until = text_until.max(piece.end);
            }
            writer.element_begins(piece.name);
            open.push(at);
        }
        at += 1;
    }
    writer.done()
}
