//! Two texts of one article side by side, line for line, with what went and what came.

use maud::{Markup, html};
use sayso_model::Article;

use super::plain::plain;
use crate::texts::revision as texts;

/// Lines that are compared; a text with more is shown without marks.
const MOST_LINES: usize = 2_000;

/// A line that stands in both, or in one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line<'a> {
    Same(&'a str),
    Gone(&'a str),
    New(&'a str),
}

/// The section with the earlier texts, each against the one that followed.
pub(super) fn revisions(texts: &[Article]) -> Markup {
    html! {
        @if texts.len() > 1 {
            section aria-labelledby="revisions" {
                h2 id="revisions" { (texts::ITS_TEXTS_SO_FAR) }
                @for (i, pair) in texts.windows(2).enumerate() {
                    h3 { (texts::two(i + 1, pair[0].retrieved, pair[1].retrieved)) }
                    (compared(&pair[0].text, &pair[1].text))
                }
            }
        }
    }
}

fn compared(before: &str, after: &str) -> Markup {
    let lines = lines(before, after);
    let side = |shown: fn(&Line<'_>) -> Option<(&'static str, String)>| {
        html! { div.revision { @for (class, text) in lines.iter().filter_map(shown) {
            @match class { "gone" => p { del { (text) } }, "new" => p { ins { (text) } }, _ => p { (text) } }
        } } }
    };
    html! {
        div.revisions {
            (side(|l| match l { Line::Same(t) => Some(("", plain(t).into_owned())), Line::Gone(t) => Some(("gone", plain(t).into_owned())), Line::New(_) => None }))
            (side(|l| match l { Line::Same(t) => Some(("", plain(t).into_owned())), Line::New(t) => Some(("new", plain(t).into_owned())), Line::Gone(_) => None }))
        }
    }
}

/// The lines of both, those in common found as the longest common run from both ends and then greedily between them.
fn lines<'a>(before: &'a str, after: &'a str) -> Vec<Line<'a>> {
    let full =
        |text: &'a str| text.lines().filter(|l| !l.trim().is_empty()).take(MOST_LINES).collect::<Vec<_>>();
    let (a, b) = (full(before), full(after));
    let (mut i, mut j, mut out) = (0, 0, Vec::new());
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            out.push(Line::Same(a[i]));
            (i, j) = (i + 1, j + 1);
            continue;
        }
        // Whichever line is found sooner on the other side is where they meet again.
        let ahead = |list: &[&str], from: usize, line: Option<&&str>| {
            line.and_then(|l| list[from.min(list.len())..].iter().take(200).position(|o| o == l))
        };
        match (ahead(&b, j, a.get(i)), ahead(&a, i, b.get(j))) {
            (Some(x), Some(y)) if x <= y => j = take(&b, j, x, Line::New, &mut out),
            (Some(x), None) => j = take(&b, j, x, Line::New, &mut out),
            (_, Some(y)) => i = take(&a, i, y, Line::Gone, &mut out),
            (None, None) => {
                if i < a.len() {
                    i = take(&a, i, 1, Line::Gone, &mut out);
                }
                if j < b.len() {
                    j = take(&b, j, 1, Line::New, &mut out);
                }
            }
        }
    }
    out
}

fn take<'a>(
    list: &[&'a str],
    from: usize,
    n: usize,
    make: fn(&'a str) -> Line<'a>,
    out: &mut Vec<Line<'a>>,
) -> usize {
    let to = (from + n).min(list.len());
    out.extend(list[from..to].iter().map(|line| make(line)));
    to
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_went_and_what_came_stand_where_they_stood() {
        let found = lines("a\nb\nc", "a\nx\nc\nd");
        assert_eq!(
            found,
            [Line::Same("a"), Line::Gone("b"), Line::New("x"), Line::Same("c"), Line::New("d")]
        );
        assert_eq!(lines("", ""), []);
        assert_eq!(lines("a\na", "a"), [Line::Same("a"), Line::Gone("a")]);
    }
}
