//! Texts of `html/decision.rs`.

use maud::{Markup, Render, html};

use super::plurals;

pub const WHAT_WAS_DECIDED: &str = "What was decided";
pub const IT_HAS_NO_EFFECT: &str = "It has no effect.";
pub const NO_CLAIM_CHANGED: &str = "No claim changed.";
pub const UNDO: &str = "Undo";
pub const ACCEPT: &str = "Accept";
pub const REJECT: &str = "Reject";
pub const JUDGE: &str = "Judge…";
pub const READ_BY_THE_PROGRAM: &str = "read by the program";
pub const NO_DECISION: &str =
    "Nobody has decided anything here. What you see was read and worked out by the program.";
pub const UNDONE: &str = "· undone";
pub const WITHOUT_EFFECT_NOW: &str = "· without effect now";
pub const WHAT_SECOND_READINGS_ARE: &str = "– how far two people who do not know of each other read alike.";
pub const NEW_CLAIM: &str = "new claim";
pub const NEW_STATEMENT: &str = "new statement";
pub const STATUS_MOVED: &str = "status moved";
pub const CLAIM_GONE: &str = "claim gone";
pub const NEW_ARTICLE: &str = "new article";
pub const REVISED_ARTICLE: &str = "revised article";
pub const CORRECTED_ARTICLE: &str = "corrected article";

pub fn you(did: impl Render) -> Markup {
    html! { "You " (did) "." }
}

pub fn more_changed(claims: usize) -> String {
    format!("{} changed.", plurals::MORE_CLAIM.of(claims))
}

pub fn decision(number: u64) -> String {
    format!("decision {number}")
}

pub fn judged_by(how: &str, who: impl Render) -> Markup {
    html! { "✓ " (how) " by " (who) }
}

pub fn before(how: impl Render) -> Markup {
    html! { "before: " (how) }
}

pub fn evidence(place: impl Render) -> Markup {
    html! { "evidence: " (place) }
}

pub fn lead(decisions: usize) -> String {
    format!(
        "{} by people, the latest first. Each is an entry of the log; undoing one adds another.",
        plurals::DECISION.of(decisions)
    )
}
