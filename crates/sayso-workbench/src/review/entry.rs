//! A decision as the log records it: its JSON, and the hash of that.

use sayso_model::{Digest, Review};
use sayso_store::LogEntry;

use crate::{act, error::WorkbenchError, review::ReviewError};

/// The kind of entry that records a decision.
pub(crate) const KIND: &str = "review";

/// The JSON that is kept, with the fields in the order of the type.
pub(super) fn written(review: &Review) -> Result<String, WorkbenchError> {
    serde_json::to_string(review)
        .map_err(|_| ReviewError::Pointless("this decision cannot be written").into())
}

/// The leaf of the tree: the hash of a line that says what this is, and of the JSON.
pub(super) fn leaf(json: &str) -> Digest {
    act::leaf(format!("sayso review v1\n{json}\n").as_bytes())
}

/// Reads a decision back. One that this version does not know was made by a newer one.
pub(super) fn read(entry: &LogEntry) -> Result<Review, WorkbenchError> {
    let review: Option<Review> = serde_json::from_str(&entry.subject).ok();
    review.ok_or(WorkbenchError::UnknownDecision { number: entry.index })
}

/// Whether the entry is the one that was made for the decision that it holds.
pub(crate) fn records(entry: &LogEntry) -> bool {
    read(entry).is_ok_and(|r| r.number == entry.index && r.time == entry.time)
        && entry.leaf_hash == leaf(&entry.subject)
}
