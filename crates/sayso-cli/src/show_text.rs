//! Views as text for the terminal.

mod article;
mod changes;
mod claim;
mod copied;
mod read;
mod revised;

pub use article::{actor, article};
pub use changes::changes;
pub use claim::claim;
pub use copied::{Copied, copied};
pub use read::read;
use revised::revised;

use sayso_pages::ReasonJson;

/// Reasons as an indented list.
fn reasons(reasons: &[ReasonJson], indent: &str) -> String {
    reasons.iter().map(|r| format!("{indent}- {}\n", r.text)).collect()
}

/// A heading with a line below it.
fn heading(text: &str) -> String {
    format!("\n{text}\n{}\n", "─".repeat(text.chars().count()))
}
