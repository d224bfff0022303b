//! Stance and certainty of single attributions.

use super::*;
use crate::text::{sentence_at, sentences};
use sayso_testkit::span;

fn read(text: &str, cue: &str, content: &str) -> (Stance, Certainty) {
    let c = span(text, content);
    let cue = (!cue.is_empty()).then(|| span(text, cue));
    let sentence = sentence_at(&sentences(text), cue.unwrap_or(c).start).unwrap();
    let a = attitude(text, cue, &[c], sentence);
    (a.stance, a.certainty)
}

#[test]
fn a_flat_statement_asserts() {
    assert_eq!(
        read("The mayor said the bridge fell.", "said", "the bridge fell"),
        (Stance::Asserts, Certainty::Certain)
    );
}

#[test]
fn denying_denies_and_not_denying_withholds() {
    assert_eq!(read("The mayor denied it fell.", "denied", "it fell").0, Stance::Denies);
    assert_eq!(read("The mayor did not deny it fell.", "deny", "it fell").0, Stance::Withholds);
    assert_eq!(
        read("The mayor would neither confirm nor deny it fell.", "confirm nor deny", "it fell").0,
        Stance::Withholds
    );
}

#[test]
fn a_cue_of_confirmation_confirms_unless_negated() {
    assert_eq!(read("The mayor confirmed it fell.", "confirmed", "it fell").0, Stance::Confirms);
    assert_eq!(read("The mayor has not confirmed it fell.", "confirmed", "it fell").0, Stance::Withholds);
}

#[test]
fn an_if_makes_it_conditional_but_a_whether_does_not() {
    let text = "The mayor said that if it fell, he would resign.";
    assert_eq!(
        read(text, "said", "if it fell, he would resign"),
        (Stance::Conditional, Certainty::Unspecified)
    );
    let text = "Asked if it fell, the mayor said it would be repaired.";
    assert_eq!(read(text, "said", "it would be repaired").0, Stance::Asserts);
}

#[test]
fn calling_a_report_false_denies() {
    assert_eq!(
        read("The report is wholly false, she said.", "said", "The report is wholly false").0,
        Stance::Denies
    );
    assert_eq!(
        read("She said there was no evidence of a leak.", "said", "there was no evidence of a leak").0,
        Stance::Doubts
    );
}

#[test]
fn hedges_lower_certainty() {
    assert_eq!(read("The agency believes it fell.", "believes", "it fell").1, Certainty::Probable);
    assert_eq!(read("She said it might fall.", "said", "it might fall").1, Certainty::Possible);
    assert_eq!(
        read("It was allegedly pushed, she said.", "said", "It was allegedly pushed").1,
        Certainty::Unspecified
    );
    assert_eq!(read("She said in May it fell.", "said", "it fell").1, Certainty::Certain);
}

#[test]
fn a_negation_in_another_clause_leaves_the_cue_alone() {
    assert_eq!(read("It was not the wind, she said.", "said", "It was not the wind").0, Stance::Asserts);
}
