//! Whether the case still is what was put into it.

use sayso_log::Tree;
use sayso_model::{ArticleId, Digest};

use crate::{act, error::WorkbenchError, workbench::Workbench};

/// What [`Workbench::verify`] found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// How many captures have the bytes that were kept.
    pub captures: usize,
    /// How many log entries agree with what they record.
    pub entries: usize,
    /// The root of the log's Merkle tree, as hexadecimal digits: to be noted down, for a later comparison.
    pub root: String,
    /// Everything that differs, in words; empty where everything agrees.
    pub differences: Vec<String>,
}

impl Workbench {
    /// Checks the database, the bytes of every capture, and every log entry against what it records.
    ///
    /// # Errors
    /// When the damage is such that the store cannot be read at all.
    pub fn verify(&self) -> Result<Verified, WorkbenchError> {
        let mut differences = self.store.check()?;
        let mut entries = 0;
        let log = self.store.log_entries()?;
        let mut tree = Tree::new();
        for entry in &log {
            if let Some(hash) = sayso_log::Hash::parse(entry.leaf_hash.as_str()) {
                tree.append(hash);
            }
            match self.recorded(entry)? {
                true => entries += 1,
                false => differences
                    .push(format!("log entry {} does not agree with capture {}", entry.index, entry.subject)),
            }
        }
        differences.extend(self.unlogged(&log)?);
        let captures = self.store.capture_digests()?.len();
        Ok(Verified { captures, entries, root: tree.root().to_string(), differences })
    }

    /// Whether a capture with the entry's digest was seen as the entry says: its canonical bytes give the entry's leaf hash.
    fn recorded(&self, entry: &sayso_store::LogEntry) -> Result<bool, WorkbenchError> {
        let Some(digest) = Digest::parse(&entry.subject).filter(|_| entry.kind == act::CAPTURE) else {
            return Ok(false);
        };
        let nobody = ArticleId::from_written("");
        let sightings = self.store.sightings(&digest)?;
        Ok(sightings.iter().any(|s| {
            let article = s.article.as_ref().unwrap_or(&nobody);
            act::leaf(&act::capture_entry(&digest, &s.location, article, s.retrieved)) == entry.leaf_hash
        }))
    }

    /// Captures that no log entry records.
    fn unlogged(&self, log: &[sayso_store::LogEntry]) -> Result<Vec<String>, WorkbenchError> {
        let digests = self.store.capture_digests()?;
        let logged: std::collections::BTreeSet<&str> = log.iter().map(|e| e.subject.as_str()).collect();
        let missing = digests.iter().filter(|d| !logged.contains(d.as_str()));
        Ok(missing.map(|d| format!("capture {d} is in no log entry")).collect())
    }
}
