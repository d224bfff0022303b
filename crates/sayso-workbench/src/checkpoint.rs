//! The signed checkpoint beside the database: what the log held when the last act was done, under the case's key.

use std::{fs, io};

use jiff::Timestamp;
use sayso_log::{Checkpoint, Note, SigningKey, Tree, VerifierKey};
use sayso_store::{LogEntry, StoreError, replace};

use crate::{act, error::WorkbenchError, root, workbench::Workbench};

/// The file with the signed checkpoint.
pub const CHECKPOINT_FILE: &str = "checkpoint";
/// The file with the key that signs. It stays in the case and goes into no bundle.
pub const KEY_FILE: &str = "signing.key";
/// Begins the name of a case's log; the rest is made of its first entry.
const ORIGIN: &str = "sayso.invalid/case-";

impl Workbench {
    /// Signs what the log holds now and writes it beside the database, making a key for a case that has none. Nothing is done
    /// where the log is empty or its last checkpoint is of its present size.
    ///
    /// A log that does not hold what an earlier checkpoint says is not signed.
    ///
    /// # Errors
    /// When a file or the store cannot be written, or the key is damaged.
    pub fn sign(&mut self) -> Result<(), WorkbenchError> {
        let log = self.store.log_entries()?;
        if log.is_empty() || !self.checkpoint_differences(&log, &root::tree(&log))?.is_empty() {
            return Ok(());
        }
        let recorded = key_entry(&log).is_some();
        let key = match self.read_file(KEY_FILE)? {
            Some(text) => SigningKey::parse(text.trim_end()).map_err(WorkbenchError::Key)?,
            None if !recorded => self.new_key(&log)?,
            // The key was taken away on purpose: whoever has it signs elsewhere.
            None => return Ok(()),
        };
        if !recorded {
            self.record_key(&key)?;
        }
        let tree = root::tree(&self.store.log_entries()?);
        if self
            .note()?
            .is_some_and(|note| note.verified(&key.verifier()).is_ok_and(|c| c.size() == tree.len()))
        {
            return Ok(());
        }
        let checkpoint = Checkpoint::new(key.verifier().name(), &tree).map_err(WorkbenchError::Checkpoint)?;
        self.write_file(CHECKPOINT_FILE, &key.sign(&checkpoint).to_string())
    }

    /// Makes the case's key. Its file comes before its entry: an entry for a key that nobody has could never be followed by a
    /// checkpoint.
    fn new_key(&self, log: &[LogEntry]) -> Result<SigningKey, WorkbenchError> {
        let first = log.first().map_or("", |entry| entry.leaf_hash.as_str());
        let key = SigningKey::generate(&format!("{ORIGIN}{}", &first[..first.len().min(16)]))
            .map_err(WorkbenchError::Key)?;
        self.write_file(KEY_FILE, &format!("{}\n", key.secret()))?;
        Ok(key)
    }

    /// Records the public half of the key in the log.
    fn record_key(&mut self, key: &SigningKey) -> Result<(), WorkbenchError> {
        let time: Timestamp = self.latest()?;
        let mut transaction = self.store.transaction()?;
        let root = root::kept(&transaction)?;
        act::append(&mut transaction, act::KEY, &key.verifier().to_string(), time)?;
        root::keep(&mut transaction, root)?;
        transaction.commit()?;
        Ok(())
    }

    /// The signed checkpoint; `None` where there is none or it cannot be read as one.
    pub(crate) fn note(&self) -> Result<Option<Note>, WorkbenchError> {
        Ok(self.read_file(CHECKPOINT_FILE)?.and_then(|text| text.parse().ok()))
    }

    /// How key and checkpoint differ from what the log records and holds, in words.
    pub(crate) fn checkpoint_differences(
        &self,
        log: &[LogEntry],
        tree: &Tree,
    ) -> Result<Vec<String>, WorkbenchError> {
        let mut out = Vec::new();
        let recorded = key_entry(log);
        if let (Some(text), Some((index, verifier))) = (self.read_file(KEY_FILE)?, &recorded) {
            let own = text.strip_suffix('\n').and_then(|line| SigningKey::parse(line).ok());
            if own.is_none_or(|key| key.verifier() != *verifier) {
                out.push(format!("{KEY_FILE} is not the key that log entry {index} records"));
            }
        }
        let Some(text) = self.read_file(CHECKPOINT_FILE)? else { return Ok(out) };
        let Some((_, verifier)) = recorded else {
            out.push(format!("{CHECKPOINT_FILE} is there and the log records no key"));
            return Ok(out);
        };
        match text.parse::<Note>().and_then(|note| note.verified(&verifier).cloned()) {
            Ok(checkpoint) => out.extend(against(&checkpoint, tree)),
            Err(error) => out.push(format!("{CHECKPOINT_FILE}: {error}")),
        }
        Ok(out)
    }

    pub(crate) fn read_file(&self, name: &str) -> Result<Option<String>, WorkbenchError> {
        let path = self.dir.join(name);
        match fs::read(&path) {
            // What is no UTF-8 is no key and no checkpoint; read as one it is found to be damaged.
            Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(source) => Err(StoreError::Inaccessible { path, source }.into()),
        }
    }

    fn write_file(&self, name: &str, text: &str) -> Result<(), WorkbenchError> {
        let path = self.dir.join(name);
        replace(&path, text.as_bytes()).map_err(|source| StoreError::Inaccessible { path, source }.into())
    }
}

/// The last key that the log records, with the entry's place.
pub(crate) fn key_entry(log: &[LogEntry]) -> Option<(u64, VerifierKey)> {
    let entry = log.iter().rev().find(|entry| entry.kind == act::KEY)?;
    Some((entry.index, entry.subject.parse().ok()?))
}

/// How many entries at the end of the log are not covered by the checkpoint in this text, if the log's key signed it.
pub(crate) fn unsigned(log: &[LogEntry], checkpoint: Option<&str>) -> usize {
    let signed = key_entry(log).zip(checkpoint).and_then(|((_, key), text)| {
        let note = text.parse::<Note>().ok()?;
        usize::try_from(note.verified(&key).ok()?.size()).ok()
    });
    log.len().saturating_sub(signed.unwrap_or_default())
}

/// How a tree differs from a checkpoint of it or of its beginning.
pub(crate) fn against(checkpoint: &Checkpoint, tree: &Tree) -> Option<String> {
    let size = checkpoint.size();
    let Ok(root) = tree.root_at(size) else {
        return Some(format!(
            "the log has {} entries, its checkpoint {size}: entries were taken away",
            tree.len()
        ));
    };
    (root != *checkpoint.root()).then(|| {
        format!("the first {size} entries of the log have root {root}, its checkpoint {}", checkpoint.root())
    })
}
