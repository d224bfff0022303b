//! What is remembered of the feeds that are watched: kept with the case as text that the caller understands.

use crate::{error::WorkbenchError, workbench::Workbench};

/// Begins the keys under which feeds are kept.
const KEY: &str = "feed ";

impl Workbench {
    /// What was kept for a feed, by its address.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn feed(&self, url: &str) -> Result<Option<String>, WorkbenchError> {
        Ok(self.store.meta(&format!("{KEY}{url}"))?)
    }

    /// Keeps what is to be remembered of a feed.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn keep_feed(&mut self, url: &str, state: &str) -> Result<(), WorkbenchError> {
        let mut transaction = self.store.transaction()?;
        transaction.put_meta(&format!("{KEY}{url}"), state)?;
        Ok(transaction.commit()?)
    }
}
