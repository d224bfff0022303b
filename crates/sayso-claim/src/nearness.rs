//! How near contents lie in meaning, for very many pairs.

use crate::meaning::Meaning;

/// What 1 is rounded to: a power of two, so that the sum over a pair of vectors of length 1 stays within 32 bits (2^28 at most).
const ONE: f32 = 16_384.0;

/// Embeddings in 16 bits a number, those of a content and of its context next to each other: a cosine is right to about 0.0001, and a large case
/// asks half the memory of the processor.
#[derive(Debug)]
pub(crate) struct Nearness {
    width: usize,
    values: Vec<i16>,
}

impl Nearness {
    pub fn of<'a>(meanings: impl Iterator<Item = &'a Meaning>) -> Self {
        let (mut values, mut width) = (Vec::new(), 0);
        for meaning in meanings {
            width = meaning.content.values().len();
            let both = meaning.content.values().iter().chain(meaning.context.values());
            values.extend(both.map(|v| short(*v)));
        }
        Self { width, values }
    }

    /// Cosine of two contents.
    pub fn of_contents(&self, a: usize, b: usize) -> f32 {
        self.cosine(2 * a, 2 * b)
    }

    /// Cosine of two contents with what stands around them.
    pub fn of_contexts(&self, a: usize, b: usize) -> f32 {
        self.cosine(2 * a + 1, 2 * b + 1)
    }

    fn cosine(&self, a: usize, b: usize) -> f32 {
        let row = |i: usize| &self.values[i * self.width..(i + 1) * self.width];
        dot(row(a), row(b)) as f32 / (ONE * ONE)
    }
}

/// A number of a vector of length 1, none of which lies outside -1 and 1.
#[allow(clippy::cast_possible_truncation)]
pub(crate) fn short(value: f32) -> i16 {
    (value * ONE).round() as i16
}

/// The scalar product. Nothing overflows for vectors of length 1, and sums that may wrap are worked out several at once.
pub(crate) fn dot(a: &[i16], b: &[i16]) -> i32 {
    a.iter().zip(b).fold(0, |sum: i32, (x, y)| sum.wrapping_add(i32::from(*x).wrapping_mul(i32::from(*y))))
}

#[cfg(test)]
mod tests {
    use sayso_model::Embedding;

    use super::*;

    #[test]
    fn rounding_keeps_the_cosine() {
        let meaning = |content: [f32; 3], sentence: [f32; 3]| {
            let sentence = Embedding::normalised(sentence.to_vec());
            Meaning::new(Embedding::normalised(content.to_vec()), Some(&sentence), None)
        };
        let (a, b) =
            (meaning([0.3, -0.4, 0.2], [0.1, 0.2, -0.7]), meaning([-0.1, 0.9, 0.5], [0.6, 0.2, -0.7]));
        let rounded = Nearness::of([&a, &b].into_iter());
        assert!((rounded.of_contents(0, 1) - a.content.cosine(&b.content)).abs() < 1e-4);
        assert!((rounded.of_contexts(0, 1) - a.context.cosine(&b.context)).abs() < 1e-4);
    }
}
