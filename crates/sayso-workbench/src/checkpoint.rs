//! The signed checkpoint beside the database: what the log held when the last act was done, under the case's key.

use std::{fs, io, path::Path};

use jiff::Timestamp;
use sayso_log::{Checkpoint, Note, SigningKey, Tree, VerifierKey};
use sayso_store::{LogEntry, StoreError, replace, replace_secret};

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
        if self.is_signed()? {
            return Ok(());
        }
        // Each step holds the lock of the store to its end: two programs at once would make a key each, or put a checkpoint of
        // fewer entries in the place of one of more. The second begins when the first is durable, since a checkpoint of entries
        // that a crash took back could never be agreed with again.
        if let Some(key) = self.recorded_key()? {
            self.write_checkpoint(&key)?;
        }
        Ok(())
    }

    /// Whether there is nothing to sign: the log is empty, or its own checkpoint covers all of it.
    fn is_signed(&self) -> Result<bool, WorkbenchError> {
        let checkpoint = read_file(&self.dir, CHECKPOINT_FILE)?;
        Ok(unsigned(&self.store.log_entries()?, checkpoint.as_deref()) == 0)
    }

    /// The key that signs, made and recorded in the log where there was none. `None` where the log is not to be signed, or its key
    /// was taken away on purpose: whoever has it signs elsewhere.
    fn recorded_key(&mut self) -> Result<Option<SigningKey>, WorkbenchError> {
        let mut transaction = self.store.transaction()?;
        let log = transaction.log_entries()?;
        let checkpoint = read_file(&self.dir, CHECKPOINT_FILE)?;
        if !differences(&self.dir, checkpoint.as_deref(), &log, &root::tree(&log))?.is_empty() {
            return Ok(None);
        }
        let recorded = key_entry(&log).is_some();
        let key = match read_file(&self.dir, KEY_FILE)? {
            Some(text) => SigningKey::parse(text.trim_end()).map_err(WorkbenchError::Key)?,
            None if recorded => return Ok(None),
            None => new_key(&self.dir, &log)?,
        };
        if !recorded {
            let root = root::kept(&transaction)?;
            let time = log.iter().map(|entry| entry.time).max().unwrap_or(Timestamp::UNIX_EPOCH);
            act::append(&mut transaction, act::KEY, &key.verifier().to_string(), time)?;
            root::keep(&mut transaction, root)?;
            transaction.commit()?;
        }
        Ok(Some(key))
    }

    /// Signs the log as it is now, unless what was signed meanwhile does not agree with it.
    fn write_checkpoint(&mut self, key: &SigningKey) -> Result<(), WorkbenchError> {
        let transaction = self.store.transaction()?;
        let log = transaction.log_entries()?;
        let tree = root::tree(&log);
        let before = read_file(&self.dir, CHECKPOINT_FILE)?;
        if !differences(&self.dir, before.as_deref(), &log, &tree)?.is_empty() {
            return Ok(());
        }
        let checkpoint = Checkpoint::new(key.verifier().name(), &tree).map_err(WorkbenchError::Checkpoint)?;
        let path = self.dir.join(CHECKPOINT_FILE);
        replace(&path, key.sign(&checkpoint).to_string().as_bytes()).map_err(inaccessible(&path))
    }

    /// The signed checkpoint; `None` where there is none or it cannot be read as one. It has to be read before the log that it is
    /// about, to which another program may add.
    pub(crate) fn note(&self) -> Result<Option<Note>, WorkbenchError> {
        Ok(read_file(&self.dir, CHECKPOINT_FILE)?.and_then(|text| text.parse().ok()))
    }
}

/// Makes the key of the case in this folder. Its file comes before its entry: an entry for a key that nobody has could never be
/// followed by a checkpoint.
fn new_key(dir: &Path, log: &[LogEntry]) -> Result<SigningKey, WorkbenchError> {
    let first = log.first().map_or("", |entry| entry.leaf_hash.as_str());
    let key = SigningKey::generate(&format!("{ORIGIN}{}", &first[..first.len().min(16)]))
        .map_err(WorkbenchError::Key)?;
    let path = dir.join(KEY_FILE);
    replace_secret(&path, format!("{}\n", key.secret()).as_bytes()).map_err(inaccessible(&path))?;
    Ok(key)
}

/// How this checkpoint and the key in this folder differ from what the log records and holds, in words. The checkpoint has to be
/// read before the log: between the two another program may add to both.
pub(crate) fn differences(
    dir: &Path,
    checkpoint: Option<&str>,
    log: &[LogEntry],
    tree: &Tree,
) -> Result<Vec<String>, WorkbenchError> {
    let mut out = Vec::new();
    let recorded = key_entry(log);
    if let (Some(text), Some((index, verifier))) = (read_file(dir, KEY_FILE)?, &recorded) {
        let own = text.strip_suffix('\n').and_then(|line| SigningKey::parse(line).ok());
        if own.is_none_or(|key| key.verifier() != *verifier) {
            out.push(format!("{KEY_FILE} is not the key that log entry {index} records"));
        }
    }
    let Some(text) = checkpoint else { return Ok(out) };
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

/// The text of a file in this folder; `None` where it is not there.
pub(crate) fn read_file(dir: &Path, name: &str) -> Result<Option<String>, WorkbenchError> {
    let path = dir.join(name);
    match fs::read(&path) {
        // What is no UTF-8 is no key and no checkpoint; read as one it is found to be damaged.
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(inaccessible(&path)(error)),
    }
}

fn inaccessible(path: &Path) -> impl Fn(io::Error) -> WorkbenchError {
    |source| StoreError::Inaccessible { path: path.to_owned(), source }.into()
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
