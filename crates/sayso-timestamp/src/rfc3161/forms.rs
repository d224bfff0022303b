//! How are queries, answers and tokens written? The forms of RFC 3161, section 2.4, and of the attributes that name the signer.

use cms::content_info::ContentInfo;
use der::{
    Any, Encode, Sequence,
    asn1::{BitString, Int, ObjectIdentifier, OctetString, Utf8StringRef},
};
use x509_cert::{ext::Extensions, spki::AlgorithmIdentifierOwned};

use crate::{HashKind, Imprint, TokenError};

pub(super) const SHA1: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.14.3.2.26");
pub(super) const SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
pub(super) const SHA384: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.2");
pub(super) const SHA512: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.3");
/// The content type of signed data (RFC 5652).
pub(super) const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
/// The content type of what an authority signs.
pub(super) const TST_INFO: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.1.4");

/// `MessageImprint`
#[derive(Clone, Debug, PartialEq, Eq, Sequence)]
pub(super) struct MessageImprint {
    pub algorithm: AlgorithmIdentifierOwned,
    pub hashed: OctetString,
}

/// `TimeStampReq`, of which only what is sent is kept.
#[derive(Clone, Debug, PartialEq, Eq, Sequence)]
struct Query {
    version: u8,
    imprint: MessageImprint,
    wants_certificate: bool,
}

/// `PKIStatusInfo`
#[derive(Clone, Debug, PartialEq, Eq, Sequence)]
pub(super) struct StatusInfo<'a> {
    pub status: u8,
    #[asn1(optional = "true")]
    pub text: Option<Vec<Utf8StringRef<'a>>>,
    #[asn1(optional = "true")]
    pub failure: Option<BitString>,
}

/// `TimeStampResp`
#[derive(Clone, Debug, PartialEq, Eq, Sequence)]
pub(super) struct Response<'a> {
    pub status: StatusInfo<'a>,
    #[asn1(optional = "true")]
    pub token: Option<ContentInfo>,
}

/// `Accuracy`
#[derive(Clone, Debug, PartialEq, Eq, Sequence)]
pub(super) struct Accuracy {
    #[asn1(optional = "true")]
    pub seconds: Option<u32>,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT", optional = "true")]
    pub millis: Option<u16>,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", optional = "true")]
    pub micros: Option<u16>,
}

fn not_ordered() -> bool {
    false
}

/// `TSTInfo`: what the authority signs.
#[derive(Clone, Debug, PartialEq, Eq, Sequence)]
pub(super) struct TstInfo {
    pub version: u8,
    pub policy: ObjectIdentifier,
    pub imprint: MessageImprint,
    pub serial: Int,
    /// A GeneralizedTime that may have a fraction, which DER's own type does not take.
    pub time: Any,
    #[asn1(optional = "true")]
    pub accuracy: Option<Accuracy>,
    #[asn1(default = "not_ordered")]
    pub ordering: bool,
    #[asn1(optional = "true")]
    pub nonce: Option<Int>,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    pub authority: Option<Any>,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", optional = "true")]
    pub extensions: Option<Extensions>,
}

/// `SigningCertificate` (RFC 2634): the signer's certificate by its SHA-1.
#[derive(Clone, Debug, PartialEq, Eq, Sequence)]
pub(super) struct SigningCertificate {
    pub certificates: Vec<CertificateId>,
    #[asn1(optional = "true")]
    pub policies: Option<Any>,
}

/// `ESSCertID`
#[derive(Clone, Debug, PartialEq, Eq, Sequence)]
pub(super) struct CertificateId {
    pub hash: OctetString,
    #[asn1(optional = "true")]
    pub issuer: Option<Any>,
}

/// `SigningCertificateV2` (RFC 5035)
#[derive(Clone, Debug, PartialEq, Eq, Sequence)]
pub(super) struct SigningCertificateV2 {
    pub certificates: Vec<CertificateIdV2>,
    #[asn1(optional = "true")]
    pub policies: Option<Any>,
}

/// `ESSCertIDv2`; without an algorithm it is SHA-256.
#[derive(Clone, Debug, PartialEq, Eq, Sequence)]
pub(super) struct CertificateIdV2 {
    #[asn1(optional = "true")]
    pub algorithm: Option<AlgorithmIdentifierOwned>,
    pub hash: OctetString,
    #[asn1(optional = "true")]
    pub issuer: Option<Any>,
}

/// The hash function of this name.
pub(super) fn hash_kind(oid: &ObjectIdentifier) -> Result<HashKind, TokenError> {
    match *oid {
        SHA1 => Ok(HashKind::Sha1),
        SHA256 => Ok(HashKind::Sha256),
        SHA384 => Ok(HashKind::Sha384),
        SHA512 => Ok(HashKind::Sha512),
        other => Err(TokenError::Unsupported(format!("the hash function {other}"))),
    }
}

/// The query to send to an authority, for a SHA-256 imprint: it asks for the certificate too, so that the token can be checked by
/// somebody who has nothing else.
///
/// There is no nonce: what is stamped is never the same twice, so that no earlier answer fits, and the same checkpoint always gives
/// the same query.
pub fn request(imprint: &Imprint) -> Vec<u8> {
    let algorithm = AlgorithmIdentifierOwned { oid: SHA256, parameters: Some(Any::null()) };
    let hashed = OctetString::new(imprint.digest.as_slice());
    let query = hashed.and_then(|hashed| {
        Query { version: 1, imprint: MessageImprint { algorithm, hashed }, wants_certificate: true }.to_der()
    });
    // A digest of 32 bytes always fits into the form.
    query.unwrap_or_default()
}
