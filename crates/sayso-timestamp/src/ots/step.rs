//! One step of a proof: what is done with the hash so far.

use super::input::Input;
use crate::{HashKind, TokenError};

/// The longest bytes that a step may take, give or bring (`MAX_MSG_LENGTH` and `MAX_RESULT_LENGTH` of the reference implementation).
pub(super) const LONGEST: usize = 4096;

/// The bytes at a place of a proof, or the step that was not done on the way.
pub(super) type Reached = Result<Vec<u8>, &'static str>;

/// What is done with the bytes so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Hash(HashKind),
    Append(Vec<u8>),
    Prepend(Vec<u8>),
    Reverse,
    Hex,
    /// Defined, and not done here: no calendar's proof uses it.
    NotDone(&'static str),
}

impl Step {
    /// Reads the step with this tag.
    pub(super) fn read(tag: u8, input: &mut Input<'_>) -> Result<Self, TokenError> {
        Ok(match tag {
            0x02 => Self::Hash(HashKind::Sha1),
            0x03 => Self::NotDone("RIPEMD-160"),
            0x08 => Self::Hash(HashKind::Sha256),
            0x67 => Self::NotDone("Keccak-256"),
            0xF0 => Self::Append(input.counted(LONGEST)?.to_vec()),
            0xF1 => Self::Prepend(input.counted(LONGEST)?.to_vec()),
            0xF2 => Self::Reverse,
            0xF3 => Self::Hex,
            other => {
                return Err(TokenError::Damaged(format!("it holds a step of the unknown kind {other:#04x}")));
            }
        })
    }

    /// What it makes of some bytes, or its name where it is not done here.
    pub(super) fn of(&self, bytes: &[u8]) -> Result<Reached, TokenError> {
        let out = match self {
            Self::Hash(kind) => kind.hash(bytes),
            Self::Append(more) => [bytes, more].concat(),
            Self::Prepend(more) => [more, bytes].concat(),
            Self::Reverse => bytes.iter().rev().copied().collect(),
            Self::Hex => crate::imprint::hex(bytes).into_bytes(),
            Self::NotDone(name) => return Ok(Err(name)),
        };
        if out.len() > LONGEST {
            return Err(TokenError::Damaged("a step gives more bytes than a proof may hold".to_owned()));
        }
        Ok(Ok(out))
    }
}
