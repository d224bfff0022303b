//! The models that the program carries: part of the executable, mapped by the operating system, never copied whole.

use sayso_model::{Digest, ModelDigest};
use serde::Deserialize;

use crate::error::ReaderError;

/// One piece per line, the line number is its id; both models share it.
pub(crate) const VOCABULARY: &str = include_str!("../../../models/vocab.txt");

/// The manifest of the shipped models, as JSON: name, version and SHA-256 of each.
pub const MANIFEST: &str = include_str!("../../../models/manifest.json");

/// A model in two parts: the ONNX graph, and the file with the weights that the graph names.
pub(crate) struct Shipped {
    name: &'static str,
    /// The ONNX graph.
    pub graph: &'static [u8],
    /// The name by which the graph asks for the weights.
    pub weights_name: &'static str,
    /// The weights, aligned for every number type.
    pub weights: &'static [u8],
}

/// Tags each piece as part of a source, cue or content.
pub(crate) fn attribution() -> Shipped {
    Shipped {
        name: "attribution",
        graph: include_bytes!("../../../models/attribution.onnx"),
        weights_name: "attribution.onnx.data",
        weights: rten::include_external_data!("../../../models/attribution.onnx.data"),
    }
}

/// Places a sentence in meaning space.
pub(crate) fn embedding() -> Shipped {
    Shipped {
        name: "embedding",
        graph: include_bytes!("../../../models/embedding.onnx"),
        weights_name: "embedding.onnx.data",
        weights: rten::include_external_data!("../../../models/embedding.onnx.data"),
    }
}

/// Which model the program embeds sentences with, without loading it.
///
/// # Errors
/// When the manifest does not name it.
pub fn embedding_model() -> Result<ModelDigest, ReaderError> {
    embedding().model()
}

/// Which model the program reads with, without loading it.
///
/// # Errors
/// When the manifest does not name it.
pub fn reading_model() -> Result<ModelDigest, ReaderError> {
    attribution().model()
}

impl Shipped {
    /// Version and digest as the manifest states them.
    ///
    /// The digest is not computed here: hashing 23 MB would cost more than loading them, and a test holds the manifest
    /// to the files.
    pub fn model(&self) -> Result<ModelDigest, ReaderError> {
        let fail = |reason: String| ReaderError::Manifest { name: self.name, reason };
        let manifest: Manifest = serde_json::from_str(MANIFEST).map_err(|e| fail(e.to_string()))?;
        let entry = manifest.models.into_iter().find(|entry| entry.name == self.name);
        let entry = entry.ok_or_else(|| fail("no such entry".to_owned()))?;
        let digest = Digest::parse(&entry.sha256).ok_or_else(|| fail("sha256 is no digest".to_owned()))?;
        Ok(ModelDigest { version: entry.version, digest })
    }
}

#[derive(Deserialize)]
struct Manifest {
    models: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    name: String,
    version: String,
    /// Over the bytes of the graph file, then those of the weights file.
    sha256: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manifest_states_the_digest_of_the_files() {
        for shipped in [attribution(), embedding()] {
            let digest = Digest::of(&[shipped.graph, shipped.weights].concat());
            assert_eq!(shipped.model().unwrap().digest, digest, "{}", shipped.name);
        }
    }

    #[test]
    fn the_labels_of_the_model_are_those_of_the_code() {
        let labels: Vec<String> = serde_json::from_str(include_str!("../../../models/labels.json")).unwrap();
        let ours: Vec<String> = crate::scores::Tag::ALL.iter().map(ToString::to_string).collect();
        assert_eq!(labels, ours);
    }
}
