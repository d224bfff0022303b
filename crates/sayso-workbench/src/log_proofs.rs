//! The log as a tree from which proofs are made: the one place that asks it for hashes.

use std::collections::HashMap;

use sayso_log::{Hash, Tree, verify_inclusion};
use sayso_store::LogEntry;

use crate::{act, error::WorkbenchError, root, workbench::Workbench};

/// The log as a tree, with the entries of its captures at hand: made once for many proofs.
pub struct LogProofs {
    tree: Tree,
    root: Hash,
    /// Entries that record captures, in the order of the log.
    captures: Vec<LogEntry>,
    /// The places in that list at which each capture stands.
    of: HashMap<String, Vec<usize>>,
}

/// The hashes that lead from one entry to the root, written as hexadecimal digits.
pub(crate) struct Inclusion {
    pub(crate) hashes: Vec<String>,
    /// Whether they do.
    pub(crate) verified: bool,
}

impl Workbench {
    /// How many entries the log has: proofs hold for that length.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn log_length(&self) -> Result<u64, WorkbenchError> {
        Ok(self.store.log_length()?)
    }

    /// Reads the log for proofs.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn log_proofs(&self) -> Result<LogProofs, WorkbenchError> {
        Ok(LogProofs::of(self.store.log_entries()?))
    }
}

impl LogProofs {
    fn of(log: Vec<LogEntry>) -> Self {
        let tree = root::tree(&log);
        let captures: Vec<LogEntry> = log.into_iter().filter(|entry| entry.kind == act::CAPTURE).collect();
        let mut of: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, entry) in captures.iter().enumerate() {
            of.entry(entry.subject.clone()).or_default().push(at);
        }
        Self { root: tree.root(), tree, captures, of }
    }

    /// Entries of the log.
    pub(crate) fn size(&self) -> u64 {
        self.tree.len()
    }

    /// The root over them, as hexadecimal digits.
    pub(crate) fn root(&self) -> String {
        self.root.to_string()
    }

    /// The entries that record captures, in the order of the log.
    pub(crate) fn captures(&self) -> &[LogEntry] {
        &self.captures
    }

    /// The entries that record the capture with this digest, in the order of the log.
    pub(crate) fn captures_of(&self, digest: &str) -> impl Iterator<Item = &LogEntry> {
        self.of.get(digest).into_iter().flatten().filter_map(|at| self.captures.get(*at))
    }

    /// The proof that the log holds an entry; `None` where it has no such place.
    pub(crate) fn inclusion(&self, entry: &LogEntry) -> Option<Inclusion> {
        let size = self.size();
        let proof = self.tree.inclusion_proof(entry.index, size).ok()?;
        let leaf = Hash::parse(entry.leaf_hash.as_str());
        let verified =
            leaf.is_some_and(|leaf| verify_inclusion(&leaf, entry.index, size, &proof, &self.root).is_ok());
        Some(Inclusion { hashes: proof.iter().map(ToString::to_string).collect(), verified })
    }
}
