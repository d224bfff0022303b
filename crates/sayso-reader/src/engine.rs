//! What reader and embedder share: a network with the vocabulary that it was trained on, and the cores that it runs on.

use sayso_model::{Digest, ModelDigest};

use crate::{
    error::ReaderError,
    network::{Interface, Lane, Network},
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
    /// Loads a model that the program carries.
    pub fn shipped(shipped: &Shipped, interface: &Interface) -> Result<Self, ReaderError> {
        let model = shipped.model()?;
        let network = Network::shipped(shipped, &model.version, interface)?;
        Self::new(network, model)
    }

    /// Loads a model over the same vocabulary that stands whole in `bytes` (ONNX or rten).
    pub fn from_bytes(bytes: Vec<u8>, version: &str, interface: &Interface) -> Result<Self, ReaderError> {
        let model = ModelDigest { version: version.to_owned(), digest: Digest::of(&bytes) };
        let network = Network::from_bytes(bytes, version, interface)?;
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

    /// What the model gave for three pieces when it was loaded.
    pub fn probe(&self) -> &[Vec<f32>] {
        &self.network.probe
    }

    /// Runs the network on these pieces between `[CLS]` and `[SEP]`, with their shapes if it takes shapes, and gives its
    /// outputs as they lie in memory.
    pub fn run(&self, pieces: &[i32], shapes: Option<&[i32]>, lane: &Lane) -> Vec<Vec<f32>> {
        let ids = [&[self.wordpiece.first], pieces, &[self.wordpiece.last]].concat();
        let shapes = shapes.map(|shapes| [&[0], shapes, &[0]].concat());
        let inputs: Vec<&[i32]> =
            [Some(&ids), shapes.as_ref()].into_iter().flatten().map(Vec::as_slice).collect();
        self.network.run(&inputs, lane)
    }
}
