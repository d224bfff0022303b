//! What does a Bitcoin block say of time? Its header, which a reader brings from a source of their own.

use jiff::Timestamp;

use crate::{HashKind, TokenError, imprint};

/// Bytes of a header: version, previous block, Merkle root, time, target, nonce.
const LENGTH: usize = 80;

/// Bytes of a target from here on are zero: the first block's is `0xFFFF * 256^26`, and the rules of the chain allow none above it.
const EASIEST: usize = 28;

/// The header of a Bitcoin block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockHeader([u8; LENGTH]);

impl BlockHeader {
    /// Reads 160 hexadecimal digits, as `bitcoin-cli getblockheader HASH false` and explorers give them.
    ///
    /// A header is refused whose hash is above the target that it names itself, or whose target is easier than that of the first
    /// block, below which none ever was: nobody worked for it. Whether the block stands in the
    /// chain is for the reader to know.
    ///
    /// # Errors
    /// When it is none.
    pub fn parse(text: &str) -> Result<Self, TokenError> {
        let bytes = imprint::from_hex(text.trim());
        let bytes: [u8; LENGTH] = bytes
            .and_then(|bytes| bytes.try_into().ok())
            .ok_or(TokenError::Header("a header is 160 hexadecimal digits"))?;
        let header = Self(bytes);
        let target = header.target().ok_or(TokenError::Header("the target that it names is none"))?;
        if target[EASIEST..].iter().any(|byte| *byte != 0) {
            return Err(TokenError::Header("its target is easier than that of the first block"));
        }
        // Both are numbers with their lowest byte first.
        if header.hash_bytes().iter().rev().gt(target.iter().rev()) {
            return Err(TokenError::Header("its hash is above the target that it names"));
        }
        Ok(header)
    }

    /// The root over the block's transactions, in the order of the bytes of the header.
    pub(crate) fn merkle_root(&self) -> &[u8] {
        &self.0[36..68]
    }

    /// The time that the miner wrote, which the network holds to within about two hours.
    pub fn time(&self) -> Timestamp {
        let seconds = u32::from_le_bytes([self.0[68], self.0[69], self.0[70], self.0[71]]);
        Timestamp::from_second(seconds.into()).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// The block's hash, as explorers print it.
    pub fn hash(&self) -> String {
        displayed(&self.hash_bytes())
    }

    fn hash_bytes(&self) -> Vec<u8> {
        HashKind::Sha256.hash(&HashKind::Sha256.hash(&self.0))
    }

    /// The target that it names, a number with its lowest byte first: `mantissa * 256^(exponent - 3)`.
    fn target(&self) -> Option<[u8; 32]> {
        let [low, middle, high, exponent] = [self.0[72], self.0[73], self.0[74], self.0[75]];
        let exponent = usize::from(exponent);
        // The sign bit is never set, and no real target needs more than 32 bytes.
        if high >= 0x80 || !(3..=32).contains(&exponent) {
            return None;
        }
        let mut target = [0_u8; 32];
        target[exponent - 3] = low;
        target[exponent - 2] = middle;
        target[exponent - 1] = high;
        Some(target)
    }
}

/// A hash as explorers print it, the last byte first.
pub(crate) fn displayed(hash: &[u8]) -> String {
    imprint::hex(&hash.iter().rev().copied().collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first block of the chain, known to everyone.
    const FIRST: &str = "0100000000000000000000000000000000000000000000000000000000000000000000003ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a29ab5f49ffff001d1dac2b7c";

    #[test]
    fn the_first_block_is_read() {
        let header = BlockHeader::parse(FIRST).unwrap();
        assert_eq!(header.hash(), "000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f");
        assert_eq!(header.time().to_string(), "2009-01-03T18:15:05Z");
        assert_eq!(
            displayed(header.merkle_root()),
            "4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b"
        );
    }

    /// Made in no time: half of all hashes are below its target, 0x207fffff.
    const EASY: &str = "0100000000000000000000000000000000000000000000000000000000000000000000000803096b066284fa49c2d51a93f00d2f7513c7ddc54abbd30cbfcf132ce2b719006d7c4dffff7f2000000000";

    #[test]
    fn a_target_that_is_easier_than_any_of_bitcoin_is_refused() {
        let refused = BlockHeader::parse(EASY).unwrap_err();
        assert!(refused.to_string().contains("easier than that of the first block"), "{refused}");
    }

    #[test]
    fn a_header_that_nobody_worked_for_is_refused() {
        for at in 0..FIRST.len() {
            let mut changed = FIRST.as_bytes().to_vec();
            changed[at] = if changed[at] == b'0' { b'1' } else { b'0' };
            assert!(BlockHeader::parse(std::str::from_utf8(&changed).unwrap()).is_err(), "digit {at}");
        }
        assert!(BlockHeader::parse("").is_err());
        assert!(BlockHeader::parse(&"é".repeat(80)).is_err());
    }
}
