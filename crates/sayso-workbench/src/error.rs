//! What can go wrong with a case.

use sayso_reader::ReaderError;
use sayso_store::StoreError;
use thiserror::Error;

/// Says why an act on a case was not done.
#[derive(Debug, Error)]
pub enum WorkbenchError {
    /// The case could not be opened, read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A model could not be loaded.
    #[error(transparent)]
    Reader(#[from] ReaderError),
    /// The case's key cannot be used or made.
    #[error("checkpoints cannot be signed")]
    Key(#[source] sayso_log::NoteError),
    /// The checkpoint cannot be made.
    #[error(transparent)]
    Checkpoint(sayso_log::CheckpointError),
    /// A decision was not taken.
    #[error(transparent)]
    Review(#[from] crate::review::ReviewError),
    /// A time-stamp token was not attached.
    #[error(transparent)]
    Timestamp(#[from] crate::timestamps::TimestampError),
    /// The log holds a decision of a kind that this version does not know.
    #[error("log entry {number} holds a decision that this version of sayso does not understand")]
    UnknownDecision {
        /// Its place in the log.
        number: u64,
    },
}
