//! How are hashes and signatures written? Standard base64 with padding (RFC 4648, section 4).

use crate::hash::Hash;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Writes a hash as 43 digits and one `=`.
pub(crate) fn encode(hash: &Hash) -> String {
    encode_bytes(hash.as_bytes())
}

/// Takes back what [`encode`] wrote; `None` for anything else, so that a hash has one written form.
pub(crate) fn decode(text: &str) -> Option<Hash> {
    Some(Hash::from_bytes(decode_bytes(text)?.try_into().ok()?))
}

/// Writes bytes, padded to a multiple of four digits.
pub(crate) fn encode_bytes(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let bits =
            chunk.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for digit in 0..=chunk.len() {
            out.push(ALPHABET[(bits >> (18 - 6 * digit) & 63) as usize].into());
        }
        (chunk.len()..3).for_each(|_| out.push('='));
    }
    out
}

/// Takes back what [`encode_bytes`] wrote; `None` for anything else.
pub(crate) fn decode_bytes(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for digit in text.trim_end_matches('=').bytes() {
        let value = ALPHABET.iter().position(|known| *known == digit)?;
        bits = (bits << 6 | value as u32) & 0xFFF;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count & 0xFF) as u8);
        }
    }
    // Bits that are left over must be 0 and the padding right; writing the bytes again shows whether they were.
    (encode_bytes(&bytes) == text).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_has_one_written_form() {
        let hash = Hash::from_bytes(std::array::from_fn(|i| (i * 37) as u8));
        let text = encode(&hash);
        assert_eq!(text.len(), 44);
        assert_eq!(decode(&text), Some(hash));
        for at in 0..text.len() {
            for other in ALPHABET.iter().chain(b"=-_ \n") {
                let mut changed = text.clone().into_bytes();
                changed[at] = *other;
                let changed = String::from_utf8(changed).unwrap();
                assert!(changed == text || decode(&changed) != Some(hash), "{changed}");
            }
            assert_eq!(decode(&text[..at]), None);
        }
        assert_eq!(decode(&text.repeat(2)), None);
    }
}
