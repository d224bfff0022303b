//! What is hashed, and how are leaves told from nodes? The hashes of RFC 6962, section 2.1.

use std::fmt;

use sha2::{Digest as _, Sha256};

/// Comes before an entry's bytes, so that no entry can be passed off as an inner node.
const LEAF_PREFIX: [u8; 1] = [0x00];

/// Comes before the two children of an inner node.
const NODE_PREFIX: [u8; 1] = [0x01];

/// A SHA-256 hash of a leaf, an inner node or a whole tree; written as 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash([u8; Self::LEN]);

impl Hash {
    /// Bytes in a hash.
    pub const LEN: usize = 32;

    /// Takes the bytes of a hash.
    pub const fn from_bytes(bytes: [u8; Self::LEN]) -> Self {
        Self(bytes)
    }

    /// The bytes.
    pub const fn as_bytes(&self) -> &[u8; Self::LEN] {
        &self.0
    }

    /// Takes back a hash that was written with `Display`; `None` for anything but 64 lower-case hexadecimal digits.
    pub fn parse(hex: &str) -> Option<Self> {
        let (pairs, rest) = hex.as_bytes().as_chunks::<2>();
        if pairs.len() != Self::LEN || !rest.is_empty() {
            return None;
        }
        let mut bytes = [0; Self::LEN];
        for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
            *byte = hex_digit(*high)? << 4 | hex_digit(*low)?;
        }
        Some(Self(bytes))
    }
}

/// The value of one lower-case hexadecimal digit.
fn hex_digit(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Computes the SHA-256 of bytes that come in pieces, for files that are larger than memory.
#[derive(Clone, Debug, Default)]
pub struct Hasher(Sha256);

impl Hasher {
    /// Begins.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The hash as 64 lower-case hexadecimal digits.
    pub fn finish(self) -> String {
        Hash(self.0.finalize().into()).to_string()
    }
}

/// Computes the leaf hash of one entry: SHA-256 of `0x00` and its bytes.
pub fn leaf_hash(entry: &[u8]) -> Hash {
    sha256(&[&LEAF_PREFIX, entry])
}

/// Computes the hash of an inner node: SHA-256 of `0x01` and its children.
pub(crate) fn node_hash(left: &Hash, right: &Hash) -> Hash {
    sha256(&[&NODE_PREFIX, &left.0, &right.0])
}

/// The root of the tree without leaves: SHA-256 of nothing.
pub(crate) fn empty_root() -> Hash {
    sha256(&[])
}

fn sha256(parts: &[&[u8]]) -> Hash {
    let mut hasher = Sha256::new();
    parts.iter().for_each(|part| hasher.update(part));
    Hash(hasher.finalize().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_taken_back_as_they_were_written() {
        let hash = leaf_hash(b"x");
        assert_eq!(Hash::parse(&hash.to_string()), Some(hash));
        assert_eq!(Hash::parse(&hash.to_string().to_uppercase()), None);
        assert_eq!(Hash::parse(&format!("{hash}0")), None);
        assert_eq!(Hash::parse(""), None);
        assert_eq!(Hash::parse(&"é".repeat(32)), None);
    }

    #[test]
    fn leaves_and_nodes_with_the_same_bytes_hash_differently() {
        let (left, right) = (leaf_hash(b"l"), leaf_hash(b"r"));
        let both = [left.as_bytes().as_slice(), right.as_bytes()].concat();
        assert_ne!(leaf_hash(&both), node_hash(&left, &right));
    }
}
