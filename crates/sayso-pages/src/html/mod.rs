//! What does a person see in a browser? One function per page: a view in, HTML out.
//!
//! The pages work without their one script, and load nothing but it and their own style sheet. Everything that stands in articles is escaped, and
//! characters that would turn the direction of writing or cannot be seen are shown as their code points.

mod actor;
mod add;
mod address;
mod article;
mod articles;
mod capture;
mod change;
mod claim;
mod decision;
mod drift;
mod excerpt;
mod feed;
mod frame;
mod graph;
mod judge;
mod ledger;
mod map;
mod marks;
mod parts;
mod pictures;
mod plain;
mod reasons;
mod refusal;
mod revision;
mod search;
mod second;
mod sign_in;
mod source;
mod timeline;

#[cfg(test)]
mod tests;

pub use actor::{actor, table};
pub use add::{AddView, add};
pub use address::{
    ACT as ACT_ADDRESS, ADD as ADD_ADDRESS, FILTERS as FILTERS_ADDRESS, SCRIPT as SCRIPT_ADDRESS,
    SIGN_IN as SIGN_IN_ADDRESS, SIGN_OUT as SIGN_OUT_ADDRESS, STYLE as STYLE_ADDRESS,
};
pub use article::article;
pub use articles::articles;
pub use capture::{CaptureView, SightingView, capture};
pub use change::{ChangesAsked, LAST_VISIT, changes};
pub use claim::{claim, statements_before};
pub use decision::decisions;
pub use feed::feed;
pub use frame::{Case, Done, Visitor};
pub use judge::statement;
pub use ledger::ledger;
pub use map::{calendar, map};
pub use refusal::{RefusalView, refusal};
pub use search::search;
pub use second::{second, seconds};
pub use sign_in::sign_in;
pub use source::sources;

/// The style sheet of all pages.
pub const STYLE: &str = include_str!("style.css");

/// The script of all pages: keys and live updates.
pub const SCRIPT: &str = include_str!("app.js");
