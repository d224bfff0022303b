//! Of what is a token? The hash of the stamped bytes.

use std::fmt;

use ring::digest::{self, Algorithm};

/// The hash functions that tokens name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HashKind {
    /// SHA-1: only old certificates are still named by it. Nobody may stamp with it.
    Sha1,
    /// SHA-256
    Sha256,
    /// SHA-384
    Sha384,
    /// SHA-512
    Sha512,
}

impl HashKind {
    fn algorithm(self) -> &'static Algorithm {
        match self {
            Self::Sha1 => &digest::SHA1_FOR_LEGACY_USE_ONLY,
            Self::Sha256 => &digest::SHA256,
            Self::Sha384 => &digest::SHA384,
            Self::Sha512 => &digest::SHA512,
        }
    }

    /// The hash of bytes.
    pub(crate) fn hash(self, bytes: &[u8]) -> Vec<u8> {
        digest::digest(self.algorithm(), bytes).as_ref().to_vec()
    }
}

/// A hash with the function that made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imprint {
    /// The function.
    pub kind: HashKind,
    /// What it gave.
    pub digest: Vec<u8>,
}

impl Imprint {
    /// The SHA-256 of bytes: what is sent to authorities and calendars.
    pub fn of(bytes: &[u8]) -> Self {
        Self { kind: HashKind::Sha256, digest: HashKind::Sha256.hash(bytes) }
    }

    /// Whether this is the hash of these bytes.
    pub fn is_of(&self, bytes: &[u8]) -> bool {
        self.kind.hash(bytes) == self.digest
    }
}

impl fmt::Display for Imprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.digest))
    }
}

/// Bytes as lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes that hexadecimal digits of either case stand for; `None` for anything else.
pub(crate) fn from_hex(text: &str) -> Option<Vec<u8>> {
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|value| u8::try_from(value).ok());
    let byte = |[high, low]: &[u8; 2]| Some(digit(*high)? << 4 | digit(*low)?);
    if rest.is_empty() { pairs.iter().map(byte).collect() } else { None }
}
