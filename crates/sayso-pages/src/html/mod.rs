//! What does a person see in a browser? One function per page: a view in, HTML out.
//!
//! The pages have no scripts and load nothing but their own style sheet. Everything that stands in articles is escaped, and
//! characters that would turn the direction of writing or cannot be seen are shown as their code points.

mod address;
mod article;
mod articles;
mod change;
mod claim;
mod excerpt;
mod frame;
mod ledger;
mod marks;
mod parts;
mod plain;
mod reasons;
mod refusal;
mod search;
mod source;

#[cfg(test)]
mod tests;

pub use address::STYLE as STYLE_ADDRESS;
pub use article::article;
pub use articles::articles;
pub use change::{ChangesAsked, changes};
pub use claim::claim;
pub use frame::Case;
pub use ledger::{LedgerFilter, ledger};
pub use refusal::{RefusalView, refusal};
pub use search::search;
pub use source::sources;

/// The style sheet of all pages.
pub const STYLE: &str = include_str!("style.css");
