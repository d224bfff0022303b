//! The two neural models that a case is read with.

use sayso_reader::{Embedder, Reader};

use crate::error::WorkbenchError;

/// The reader of attributions and the embedder of sentences.
pub struct Engines {
    /// Finds attributions.
    pub reader: Reader,
    /// Places sentences in meaning space.
    pub embedder: Embedder,
}

impl Engines {
    /// Loads the models that the program carries.
    ///
    /// # Errors
    /// When a model's bytes cannot be run.
    pub fn shipped() -> Result<Self, WorkbenchError> {
        Ok(Self { reader: Reader::shipped()?, embedder: Embedder::shipped()? })
    }
}
