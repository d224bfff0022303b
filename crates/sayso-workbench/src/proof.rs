//! That the log holds a capture: its entries with their inclusion proofs.

use sayso_log::{Hash, verify_inclusion};
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

impl Workbench {
    /// Proves that the log holds a capture; `None` where the case does not have it.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn prove(&self, digest: &Digest) -> Result<Option<Proven>, WorkbenchError> {
        let Some(capture) = self.store.capture(digest)? else { return Ok(None) };
        let log = self.store.log_entries()?;
        let tree = root::tree(&log);
        let of_it: Vec<&LogEntry> =
            log.iter().filter(|e| e.kind == act::CAPTURE && e.subject == digest.as_str()).collect();
        let root = tree.root();
        let prove = |(i, sighting): (usize, Sighting)| {
            let entry = of_it.get(i);
            let proof =
                entry.and_then(|e| tree.inclusion_proof(e.index, tree.len()).ok()).unwrap_or_default();
            let leaf = entry.and_then(|e| Hash::parse(e.leaf_hash.as_str()));
            let verified = entry
                .zip(leaf)
                .is_some_and(|(e, leaf)| verify_inclusion(&leaf, e.index, tree.len(), &proof, &root).is_ok());
            ProvenSighting {
                sighting,
                entry: entry.map(|e| (e.index, e.leaf_hash.to_string())),
                proof: proof.iter().map(ToString::to_string).collect(),
                verified,
            }
        };
        let sightings = self.store.sightings(digest)?.into_iter().enumerate().map(prove).collect();
        let intact = Digest::of(&capture.bytes) == *digest;
        Ok(Some(Proven {
            bytes: capture.bytes.len(),
            intact,
            sightings,
            root: root.to_string(),
            entries: tree.len(),
        }))
    }
}
