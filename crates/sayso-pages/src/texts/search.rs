//! Texts of `html/search.rs`.

use maud::{Markup, Render, html};

use super::plurals;

pub const WHICH_WORDS: &str = "Words in articles and statements";

pub fn hint() -> Markup {
    html! { "All words must stand there. " code { "\"two words\"" } " stand together; " code { "den*" } " finds words that begin so." }
}

pub fn nothing_for(query: impl Render) -> Markup {
    html! { "Nothing in this case holds all of " (query) }
}

pub fn best_for(n: usize, query: impl Render) -> Markup {
    html! { "The best " (n) " places for " (query) }
}

pub fn places_for(n: usize, query: impl Render) -> Markup {
    html! { (plurals::PLACE.of(n)) " for " (query) }
}

pub fn kind_in(kind: &str, article: impl Render) -> Markup {
    html! { (kind) " in " (article) }
}
