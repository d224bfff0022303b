//! Texts of `html/articles.rs`.

use super::plurals;

pub const THE_ARTICLES_OF_THE_CASE: &str = "The articles of the case";
pub const TITLE: &str = "Title";
pub const SHARES_TEXT_WITH: &str = "Shares text with";
pub const REPORT_STARTS_AT: &str = "Report starts at";

pub fn lead(all: usize) -> String {
    format!(
        "{}, by publication. Where an article shares text with another, because one comes from the other or both from a third, it names the other.",
        plurals::ARTICLE.of(all)
    )
}

pub fn revisions(n: u32) -> String {
    format!("{n} texts")
}
