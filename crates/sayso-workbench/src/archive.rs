//! The archives of fetched pages: WARC files beside the database, whose digests stand in the log.

use std::{
    fs,
    io::{self, BufReader, Read as _},
    path::{Path, PathBuf},
};

use jiff::Timestamp;
use sayso_log::Hasher;
use sayso_store::{LogEntry, StoreError, replace};

use crate::{act, error::WorkbenchError, root, workbench::Workbench};

/// The folder of the archives within the case.
pub const ARCHIVE_FOLDER: &str = "archive";

impl Workbench {
    /// Keeps an archive of fetched pages: writes the file, and records its digest. Gives its name within the case.
    ///
    /// Where the program ends in between, the file is there and the log does not know it; then it is as good as not fetched.
    ///
    /// # Errors
    /// When the file or the store cannot be written.
    pub fn keep_archive(&mut self, bytes: &[u8], time: Timestamp) -> Result<String, WorkbenchError> {
        let folder = self.dir.join(ARCHIVE_FOLDER);
        let digest = sayso_model::Digest::of(bytes);
        // The name begins with the time, so that names sort, and ends with the digest, so that no two archives share one. In lower case, as data packages ask for.
        let stamp = time.strftime("%Y%m%dt%H%M%Sz");
        let name = format!("{stamp}-{}.warc.gz", &digest.as_str()[..12]);
        let path = folder.join(&name);
        let inaccessible = |source| StoreError::Inaccessible { path: path.clone(), source };
        fs::create_dir_all(&folder).map_err(inaccessible)?;
        replace(&path, bytes).map_err(inaccessible)?;
        let mut transaction = self.store.transaction()?;
        let root = root::kept(&transaction)?;
        let subject = format!("file {name} size {} sha256 {digest}", bytes.len());
        act::append(&mut transaction, act::ARCHIVE, &subject, time)?;
        root::keep(&mut transaction, root)?;
        transaction.commit()?;
        Ok(name)
    }

    /// The archives that the log records, in its order, with their paths.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn archives(&self) -> Result<Vec<(String, PathBuf)>, WorkbenchError> {
        let log = self.store.log_entries()?;
        let recorded = log.iter().filter_map(Recorded::of);
        Ok(recorded.map(|r| (r.name.to_owned(), self.dir.join(ARCHIVE_FOLDER).join(r.name))).collect())
    }

    /// How the archives differ from what the log records, in words.
    pub(crate) fn archive_differences(&self, log: &[LogEntry]) -> Result<Vec<String>, WorkbenchError> {
        let folder = self.dir.join(ARCHIVE_FOLDER);
        let mut out = Vec::new();
        for entry in log.iter().filter(|entry| entry.kind == act::ARCHIVE) {
            let Some(recorded) = Recorded::of(entry) else {
                out.push(format!("log entry {} names no archive", entry.index));
                continue;
            };
            let path = folder.join(recorded.name);
            let found = match digest_of(&path) {
                Ok(found) => found,
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    out.push(format!(
                        "{ARCHIVE_FOLDER}/{}, log entry {}, is not there",
                        recorded.name, entry.index
                    ));
                    continue;
                }
                Err(source) => return Err(StoreError::Inaccessible { path, source }.into()),
            };
            if found != (recorded.size.to_owned(), recorded.digest.to_owned()) {
                out.push(format!(
                    "{ARCHIVE_FOLDER}/{} no longer has the bytes that log entry {} records",
                    recorded.name, entry.index
                ));
            }
        }
        Ok(out)
    }
}

/// What an archive's entry says.
pub(crate) struct Recorded<'a> {
    pub name: &'a str,
    size: &'a str,
    pub digest: &'a str,
}

impl<'a> Recorded<'a> {
    pub(crate) fn of(entry: &'a LogEntry) -> Option<Self> {
        (entry.kind == act::ARCHIVE).then_some(())?;
        let (name, rest) = entry.subject.strip_prefix("file ")?.split_once(" size ")?;
        let (size, digest) = rest.split_once(" sha256 ")?;
        // A case may come from someone else: a name must not lead out of the folder.
        (!name.contains(['/', '\\']) && !name.starts_with('.')).then_some(Self { name, size, digest })
    }
}

/// Size and SHA-256 of a file, read piece by piece.
fn digest_of(path: &Path) -> io::Result<(String, String)> {
    let mut file = BufReader::new(fs::File::open(path)?);
    let (mut hasher, mut size, mut buffer) = (Hasher::new(), 0_u64, [0; 32 * 1024]);
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            return Ok((size.to_string(), hasher.finish()));
        }
        hasher.update(&buffer[..read]);
        size += read as u64;
    }
}
