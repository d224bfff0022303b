//! What does the case hold at one moment? All of it, read at once.

use sayso_model::Snapshot;

use crate::{articles, derived, error::StoreError, statements, store::Store};

impl Store {
    /// Reads the articles in their latest revision and all that was worked out from them, as of the last committed act.
    ///
    /// The derived values are those that were stored last; [`Store::derived_is_current`] says whether they are still right.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn snapshot(&self) -> Result<Snapshot, StoreError> {
        self.read_at_once(|connection| {
            Ok(Snapshot {
                articles: articles::latest(connection)?.into(),
                revisions: articles::revision_counts(connection)?.into(),
                statements: statements::all(connection)?,
                actors: derived::actors(connection)?.into(),
                reuse: derived::reuse(connection)?.into(),
                origins: derived::origins(connection)?,
                claims: derived::claims(connection)?,
                // Where articles start follows from articles and reuse, and is worked out when it is asked for; decisions are entries
                // of the log, which the store does not look into.
                ..Snapshot::default()
            })
        })
    }
}
