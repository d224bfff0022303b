//! What does the whole log commit to, and how is that shown? The Merkle tree, its root and its proofs.

use crate::{
    hash::{Hash, empty_root, node_hash},
    verify::ProofError,
};

/// The Merkle tree over a log's leaf hashes.
///
/// It is kept in memory as the hashes of all complete subtrees, about 64 bytes per entry, so that the root and every proof take a
/// number of steps that grows with the square of the tree's height at most. Only the leaf hashes need to be stored, and they are
/// stored elsewhere: [`Tree::from_leaves`] builds the same tree from them again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    /// `levels[h][i]` is the root of the complete subtree over the leaves `i * 2^h .. (i + 1) * 2^h`.
    levels: Vec<Vec<Hash>>,
}

impl Tree {
    /// Makes the log without entries.
    pub fn new() -> Self {
        Self::default()
    }

    /// Builds the tree from the hashes of all entries, in the order in which they were appended.
    pub fn from_leaves(leaves: Vec<Hash>) -> Self {
        let mut levels = Vec::new();
        let mut level = leaves;
        while !level.is_empty() {
            let (pairs, _) = level.as_chunks::<2>();
            let above = pairs.iter().map(|[left, right]| node_hash(left, right)).collect();
            levels.push(std::mem::replace(&mut level, above));
        }
        Self { levels }
    }

    /// Adds the hash of one entry and returns the entry's index.
    pub fn append(&mut self, leaf: Hash) -> u64 {
        let index = self.len();
        let mut node = leaf;
        for height in 0.. {
            if self.levels.len() == height {
                self.levels.push(Vec::new());
            }
            let level = &mut self.levels[height];
            level.push(node);
            match level.as_slice() {
                [.., left, right] if level.len().is_multiple_of(2) => node = node_hash(left, right),
                _ => break,
            }
        }
        index
    }

    /// The number of entries.
    pub fn len(&self) -> u64 {
        self.leaves().len() as u64
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.levels.is_empty()
    }

    /// The hashes of all entries, in order: what is to be stored.
    pub fn leaves(&self) -> &[Hash] {
        self.levels.first().map_or(&[], Vec::as_slice)
    }

    /// The root over all entries.
    pub fn root(&self) -> Hash {
        self.range(0, self.leaves().len())
    }

    /// The root that the log had when it held `size` entries.
    ///
    /// # Errors
    /// When the log has never held so many.
    pub fn root_at(&self, size: u64) -> Result<Hash, ProofError> {
        Ok(self.range(0, self.held(size)?))
    }

    /// Makes the proof that the entry at `index` is in the log of the first `size` entries (`PATH` in RFC 6962, section 2.1.1):
    /// the hashes beside the way from the leaf up to the root.
    ///
    /// # Errors
    /// When `index` is not below `size`, or the log does not hold `size` entries.
    pub fn inclusion_proof(&self, index: u64, size: u64) -> Result<Vec<Hash>, ProofError> {
        let (at, leaves) = (self.held(index)?, self.held(size)?);
        if at >= leaves {
            return Err(ProofError::IndexOutside { index, size });
        }
        let mut path = Vec::new();
        let (mut start, mut end) = (0, leaves);
        while end - start > 1 {
            let middle = start + split(end - start);
            if at < middle {
                path.push(self.range(middle, end));
                end = middle;
            } else {
                path.push(self.range(start, middle));
                start = middle;
            }
        }
        path.reverse();
        Ok(path)
    }

    /// Makes the proof that the log of the first `new` entries begins with the log of the first `old` (`PROOF` in RFC 6962,
    /// section 2.1.2). It is empty where `old` is 0 or equals `new`.
    ///
    /// # Errors
    /// When `old` is above `new`, or the log does not hold `new` entries.
    pub fn consistency_proof(&self, old: u64, new: u64) -> Result<Vec<Hash>, ProofError> {
        let known = self.held(new)?;
        let kept = self.held(old)?;
        if kept > known {
            return Err(ProofError::Shrunk { old, new });
        }
        if kept == 0 || kept == known {
            return Ok(Vec::new());
        }
        let mut proof = Vec::new();
        let (mut start, mut end) = (0, known);
        while kept != end {
            let middle = start + split(end - start);
            if kept <= middle {
                proof.push(self.range(middle, end));
                end = middle;
            } else {
                proof.push(self.range(start, middle));
                start = middle;
            }
        }
        // The verifier knows the old root; the subtree is left out where it is that root.
        if start > 0 {
            proof.push(self.range(start, end));
        }
        proof.reverse();
        Ok(proof)
    }

    /// Checks that the log holds `size` entries and returns the number as an index.
    fn held(&self, size: u64) -> Result<usize, ProofError> {
        let len = self.len();
        usize::try_from(size).ok().filter(|_| size <= len).ok_or(ProofError::BeyondEnd { size, len })
    }

    /// The root of the leaves `start..end`, where `start` is a multiple of a power of two that is not below `end - start`.
    fn range(&self, start: usize, end: usize) -> Hash {
        let count = end - start;
        if count == 0 {
            return empty_root();
        }
        if count.is_power_of_two() {
            let height = count.trailing_zeros() as usize;
            return self.levels[height][start >> height];
        }
        let middle = start + split(count);
        node_hash(&self.range(start, middle), &self.range(middle, end))
    }
}

/// The number of leaves on the left of a tree of `count > 1`: the largest power of two below it.
fn split(count: usize) -> usize {
    1 << (count - 1).ilog2()
}
