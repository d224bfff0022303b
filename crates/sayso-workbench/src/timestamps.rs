//! Time-stamp tokens of checkpoints: that the log's first entries were there at a time, by somebody else's word.
//!
//! A token is of one checkpoint, and the log goes on: so the checkpoint is kept beside its token, in the folder `timestamps`. The
//! log records the digests of both.

mod attach;
mod check;
mod recorded;

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use sayso_log::{Checkpoint, NoteError};
use sayso_model::Digest;
use sayso_store::{StoreError, replace};
use sayso_timestamp::{Imprint, Token, TokenError, request};
use thiserror::Error;

pub use attach::Attached;
pub(crate) use check::{Stamps, check, strangers};
pub(crate) use recorded::Recorded;

use crate::{CHECKPOINT_FILE, error::WorkbenchError, workbench::Workbench};

/// The folder of the tokens and their checkpoints within the case.
pub const TIMESTAMP_FOLDER: &str = "timestamps";

/// The beginning of a file, one byte more than any checkpoint or token has. A case may come from someone else, with something
/// endless in a token's place.
fn read_at_most(path: &Path) -> io::Result<Vec<u8>> {
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is no file"));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(Token::LARGEST_FILE as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Says why a token was not attached.
#[derive(Debug, Error)]
pub enum TimestampError {
    /// The token itself.
    #[error(transparent)]
    Token(#[from] TokenError),
    /// The token is of nothing that the case has.
    #[error("the token is of no checkpoint of this case: it holds the hash {0}")]
    NoCheckpoint(String),
    /// The case is not signed, so that there is nothing to stamp.
    #[error("the case has no signed checkpoint")]
    Unsigned,
    /// The checkpoint is not signed by the case's key.
    #[error("the checkpoint is not the case's own")]
    Checkpoint(#[source] NoteError),
    /// The log is not the one of the checkpoint.
    #[error("the checkpoint is not that of this log: {0}")]
    OtherLog(String),
}

/// What is to be sent to an authority or a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimestampRequest {
    /// The signed checkpoint, in a file that stays as it is: what `ots stamp` takes.
    pub checkpoint: PathBuf,
    /// The query for an authority of RFC 3161.
    pub query: PathBuf,
    /// The SHA-256 of the checkpoint's file, as hexadecimal digits.
    pub digest: String,
    /// How many entries of the log it covers.
    pub entries: u64,
}

impl Workbench {
    /// Puts the present checkpoint aside to be stamped, with the query for an authority. The case should have been signed before.
    ///
    /// # Errors
    /// When the case has no checkpoint or it is damaged, or a file cannot be written.
    pub fn request_timestamp(&self) -> Result<TimestampRequest, WorkbenchError> {
        let bytes = self.case_file(Path::new(CHECKPOINT_FILE))?.ok_or(TimestampError::Unsigned)?;
        let checkpoint = self.own_checkpoint(&bytes, &self.store.log_entries()?)?;
        let digest = Digest::of(&bytes);
        let name = recorded::checkpoint_name(digest.as_str());
        let query = format!("{}.tsq", name.trim_end_matches(recorded::CHECKPOINT_ENDING));
        Ok(TimestampRequest {
            checkpoint: self.keep_timestamp_file(&name, &bytes)?,
            query: self.keep_timestamp_file(&query, &request(&Imprint::of(&bytes)))?,
            digest: digest.to_string(),
            entries: checkpoint.size(),
        })
    }

    /// Writes a file of the folder, unless it is there with these bytes.
    fn keep_timestamp_file(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, WorkbenchError> {
        let folder = self.dir.join(TIMESTAMP_FOLDER);
        let path = folder.join(name);
        let inaccessible = |source| StoreError::Inaccessible { path: path.clone(), source };
        if fs::read(&path).is_ok_and(|there| there == bytes) {
            return Ok(path);
        }
        fs::create_dir_all(&folder).map_err(inaccessible)?;
        replace(&path, bytes).map_err(inaccessible)?;
        // The folder may be new: that it is there has to last too.
        File::open(&self.dir).and_then(|dir| dir.sync_all()).map_err(inaccessible)?;
        Ok(path)
    }

    /// A file of the case; `None` where it is not there.
    fn case_file(&self, name: &Path) -> Result<Option<Vec<u8>>, WorkbenchError> {
        let path = self.dir.join(name);
        match read_at_most(&path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(source) => Err(StoreError::Inaccessible { path, source }.into()),
        }
    }

    /// The checkpoint in these bytes, if the case's key signed it and the log holds what it says.
    fn own_checkpoint(
        &self,
        bytes: &[u8],
        log: &[sayso_store::LogEntry],
    ) -> Result<Checkpoint, TimestampError> {
        check::own_checkpoint(bytes, log, &crate::root::tree(log))
    }

    /// Names and bytes of the tokens and checkpoints that the log records, in its order, each once.
    pub(crate) fn timestamp_files(&self) -> Result<Vec<(String, Vec<u8>)>, WorkbenchError> {
        let (mut out, mut known) = (Vec::new(), BTreeSet::new());
        for entry in self.store.log_entries()? {
            let Some(recorded) = Recorded::of(&entry) else { continue };
            for name in [recorded.checkpoint(), recorded.token.to_owned()] {
                if known.insert(name.clone())
                    && let Some(bytes) = self.case_file(&Path::new(TIMESTAMP_FOLDER).join(&name))?
                {
                    out.push((name, bytes));
                }
            }
        }
        Ok(out)
    }

    /// Writes the files that came in a bundle and that its log records.
    pub(crate) fn keep_timestamps_of(
        &self,
        log: &[sayso_store::LogEntry],
        files: &[(String, Vec<u8>)],
    ) -> Result<(), WorkbenchError> {
        let recorded: Vec<Recorded<'_>> = log.iter().filter_map(Recorded::of).collect();
        let is_recorded = |name: &str, digest: &Digest| {
            recorded.iter().any(|r| {
                (r.token, r.token_digest) == (name, digest.as_str())
                    || (r.checkpoint().as_str(), r.digest) == (name, digest.as_str())
            })
        };
        for (name, bytes) in files.iter().filter(|(name, bytes)| is_recorded(name, &Digest::of(bytes))) {
            self.keep_timestamp_file(name, bytes)?;
        }
        Ok(())
    }

    /// What the recorded tokens show, and where files or tokens differ from what the log records.
    pub(crate) fn stamps(
        &self,
        log: &[sayso_store::LogEntry],
        tree: &sayso_log::Tree,
        trusted: &sayso_timestamp::Witnesses,
    ) -> Result<Stamps, WorkbenchError> {
        Ok(check(log, tree, &self.timestamp_files()?, trusted))
    }
}
