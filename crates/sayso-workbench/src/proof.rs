//! That the log holds a capture: its entries with their inclusion proofs.

use sayso_model::Digest;
use sayso_store::{LogEntry, Sighting};

use crate::{error::WorkbenchError, log_proofs::LogProofs, workbench::Workbench};

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

impl Workbench {
    /// Proves that the log holds a capture; `None` where the case does not have it.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn prove(&self, digest: &Digest, log: &LogProofs) -> Result<Option<Proven>, WorkbenchError> {
        let Some(capture) = self.store.capture(digest)? else { return Ok(None) };
        let mut entries = log.captures_of(digest.as_str());
        let seen = self.store.sightings(digest)?;
        let sightings = seen.into_iter().map(|sighting| proven(sighting, entries.next(), log)).collect();
        Ok(Some(Proven {
            bytes: capture.bytes.len(),
            intact: Digest::of(&capture.bytes) == *digest,
            sightings,
            root: log.root(),
            entries: log.size(),
        }))
    }
}

fn proven(sighting: Sighting, entry: Option<&LogEntry>, log: &LogProofs) -> ProvenSighting {
    let inclusion = entry.and_then(|entry| log.inclusion(entry));
    ProvenSighting {
        sighting,
        entry: entry.map(|e| (e.index, e.leaf_hash.to_string())),
        verified: inclusion.as_ref().is_some_and(|inclusion| inclusion.verified),
        proof: inclusion.map(|inclusion| inclusion.hashes).unwrap_or_default(),
    }
}
