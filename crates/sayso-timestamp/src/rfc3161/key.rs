//! What kind of key is it? For signatures that no algorithm here can check.

use der::{
    Decode, Sequence,
    asn1::{ObjectIdentifier, UintRef},
};
use x509_cert::spki::SubjectPublicKeyInfoOwned;

use super::signature::{RSA, RSA_PSS};

const EC: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");

/// The sizes of RSA keys that `ring` checks, in bits.
const RSA_BITS: std::ops::RangeInclusive<usize> = 2048..=8192;

/// `RSAPublicKey` (RFC 8017, appendix A.1.1)
#[derive(Sequence)]
struct RsaKey<'a> {
    modulus: UintRef<'a>,
    exponent: UintRef<'a>,
}

/// Whether it is an RSA key of a size that is not checked here.
pub(super) fn is_of_other_size(key: &SubjectPublicKeyInfoOwned) -> bool {
    key.algorithm.oid == RSA && bits(key).is_none_or(|bits| !RSA_BITS.contains(&bits))
}

/// "an RSA key of 1024 bits"
pub(super) fn in_words(key: &SubjectPublicKeyInfoOwned) -> String {
    let curve = || key.algorithm.parameters.as_ref()?.decode_as::<ObjectIdentifier>().ok();
    match (key.algorithm.oid, bits(key)) {
        (RSA, Some(bits)) => format!("an RSA key of {bits} bits"),
        (RSA, None) => "an RSA key that is not of its form".to_owned(),
        (RSA_PSS, _) => "an RSA key for PSS alone".to_owned(),
        (EC, _) => match curve() {
            Some(curve) => format!("a key of the curve {curve}"),
            None => "a key of a curve without a name".to_owned(),
        },
        (other, _) => format!("a key of the kind {other}"),
    }
}

/// Bits of an RSA key's modulus.
fn bits(key: &SubjectPublicKeyInfoOwned) -> Option<usize> {
    let key = RsaKey::from_der(key.subject_public_key.as_bytes()?).ok()?;
    // A modulus is written without zeros in front.
    let highest = key.modulus.as_bytes().first()?;
    Some(8 * key.modulus.as_bytes().len() - usize::try_from(highest.leading_zeros()).ok()?)
}
