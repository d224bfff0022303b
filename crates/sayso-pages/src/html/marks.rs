//! Which words are source, cue, content, copied or asked for? A text cut into runs, each with all that it is.

use maud::{Markup, html};
use sayso_model::Span;

use super::plain::plain;
use crate::json::{SpanJson, StatementJson};

/// What a stretch of text is. One stretch may be several: a source within another's content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    Content,
    Cue,
    Source,
    /// A figure within a content.
    Figure,
    /// A time within a content.
    When,
    /// A place within a content.
    Where,
    /// Also stands in another article.
    Copied,
    /// The place that a link led to.
    Shown,
}

/// The class of each role in the style sheet, by the role's number.
const CLASSES: [&str; 8] = ["content", "cue", "source", "figure", "when", "where", "copied", "shown"];

/// A stretch of text that is to be marked.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub span: Span,
    pub role: Role,
}

impl Mark {
    /// A mark of these words.
    pub(super) fn new(span: SpanJson, role: Role) -> Self {
        Self { span: Span::new(span.start, span.end), role }
    }
}

/// The marks of a statement's source, cue and content, and of the figures, times and places in it.
pub(super) fn of_statement(statement: &StatementJson) -> impl Iterator<Item = Mark> {
    let content = statement.content.iter().map(|w| Mark::new(w.span, Role::Content));
    let cue = statement.cue.iter().map(|w| Mark::new(w.span, Role::Cue));
    let figures = statement.quantities.iter().map(|q| Mark::new(q.words.span, Role::Figure));
    let times = statement.times.iter().map(|t| Mark::new(t.words.span, Role::When));
    let places = statement.places.iter().map(|p| Mark::new(p.words.span, Role::Where));
    let source = statement.source.iter().map(|w| Mark::new(w.span, Role::Source));
    content.chain(cue).chain(source).chain(figures).chain(times).chain(places)
}

/// A piece of a text throughout which the same marks hold.
#[derive(Clone, Debug, PartialEq)]
struct Run<'a> {
    start: usize,
    text: &'a str,
    /// How many marks of each role hold.
    roles: [u32; CLASSES.len()],
}

/// Part of a text as one line, marked. `within` and the marks are byte ranges of the whole text.
pub(super) fn line(text: &str, within: Span, marks: &[Mark]) -> Markup {
    html! { @for run in runs(text, within, marks, &[]) { (shown(&run)) } }
}

/// A whole text, one paragraph for each line that holds something, marked. Each anchor is an id for a byte of the text.
pub(super) fn paragraphs(text: &str, marks: &[Mark], anchors: &[(usize, &str)]) -> Markup {
    let breaks = text.match_indices('\n').flat_map(|(i, _)| [i, i + 1]);
    let cuts: Vec<usize> = breaks.chain(anchors.iter().map(|(at, _)| *at)).collect();
    let runs = runs(text, Span::new(0, text.len()), marks, &cuts);
    let mut anchors = anchors.to_vec();
    anchors.sort_unstable();
    let mut open = anchors.into_iter().peekable();
    let mut before = move |end: usize| {
        let mut ids = Vec::new();
        while let Some((_, id)) = open.next_if(|(at, _)| *at < end) {
            ids.push(id);
        }
        ids
    };
    html! {
        @for paragraph in runs.split(|r| r.text == "\n").filter(|p| p.iter().any(|r| !r.text.trim().is_empty())) {
            p {
                @for run in paragraph {
                    @for id in before(run.start + run.text.len()) { span id=(id) {} }
                    (shown(run))
                }
            }
        }
    }
}

fn shown(run: &Run<'_>) -> Markup {
    let classes: Vec<&str> =
        CLASSES.iter().zip(run.roles).filter(|(_, holds)| *holds > 0).map(|(class, _)| *class).collect();
    match classes.as_slice() {
        [] => html! { (plain(run.text)) },
        ["copied"] => html! { span.copied { (plain(run.text)) } },
        _ => html! { mark class=(classes.join(" ")) { (plain(run.text)) } },
    }
}

/// Cuts the part of a text at the ends of all marks, and at `cuts`. Bounds inside a character move to its beginning.
fn runs<'a>(text: &'a str, within: Span, marks: &[Mark], cuts: &[usize]) -> Vec<Run<'a>> {
    let inside = |at: usize| text.floor_char_boundary(at.clamp(within.start, within.end));
    let mut edges: Vec<(usize, Option<Role>, bool)> = vec![(inside(within.end), None, false)];
    edges.extend(cuts.iter().map(|at| (inside(*at), None, false)));
    for mark in marks {
        edges.push((inside(mark.span.start), Some(mark.role), true));
        edges.push((inside(mark.span.end), Some(mark.role), false));
    }
    edges.sort_unstable();
    let (mut out, mut at, mut roles) = (Vec::new(), inside(within.start), [0u32; CLASSES.len()]);
    // Beginnings and ends at one place are counted in any order: between them there is no text.
    let mut depth = [0i64; CLASSES.len()];
    for (edge, role, begins) in edges {
        if edge > at {
            out.push(Run { start: at, text: &text[at..edge], roles });
            at = edge;
        }
        if let Some(role) = role {
            depth[role as usize] += if begins { 1 } else { -1 };
            roles[role as usize] = u32::try_from(depth[role as usize]).unwrap_or(0);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(start: usize, end: usize, role: Role) -> Mark {
        Mark { span: Span::new(start, end), role }
    }

    #[test]
    fn overlapping_marks_keep_every_byte_once() {
        let text = "He said they said so.";
        let marks = [mark(8, 20, Role::Content), mark(3, 7, Role::Cue), mark(8, 12, Role::Source)];
        let runs = runs(text, Span::new(0, text.len()), &marks, &[]);
        assert_eq!(runs.iter().map(|r| r.text).collect::<String>(), text);
        let html = line(text, Span::new(0, text.len()), &marks).into_string();
        assert!(html.contains(r#"<mark class="content source">they</mark>"#), "{html}");
        assert!(html.contains(r#"<mark class="cue">said</mark>"#), "{html}");
    }

    #[test]
    fn bounds_beyond_the_text_or_inside_a_character_are_harmless() {
        let text = "é“b”";
        for start in 0..12 {
            for end in 0..12 {
                let marks = [mark(start, end.max(start), Role::Content)];
                let runs = runs(text, Span::new(0, text.len()), &marks, &[end]);
                assert_eq!(runs.iter().map(|r| r.text).collect::<String>(), text);
            }
        }
    }

    #[test]
    fn a_mark_across_lines_is_marked_in_both_paragraphs() {
        let html =
            paragraphs("one two\n\nthree four", &[mark(4, 14, Role::Content)], &[(4, "s1")]).into_string();
        assert_eq!(
            html,
            r#"<p>one <span id="s1"></span><mark class="content">two</mark></p><p><mark class="content">three</mark> four</p>"#
        );
    }
}
