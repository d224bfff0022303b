//! Texts of `html/drift.rs`.

use maud::{Markup, Render, html};

pub const HEADLINE: &str = ", headline";
pub const HOW_IT_CHANGED_IN_RETELLING: &str = "How it changed in retelling";
pub const EARLIER_WORDING: &str = "Earlier wording";
pub const CHANGED_WORDING: &str = "Changed wording";

pub fn change_of_wording(number: usize) -> String {
    format!("Change of wording {number}")
}

pub fn from_to(kind: &str, from: impl Render, to: impl Render) -> Markup {
    html! { (kind) ": from " (from) " to " (to) }
}
