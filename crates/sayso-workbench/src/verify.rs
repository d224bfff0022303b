//! Whether the case still is what was put into it.

use std::collections::BTreeMap;

use sayso_model::{ArticleId, Capture, Digest, MediaType};
use sayso_store::{LogEntry, Seen};

use crate::{
    act,
    error::WorkbenchError,
    review::{REVIEW, records as records_decision},
    root,
    workbench::Workbench,
};

/// What [`Workbench::verify`] found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// How many captures there are.
    pub captures: usize,
    /// How many log entries agree with what they record.
    pub entries: usize,
    /// The root of the log's Merkle tree, as hexadecimal digits: to be noted down, for a later comparison.
    pub root: String,
    /// Everything that differs, in words; empty where everything agrees.
    pub differences: Vec<String>,
}

impl Workbench {
    /// Checks the database, the bytes of every capture, every log entry against what it records, the log against the root that
    /// was kept with it, and every text of every article against what its capture gives.
    ///
    /// # Errors
    /// When the damage is such that the store cannot be read at all.
    pub fn verify(&self) -> Result<Verified, WorkbenchError> {
        let mut differences = self.store.check()?;
        let log = self.store.log_entries()?;
        let seen = self.store.all_sightings()?;
        let of_log = unrecorded(&log, &seen);
        let entries = log.len().saturating_sub(of_log.len());
        differences.extend(of_log);
        let tree = root::tree(&log);
        differences.extend(root::difference(&self.store, &tree)?);
        let digests = self.store.capture_digests()?;
        differences.extend(never_seen(&digests, &seen));
        differences.extend(self.changed_articles(&seen)?);
        Ok(Verified { captures: digests.len(), entries, root: tree.root().to_string(), differences })
    }
}

/// How log and sightings differ. Each sighting was recorded in the act that noted it, so the two stand in the same order, and
/// an entry that was moved is found at its new place. Their times need not rise: two programs may add at once.
fn unrecorded(log: &[LogEntry], seen: &[Seen]) -> Vec<String> {
    let (decisions, captures): (Vec<&LogEntry>, Vec<&LogEntry>) = log.iter().partition(|e| e.kind == REVIEW);
    // Decisions stand between the captures: the first sighting is recorded by the first entry of a capture, and so on.
    let mut entries: BTreeMap<u64, &LogEntry> = (0..).zip(captures).collect();
    let mut out: Vec<String> = decisions
        .into_iter()
        .filter(|entry| !records_decision(entry))
        .map(|e| format!("log entry {} does not record the decision that it holds", e.index))
        .collect();
    for seen in seen {
        match entries.remove(&seen.index) {
            Some(entry) if records(entry, seen) => {}
            Some(entry) => out.push(format!("log entry {} does not record {}", entry.index, in_words(seen))),
            None => out.push(format!("log entry {} is missing; it recorded {}", seen.index, in_words(seen))),
        }
    }
    let left = entries.values();
    out.extend(
        left.map(|e| format!("log entry {} records capture {}, which was not seen then", e.index, e.subject)),
    );
    out
}

/// Whether the entry is the one that was made for this sighting: its canonical bytes give the entry's leaf hash.
fn records(entry: &LogEntry, seen: &Seen) -> bool {
    let Some(article) = &seen.sighting.article else { return false };
    let Some(media_type) = seen.media_type else { return false };
    let bytes = act::capture_entry(&capture(seen, media_type, Vec::new()), media_type, article);
    entry.kind == act::CAPTURE
        && entry.subject == seen.capture.as_str()
        && entry.time == seen.sighting.retrieved
        && entry.leaf_hash == act::leaf(&bytes)
}

/// The capture as it was at a sighting.
pub(crate) fn capture(seen: &Seen, media_type: MediaType, bytes: Vec<u8>) -> Capture {
    let (location, retrieved) = (seen.sighting.location.clone(), seen.sighting.retrieved);
    Capture { digest: seen.capture.clone(), location, retrieved, media_type, bytes }
}

fn in_words(seen: &Seen) -> String {
    let article = seen.sighting.article.as_ref().map_or("none", ArticleId::as_str);
    let file = seen.sighting.location.as_str();
    format!("capture {} from {file} at {} (article {article})", seen.capture, seen.sighting.retrieved)
}

/// Captures of which it is not known where they were seen, and so are in no log entry either.
fn never_seen(digests: &[Digest], seen: &[Seen]) -> Vec<String> {
    let known: std::collections::BTreeSet<&Digest> = seen.iter().map(|s| &s.capture).collect();
    let lost = digests.iter().filter(|digest| !known.contains(digest));
    lost.map(|digest| format!("capture {digest} is in no log entry")).collect()
}
