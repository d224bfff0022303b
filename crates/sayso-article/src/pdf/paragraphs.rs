//! Which lines make a paragraph? Those that follow closely, in one size, until a gap, an indent or a short last line ends it.

use sayso_model::Span;

use super::{
    hyphen::{Words, parts_a_word},
    lines::Line,
};

/// Lines further apart than so many times the usual distance stand in different paragraphs.
const APART: f32 = 1.3;

/// Sizes that differ by more than this factor are those of a heading and a text.
const OTHER_SIZE: f32 = 1.15;

/// A line that begins further right than this, in sizes, begins a paragraph.
const INDENT: f32 = 0.8;

/// A line that ends before this share of the width, and with a sentence, ends a paragraph.
const SHORT: f32 = 0.8;

/// The text of a document, and what was done for it.
#[derive(Default)]
pub(super) struct Written {
    pub text: String,
    /// Where the text of each page stands.
    pub pages: Vec<Span>,
    pub lines: usize,
    pub paragraphs: usize,
    /// Hyphens taken out at line ends.
    pub hyphens: usize,
}

/// What stands between two lines.
#[derive(Clone, Copy, PartialEq)]
enum Joint {
    Paragraph,
    Space,
    Nothing,
    /// Nothing, and the hyphen before it goes.
    NoHyphen,
}

/// Writes the lines of pages as paragraphs separated by blank lines.
pub(super) fn paragraphs(pages: &[Vec<Line>]) -> Written {
    let words = Words::of(pages);
    let mut out = Written::default();
    let mut last: Option<&Line> = None;
    for page in pages {
        let layout = Layout::of(page);
        let mut begin = None;
        for (at, line) in page.iter().enumerate() {
            let joint = last.map(|last| match at {
                0 => {
                    if is_open(last, line) {
                        join(last, line, &words)
                    } else {
                        Joint::Paragraph
                    }
                }
                _ => layout.joint(last, line, &words),
            });
            out.write(joint, line);
            begin.get_or_insert(out.text.len() - line.text.len());
            last = Some(line);
        }
        let end = out.text.len();
        out.pages.push(Span::new(begin.unwrap_or(end), end));
    }
    out
}

impl Written {
    fn write(&mut self, joint: Option<Joint>, line: &Line) {
        match joint {
            None => self.paragraphs = 1,
            Some(Joint::Paragraph) => {
                self.text.push_str("\n\n");
                self.paragraphs += 1;
            }
            Some(Joint::Space) => self.text.push(' '),
            Some(Joint::Nothing) => {}
            Some(Joint::NoHyphen) => {
                self.text.pop();
                self.hyphens += 1;
                let end = self.text.len();
                for page in self.pages.iter_mut().rev().take_while(|page| page.end > end) {
                    *page = Span::new(page.start.min(end), end);
                }
            }
        }
        self.lines += 1;
        self.text.push_str(&line.text);
    }
}

/// What is usual on a page.
struct Layout {
    /// From one line down to the next, in sizes of the upper one.
    leading: f32,
    /// Where its longest lines end.
    right: f32,
    left: f32,
}

impl Layout {
    fn of(page: &[Line]) -> Self {
        let mut leadings: Vec<f32> =
            page.windows(2).map(|pair| (pair[1].base - pair[0].base) / pair[0].size.max(1.0)).collect();
        leadings.retain(|leading| *leading > 0.5 && *leading < 3.0);
        leadings.sort_by(f32::total_cmp);
        Self {
            // The lower third: lines within paragraphs are closer than paragraphs, and on some pages no more frequent.
            leading: leadings.get(leadings.len() / 3).copied().unwrap_or(1.2),
            right: page.iter().map(|line| line.right).fold(f32::MIN, f32::max),
            left: page.iter().map(|line| line.left).fold(f32::MAX, f32::min),
        }
    }

    fn joint(&self, last: &Line, line: &Line, words: &Words) -> Joint {
        let down = line.base - last.base;
        let factor = last.size.max(line.size) / last.size.min(line.size).max(0.1);
        let is_gap = down > APART * self.leading * last.size;
        if is_gap || factor > OTHER_SIZE || begins_item(&line.text) {
            return Joint::Paragraph;
        }
        // Up again, or beside it: the next column, or the next cell of a table.
        if down < 0.5 * last.size {
            return if is_open(last, line) { join(last, line, words) } else { Joint::Paragraph };
        }
        let is_indented = line.left - last.left > INDENT * line.size;
        let is_short = last.right < self.left + SHORT * (self.right - self.left);
        if ends_sentence(&last.text) && (is_indented || is_short) {
            return Joint::Paragraph;
        }
        join(last, line, words)
    }
}

