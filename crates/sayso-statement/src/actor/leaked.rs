//! Which papers does an article have that were not published? "A confidential Voss report", "an internal memo by the operator": they
//! speak themselves, for nobody vouches for them.

use sayso_model::Span;

use super::nouns::{Noun, is};
use crate::text::{Word, words};

/// What is said of a paper that was not meant to be read.
const SECRET: &[&str] = &[
    "internal",
    "confidential",
    "secret",
    "leaked",
    "classified",
    "unpublished",
    "restricted",
    "undisclosed",
    "unreleased",
];

/// What is said behind it: "a report leaked to the paper".
const GOT: &[&str] = &["leaked", "obtained", "seen"];

/// Papers that are called so and say something themselves.
const PAPERS: &[&str] = &[
    "report",
    "memo",
    "memorandum",
    "paper",
    "document",
    "dossier",
    "study",
    "audit",
    "assessment",
    "analysis",
    "letter",
    "draft",
    "file",
    "note",
];

/// Words between such an adjective and its noun at most: "a confidential 23-page Voss report".
const BETWEEN: usize = 3;

/// A paper that was not published.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Leaked {
    /// From the adjective, or the noun, to the end of the phrase that says whose it is.
    pub span: Span,
    /// Names and nouns of whoever it belongs to, where the phrase tells: "Voss", "the operator".
    pub owner: Option<Span>,
}

/// The papers of a text that were not published, in text order.
pub(super) fn leaked(text: &str) -> Vec<Leaked> {
    let all = words(text);
    (0..all.len()).filter_map(|i| at(&all, i)).collect()
}

/// The paper whose noun is the word at `i`.
fn at(all: &[Word<'_>], i: usize) -> Option<Leaked> {
    let noun = &all[i];
    let from = i.saturating_sub(BETWEEN + 1);
    if !PAPERS.contains(&noun.text) {
        return None;
    }
    let adjective = (from..i).rev().find(|&j| SECRET.contains(&all[j].lower().as_str()));
    let plain = adjective.filter(|&j| all[j..i].iter().all(|w| !w.is_mark() || w.text == ","));
    let got = all.get(i + 1).is_some_and(|w| GOT.contains(&w.text))
        && all.get(i + 2).is_some_and(|w| matches!(w.text, "to" | "by"));
    let start = plain.or(got.then_some(i))?;
    Some(Leaked { span: all[start].span.hull(noun.span), owner: owner(all, start, i) })
}

/// "a confidential Voss report", "an internal report by the operator".
fn owner(all: &[Word<'_>], start: usize, noun: usize) -> Option<Span> {
    let name = |w: &&Word<'_>| w.is_capitalised();
    let between = all.get(start + 1..noun).unwrap_or_default();
    let inside = between.iter().find(name).zip(between.iter().rev().find(name));
    if let Some((first, last)) = inside {
        return Some(first.span.hull(last.span));
    }
    let link = all.get(noun + 1).filter(|w| matches!(w.text, "by" | "of" | "from"))?;
    let rest = all.get(noun + 2..)?;
    let article = usize::from(rest.first().is_some_and(|w| matches!(w.text, "the" | "its")));
    let names = rest[article..].iter().take_while(|w| w.is_capitalised()).count();
    let taken = if names > 0 { names } else { 1 };
    let last = rest.get(article + taken - 1).filter(|w| !w.is_mark() && w.span.start > link.span.end)?;
    let known = names > 0 || is(&last.lower(), Noun::Firm) || is(&last.lower(), Noun::Organization);
    known.then(|| rest[0].span.hull(last.span))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(&str, Option<&str>)> {
        leaked(text).iter().map(|l| (l.span.of(text), l.owner.map(|o| o.of(text)))).collect()
    }

    #[test]
    fn papers_that_were_kept_back_are_found_with_their_owner() {
        assert_eq!(read("a confidential Voss report said so"), [("confidential Voss report", Some("Voss"))]);
        assert_eq!(
            read("citing an internal memo by the operator"),
            [("internal memo", Some("the operator"))]
        );
        assert_eq!(read("a report leaked to the Quay Post"), [("report", None)]);
        assert_eq!(
            read("Confidential report of the operator"),
            [("Confidential report", Some("the operator"))]
        );
        assert_eq!(read("a secret, undated paper"), [("secret, undated paper", None)]);
    }

    #[test]
    fn published_reports_are_none() {
        assert!(read("a report by the operator, an internal matter").is_empty());
    }
}
