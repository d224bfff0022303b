//! What can go wrong: files that cannot be read or understood, figures below their floor.

use std::path::PathBuf;

/// Says which file failed, and how.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EvalError {
    /// A file or folder could not be read or written.
    #[error("{path} cannot be read or written")]
    File {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The folder holds no document with annotations.
    #[error("{path} holds no text/*.txt with attributions/*.ann")]
    NoDocuments {
        /// The folder.
        path: PathBuf,
    },
    /// An annotation line is damaged.
    #[error("{path}, line {line}: {reason}")]
    Annotation {
        /// The file.
        path: PathBuf,
        /// Counted from 1.
        line: usize,
        /// What is wrong.
        reason: String,
    },
    /// The list of floors is damaged.
    #[error("the floors cannot be read")]
    Floors(#[source] serde_json::Error),
    /// The model cannot be loaded.
    #[error("the model cannot be loaded")]
    Model(#[from] sayso_reader::ReaderError),
    /// The invented case cannot be made or worked out.
    #[error("the case cannot be worked out")]
    Case(#[from] sayso_workbench::WorkbenchError),
}
