//! Sentence embeddings: where a content stands in meaning space.

use serde::{Deserialize, Serialize};

/// Numbers in one embedding: the width of all-MiniLM-L6-v2.
pub const EMBEDDING_WIDTH: usize = 384;

/// A vector of [`EMBEDDING_WIDTH`] numbers and length 1 (or all zeros for a text without words).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Embedding(Vec<f32>);

impl Embedding {
    /// Scales `values` to length 1. The vector is cut or filled with zeros to [`EMBEDDING_WIDTH`].
    pub fn normalised(mut values: Vec<f32>) -> Self {
        values.resize(EMBEDDING_WIDTH, 0.0);
        let norm = values.iter().map(|v| v * v).sum::<f32>().sqrt();
        if norm > 0.0 && norm.is_finite() {
            values.iter_mut().for_each(|v| *v /= norm);
        } else {
            values.fill(0.0);
        }
        Self(values)
    }

    /// Cosine of the angle between two embeddings, −1 to 1.
    pub fn cosine(&self, other: &Self) -> f32 {
        // Eight sums side by side: the compiler may use vector instructions, and the result is the same on every machine.
        let (a, b) = (self.0.as_chunks::<8>().0, other.0.as_chunks::<8>().0);
        let mut sums = [0.0; 8];
        for (x, y) in a.iter().zip(b) {
            for lane in 0..8 {
                sums[lane] += x[lane] * y[lane];
            }
        }
        sums.iter().sum()
    }

    /// The numbers.
    pub fn values(&self) -> &[f32] {
        &self.0
    }

    /// Little-endian bytes of the numbers, four each: the form in which the store keeps them.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.iter().flat_map(|v| v.to_le_bytes()).collect()
    }

    /// Takes back what [`Embedding::to_bytes`] wrote; `None` for another length.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (chunks, rest) = bytes.as_chunks::<4>();
        (rest.is_empty() && chunks.len() == EMBEDDING_WIDTH)
            .then(|| Self(chunks.iter().map(|c| f32::from_le_bytes(*c)).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_give_the_same_embedding_back() {
        let e = Embedding::normalised(vec![3.0, 4.0]);
        assert!((e.cosine(&e) - 1.0).abs() < 1e-6);
        assert_eq!(Embedding::from_bytes(&e.to_bytes()), Some(e));
        assert_eq!(Embedding::from_bytes(&[0; 8]), None);
    }
}
