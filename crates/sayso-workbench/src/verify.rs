//! Whether the case still is what was put into it.

use std::collections::BTreeMap;

use sayso_model::{ArticleId, Capture, Digest, MediaType};
use sayso_store::{LogEntry, Seen};
use sayso_timestamp::Witnesses;

use crate::{
    CHECKPOINT_FILE, act,
    checkpoint::{self, read_file, unsigned},
    error::WorkbenchError,
    review::{REVIEW, records as records_decision},
    root, status,
    workbench::Workbench,
};

/// What [`Workbench::verify`] found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// How many captures there are.
    pub captures: usize,
    /// How many log entries agree with what they record.
    pub entries: usize,
    /// How many entries at the end of the log no signed checkpoint covers: whoever has the case could have added them.
    pub unsigned: usize,
    /// The root of the log's Merkle tree, as hexadecimal digits: to be noted down, for a later comparison.
    pub root: String,
    /// Everything that differs, in words; empty where everything agrees.
    pub differences: Vec<String>,
    /// What time-stamp tokens show, and what of it could not be checked, in words.
    pub timestamps: Vec<String>,
}

impl Workbench {
    /// Checks the database, the bytes of every capture, every log entry against what it records, the log against the root that
    /// was kept with it, and every text of every article against what its capture gives.
    ///
    /// # Errors
    /// When the damage is such that the store cannot be read at all.
    pub fn verify(&self) -> Result<Verified, WorkbenchError> {
        self.verify_trusting(&Witnesses::default())
    }

    /// As [`Workbench::verify`]; time-stamp tokens are held against these authorities and blocks too.
    ///
    /// # Errors
    /// As [`Workbench::verify`].
    pub fn verify_trusting(&self, trusted: &Witnesses) -> Result<Verified, WorkbenchError> {
        let checkpoint = read_file(&self.dir, CHECKPOINT_FILE)?;
        self.store.at_once(|| self.verify_against(checkpoint.as_deref(), trusted))
    }

    fn verify_against(
        &self,
        checkpoint: Option<&str>,
        trusted: &Witnesses,
    ) -> Result<Verified, WorkbenchError> {
        let mut differences = self.store.seal_differences(self.sealed.as_ref())?;
        differences.extend(self.store.check()?);
        let log = self.store.log_entries()?;
        let seen = self.store.all_sightings()?;
        let mut of_log = unrecorded(&log, &seen);
        of_log.extend(changed_entries(&log));
        let entries = log.len().saturating_sub(of_log.len());
        differences.extend(of_log);
        differences.extend(unrecorded_readings(&log, &self.store.reading_digests()?));
        if self.is_current()? {
            differences.extend(status::differences(&log, &Vec::from(self.store.snapshot()?.claims)));
        }
        differences.extend(self.archive_differences(&log)?);
        let tree = root::tree(&log);
        differences.extend(root::difference(&self.store, &tree)?);
        differences.extend(checkpoint::differences(&self.dir, checkpoint, &log, &tree)?);
        let stamps = self.stamps(&log, &tree, trusted)?;
        differences.extend(stamps.differences);
        let digests = self.store.capture_digests()?;
        differences.extend(never_seen(&digests, &seen));
        differences.extend(self.changed_articles(&seen)?);
        Ok(Verified {
            captures: digests.len(),
            entries,
            unsigned: unsigned(&log, checkpoint),
            root: tree.root().to_string(),
            differences,
            timestamps: stamps.shown,
        })
    }
}

/// How log and sightings differ. Each sighting was recorded in the act that noted it, so the two stand in the same order. Their
/// times need not rise: two programs may add at once.
pub(crate) fn unrecorded(log: &[LogEntry], seen: &[Seen]) -> Vec<String> {
    let mut entries = log.iter().filter(|entry| entry.kind == act::CAPTURE);
    let mut out: Vec<String> = Vec::new();
    for seen in seen {
        match entries.next() {
            Some(entry) if records(entry, seen) => {}
            Some(entry) => out.push(format!("log entry {} does not record {}", entry.index, in_words(seen))),
            None => out.push(format!("a log entry is missing; it recorded {}", in_words(seen))),
        }
    }
    out.extend(
        entries
            .map(|e| format!("log entry {} records capture {}, which was not seen then", e.index, e.subject)),
    );
    out
}

/// Entries of other kinds that do not have the hash of what they say, or stand at the wrong place.
pub(crate) fn changed_entries(log: &[LogEntry]) -> Vec<String> {
    let mut out = Vec::new();
    for (place, entry) in log.iter().enumerate() {
        if entry.index != place as u64 {
            out.push(format!("log entry {} stands at place {place}", entry.index));
        } else if !has_its_hash(entry) {
            let what = if entry.kind == REVIEW { "" } else { entry.subject.as_str() };
            out.push(format!(
                "log entry {place} ({} {what}) does not have the hash of what it says",
                entry.kind
            ));
        }
    }
    out
}

/// Whether the entry has the hash of what it says; captures are compared with what was seen instead.
fn has_its_hash(entry: &LogEntry) -> bool {
    match entry.kind.as_str() {
        act::CAPTURE => true,
        REVIEW => records_decision(entry),
        act::READING | act::STATUS | act::ARCHIVE | act::KEY | act::TIMESTAMP => {
            entry.leaf_hash == act::leaf(&act::entry(&entry.kind, &entry.subject, entry.time))
        }
        _ => false,
    }
}

/// Readings that are not those that the log records, and recorded ones that are gone.
pub(crate) fn unrecorded_readings(log: &[LogEntry], readings: &[(Digest, Digest, Digest)]) -> Vec<String> {
    let entries = log.iter().filter(|entry| entry.kind == act::READING);
    let mut recorded: BTreeMap<&str, (u64, &str)> = BTreeMap::new();
    for entry in entries {
        if let Some((of, digest)) = entry.subject.split_once(" sha256 ") {
            recorded.insert(of, (entry.index, digest));
        }
    }
    let mut out = Vec::new();
    for (text, model, digest) in readings {
        let of = format!("text {text} model {model}");
        match recorded.remove(of.as_str()) {
            Some((_, recorded)) if recorded == digest.as_str() => {}
            Some((index, _)) => {
                out.push(format!("the reading of {of} is not the one that log entry {index} records"))
            }
            None => out.push(format!("the reading of {of} is in no log entry")),
        }
    }
    out.extend(
        recorded
            .iter()
            .map(|(of, (index, _))| format!("the reading of {of}, log entry {index}, is not there")),
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
pub(crate) fn never_seen(digests: &[Digest], seen: &[Seen]) -> Vec<String> {
    let known: std::collections::BTreeSet<&Digest> = seen.iter().map(|s| &s.capture).collect();
    let lost = digests.iter().filter(|digest| !known.contains(digest));
    lost.map(|digest| format!("capture {digest} is in no log entry")).collect()
}
