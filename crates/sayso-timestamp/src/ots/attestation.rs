//! What stands at the end of a proof: somebody who may say when the hash was there.

use super::input::Input;
use crate::{BlockHeader, TokenError, header::displayed, imprint::hex};

/// The tags of the reference implementation.
const BITCOIN: [u8; 8] = [0x05, 0x88, 0x96, 0x0D, 0x73, 0xD7, 0x19, 0x01];
const LITECOIN: [u8; 8] = [0x06, 0x86, 0x9A, 0x0D, 0x73, 0xD7, 0x1B, 0x45];
const ETHEREUM: [u8; 8] = [0x30, 0xFE, 0x80, 0x87, 0xB5, 0xC7, 0xEA, 0xD7];
const PENDING: [u8; 8] = [0x83, 0xDF, 0xE3, 0x0D, 0x2E, 0xF9, 0x0C, 0x8E];

/// The longest payload, and the longest address of a calendar (`MAX_PAYLOAD_SIZE`, `MAX_URI_LENGTH`).
const LONGEST_PAYLOAD: usize = 8192;
const LONGEST_ADDRESS: usize = 1000;

/// Bytes of a Merkle root.
const ROOT: usize = 32;

/// Where a branch of a proof ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attestation {
    /// A calendar promised to bring the hash into a block chain; nothing is shown yet.
    Pending {
        /// The calendar's address.
        calendar: String,
    },
    /// A Bitcoin block has this Merkle root.
    Bitcoin {
        /// The block's place in the chain.
        height: u64,
        /// The root that the proof leads to, in the order of the bytes of the header.
        root: Vec<u8>,
    },
    /// A block of another chain has this root.
    OtherChain {
        /// The chain.
        chain: &'static str,
        /// The block's place in it.
        height: u64,
        /// What the proof leads to.
        root: Vec<u8>,
    },
    /// Something that this program does not know.
    Unknown {
        /// Its tag as hexadecimal digits.
        tag: String,
    },
    /// A branch with a step that is not done here.
    NotReplayed {
        /// The step.
        step: &'static str,
    },
}

impl Attestation {
    /// Reads one, at the end of a branch that leads to `reached`; `None` where the branch could not be followed.
    pub(super) fn read(
        input: &mut Input<'_>,
        reached: Result<&[u8], &'static str>,
    ) -> Result<Self, TokenError> {
        let tag: [u8; 8] = input.bytes(8)?.try_into().unwrap_or_default();
        let mut payload = Input(input.counted(LONGEST_PAYLOAD)?);
        let reached = match reached {
            Ok(bytes) => bytes.to_vec(),
            Err(step) => return Ok(Self::NotReplayed { step }),
        };
        let out = match tag {
            PENDING => {
                let address = payload.counted(LONGEST_ADDRESS)?;
                let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._/:".contains(byte);
                if !address.iter().all(plain) {
                    return Err(TokenError::Damaged("the address of a calendar is none".to_owned()));
                }
                Self::Pending { calendar: String::from_utf8_lossy(address).into_owned() }
            }
            BITCOIN => Self::Bitcoin { height: payload.number()?, root: of_block(reached)? },
            LITECOIN => {
                Self::OtherChain { chain: "Litecoin", height: payload.number()?, root: of_block(reached)? }
            }
            ETHEREUM => {
                Self::OtherChain { chain: "Ethereum", height: payload.number()?, root: of_block(reached)? }
            }
            _ => return Ok(Self::Unknown { tag: hex(&tag) }),
        };
        if payload.0.is_empty() {
            Ok(out)
        } else {
            Err(TokenError::Damaged("an attestation says too much".to_owned()))
        }
    }

    /// What it shows and what not, as a sentence. `header` is a block's header that confirms it.
    pub(crate) fn in_words(&self, header: Option<&BlockHeader>) -> String {
        match (self, header) {
            (Self::Pending { calendar }, _) => {
                format!("the calendar {calendar} has taken it and shows nothing yet: have the proof upgraded")
            }
            (Self::Bitcoin { height, .. }, Some(header)) => format!(
                "it was there at {}, by the time in the header that was given, with the hash {}; the proof names it Bitcoin block {height}, which a header does not say",
                header.time(),
                header.hash()
            ),
            (Self::Bitcoin { height, root }, None) => format!(
                "it was there before Bitcoin block {height}, if the Merkle root of that block is {}; this cannot be checked offline",
                displayed(root)
            ),
            (Self::OtherChain { chain, height, root }, _) => format!(
                "it was there before {chain} block {height}, if that block holds {}; this cannot be checked offline",
                hex(root)
            ),
            (Self::Unknown { tag }, _) => {
                format!("an attestation of a kind that is not known here ({tag}) was not checked")
            }
            (Self::NotReplayed { step }, _) => {
                format!("a branch of the proof was not followed, since it uses {step}")
            }
        }
    }
}

fn of_block(reached: Vec<u8>) -> Result<Vec<u8>, TokenError> {
    if reached.len() == ROOT {
        Ok(reached)
    } else {
        Err(TokenError::Damaged("a branch that ends in a block does not give 32 bytes".to_owned()))
    }
}
