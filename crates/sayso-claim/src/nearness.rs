//! How near contents lie in meaning, for very many pairs.

use sayso_model::Embedding;

/// What 1 is rounded to: a power of two, so that the sum over a pair of vectors of length 1 stays within 32 bits (2^28 at most).
const ONE: f32 = 16_384.0;

/// Embeddings in 16 bits a number, one after another: a cosine is right to about 0.0001, and a large case asks half the memory of
/// the processor.
#[derive(Debug)]
pub(crate) struct Nearness {
    width: usize,
    values: Vec<i16>,
}

impl Nearness {
    pub fn of<'a>(embeddings: impl Iterator<Item = &'a Embedding>) -> Self {
        let (mut values, mut width) = (Vec::new(), 0);
        for embedding in embeddings {
            width = embedding.values().len();
            // No number of a vector of length 1 lies outside -1 and 1.
            #[allow(clippy::cast_possible_truncation)]
            values.extend(embedding.values().iter().map(|v| (v * ONE).round() as i16));
        }
        Self { width, values }
    }

    /// Cosine of the embeddings at two places.
    pub fn cosine(&self, a: usize, b: usize) -> f32 {
        let row = |i: usize| &self.values[i * self.width..(i + 1) * self.width];
        let sum: i32 = row(a).iter().zip(row(b)).map(|(x, y)| i32::from(*x) * i32::from(*y)).sum();
        sum as f32 / (ONE * ONE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_keeps_the_cosine() {
        let (a, b) =
            (Embedding::normalised(vec![0.3, -0.4, 0.2]), Embedding::normalised(vec![-0.1, 0.9, 0.5]));
        let rounded = Nearness::of([&a, &b].into_iter());
        assert!((rounded.cosine(0, 1) - a.cosine(&b)).abs() < 1e-4);
    }
}
