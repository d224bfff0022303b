//! Which lines belong to the page and not to the text? Headers and footers that repeat from page to page, and page numbers.

use std::collections::HashMap;

use super::lines::Line;
use crate::pattern::pattern;

/// So many lines from the top and from the bottom of a page can be its furniture.
const EDGE: usize = 3;

/// A line repeats where at least one of so many pages has it: headers of left and right pages differ, first pages have none.
const ONE_OF: usize = 3;

/// A longer line, in bytes, is text: headers leave a part of the width free.
const LONGEST: usize = 70;

/// Heights, in points, within which two lines stand at the same height of the page.
const SAME_HEIGHT: f32 = 4.0;

/// Takes the furniture out of the pages and says how many lines it was.
pub(super) fn remove(pages: &mut [Vec<Line>]) -> usize {
    let edges: Vec<Vec<usize>> = pages.iter().map(|page| edge(page)).collect();
    let mut seen: HashMap<(String, i64), usize> = HashMap::new();
    for (page, edge) in pages.iter().zip(&edges) {
        let mut keys: Vec<_> = edge.iter().map(|at| key(&page[*at])).collect();
        keys.sort_unstable();
        keys.dedup();
        keys.into_iter().for_each(|key| *seen.entry(key).or_default() += 1);
    }
    let enough = pages.len().div_ceil(ONE_OF).max(2);
    let mut removed = 0;
    for (page, edge) in pages.iter_mut().zip(&edges) {
        let goes =
            |line: &Line| is_number(&line.text) || seen.get(&key(line)).is_some_and(|count| *count >= enough);
        let out: Vec<usize> =
            edge.iter().copied().filter(|at| page[*at].text.len() <= LONGEST && goes(&page[*at])).collect();
        removed += out.len();
        let mut at = 0;
        page.retain(|_| {
            at += 1;
            out.binary_search(&(at - 1)).is_err()
        });
    }
    removed
}

/// The places of the highest and lowest lines, in order. Lines on one height count as one: a header has a left and a right end.
fn edge(page: &[Line]) -> Vec<usize> {
    let mut by_height: Vec<usize> = (0..page.len()).collect();
    by_height.sort_by(|a, b| page[*a].base.total_cmp(&page[*b].base));
    let heights = |order: &mut dyn Iterator<Item = usize>| -> Vec<usize> {
        let mut out = Vec::new();
        let (mut last, mut count) = (None, 0);
        for at in order {
            if last.is_none_or(|last: f32| (page[at].base - last).abs() > SAME_HEIGHT) {
                (last, count) = (Some(page[at].base), count + 1);
            }
            if count > EDGE {
                break;
            }
            out.push(at);
        }
        out
    };
    let mut edge = heights(&mut by_height.iter().copied());
    edge.extend(heights(&mut by_height.iter().rev().copied()));
    edge.sort_unstable();
    edge.dedup();
    edge
}

/// The line with its figures made alike, and its height: "Page 3" repeats "Page 2".
fn key(line: &Line) -> (String, i64) {
    let text = line.text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c });
    let mut plain = String::new();
    for c in text {
        if !(c == '0' && plain.ends_with('0')) {
            plain.push(c);
        }
    }
    (plain, (line.base / SAME_HEIGHT).round() as i64)
}

/// "3", "- 3 -", "Page 3 of 7", "3/7", "iv": the number of a page and nothing else.
fn is_number(text: &str) -> bool {
    pattern!(r"(?i)^[-–—|\s]*(?:page|p\.|seite|pagina|página)?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/|von|de)\s*\d{1,4})?[-–—|\s]*$")
        .is_match(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, base: f32) -> Line {
        Line { text: text.to_owned(), left: 0.0, right: 100.0, base, size: 10.0 }
    }

    fn page(number: usize) -> Vec<Line> {
        let mut lines = vec![line("Harbour office – report", 20.0)];
        let word = ["quay", "tide", "wall"][number - 1];
        lines.extend(
            (1..13).map(|at| line(&format!("{} {word}", "the ".repeat(at)), 50.0 + 14.0 * at as f32)),
        );
        lines.push(line(&format!("Page {number} of 3"), 800.0));
        lines
    }

    #[test]
    fn what_repeats_at_the_edges_goes_and_the_text_stays() {
        let mut pages = vec![page(1), page(2), page(3)];
        assert_eq!(remove(&mut pages), 6);
        assert!(pages.iter().all(|page| page.len() == 12));
    }

    #[test]
    fn one_page_loses_its_number_only() {
        let mut pages = vec![page(1)];
        assert_eq!(remove(&mut pages), 1);
        assert_eq!(pages[0][0].text, "Harbour office – report");
    }

    #[test]
    fn a_sentence_that_repeats_within_the_pages_stays() {
        let mut pages = vec![page(1), page(2), page(3)];
        pages.iter_mut().for_each(|page| page.insert(7, line("The office said no.", 150.0)));
        remove(&mut pages);
        assert!(pages.iter().all(|page| page.iter().any(|line| line.text == "The office said no.")));
    }
}
