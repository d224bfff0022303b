//! Does a proof show what it should? Verification without the log, after RFC 9162, sections 2.1.3.2 and 2.1.4.2.
//!
//! RFC 9162 keeps the tree and the proofs of RFC 6962 and spells out how to verify them.

use thiserror::Error;

use crate::hash::{Hash, empty_root, node_hash};

/// Says why there is no proof, or what a proof fails to show.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ProofError {
    /// The log is shorter than was asked for.
    #[error("the log holds {len} entries, not {size}")]
    BeyondEnd {
        /// What was asked for.
        size: u64,
        /// What the log holds.
        len: u64,
    },
    /// There is no such entry in a log of that size.
    #[error("entry {index} is not among the first {size} (the first entry is 0)")]
    IndexOutside {
        /// The entry.
        index: u64,
        /// The log's size.
        size: u64,
    },
    /// The later log is the shorter one.
    #[error("a log of {old} entries cannot have become one of {new}")]
    Shrunk {
        /// The earlier size.
        old: u64,
        /// The later size.
        new: u64,
    },
    /// The proof holds too few or too many hashes.
    #[error("the proof holds {hashes} hashes, which is not the number that these sizes need")]
    WrongLength {
        /// How many it holds.
        hashes: usize,
    },
    /// The proof leads to another root: the entry, the proof or the log was changed.
    #[error("the proof leads to the root {computed}, not to {expected}")]
    RootDiffers {
        /// The root that the proof leads to.
        computed: Hash,
        /// The root that it should lead to.
        expected: Hash,
    },
}

/// Verifies that the entry with this leaf hash stands at `index` in the log of `size` entries with this root.
///
/// # Errors
/// When the proof does not show that.
pub fn verify_inclusion(
    leaf: &Hash,
    index: u64,
    size: u64,
    proof: &[Hash],
    root: &Hash,
) -> Result<(), ProofError> {
    if index >= size {
        return Err(ProofError::IndexOutside { index, size });
    }
    let mut climb = Climb::from(index, size);
    let mut node = *leaf;
    for beside in proof {
        node = match climb.step(proof)? {
            Side::Left => node_hash(beside, &node),
            Side::Right => node_hash(&node, beside),
        };
    }
    climb.finish(proof)?;
    same(node, *root)
}

/// Verifies that the log of `new` entries with `new_root` begins with the log of `old` entries with `old_root`.
///
/// Every log begins with the empty one.
///
/// # Errors
/// When the proof does not show that.
pub fn verify_consistency(
    old: u64,
    new: u64,
    proof: &[Hash],
    old_root: &Hash,
    new_root: &Hash,
) -> Result<(), ProofError> {
    if old > new {
        return Err(ProofError::Shrunk { old, new });
    }
    if old == 0 || old == new {
        let (known, wanted) = if old == 0 { (empty_root(), *old_root) } else { (*old_root, *new_root) };
        return if proof.is_empty() { same(known, wanted) } else { Err(wrong_length(proof)) };
    }
    // Where the old log is one complete subtree, the proof leaves its root out.
    let (seed, path) = if old.is_power_of_two() {
        (*old_root, proof)
    } else {
        proof.split_first().map(|(first, rest)| (*first, rest)).ok_or(wrong_length(proof))?
    };
    climb_from_subtree(old, new, seed, path, old_root, new_root)
}

/// Climbs from the last complete subtree of the old log to both roots at once.
fn climb_from_subtree(
    old: u64,
    new: u64,
    seed: Hash,
    path: &[Hash],
    old_root: &Hash,
    new_root: &Hash,
) -> Result<(), ProofError> {
    let mut climb = Climb::from(old - 1, new);
    climb.skip_complete();
    let (mut old_node, mut new_node) = (seed, seed);
    for beside in path {
        match climb.step(path)? {
            Side::Left => {
                old_node = node_hash(beside, &old_node);
                new_node = node_hash(beside, &new_node);
            }
            Side::Right => new_node = node_hash(&new_node, beside),
        }
    }
    climb.finish(path)?;
    same(old_node, *old_root)?;
    same(new_node, *new_root)
}

/// On which side the proof's next hash stands.
enum Side {
    Left,
    Right,
}

/// The way from one node up to the root.
struct Climb {
    /// Index of the node on its level.
    node: u64,
    /// Index of the last node on the same level.
    last: u64,
}

impl Climb {
    /// Starts at a leaf of a tree of `size > index` leaves.
    fn from(index: u64, size: u64) -> Self {
        Self { node: index, last: size - 1 }
    }

    /// Goes up while the node is a right child: that subtree is complete.
    fn skip_complete(&mut self) {
        let levels = self.node.trailing_ones();
        self.up(levels);
    }

    /// Goes up one level that has a sibling, and says where the sibling stands.
    fn step(&mut self, proof: &[Hash]) -> Result<Side, ProofError> {
        if self.last == 0 {
            return Err(wrong_length(proof));
        }
        if self.node % 2 == 1 {
            self.up(1);
            return Ok(Side::Left);
        }
        if self.node < self.last {
            self.up(1);
            return Ok(Side::Right);
        }
        // The last node of a level with an odd number of nodes has no sibling there: it moves up until it is a right child.
        let alone = self.node.trailing_zeros();
        self.up(alone.saturating_add(1));
        Ok(Side::Left)
    }

    fn up(&mut self, levels: u32) {
        self.node = self.node.checked_shr(levels).unwrap_or(0);
        self.last = self.last.checked_shr(levels).unwrap_or(0);
    }

    /// Checks that the root was reached.
    fn finish(&self, proof: &[Hash]) -> Result<(), ProofError> {
        if self.last == 0 { Ok(()) } else { Err(wrong_length(proof)) }
    }
}

fn wrong_length(proof: &[Hash]) -> ProofError {
    ProofError::WrongLength { hashes: proof.len() }
}

fn same(computed: Hash, expected: Hash) -> Result<(), ProofError> {
    if computed == expected { Ok(()) } else { Err(ProofError::RootDiffers { computed, expected }) }
}
