//! Are the bytes those that the archive's fields promise? SHA-1, SHA-256 and SHA-512 digests in base 32 or hexadecimal.

use crate::hex;
use ring::digest::{Context, SHA1_FOR_LEGACY_USE_ONLY, SHA256, SHA512};

/// Digits of base 32 (RFC 4648, section 6), in which archives write digests.
const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// A digest that is promised, being computed. Archives use SHA-1 to find copies; what guards our captures is SHA-256.
#[derive(Clone)]
pub(crate) struct Check {
    promised: String,
    context: Context,
}

impl Check {
    /// Begins to check a field such as `sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ`; `None` for algorithms that are not known.
    pub(crate) fn of(field: &str) -> Option<Self> {
        let (name, value) = field.trim().split_once(':')?;
        let algorithm = match name.to_ascii_lowercase().replace('-', "").as_str() {
            "sha1" => &SHA1_FOR_LEGACY_USE_ONLY,
            "sha256" => &SHA256,
            "sha512" => &SHA512,
            _ => return None,
        };
        Some(Self { promised: value.trim().to_owned(), context: Context::new(algorithm) })
    }

    pub(crate) fn update(&mut self, bytes: &[u8]) {
        self.context.update(bytes);
    }

    /// Whether the bytes have the digest.
    pub(crate) fn holds(self) -> bool {
        let digest = self.context.finish();
        let same = |text: &str| text.eq_ignore_ascii_case(self.promised.trim_end_matches('='));
        same(&base32(digest.as_ref())) || same(&hex(digest.as_ref()))
    }
}

/// `sha256:` and the digest of `bytes` in base 32 with its padding, as archives write it.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    format!("sha256:{}====", base32(ring::digest::digest(&SHA256, bytes).as_ref()))
}

/// Base 32 without padding.
pub(crate) fn base32(bytes: &[u8]) -> String {
    let (mut out, mut bits, mut count) = (String::new(), 0_u32, 0);
    for byte in bytes {
        bits = (bits << 8 | u32::from(*byte)) & 0xFFFF;
        count += 8;
        while count >= 5 {
            count -= 5;
            out.push(BASE32[(bits >> count & 31) as usize].into());
        }
    }
    if count > 0 {
        out.push(BASE32[(bits << (5 - count) & 31) as usize].into());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_32_is_that_of_the_standard() {
        for (bytes, text) in
            [("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foobar", "MZXW6YTBOI")]
        {
            assert_eq!(base32(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn digests_are_checked_in_either_spelling() {
        for field in
            ["sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5", "SHA-1:a9993e364706816aba3e25717850c26c9cd0d89d"]
        {
            let mut check = Check::of(field).unwrap();
            check.update(b"ab");
            check.update(b"c");
            assert!(check.clone().holds(), "{field}");
            check.update(b"d");
            assert!(!check.holds());
        }
        assert!(Check::of("crc:1").is_none());
    }
}
