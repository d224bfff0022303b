//! Texts of `html/claim.rs`.

use maud::{Markup, html};

use super::plurals;

pub const WHY_THIS_STATUS: &str = "Why this status";
pub const WHAT_WOULD_CHANGE_IT: &str = "What would change it";
pub const POSITIONS: &str = "Each actor with each attitude that it takes";
pub const FIRST_REPORT: &str = "First report";
pub const NOT_JUDGED: &str = "not judged";
pub const NO_ORIGIN: &str = "Nobody supports it in a way that an origin could be counted for.";
pub const WHY_ONE_ORIGIN: &str = "Why this counts as one origin";
pub const ORIGIN: &str = "· origin:";
pub const WHY_THIS_ORIGIN: &str = "Why this origin";
pub const CLAIMS_THAT_BEAR_ON_IT: &str = "Claims that bear on it";
pub const CLAIMS_BESIDE_IT: &str = "Claims beside it";
pub const SET_THE_STATUS: &str = "Set the status";
pub const MERGE_INTO_ANOTHER_CLAIM: &str = "Merge into another claim";
pub const WHICH_CLAIM: &str = "The claim that takes its statements: choose one, or paste its address or id";
pub const SPLIT_OFF_STATEMENTS: &str = "Split off statements";
pub const WHICH_STATEMENTS: &str = "Statements that make another claim";

pub fn credibility(figure: u8, rule: &str) -> Markup {
    html! { "Credibility of the information: " strong { (figure) } " of 6, since " (rule) ". How far an actor can be relied on is a person’s judgement, and stands below as a letter." }
}

pub fn origins_behind(origins: usize, articles: usize) -> String {
    format!("{} behind {}", plurals::INDEPENDENT_ORIGIN.of(origins), plurals::ARTICLE.of(articles))
}

pub fn in_common(articles: usize) -> String {
    format!("{} in common", plurals::ARTICLE.of(articles))
}
