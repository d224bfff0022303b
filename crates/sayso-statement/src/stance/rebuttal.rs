//! Contents without negation that go on with a rebuttal: an error laid to the others ("had confused two tanks"), or that all was in
//! order.

use sayso_model::Span;

use super::{
    flat::{PRONOUNS, main_clause},
    tokens::{Token, tokens},
};

/// Errors that one party lays to the other where they dispute: "the inspectors had confused two tanks".
const ERRORS: &str = "\
    confused misread misunderstood misinterpreted misquoted mistaken mistook miscalculated miscounted double-counted \
    conflated erred misled misrepresented wrong incorrect flawed erroneous outdated";

/// That all went as it should: it answers who says that it did not.
const IN_ORDER: &[&[&str]] = &[
    &["as", "it", "should"],
    &["as", "they", "should"],
    &["as", "intended"],
    &["as", "designed"],
    &["as", "planned"],
    &["in", "working", "order"],
    &["in", "full", "working", "order"],
    &["worked", "properly"],
    &["working", "properly"],
    &["functioned", "properly"],
    &["functioning", "properly"],
    &["worked", "normally"],
    &["working", "normally"],
    &["functioning", "normally"],
    &["worked", "perfectly"],
    &["were", "working"],
    &["was", "working"],
    &["by", "the", "book"],
    &["according", "to", "the", "rules"],
    &["in", "line", "with", "the", "rules"],
    &["in", "line", "with", "the", "law"],
    &["within", "the", "law"],
    &["complied", "with"],
];

/// The words of a content without negation that go on with a rebuttal: an error of the others, or that all was in order.
pub(super) fn rebuts_in_other_words(text: &str, content: &[Span]) -> Option<Span> {
    let all: Vec<Token> = tokens(text, content);
    let clause: Vec<&Token> = main_clause(&all).iter().filter(|t| !t.mark).collect();
    let of_others = clause.first().is_some_and(|t| !t.is(PRONOUNS));
    let error = clause.iter().find(|t| t.among(ERRORS)).filter(|_| of_others);
    let in_order = || {
        IN_ORDER.iter().find_map(|p| {
            let at = clause.windows(p.len()).find(|w| w.iter().zip(p.iter()).all(|(t, p)| t.lower == *p))?;
            Some(at[0].span.hull(at[at.len() - 1].span))
        })
    };
    error.map(|t| t.span).or_else(in_order)
}
