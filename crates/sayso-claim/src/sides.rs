//! On which sides of fixed planes a meaning lies: meanings that lie close together are on the same side of most, so that sorted by their sides they
//! stand near each other.
//!
//! Random hyperplanes after Charikar (2002), each list with planes of its own, since what one list parts another keeps together.

use std::sync::LazyLock;

use sayso_model::{EMBEDDING_WIDTH, Embedding};

use crate::nearness::{dot, short};

/// Lists of planes; each finds neighbours that another misses.
pub(crate) const LISTS: usize = 8;
/// Planes in a list.
const PLANES: usize = 24;

/// All planes, list after list: each a row of 1, -1 and, in two of three places, 0, which is as good for this as ones everywhere.
static NORMALS: LazyLock<Vec<i16>> = LazyLock::new(|| {
    let mut out = vec![0; LISTS * PLANES * EMBEDDING_WIDTH];
    for (plane, row) in out.chunks_mut(EMBEDDING_WIDTH).enumerate() {
        // A fixed pseudo-random sequence (xorshift), so that every run has the same planes.
        let mut state = (plane as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        for value in row.iter_mut().skip(plane % 3).step_by(3) {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            *value = if state & 1 == 0 { 1 } else { -1 };
        }
    }
    out
});

/// For each list, one bit for each of its planes.
pub(crate) fn sides(meaning: &Embedding) -> [u32; LISTS] {
    let values: Vec<i16> = meaning.values().iter().map(|v| short(*v)).collect();
    let mut normals = NORMALS.chunks(EMBEDDING_WIDTH);
    std::array::from_fn(|_| {
        let planes = normals.by_ref().take(PLANES);
        planes.fold(0, |bits, normal| (bits << 1) | u32::from(dot(&values, normal) > 0))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_close_together_is_on_the_same_sides() {
        let meaning = |shift: f32| {
            let values = (0..EMBEDDING_WIDTH).map(|i| (i as f32 * (0.7 + shift)).sin());
            Embedding::normalised(values.collect())
        };
        let apart = |a: f32, b: f32| -> u32 {
            sides(&meaning(a)).iter().zip(sides(&meaning(b))).map(|(a, b)| (a ^ b).count_ones()).sum()
        };
        assert!(apart(0.0, 0.0001) < 10, "{}", apart(0.0, 0.0001));
        assert!(apart(0.0, 0.5) > 60, "{}", apart(0.0, 0.5));
    }
}
