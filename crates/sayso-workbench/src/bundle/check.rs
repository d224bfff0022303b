//! Does a bundle agree with itself? Captures, log, readings, archives, claims and signature, for someone who has nothing else.

use std::collections::BTreeMap;

use sayso_log::Note;
use sayso_model::Digest;
use sayso_timestamp::Witnesses;

use super::Bundle;
use crate::{
    CHECKPOINT_FILE, act,
    archive::{ARCHIVE_FOLDER, Recorded},
    checkpoint::{against, key_entry, unsigned},
    root, status, timestamps,
    verify::{Verified, changed_entries, never_seen, unrecorded, unrecorded_readings},
};

impl Bundle {
    /// Checks everything that can be checked without the case.
    pub fn verify(&self) -> Verified {
        self.verify_trusting(&Witnesses::default())
    }

    /// As [`Bundle::verify`]; time-stamp tokens are held against these authorities and blocks too.
    pub fn verify_trusting(&self, trusted: &Witnesses) -> Verified {
        let mut of_log = unrecorded(&self.log, &self.seen);
        of_log.extend(changed_entries(&self.log));
        let entries = self.log.len().saturating_sub(of_log.len());
        let tree = root::tree(&self.log);
        let mut differences = of_log;
        let (digests, changed) = self.captures_with_their_digests();
        differences.extend(changed);
        differences.extend(never_seen(&digests, &self.seen));
        let lost = self.seen.iter().filter(|seen| !digests.contains(&seen.capture));
        differences.extend(lost.map(|seen| format!("capture {} is not there", seen.capture)));
        differences.extend(unrecorded_readings(&self.of_one_model(), &self.reading_digests()));
        differences.extend(status::differences(&self.log, &self.claims));
        differences.extend(self.changed_archives());
        differences.extend(self.signature(&tree));
        let stamps = timestamps::check(&self.log, &tree, &self.timestamps, trusted);
        differences.extend(stamps.differences);
        differences.extend(timestamps::strangers(&self.log, &self.timestamps));
        if !self.is_canonical && differences.is_empty() {
            differences.push(
                "the bundle holds bytes that belong to none of its parts, or was written by another program"
                    .to_owned(),
            );
        }
        Verified {
            captures: digests.len(),
            entries,
            unsigned: unsigned(&self.log, self.checkpoint.as_deref()),
            root: tree.root().to_string(),
            differences,
            timestamps: stamps.shown,
        }
    }

    fn captures_with_their_digests(&self) -> (Vec<Digest>, Vec<String>) {
        let mut digests = Vec::new();
        let mut changed = Vec::new();
        for (name, bytes) in &self.captures {
            let digest = Digest::of(bytes);
            if digest.as_str() == name {
                digests.push(digest);
            } else {
                changed.push(format!("captures/{name} does not have the bytes that its name promises"));
            }
        }
        (digests, changed)
    }

    /// The log without the readings of other models, which a bundle leaves out.
    fn of_one_model(&self) -> Vec<sayso_store::LogEntry> {
        let model = format!(" model {} ", self.manifest.reader);
        let other =
            |entry: &sayso_store::LogEntry| entry.kind == act::READING && !entry.subject.contains(&model);
        self.log.iter().filter(|entry| !other(entry)).cloned().collect()
    }

    fn reading_digests(&self) -> Vec<(Digest, Digest, Digest)> {
        let digest = |kept: &super::KeptReading| {
            let json = serde_json::to_vec(&kept.reading).unwrap_or_default();
            (kept.text.clone(), kept.reading.model.digest.clone(), Digest::of(&json))
        };
        self.readings.iter().map(digest).collect()
    }

    fn changed_archives(&self) -> Vec<String> {
        let mut found: BTreeMap<&str, &[u8]> =
            self.archives.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        let mut out = Vec::new();
        for entry in self.log.iter().filter(|entry| entry.kind == act::ARCHIVE) {
            let holds = Recorded::of(entry).is_some_and(|recorded| {
                found.remove(recorded.name).is_some_and(|bytes| Digest::of(bytes).as_str() == recorded.digest)
            });
            if !holds {
                out.push(format!(
                    "the archive that log entry {} records is not there as it was",
                    entry.index
                ));
            }
        }
        out.extend(found.keys().map(|name| format!("{ARCHIVE_FOLDER}/{name} is in no log entry")));
        out
    }

    fn signature(&self, tree: &sayso_log::Tree) -> Option<String> {
        let (Some(text), Some((_, key))) = (&self.checkpoint, key_entry(&self.log)) else {
            return Some("the log is not signed".to_owned());
        };
        match text.parse::<Note>().and_then(|note| note.verified(&key).cloned()) {
            Ok(checkpoint) => against(&checkpoint, tree),
            Err(error) => Some(format!("{CHECKPOINT_FILE}: {error}")),
        }
    }
}
