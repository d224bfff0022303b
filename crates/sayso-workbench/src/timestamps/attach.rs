//! A token that came back is held against its checkpoint, kept and recorded.

use std::{fs, path::Path};

use jiff::Timestamp;
use sayso_model::Digest;
use sayso_timestamp::{Imprint, Token, Witnesses};

use super::{
    TIMESTAMP_FOLDER, TimestampError, read_at_most,
    recorded::{CHECKPOINT_ENDING, Recorded, checkpoint_name, token_name},
};
use crate::{CHECKPOINT_FILE, act, error::WorkbenchError, root, workbench::Workbench};

/// A token that the case has now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attached {
    /// Its file within the case.
    pub file: String,
    /// How many entries of the log its checkpoint covers.
    pub entries: u64,
    /// Whether it came with this act.
    pub is_new: bool,
    /// What it shows, one sentence each.
    pub shown: Vec<String>,
}

impl Workbench {
    /// Attaches a token to the checkpoint that it is of: the present one, or one for which a stamp was asked. `time` is when this
    /// was done. A token that the case has already changes nothing.
    ///
    /// # Errors
    /// When the token is damaged, forged, of no checkpoint of this case or not by an authority that is trusted, or a file or the
    /// store cannot be written.
    pub fn attach_timestamp(
        &mut self,
        bytes: &[u8],
        time: Timestamp,
        trusted: &Witnesses,
    ) -> Result<Attached, WorkbenchError> {
        let token = Token::read(bytes).map_err(TimestampError::from)?;
        let stamped = self.stamped(token.imprint())?;
        let log = self.store.log_entries()?;
        let checkpoint = self.own_checkpoint(&stamped, &log)?;
        let shown = token.check(&stamped, trusted).map_err(TimestampError::from)?.in_words();
        let (digest, own) = (Digest::of(&stamped), Digest::of(bytes));
        let name = token_name(digest.as_str(), own.as_str(), token.extension());
        let is_new = !log.iter().filter_map(Recorded::of).any(|known| known.token == name);
        // The files come first: where the program ends in between, they are there and the log does not know them.
        self.keep_timestamp_file(&checkpoint_name(digest.as_str()), &stamped)?;
        self.keep_timestamp_file(&name, bytes)?;
        if is_new {
            let recorded = Recorded {
                size: checkpoint.size(),
                digest: digest.as_str(),
                token: &name,
                token_digest: own.as_str(),
            };
            self.record_timestamp(&recorded.subject(), time)?;
        }
        let file = format!("{TIMESTAMP_FOLDER}/{name}");
        Ok(Attached { file, entries: checkpoint.size(), is_new, shown })
    }

    fn record_timestamp(&mut self, subject: &str, time: Timestamp) -> Result<(), WorkbenchError> {
        let mut transaction = self.store.transaction()?;
        let root = root::kept(&transaction)?;
        act::append(&mut transaction, act::TIMESTAMP, subject, time)?;
        root::keep(&mut transaction, root)?;
        transaction.commit()?;
        Ok(())
    }

    /// The checkpoint with this hash, as it lies in the case.
    fn stamped(&self, imprint: &Imprint) -> Result<Vec<u8>, WorkbenchError> {
        if let Some(bytes) = self.case_file(Path::new(CHECKPOINT_FILE))?.filter(|bytes| imprint.is_of(bytes))
        {
            return Ok(bytes);
        }
        let put_aside = fs::read_dir(self.dir.join(TIMESTAMP_FOLDER)).into_iter().flatten().flatten();
        let mut found = put_aside
            .filter(|entry| entry.file_name().to_string_lossy().ends_with(CHECKPOINT_ENDING))
            .filter_map(|entry| read_at_most(&entry.path()).ok());
        let found = found.find(|bytes| imprint.is_of(bytes));
        Ok(found.ok_or_else(|| TimestampError::NoCheckpoint(imprint.to_string()))?)
    }
}