/// Whether a sentence goes on from the end of a column or page to the beginning of the next.
fn is_open(last: &Line, line: &Line) -> bool {
    let same_size = last.size.max(line.size) <= OTHER_SIZE * last.size.min(line.size);
    same_size
        && !ends_sentence(&last.text)
        && (parts_a_word(&last.text)
            || line.text.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
            || ends_openly(&last.text))
}

/// A comma or a small word at the end asks for more.
fn ends_openly(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or_default();
    text.ends_with(',')
        || matches!(
            last,
            "the" | "a" | "an" | "of" | "to" | "and" | "in" | "on" | "for" | "by" | "with" | "that"
        )
}

fn join(last: &Line, line: &Line, words: &Words) -> Joint {
    match parts_a_word(&last.text) {
        true if words.drops(&last.text, &line.text) => Joint::NoHyphen,
        true => Joint::Nothing,
        false => Joint::Space,
    }
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '’', '\'', ')', '»', ']']).ends_with(['.', '!', '?', ':', '…'])
}

fn begins_item(text: &str) -> bool {
    text.starts_with(['•', '▪', '●', '◦', '‣', '■']) || text.starts_with("- ") || text.starts_with("– ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, left: f32, right: f32, base: f32, size: f32) -> Line {
        Line { text: text.to_owned(), left, right, base, size }
    }

    fn full(text: &str, base: f32) -> Line {
        line(text, 0.0, 400.0, base, 10.0)
    }

    fn text(pages: &[Vec<Line>]) -> String {
        let written = paragraphs(pages);
        for span in &written.pages {
            assert!(written.text.get(span.start..span.end).is_some());
        }
        written.text
    }

    #[test]
    fn gaps_sizes_indents_and_short_lines_begin_paragraphs() {
        let page = vec![
            line("Quay shut", 0.0, 90.0, 10.0, 16.0),
            full("The quay is shut, the office said", 40.0),
            line("on Monday.", 0.0, 60.0, 52.0, 10.0),
            full("Nobody was hurt when the wall", 64.0),
            full("fell.", 76.0),
            full("Divers will look at it", 100.0),
            full("tomorrow, the mayor added.", 112.0),
            line("The wall is old.", 12.0, 400.0, 124.0, 10.0),
            full("• one", 136.0),
        ];
        assert_eq!(
            text(&[page]),
            "Quay shut\n\nThe quay is shut, the office said on Monday.\n\nNobody was hurt when the wall fell.\n\nDivers will look at it tomorrow, the mayor added.\n\nThe wall is old.\n\n• one"
        );
    }

    #[test]
    fn sentences_and_words_go_on_from_page_to_page() {
        let pages = [
            vec![
                full("The harbour of the town is the", 40.0),
                full("oldest, the mayor said of the har-", 52.0),
            ],
            vec![],
            vec![full("bour.", 40.0)],
        ];
        let written = paragraphs(&pages);
        assert_eq!(written.text, "The harbour of the town is the oldest, the mayor said of the harbour.");
        assert_eq!(written.hyphens, 1);
        let of: Vec<&str> = written.pages.iter().map(|page| page.of(&written.text)).collect();
        assert_eq!(of, ["The harbour of the town is the oldest, the mayor said of the har", "", "bour."]);
    }

    #[test]
    fn a_page_that_begins_a_sentence_begins_a_paragraph() {
        assert_eq!(
            text(&[vec![full("The quay is shut.", 40.0)], vec![full("It rains.", 40.0)]]),
            "The quay is shut.\n\nIt rains."
        );
    }

    #[test]
    fn columns_are_read_one_after_the_other() {
        let left = |text: &str, base| line(text, 0.0, 190.0, base, 10.0);
        let right = |text: &str, base| line(text, 210.0, 400.0, base, 10.0);
        let page = vec![
            left("The office said that the", 40.0),
            left("quay would stay", 52.0),
            right("closed until the divers", 40.0),
            right("were done.", 52.0),
        ];
        assert_eq!(
            text(&[page]),
            "The office said that the quay would stay closed until the divers were done."
        );
    }
}
