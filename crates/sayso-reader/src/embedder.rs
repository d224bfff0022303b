//! Where does a sentence stand in meaning space? all-MiniLM-L6-v2: the mean over its pieces, scaled to length 1.

use std::{
    collections::HashMap,
    sync::atomic::{AtomicUsize, Ordering},
};

use sayso_model::{EMBEDDING_WIDTH, Embedding, ModelDigest};

use crate::{
    engine::Engine,
    error::ReaderError,
    network::{Interface, Lane},
    shipped,
    windows::WINDOW,
};

const INTERFACE: Interface = Interface { inputs: &["ids"], outputs: &[("embedding", &[1, EMBEDDING_WIDTH])] };

/// Turns sentences into embeddings whose cosine says how close their meanings are.
///
/// A sentence gets the same embedding whatever else is embedded with it. Pieces beyond the 254th are not looked at, as in
/// the model's own settings; a sentence without words gets zeros.
pub struct Embedder {
    engine: Engine,
}

impl Embedder {
    /// Loads the model that the program carries.
    ///
    /// # Errors
    /// Only if the program was built with damaged model files.
    pub fn shipped() -> Result<Self, ReaderError> {
        Ok(Self { engine: Engine::shipped(&shipped::embedding(), &INTERFACE)? })
    }

    /// Loads another model over the same vocabulary: an ONNX or rten file that holds its weights, with the input `ids`
    /// [batch, piece] (i32) and the output `embedding` [batch, 384].
    ///
    /// # Errors
    /// When the bytes are no such model.
    pub fn from_bytes(bytes: Vec<u8>, version: &str) -> Result<Self, ReaderError> {
        Ok(Self { engine: Engine::from_bytes(bytes, version, &INTERFACE)? })
    }

    /// Says which model this embedder embeds with.
    pub fn model(&self) -> &ModelDigest {
        &self.engine.model
    }

    /// Embeds sentences, in their order.
    pub fn embed(&self, sentences: &[&str]) -> Vec<Embedding> {
        self.embed_all(sentences, &|_| ())
    }

    /// Embeds many sentences; `progress` gets the number of different sentences finished so far, from several threads.
    pub fn embed_all(&self, sentences: &[&str], progress: &(dyn Fn(usize) + Sync)) -> Vec<Embedding> {
        let mut known: HashMap<&str, usize> = HashMap::new();
        let mut different: Vec<&str> = Vec::new();
        let numbers: Vec<usize> = sentences
            .iter()
            .map(|&sentence| {
                *known.entry(sentence).or_insert_with(|| {
                    different.push(sentence);
                    different.len() - 1
                })
            })
            .collect();
        let done = AtomicUsize::new(0);
        let embeddings = self.engine.workers.map(different.len(), |i, lane| {
            let embedding = self.run(different[i], lane);
            progress(1 + done.fetch_add(1, Ordering::Relaxed));
            embedding
        });
        numbers.into_iter().map(|number| embeddings[number].clone()).collect()
    }

    fn run(&self, sentence: &str, lane: &Lane) -> Embedding {
        let pieces = self.engine.pieces(sentence).ids;
        if pieces.is_empty() {
            return Embedding::normalised(Vec::new());
        }
        let seen = &pieces[..pieces.len().min(WINDOW)];
        Embedding::normalised(self.engine.run(seen, None, lane).pop().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_has_the_same_embedding_alone_and_beside_others() {
        let embedder = Embedder::shipped().unwrap();
        let (bridge, bread) = ("The bridge is closed until Friday.", "Rye bread from Marnholm won a prize.");
        let together = embedder.embed(&[bread, bridge, bread]);
        assert_eq!(together[1], embedder.embed(&[bridge])[0]);
        assert_eq!(together[0], together[2]);
    }

    #[test]
    fn sentences_of_like_meaning_are_nearer_than_others() {
        let embedder = Embedder::shipped().unwrap();
        let e = embedder.embed(&[
            "The bridge is closed until Friday.",
            "Until Friday nobody may cross the bridge.",
            "Rye bread from Marnholm won a prize.",
        ]);
        assert!(e[0].cosine(&e[1]) > e[0].cosine(&e[2]) + 0.3);
    }

    #[test]
    fn a_sentence_without_words_is_all_zeros_and_a_long_one_is_cut() {
        let embedder = Embedder::shipped().unwrap();
        let long = "The bridge is closed. ".repeat(20_000);
        let found = embedder.embed(&["", " ", &long]);
        assert!(found[0].values().iter().chain(found[1].values()).all(|&value| value == 0.0));
        assert!((found[2].cosine(&found[2]) - 1.0).abs() < 1e-4);
        assert!(embedder.embed(&[]).is_empty());
    }
}
