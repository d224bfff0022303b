//! Which acts has the log recorded? Its entries in order; what their hashes mean is not known here.

use jiff::Timestamp;
use rusqlite::{Row, params};
use sayso_model::Digest;

use crate::{
    error::{Fault, StoreError},
    rows::{collect, count_at, digest_at, time_at, time_text},
    store::Store,
    transaction::Transaction,
};

/// One entry of the case's log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogEntry {
    /// Its place: the first entry has 0, and there is no gap.
    pub index: u64,
    /// The hash of its leaf in the Merkle tree.
    pub leaf_hash: Digest,
    /// What kind of act it records.
    pub kind: String,
    /// What the act was about.
    pub subject: String,
    /// When the act was done.
    pub time: Timestamp,
}

impl Store {
    /// All log entries in order.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn log_entries(&self) -> Result<Vec<LogEntry>, StoreError> {
        const SQL: &str = "SELECT number, leaf_hash, kind, subject, time FROM log_entry ORDER BY number";
        self.run(|connection| collect(&mut connection.prepare_cached(SQL)?, [], entry_at))
    }
}

impl Store {
    /// The log entries of one kind, in order.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn log_entries_of(&self, kind: &str) -> Result<Vec<LogEntry>, StoreError> {
        const SQL: &str =
            "SELECT number, leaf_hash, kind, subject, time FROM log_entry WHERE kind = ?1 ORDER BY number";
        self.run(|connection| collect(&mut connection.prepare_cached(SQL)?, [kind], entry_at))
    }

    /// How many entries of one kind the log has.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn log_count_of(&self, kind: &str) -> Result<u64, StoreError> {
        const SQL: &str = "SELECT count(*) FROM log_entry WHERE kind = ?1";
        self.run(|connection| {
            let counts: Vec<u64> =
                collect(&mut connection.prepare_cached(SQL)?, [kind], |row| count_at(row, 0))?;
            Ok(counts.first().copied().unwrap_or(0))
        })
    }

    /// How many entries the log has.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn log_length(&self) -> Result<u64, StoreError> {
        // There is no gap, so that the last number tells it without counting.
        const SQL: &str = "SELECT coalesce(max(number) + 1, 0) FROM log_entry";
        self.run(|connection| {
            let lengths: Vec<u64> =
                collect(&mut connection.prepare_cached(SQL)?, [], |row| count_at(row, 0))?;
            Ok(lengths.first().copied().unwrap_or(0))
        })
    }
}

/// Reads one entry from the columns number, leaf hash, kind, subject and time.
fn entry_at(row: &Row<'_>) -> Result<LogEntry, Fault> {
    Ok(LogEntry {
        index: count_at(row, 0)?,
        leaf_hash: digest_at(row, 1)?,
        kind: row.get(2)?,
        subject: row.get(3)?,
        time: time_at(row, 4)?,
    })
}

impl Transaction<'_> {
    /// Adds an entry at the end of the log and returns its index.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn append_log(
        &mut self,
        leaf_hash: &Digest,
        kind: &str,
        subject: &str,
        time: Timestamp,
    ) -> Result<u64, StoreError> {
        const SQL: &str = "INSERT INTO log_entry (number, leaf_hash, kind, subject, time)
            VALUES ((SELECT coalesce(max(number) + 1, 0) FROM log_entry), ?1, ?2, ?3, ?4) RETURNING number";
        self.write(|connection| {
            let mut insert = connection.prepare_cached(SQL)?;
            let mut rows = insert.query(params![leaf_hash.as_str(), kind, subject, time_text(time)])?;
            let index = rows.next()?.map_or(Ok(0), |row| count_at(row, 0))?;
            // The insertion is complete only when its rows have been read to the end.
            rows.next()?;
            Ok(index)
        })
    }
}
