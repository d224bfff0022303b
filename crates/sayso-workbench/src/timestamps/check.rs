//! Do the tokens still show what they showed? Files against the log, tokens against their checkpoints, checkpoints against the log.

use std::collections::BTreeSet;

use sayso_log::{Checkpoint, Note, NoteError, Tree};
use sayso_model::Digest;
use sayso_store::LogEntry;
use sayso_timestamp::{Token, Witnesses};

use super::{Recorded, TIMESTAMP_FOLDER, TimestampError};
use crate::{
    act,
    checkpoint::{against, key_entry},
};

/// What the tokens show, and what is wrong with them, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stamps {
    pub(crate) shown: Vec<String>,
    pub(crate) differences: Vec<String>,
}

/// Checks every token that the log records, with these files of the folder.
pub(crate) fn check(
    log: &[LogEntry],
    tree: &Tree,
    files: &[(String, Vec<u8>)],
    trusted: &Witnesses,
) -> Stamps {
    let mut out = Stamps::default();
    // What an entry says again is checked once: a later entry's checkpoint may be as long, no more.
    let mut known = BTreeSet::new();
    for entry in log.iter().filter(|entry| entry.kind == act::TIMESTAMP && known.insert(&entry.subject)) {
        match one(entry, log, tree, files, trusted) {
            Ok(shown) => out.shown.extend(shown),
            Err(difference) => out.differences.push(difference),
        }
    }
    out
}

fn one(
    entry: &LogEntry,
    log: &[LogEntry],
    tree: &Tree,
    files: &[(String, Vec<u8>)],
    trusted: &Witnesses,
) -> Result<Vec<String>, String> {
    let recorded =
        Recorded::of(entry).ok_or_else(|| format!("log entry {} names no time stamp", entry.index))?;
    let stamped = as_recorded(&recorded.checkpoint(), recorded.digest, entry, files)?;
    let token = as_recorded(recorded.token, recorded.token_digest, entry, files)?;
    let in_token = |error: &dyn std::fmt::Display| format!("{TIMESTAMP_FOLDER}/{}: {error}", recorded.token);
    let checkpoint = own_checkpoint(stamped, log, tree).map_err(|error| in_token(&error))?;
    if checkpoint.size() != recorded.size || checkpoint.size() > entry.index {
        return Err(in_token(&"its checkpoint is not of the size that the log records"));
    }
    let token = Token::read(token).map_err(|error| in_token(&error))?;
    let shown = token.check(stamped, trusted).map_err(|error| in_token(&error))?;
    let about = format!("{TIMESTAMP_FOLDER}/{}, checkpoint of {} entries", recorded.token, recorded.size);
    Ok(shown.in_words().into_iter().map(|words| format!("{about}: {words}")).collect())
}

/// A file with the digest that the log records.
fn as_recorded<'a>(
    name: &str,
    digest: &str,
    entry: &LogEntry,
    files: &'a [(String, Vec<u8>)],
) -> Result<&'a [u8], String> {
    let Some((_, bytes)) = files.iter().find(|(there, _)| there == name) else {
        return Err(format!("{TIMESTAMP_FOLDER}/{name}, log entry {}, is not there", entry.index));
    };
    if Digest::of(bytes).as_str() == digest {
        return Ok(bytes);
    }
    Err(format!("{TIMESTAMP_FOLDER}/{name} no longer has the bytes that log entry {} records", entry.index))
}

/// The checkpoint in these bytes, if the key that the log records signed it and the log holds what it says.
pub(super) fn own_checkpoint(
    bytes: &[u8],
    log: &[LogEntry],
    tree: &Tree,
) -> Result<Checkpoint, TimestampError> {
    let (_, key) = key_entry(log).ok_or(TimestampError::Unsigned)?;
    let text = std::str::from_utf8(bytes)
        .map_err(|_| TimestampError::Checkpoint(NoteError::Damaged("it is no text")))?;
    let note = text.parse::<Note>().and_then(|note| note.verified(&key).cloned());
    let checkpoint = note.map_err(TimestampError::Checkpoint)?;
    match against(&checkpoint, tree) {
        None => Ok(checkpoint),
        Some(difference) => Err(TimestampError::OtherLog(difference)),
    }
}

/// Files that no entry of the log records.
pub(crate) fn strangers(log: &[LogEntry], files: &[(String, Vec<u8>)]) -> Vec<String> {
    let recorded: Vec<Recorded<'_>> = log.iter().filter_map(Recorded::of).collect();
    let unknown =
        files.iter().filter(|(name, _)| !recorded.iter().any(|r| r.token == name || r.checkpoint() == *name));
    unknown.map(|(name, _)| format!("{TIMESTAMP_FOLDER}/{name} is in no log entry")).collect()
}
