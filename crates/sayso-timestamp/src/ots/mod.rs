//! What does a chain of hashes lead to? OpenTimestamps proofs: from the hash of a file through hashes of others to a block chain.
//!
//! The form is that of the reference implementation, `python-opentimestamps`: a file's head and hash, then a tree of steps whose
//! leaves are attestations.

mod attestation;
mod input;
mod proof;
mod step;

pub use attestation::Attestation;
pub use proof::Proof;
