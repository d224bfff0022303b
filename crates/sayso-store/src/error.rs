//! What can go wrong, and which file is it about?

use std::{
    io,
    path::{Path, PathBuf},
};

use rusqlite::ErrorCode;
use sayso_model::{ArticleId, Digest};
use thiserror::Error;

/// Says why a case could not be made, opened, read or written.
#[derive(Debug, Error)]
pub enum StoreError {
    /// A case cannot be made where one is.
    #[error("{} already holds a case", dir.display())]
    AlreadyACase {
        /// The folder.
        dir: PathBuf,
    },
    /// The folder holds no case, or another program's database under the name of one.
    #[error("{} is not a case: {reason}", dir.display())]
    NotACase {
        /// The folder.
        dir: PathBuf,
        /// What was found instead.
        reason: &'static str,
    },
    /// The file or folder cannot be made, read or written.
    #[error("cannot use {}", path.display())]
    Inaccessible {
        /// The file or folder.
        path: PathBuf,
        /// What the operating system says.
        source: io::Error,
    },
    /// The case was written by a newer sayso, whose tables this one does not know.
    #[error("{} was written by a newer sayso (schema version {found}; this one knows {known})", file.display())]
    Newer {
        /// The database.
        file: PathBuf,
        /// The version that it has.
        found: u32,
        /// The newest version that this program knows.
        known: u32,
    },
    /// The database's bytes are not what was written.
    #[error("{} is damaged: {detail}", file.display())]
    Damaged {
        /// The database.
        file: PathBuf,
        /// What was found.
        detail: String,
    },
    /// Another program holds the case for writing and did not let go of it in time.
    #[error("{} is being written by another program", file.display())]
    Busy {
        /// The database.
        file: PathBuf,
    },
    /// The case can be read but not written.
    #[error("{} cannot be written: the file, its folder or its disk is read-only", file.display())]
    ReadOnly {
        /// The database.
        file: PathBuf,
    },
    /// There is no room left.
    #[error("the disk that holds {} is full", file.display())]
    Full {
        /// The database.
        file: PathBuf,
    },
    /// An article's statements were given before the article itself.
    #[error("article {0} is not in the case")]
    UnknownArticle(ArticleId),
    /// An article was given before the capture that it was made from.
    #[error("capture {0} is not in the case")]
    UnknownCapture(Digest),
    /// A capture's bytes do not have its digest.
    #[error("the bytes given as capture {0} have another digest")]
    WrongDigest(Digest),
    /// A value holds what cannot be written so that it can be read again, such as a score that is not a number.
    #[error("this {what} cannot be kept: {detail}")]
    Unwritable {
        /// The kind of value.
        what: &'static str,
        /// What is wrong with it.
        detail: String,
    },
    /// The database refuses for another reason.
    #[error("the database {} failed", file.display())]
    Database {
        /// The database.
        file: PathBuf,
        /// What the database says.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

/// An error on the way out of this crate, before anyone has said which file it is about.
#[derive(Debug)]
pub(crate) enum Fault {
    /// The database's own error.
    Sql(rusqlite::Error),
    /// A row holds what this program never writes.
    Row { what: &'static str, detail: String },
    /// Already complete.
    Whole(StoreError),
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sql(error)
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        Self::Whole(error)
    }
}

impl Fault {
    /// Says which database the fault is about.
    pub(crate) fn about(self, file: &Path) -> StoreError {
        let file = file.to_owned();
        match self {
            Self::Whole(error) => error,
            Self::Row { what, detail } => {
                StoreError::Damaged { file, detail: format!("a stored {what} cannot be read ({detail})") }
            }
            Self::Sql(error) => from_sql(error, file),
        }
    }
}

/// Gives the errors that a user can do something about their own name.
fn from_sql(error: rusqlite::Error, file: PathBuf) -> StoreError {
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
            StoreError::Damaged { file, detail: error.to_string() }
        }
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy { file },
        Some(ErrorCode::ReadOnly) => StoreError::ReadOnly { file },
        Some(ErrorCode::DiskFull) => StoreError::Full { file },
        _ => StoreError::Database { file, source: Box::new(error) },
    }
}
