//! Texts of `html/ledger.rs`.

use maud::{Markup, Render, html};

use super::plurals;

pub const MOST_ARTICLES: &str = "most articles";
pub const MOST_ORIGINS: &str = "most origins";
pub const LATEST_REPORT: &str = "latest report";
pub const NOT_GROUPED: &str = "not grouped";
pub const BY_STATUS: &str = "by status";
pub const BY_ACTOR: &str = "by actor";
pub const CLAIMS_BY_STATUS: &str = "Claims by status";
pub const IN_BRIEF: &str = "in brief";
pub const ORDER: &str = "Order";
pub const GROUPS: &str = "Groups";
pub const SAVED_FILTERS: &str = "Saved filters";
pub const SAVE_THIS_FILTER: &str = "Save this filter";
pub const SAVE: &str = "Save";
pub const THERE_IS_NO_SUCH_CLAIM: &str = "There is no such claim.";
pub const NOBODY_NAMED: &str = "Nobody named";
pub const ORIGINS: &str = "Origins";

pub fn claims_that_are(status: &str, n: usize) -> String {
    format!("Claims that are {status}: {n}")
}

pub fn claims_with_more(n: usize) -> String {
    format!("Claims with more than one statement: {n}")
}

pub fn all_claims(n: usize) -> String {
    format!("All claims: {n}")
}

pub fn empty_case(page: &str, command: &str) -> Markup {
    html! { "The case holds no articles yet. Add some: " a href=(page) { "here" } ", or with " code { (command) } }
}

pub fn lead(claims: usize, statements: usize, articles: usize) -> String {
    let (claims, statements) = (plurals::CLAIM.of(claims), plurals::STATEMENT.of(statements));
    format!("{claims} in {statements} of {}.", plurals::ARTICLE.of(articles))
}

pub fn all(n: usize) -> String {
    format!("all {n}")
}

pub fn on_which(actor: impl Render) -> Markup {
    html! { "on which " (actor) " takes a position" }
}

pub fn remove_filter(name: impl Render) -> Markup {
    html! { "Remove the filter " (name) }
}

pub fn more_single(claims: usize) -> String {
    format!("{}, each resting on a single statement", plurals::MORE_CLAIM.of(claims))
}

pub fn set_by(who: impl Render) -> Markup {
    html! { "✓ set by " (who) }
}
