//! A proof as a file, and where its branches lead.

use super::{
    attestation::Attestation,
    input::Input,
    step::{Reached, Step},
};
use crate::{HashKind, Imprint, TokenError};

/// Begins each file.
const MAGIC: &[u8] = b"\x00OpenTimestamps\x00\x00Proof\x00\xbf\x89\xe2\xe8\x84\xe8\x92\x94";
/// The one version that there is.
const VERSION: u64 = 1;
/// SHA-256 as the hash of the file.
const SHA256: u8 = 0x08;
/// Says that another branch follows.
const FORK: u8 = 0xFF;
/// Says that an attestation follows.
const ATTESTATION: u8 = 0x00;

/// Steps that are followed: a proof that calendars give has about two hundred with four calendars, each of at most 4 KiB of bytes.
const MOST_STEPS: usize = 10_000;
/// Branches that may wait for their turn (the reference implementation's depth of recursion).
const MOST_WAITING: usize = 256;

/// An OpenTimestamps proof.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    imprint: Imprint,
    /// The tree of steps as it is written.
    tree: Vec<u8>,
}

impl Proof {
    /// Whether a file begins like one.
    pub(crate) fn is_one(bytes: &[u8]) -> bool {
        bytes.starts_with(MAGIC)
    }

    /// Reads a proof and follows it once, so that what is kept can be followed.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, TokenError> {
        let mut input = Input(bytes.strip_prefix(MAGIC).ok_or(TokenError::Unknown)?);
        if input.number()? != VERSION {
            return Err(TokenError::Unsupported("a later form of OpenTimestamps".to_owned()));
        }
        if input.byte()? != SHA256 {
            return Err(TokenError::Unsupported("another hash of the file than SHA-256".to_owned()));
        }
        let imprint = Imprint { kind: HashKind::Sha256, digest: input.bytes(32)?.to_vec() };
        let proof = Self { imprint, tree: input.0.to_vec() };
        proof.attestations()?;
        Ok(proof)
    }

    /// The hash of the file.
    pub(crate) fn imprint(&self) -> &Imprint {
        &self.imprint
    }

    /// Follows every branch from the hash of the file to its attestation.
    ///
    /// # Errors
    /// When a branch cannot be read, or nothing attests anything.
    pub fn attestations(&self) -> Result<Vec<Attestation>, TokenError> {
        let mut input = Input(&self.tree);
        let mut out = Vec::new();
        // A branch ends with an attestation; then the last fork whose other side waits goes on from the bytes that it had.
        let mut waiting: Vec<Reached> = vec![Ok(self.imprint.digest.clone())];
        let mut steps = 0;
        while let Some(mut reached) = waiting.pop() {
            loop {
                steps += 1;
                if steps > MOST_STEPS || waiting.len() > MOST_WAITING {
                    return Err(TokenError::Damaged("it has more steps than a proof needs".to_owned()));
                }
                match input.byte()? {
                    FORK => waiting.push(reached.clone()),
                    ATTESTATION => {
                        let bytes = reached.as_deref().map_err(|step| *step);
                        out.push(Attestation::read(&mut input, bytes)?);
                        break;
                    }
                    tag => {
                        let step = Step::read(tag, &mut input)?;
                        if let Ok(bytes) = &reached {
                            reached = step.of(bytes)?;
                        }
                    }
                }
            }
        }
        match (out.is_empty(), input.0.is_empty()) {
            (true, _) => Err(TokenError::NoAttestation),
            (_, false) => Err(TokenError::Damaged("bytes follow its end".to_owned())),
            _ => Ok(out),
        }
    }
}
