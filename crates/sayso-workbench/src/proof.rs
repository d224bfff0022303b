//! That the log holds a capture: its entries with their inclusion proofs.

use std::collections::HashMap;

use sayso_log::{Hash, Tree, verify_inclusion};
use sayso_model::Digest;
use sayso_store::{LogEntry, Sighting};

use crate::{act, error::WorkbenchError, root, workbench::Workbench};

/// A capture with its places in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proven {
    /// How many bytes are kept.
    pub bytes: usize,
    /// Whether they have the digest.
    pub intact: bool,
    /// Where and when they were seen.
    pub sightings: Vec<ProvenSighting>,
    /// The root of the log's tree.
    pub root: String,
    /// How many entries it has.
    pub entries: u64,
}

/// One time that bytes were seen, with its log entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProvenSighting {
    /// Where and when.
    pub sighting: Sighting,
    /// The entry's place and leaf hash; `None` where there is none.
    pub entry: Option<(u64, String)>,
    /// The hashes that lead from the leaf to the root.
    pub proof: Vec<String>,
    /// Whether they do.
    pub verified: bool,
}

/// The log as a tree, with its captures at hand: made once for many proofs.
pub struct LogProofs {
    tree: Tree,
    root: Hash,
    of: HashMap<String, Vec<LogEntry>>,
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
        let log = self.store.log_entries()?;
        let tree = root::tree(&log);
        let mut of: HashMap<String, Vec<LogEntry>> = HashMap::new();
        for entry in log.into_iter().filter(|e| e.kind == act::CAPTURE) {
            of.entry(entry.subject.clone()).or_default().push(entry);
        }
        Ok(LogProofs { root: tree.root(), tree, of })
    }

    /// Proves that the log holds a capture; `None` where the case does not have it.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn prove(&self, digest: &Digest, log: &LogProofs) -> Result<Option<Proven>, WorkbenchError> {
        let Some(capture) = self.store.capture(digest)? else { return Ok(None) };
        let entries = log.of.get(digest.as_str()).map_or(&[][..], Vec::as_slice);
        let seen = self.store.sightings(digest)?.into_iter().enumerate();
        let sightings = seen.map(|(i, sighting)| log.proven(sighting, entries.get(i))).collect();
        Ok(Some(Proven {
            bytes: capture.bytes.len(),
            intact: Digest::of(&capture.bytes) == *digest,
            sightings,
            root: log.root.to_string(),
            entries: log.tree.len(),
        }))
    }
}

impl LogProofs {
    fn proven(&self, sighting: Sighting, entry: Option<&LogEntry>) -> ProvenSighting {
        let size = self.tree.len();
        let proof = entry.and_then(|e| self.tree.inclusion_proof(e.index, size).ok()).unwrap_or_default();
        let leaf = entry.and_then(|e| Hash::parse(e.leaf_hash.as_str()));
        let verified = entry
            .zip(leaf)
            .is_some_and(|(e, leaf)| verify_inclusion(&leaf, e.index, size, &proof, &self.root).is_ok());
        ProvenSighting {
            sighting,
            entry: entry.map(|e| (e.index, e.leaf_hash.to_string())),
            proof: proof.iter().map(ToString::to_string).collect(),
            verified,
        }
    }
}
