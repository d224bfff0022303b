//! Texts of `html/graph.rs`.

use maud::{Markup, Render, html};

pub const WHERE_THE_REPORTS_COME_FROM: &str = "Where the reports come from";
pub const ORIGINS_AND_COPIES: &str = "Origins and copies";
pub const WHO_COPIED_WHOM_IN_WORDS: &str = "Who copied whom, in words";

pub fn drawn(origins: usize, articles: usize, links: usize) -> String {
    format!(
        "{origins} origins at the left, {articles} articles in the order of publication at the right, {links} links between articles that share text"
    )
}

pub fn first_drawn(n: usize, all: usize) -> String {
    format!("The first {n} of {all} articles are drawn.")
}

pub fn took_text(later: impl Render, earlier: impl Render) -> Markup {
    html! { (later) " took text from " (earlier) }
}

pub fn share_text(one: impl Render, other: impl Render) -> Markup {
    html! { (one) " and " (other) " share text; it is unknown who was first" }
}
