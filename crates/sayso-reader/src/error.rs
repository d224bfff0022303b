//! What can go wrong when a model is loaded. Reading itself cannot fail.

/// Says why a model could not be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReaderError {
    /// The bytes are no model that the runtime can load.
    #[error("model {version} cannot be loaded")]
    Load {
        /// The version that the caller gave.
        version: String,
        /// What the runtime says.
        source: rten::LoadError,
    },
    /// The model loads, but does not take piece ids, or does not give what it should.
    #[error("model {version} has another interface: expected {expected}, found {found}")]
    Interface {
        /// The version that the caller gave.
        version: String,
        /// The interface that the reader needs.
        expected: String,
        /// What the model offers.
        found: String,
    },
    /// The program's own list of models is damaged or lacks one.
    #[error("the manifest of the shipped models does not describe {name}: {reason}")]
    Manifest {
        /// The model looked for.
        name: &'static str,
        /// What is wrong with the manifest.
        reason: String,
    },
    /// The vocabulary lacks a piece that every text needs.
    #[error("the vocabulary has no piece {piece:?}")]
    Vocabulary {
        /// The piece.
        piece: &'static str,
    },
}
