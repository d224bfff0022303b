//! Which words went, and which came? Two texts compared word by word, in time that grows with their length.
//!
//! Words that stand once in each text and in the same order hold the comparison in place; what lies between two of them is compared
//! wholly while it is small.

use std::ops::Range;

use rustc_hash::FxHashMap;
use sayso_model::{Rewording, Span};
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Pairs of words that are compared for each word of both texts. Articles of two thousand words that are rewritten throughout need fewer;
/// what lies beyond is shown as one change.
const PAIRS_PER_WORD: usize = 2_000;

/// How often what lies between held words is searched for further words that hold it.
const DEEPEST: usize = 8;

/// The words that differ, in text order. The same text gives none.
pub(super) fn rewordings(before: &str, after: &str) -> Vec<Rewording> {
    let (old, new) = (words(before), words(after));
    let texts = Texts {
        old: old.iter().map(|span| span.of(before)).collect(),
        new: new.iter().map(|span| span.of(after)).collect(),
    };
    let mut found = Vec::new();
    let mut pairs = PAIRS_PER_WORD.saturating_mul(old.len() + new.len());
    texts.compare(0..old.len(), 0..new.len(), DEEPEST, &mut pairs, &mut found);
    joined(found)
        .into_iter()
        .map(|(a, b)| Rewording { before: hull(&old, &a, before), after: hull(&new, &b, after) })
        .collect()
}

/// Ranges of words on both sides.
type Change = (Range<usize>, Range<usize>);

struct Texts<'a> {
    old: Vec<&'a str>,
    new: Vec<&'a str>,
}

impl Texts<'_> {
    /// Adds how two ranges differ. `pairs` is what may still be compared.
    fn compare(
        &self,
        mut a: Range<usize>,
        mut b: Range<usize>,
        depth: usize,
        pairs: &mut usize,
        out: &mut Vec<Change>,
    ) {
        while !a.is_empty() && !b.is_empty() && self.old[a.start] == self.new[b.start] {
            (a.start, b.start) = (a.start + 1, b.start + 1);
        }
        while !a.is_empty() && !b.is_empty() && self.old[a.end - 1] == self.new[b.end - 1] {
            (a.end, b.end) = (a.end - 1, b.end - 1);
        }
        if a.is_empty() || b.is_empty() {
            if !a.is_empty() || !b.is_empty() {
                out.push((a, b));
            }
            return;
        }
        // What comparing costs that finds nothing in common: its steps grow with the square of both lengths together, however short one is.
        let all = (a.len() + b.len()).saturating_pow(2) / 4;
        // A gap may take a small part of what is left, so that one long rewritten passage leaves enough for the others.
        if all <= *pairs / 4 {
            *pairs -= all;
            self.wholly(&a, &b, out);
            return;
        }
        let held = if depth == 0 { Vec::new() } else { self.held(&a, &b) };
        if held.is_empty() {
            out.push((a, b));
            return;
        }
        let (mut from_a, mut from_b) = (a.start, b.start);
        for (at_a, at_b) in held {
            self.compare(from_a..at_a, from_b..at_b, depth - 1, pairs, out);
            (from_a, from_b) = (at_a + 1, at_b + 1);
        }
        self.compare(from_a..a.end, from_b..b.end, depth - 1, pairs, out);
    }

    /// Compares two small ranges word by word (Myers).
    fn wholly(&self, a: &Range<usize>, b: &Range<usize>, out: &mut Vec<Change>) {
        for op in capture_diff_slices(Algorithm::Myers, &self.old[a.clone()], &self.new[b.clone()]) {
            if !matches!(op, DiffOp::Equal { .. }) {
                let (of_a, of_b) = (op.old_range(), op.new_range());
                out.push((
                    a.start + of_a.start..a.start + of_a.end,
                    b.start + of_b.start..b.start + of_b.end,
                ));
            }
        }
    }

    /// Words that stand once in each range, in the same order in both: the longest such row.
    fn held(&self, a: &Range<usize>, b: &Range<usize>) -> Vec<(usize, usize)> {
        let once = |words: &[&'_ str], range: &Range<usize>| {
            let mut at: FxHashMap<String, Option<usize>> = FxHashMap::default();
            for place in range.clone() {
                at.entry(words[place].to_owned()).and_modify(|known| *known = None).or_insert(Some(place));
            }
            at
        };
        let (of_a, of_b) = (once(&self.old, a), once(&self.new, b));
        let mut both: Vec<(usize, usize)> =
            of_a.iter().filter_map(|(word, at)| Some(((*at)?, (*of_b.get(word)?)?))).collect();
        both.sort_unstable();
        longest_rising(&both)
    }
}

