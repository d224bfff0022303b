//! Texts of `html/capture.rs`.

use maud::{Markup, html};

pub const CAPTURE: &str = "Capture";
pub const THE_BYTES_BEHIND_AN_ARTICLE: &str = "The bytes behind an article";
pub const BACK_TO_THE_ARTICLE: &str = "Back to the article";
pub const BYTES: &str = "Bytes";
pub const INTACT: &str = "Intact";
pub const IS_INTACT: &str = "yes: the bytes that are kept have this digest";
pub const IS_NOT_INTACT: &str = "no: the bytes that are kept have another digest";
pub const LOG: &str = "Log";
pub const FROM: &str = "From";
pub const LOG_ENTRY: &str = "Log entry";
pub const PROOF: &str = "Proof";
pub const HOLDS: &str = "holds: these hashes lead from the leaf to the root";
pub const DOES_NOT_HOLD: &str = "does not hold";
pub const THERE_IS_NONE: &str = "there is none";

pub fn log_root(entries: u64, root: &str) -> Markup {
    html! { (entries) " entries, root " code { (root) } }
}

pub fn log_leaf(index: u64, leaf: &str) -> Markup {
    html! { (index) ", leaf " code { (leaf) } }
}

pub fn seen(time: &str) -> String {
    format!("Seen {time}")
}
