//! Texts of `html/add.rs`.

use maud::{Markup, html};

pub const ADD_ARTICLES: &str = "Add articles";
pub const NOT_TAKEN: &str = "Not taken:";
pub const THE_ARTICLE: &str = "The article: its text, or the source of its page";
pub const NAME_OF_THE_FILE: &str = "Name of the file";
pub const OR_FILES: &str = "Or files: choose them here, or drop them on the page";
pub const FETCH_FROM_THE_WEB: &str = "Fetch from the web";
pub const ADDRESSES: &str = "Addresses of articles or feeds, one in each line";
pub const FETCH_HINT: &str = "They are asked one after the other, as their robots.txt allows; addresses of this machine and of its network are refused. What was sent and answered is kept with the case.";
pub const FETCH: &str = "Fetch";
pub const NOT_ALLOWED: &str = "Your role does not allow adding.";

pub fn working(stage: &str, done: usize, steps: usize) -> Markup {
    html! { "Working: " (stage) @if steps > 0 { ", " (done) " of " (steps) } ". The pages show what is new when it is done." }
}

pub fn header_lines(url: &str, outlet: &str, published: &str) -> Markup {
    html! { "It may begin with lines such as " code { (url) } ", " code { (outlet) } " and " code { (published) } ", and an empty line." }
}
