//! What people decide about a case: one decision is one log entry, and everything that follows is worked out again from what the
//! programme found and what people decided about it.
//!
//! Nothing computed is written over: the store keeps what was worked out, and [`Workbench::snapshot`] lays the decisions over it.
//! So a decision holds at once, and undoing it leaves no trace but the two entries in the log.

mod actors;
mod correct;
mod entry;
mod groups;
mod links;
mod origins;
mod related;
mod statements;
mod validate;

pub(crate) use correct::{Lookup, correct};
pub(crate) use entry::{KIND as REVIEW, records};

use jiff::Timestamp;
use sayso_model::{Act, Review, Snapshot};

use crate::{error::WorkbenchError, root, workbench::Workbench};

/// Characters that a reason, a note or a name may have: a page of text, so that a log stays something that people read.
pub(crate) const LONGEST: usize = 4_000;

/// Says why a decision was not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReviewError {
    /// The case does not hold what the decision is about.
    #[error("this case has no {what} {id}")]
    Unknown {
        /// What was looked for: "statement".
        what: &'static str,
        /// Its id.
        id: String,
    },
    /// The decision would change nothing, or says too little.
    #[error("{0}")]
    Pointless(&'static str),
}

impl Workbench {
    /// All decisions so far, in order, those that were undone too.
    ///
    /// # Errors
    /// When the store cannot be read, or an entry is not what this version writes.
    pub fn reviews(&self) -> Result<Vec<Review>, WorkbenchError> {
        self.store.log_entries_of(REVIEW)?.iter().map(entry::read).collect()
    }

    /// What was worked out, without any decision.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn worked_out(&self) -> Result<Snapshot, WorkbenchError> {
        let mut snapshot = self.store.snapshot()?;
        snapshot.article_origins = sayso_origin::article_origins(&snapshot.articles, &snapshot.reuse).into();
        Ok(snapshot)
    }

    /// Takes a decision, as one act and one entry in the log. `now` is the case as its author saw it.
    ///
    /// # Errors
    /// When the case does not hold what it is about, when it would change nothing, or when the store cannot be written; then
    /// nothing was decided.
    pub fn decide(
        &mut self,
        now: &Snapshot,
        author: &str,
        time: Timestamp,
        act: Act,
        reason: &str,
    ) -> Result<Review, WorkbenchError> {
        validate::check(now, author, &act, reason)?;
        let before = validate::before(now, &act);
        let mut transaction = self.store.transaction()?;
        let kept = root::kept(&transaction)?;
        let number = transaction.log_length()?;
        let (author, reason) = (author.to_owned(), reason.trim().to_owned());
        let review = Review { number, author, time, act, reason, before };
        let json = entry::written(&review)?;
        transaction.append_log(&entry::leaf(&json), REVIEW, &json, time)?;
        root::keep(&mut transaction, kept)?;
        transaction.commit()?;
        Ok(review)
    }
}
