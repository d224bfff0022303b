//! The rules on attributions marked by hand; more stand in the language cases.

use super::*;
use crate::text::sentences;
use sayso_testkit::{article, span};

fn attribution(text: &str, source: &str, cue: &str, content: &str) -> Attribution {
    let place = |w: &str| (!w.is_empty()).then(|| span(text, w));
    Attribution {
        source: place(source),
        cue: place(cue),
        content: place(content).into_iter().collect(),
        score: 1.0,
    }
}

fn read(text: &str, attributions: &[Attribution]) -> Vec<(String, String)> {
    refine(&article("x", text), &sentences(text), attributions)
        .into_iter()
        .map(|a| {
            (a.source.map_or(String::new(), |s| s.of(text).to_owned()), a.content[0].of(text).to_owned())
        })
        .collect()
}

#[test]
fn whom_a_medium_cites_holds_what_it_reports() {
    let text = "The pier fell, the Quay Post reported, citing two officials.";
    let a = [
        attribution(text, "the Quay Post", "reported", "The pier fell"),
        attribution(text, "the Quay Post", "citing", "two officials"),
    ];
    assert_eq!(read(text, &a), [("two officials".into(), "The pier fell".into())]);
}

#[test]
fn a_reason_that_is_cited_is_nobody() {
    let text = "The board, which announced its support, cited her years as minister.";
    let a = [
        attribution(text, "The board", "announced", "its support"),
        attribution(text, "The board", "cited", "her years as minister"),
    ];
    assert_eq!(read(text, &a)[0], ("The board".into(), "its support".into()));
}

#[test]
fn a_denied_claim_is_a_statement_of_whoever_makes_it() {
    let text = "Aldoria denied what Brenn claims: that its navy sank the ship.";
    let a = [attribution(text, "Aldoria", "denied", "what Brenn claims: that its navy sank the ship")];
    assert_eq!(read(text, &a)[1], ("Brenn".into(), "its navy sank the ship".into()));
    let text = "Aldoria rejected Brenn's false claims that its navy sank the ship.";
    let a = [attribution(text, "Aldoria", "rejected", "Brenn's false claims that its navy sank the ship")];
    assert_eq!(read(text, &a)[1], ("Brenn".into(), "its navy sank the ship".into()));
}

#[test]
fn two_propositions_under_one_verb_are_two() {
    let text = "She said that the pier was old and that nobody was hurt.";
    let a = [attribution(text, "She", "said", "that the pier was old and that nobody was hurt")];
    assert_eq!(
        read(text, &a).iter().map(|r| r.1.as_str()).collect::<Vec<_>>(),
        ["that the pier was old", "that nobody was hurt"]
    );
}

#[test]
fn a_content_without_words_is_left_out() {
    let text = "She said that.";
    assert!(read(text, &[attribution(text, "She", "said", "that")]).is_empty());
}
