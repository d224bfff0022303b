//! Was anything changed after the fact? An append-only Merkle log over opaque bytes.
//!
//! The principal type is [`Tree`]: the Merkle tree of RFC 6962, section 2, over leaf hashes that are kept elsewhere. Its root
//! commits to every entry and to their order. An inclusion proof shows that one entry is in a log of a given root; a consistency
//! proof shows that a later log still holds everything of an earlier one, unchanged and in place. A [`Checkpoint`] writes size
//! and root as C2SP text, and a [`SigningKey`] signs it: whoever has kept a signed checkpoint can prove what the log held.
//!
//! The crate knows neither news nor files nor clocks; an entry is bytes.
//!
//! ```
//! use sayso_log::{Tree, leaf_hash, verify_consistency, verify_inclusion};
//!
//! let mut log = Tree::new();
//! log.append(leaf_hash(b"first entry"));
//! let earlier = log.root();
//! log.append(leaf_hash(b"second entry"));
//! log.append(leaf_hash(b"third entry"));
//!
//! let proof = log.inclusion_proof(1, 3)?;
//! verify_inclusion(&leaf_hash(b"second entry"), 1, 3, &proof, &log.root())?;
//! assert!(verify_inclusion(&leaf_hash(b"another entry"), 1, 3, &proof, &log.root()).is_err());
//!
//! let proof = log.consistency_proof(1, 3)?;
//! verify_consistency(1, 3, &proof, &earlier, &log.root())?;
//! # Ok::<(), sayso_log::ProofError>(())
//! ```
//!
//! # Errors
//! [`ProofError`] says that a proof was asked for what the log does not hold, or that a proof does not show what it should.
//! [`CheckpointError`] says in which line a text is not a checkpoint.

mod base64;
mod checkpoint;
mod hash;
mod note;
mod tree;
mod verify;

pub use checkpoint::{Checkpoint, CheckpointError};
pub use hash::{Hash, Hasher, leaf_hash};
pub use note::{Note, NoteError, SigningKey, VerifierKey};
pub use tree::Tree;
pub use verify::{ProofError, verify_consistency, verify_inclusion};