/// The longest row of pairs whose second numbers rise too (patience sorting).
fn longest_rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (i, pair) in pairs.iter().enumerate() {
        let at = ends.partition_point(|end| pairs[*end].1 < pair.1);
        before.push(at.checked_sub(1).map(|below| ends[below]));
        if at == ends.len() {
            ends.push(i);
        } else {
            ends[at] = i;
        }
    }
    let mut out = Vec::new();
    let mut next = ends.last().copied();
    while let Some(at) = next {
        out.push(pairs[at]);
        next = before[at];
    }
    out.reverse();
    out
}

/// Puts changes together between which at most one word stayed: "the old pier" for "a new pier" is one change, not two.
fn joined(changes: Vec<Change>) -> Vec<Change> {
    let mut out: Vec<Change> = Vec::new();
    for (a, b) in changes {
        match out.last_mut() {
            Some(last) if a.start - last.0.end <= 1 && b.start - last.1.end <= 1 => {
                (last.0.end, last.1.end) = (a.end, b.end);
            }
            _ => out.push((a, b)),
        }
    }
    out
}

/// From the first to the last of these words; where there is none, the place between their neighbours.
fn hull(words: &[Span], range: &Range<usize>, text: &str) -> Span {
    match (words.get(range.start), range.end.checked_sub(1).and_then(|last| words.get(last))) {
        (Some(first), Some(last)) if !range.is_empty() => Span::new(first.start, last.end),
        (_, Some(before)) => Span::new(before.end, before.end),
        (Some(next), None) => Span::new(next.start, next.start),
        (None, None) => Span::new(text.len(), text.len()),
    }
}

/// Runs of letters and figures with the marks within them ("12,000", "don't"); every other sign, and each sign of a script that is written
/// without spaces, stands alone.
fn words(text: &str) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut open: Option<usize> = None;
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let next = signs.peek().map(|(_, next)| *next);
        let joins = open.is_some() && ",.'’-".contains(sign) && next.is_some_and(char::is_alphanumeric);
        if (sign.is_alphanumeric() && !stands_alone(sign)) || joins {
            open.get_or_insert(at);
            continue;
        }
        out.extend(open.take().map(|start| Span::new(start, at)));
        if !sign.is_whitespace() {
            out.push(Span::new(at, at + sign.len_utf8()));
        }
    }
    out.extend(open.map(|start| Span::new(start, text.len())));
    out
}

/// Kana and Chinese characters, Thai, Lao, Burmese and Khmer.
fn stands_alone(sign: char) -> bool {
    matches!(sign, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed<'a>(before: &'a str, after: &'a str) -> Vec<(&'a str, &'a str)> {
        let found = rewordings(before, after);
        found.iter().map(|change| (change.before.of(before), change.after.of(after))).collect()
    }

    #[test]
    fn words_that_went_and_came_are_found_where_they_stood() {
        assert_eq!(changed("The pier fell.", "The pier fell."), []);
        assert_eq!(changed("Up to 12,000 came.", "Up to 15,000 came."), [("12,000", "15,000")]);
        assert_eq!(changed("It fell.", "It never fell."), [("", "never")]);
        assert_eq!(changed("It never fell.", "It fell."), [("never", "")]);
        assert_eq!(changed("", "It fell."), [("", "It fell.")]);
        assert_eq!(changed("a b c d e f", "a X c Y e f"), [("b c d", "X c Y")]);
        assert_eq!(changed("a b c d e f", "a X c d Y f"), [("b", "X"), ("e", "Y")]);
        assert_eq!(changed("橋は落ちた", "橋は直った"), [("落ち", "直っ")]);
    }

    #[test]
    fn an_empty_side_says_where() {
        let change = rewordings("It fell.", "It never fell.")[0];
        assert_eq!((change.before.start, change.before.end), (2, 2));
        assert_eq!(rewordings("fell", "It fell")[0].before, Span::new(0, 0));
    }

    #[test]
    fn what_is_put_back_gives_the_other_text() {
        let before = "one two three four five six seven eight nine ten ".repeat(30);
        let after = before.replacen("four", "FOUR five", 7).replacen("nine ten", "", 3) + "the end";
        let mut made = before.clone();
        for change in rewordings(&before, &after).into_iter().rev() {
            made.replace_range(change.before.start..change.before.end, change.after.of(&after));
        }
        // Spaces belong to no word: what is put in at a place brings none.
        let plain = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(plain(&made), plain(&after));
    }

    /// Comparing everything with everything would be 10¹⁰ pairs.
    #[test]
    fn long_texts_without_a_common_order_are_compared_in_little_time() {
        let words = |seed: u64| -> String {
            let mut state = seed;
            let mut next = || {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                state >> 33
            };
            (0..100_000).map(|_| format!("w{} ", next() % 500)).collect()
        };
        let found = rewordings(&words(1), &words(2));
        assert!(!found.is_empty());
        assert!(!rewordings("one", &words(3)).is_empty());
    }
}
