//! Two propositions under one verb are two statements.

use sayso_model::{Attribution, Span};

use super::apart;
use crate::{
    stance::attitude,
    syntax::Page,
    text::{sentence_at, words},
};

/// Parts of a content with fewer words than this are no propositions of their own.
const FEWEST_WORDS: usize = 3;

/// How a second proposition begins that leaves out its subject: the verb shows that it is one.
const SECOND_VERBS: &[&str] =
    &["has", "have", "had", "is", "are", "was", "were", "will", "would", "did", "does", "could", "can"];

/// What opens a clause that judges the whole proposition before it: ", which proves …".
const JUDGING: &[&str] = &[
    "which proves",
    "which shows",
    "which means",
    "which suggests",
    "which indicates",
    "which confirms",
    "which is probably",
    "which is likely",
    "which amounts to",
];

/// Parts the content where clauses stand apart, at "that A and that B", ", which proves B", and where a second verb changes the
/// stance.
pub(super) fn propositions(page: &Page<'_>, a: Attribution) -> Vec<Attribution> {
    let stretches = apart::stretches(page, &a);
    stretches.into_iter().flat_map(|s| in_one(page, Attribution { content: s, ..a.clone() })).collect()
}

/// The propositions of a content in which no clause stands apart.
fn in_one(page: &Page<'_>, a: Attribution) -> Vec<Attribution> {
    let mut out = Vec::new();
    let mut rest = a;
    while let Some((first, after)) = first_of_two(page, &rest) {
        out.push(Attribution { content: vec![first], ..rest.clone() });
        rest.content = vec![after];
    }
    out.push(rest);
    out
}

/// The first proposition of a content in one part, and what comes after it; `None` where there is but one.
fn first_of_two(page: &Page<'_>, a: &Attribution) -> Option<(Span, Span)> {
    let [content] = a.content[..] else { return None };
    let parts = joined_by_that(page.text, content).or_else(|| judged(page.text, content));
    parts.or_else(|| of_another_stance(page, a, content))
}

/// "that A and that B".
fn joined_by_that(text: &str, content: Span) -> Option<(Span, Span)> {
    let body = content.of(text);
    let fits =
        |i: usize, m: &str| enough(&body[..i]) && enough(&body[i + m.len()..]) && !inside_quotation(body, i);
    let (i, _) = body.match_indices(" and that ").find(|(i, m)| fits(*i, m))?;
    Some(cut(text, content, i, " and ".len()))
}

/// "A, which proves B".
fn judged(text: &str, content: Span) -> Option<(Span, Span)> {
    let body = content.of(text);
    let fits = |i: usize| {
        let rest = &body[i + 2..];
        JUDGING.iter().any(|j| rest.starts_with(j))
            && enough(&body[..i])
            && enough(rest)
            && !inside_quotation(body, i)
    };
    let (i, _) = body.match_indices(", which ").find(|(i, _)| fits(*i))?;
    Some(cut(text, content, i, ", ".len()))
}

/// "A and had no information about B": a denial and a refusal to say are two stances, so they are two statements.
fn of_another_stance(page: &Page<'_>, a: &Attribution, content: Span) -> Option<(Span, Span)> {
    let body = content.of(page.text);
    let sentence = sentence_at(page.sentences, a.cue.map_or(content.start, |c| c.start))?;
    let verb = |i: usize| {
        let next = words(&body[i + " and ".len()..]).first().map(|w| w.text);
        next.is_some_and(|w| SECOND_VERBS.contains(&w))
    };
    let (i, m) = body.match_indices(" and ").find(|(i, _)| verb(*i))?;
    if !enough(&body[..i]) || !enough(&body[i + m.len()..]) || inside_quotation(body, i) {
        return None;
    }
    let (first, second) = cut(page.text, content, i, m.len());
    let stance = |part: Span| attitude(page.text, a.cue, &[part], sentence).stance;
    (stance(first) != stance(second)).then_some((first, second))
}

/// The content before byte `at` and from `skip` bytes after it.
fn cut(text: &str, content: Span, at: usize, skip: usize) -> (Span, Span) {
    let first = Span::new(content.start, content.start + at).trimmed(text);
    (first, Span::new(content.start + at + skip, content.end).trimmed(text))
}

fn enough(part: &str) -> bool {
    part.split_whitespace().nth(FEWEST_WORDS - 1).is_some()
}

/// Whether an odd number of quotation marks stands before byte `at`.
fn inside_quotation(body: &str, at: usize) -> bool {
    body[..at].chars().filter(|c| matches!(c, '"' | '“' | '”')).count() % 2 == 1
}
