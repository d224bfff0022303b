//! Texts of `html/change.rs`.

use maud::{Markup, Render, html};

pub const NEW_SINCE: &str = "What is new in the case since";
pub const SINCE_YOUR_LAST_VISIT: &str = "Since your last visit";

pub fn day_or_time(example: &str) -> Markup {
    html! { "A day, or a time such as " code { (example) } ". What counts is when the case got an article, not when it was published." }
}

pub fn got_on(days: impl Render) -> Markup {
    html! { "The case got articles on " (days) " (days in UTC)." }
}

pub fn nothing_since(time: impl Render) -> Markup {
    html! { "Nothing changed since " (time) }
}

pub fn first_shown(n: usize) -> String {
    format!("The first {n} are shown; the JSON of this page has all.")
}
