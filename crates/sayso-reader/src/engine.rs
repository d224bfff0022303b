//! What reader and embedder share: a network with the vocabulary that it was trained on, and the cores that it runs on.

use sayso_model::{Digest, ModelDigest};

use crate::{
    error::ReaderError,
    network::{Lane, Network},
    shipped::{Shipped, VOCABULARY},
    wordpiece::{Pieces, WordPiece},
    workers::Workers,
};

/// A model that is ready to run.
pub(crate) struct Engine {
    network: Network,
    wordpiece: WordPiece,
    pub workers: Workers,
    /// Which model it is.
    pub model: ModelDigest,
}

impl Engine {
    /// Loads a model that the program carries; `output` names what it computes and `shape` is that of the probe's.
    pub fn shipped(shipped: &Shipped, output: &str, shape: &[usize]) -> Result<Self, ReaderError> {
        let model = shipped.model()?;
        let network = Network::shipped(shipped, &model.version, output, shape)?;
        Self::new(network, model)
    }

    /// Loads a model over the same vocabulary that stands whole in `bytes` (ONNX or rten).
    pub fn from_bytes(
        bytes: Vec<u8>,
        version: &str,
        output: &str,
        shape: &[usize],
    ) -> Result<Self, ReaderError> {
        let model = ModelDigest { version: version.to_owned(), digest: Digest::of(&bytes) };
        let network = Network::from_bytes(bytes, version, output, shape)?;
        Self::new(network, model)
    }

    fn new(network: Network, model: ModelDigest) -> Result<Self, ReaderError> {
        let wordpiece = WordPiece::new(VOCABULARY)?;
        Ok(Self { network, wordpiece, workers: Workers::default(), model })
    }

    /// Cuts a text into the pieces of the vocabulary.
    pub fn pieces(&self, text: &str) -> Pieces {
        self.wordpiece.pieces(text)
    }

    /// Runs the network on these pieces between `[CLS]` and `[SEP]`, and gives its output as it lies in memory.
    pub fn run(&self, pieces: &[i32], lane: &Lane) -> Vec<f32> {
        let ids = [&[self.wordpiece.first], pieces, &[self.wordpiece.last]].concat();
        self.network.run(&ids, lane)
    }
}
