//! Who signed, and is the signature that of the content? By RFC 5652, section 5.6, and RFC 5816.

use cms::{
    cert::CertificateChoices,
    signed_data::{SignedAttributes, SignedData, SignerIdentifier, SignerInfo},
};
use der::{
    Decode, DecodeValue, Encode, FixedTag,
    asn1::{ObjectIdentifier, OctetString},
};
use rustls_pki_types::{CertificateDer, SignatureVerificationAlgorithm};
use webpki::{EndEntityCert, Error, ring as algorithms};
use x509_cert::{Certificate, ext::pkix::SubjectKeyIdentifier};

use super::{
    forms::{SigningCertificate, SigningCertificateV2, TST_INFO, hash_kind},
    key,
};
use crate::{HashKind, TokenError, plain::plain};

/// The attributes that must be signed.
const CONTENT_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
const MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
const SIGNING_CERTIFICATE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.12");
const SIGNING_CERTIFICATE_V2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");

/// Kinds of signatures.
pub(super) const RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
pub(super) const RSA_PSS: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.10");
const RSA_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.11");
const RSA_SHA384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.12");
const RSA_SHA512: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.13");
const ECDSA_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");
const ECDSA_SHA384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.3");
const ED25519: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.101.112");

/// Whoever signed, with the certificates that the token brings.
pub(super) struct Signer<'a> {
    info: &'a SignerInfo,
    pub(super) certificate: &'a Certificate,
    /// The certificate's bytes.
    pub(super) der: CertificateDer<'static>,
    /// All others.
    pub(super) others: Vec<CertificateDer<'static>>,
}

impl Signer<'_> {
    /// Whose certificate it is.
    pub(super) fn name(&self) -> String {
        plain(&self.certificate.tbs_certificate.subject.to_string())
    }
}

/// Finds the one signer of a token and its certificate.
pub(super) fn signer(data: &SignedData) -> Result<Signer<'_>, TokenError> {
    let [info] = data.signer_infos.0.as_slice() else {
        return Err(TokenError::Damaged("it is not signed by exactly one".to_owned()));
    };
    let (mut own, mut others) = (None, Vec::new());
    for choice in data.certificates.iter().flat_map(|set| set.0.iter()) {
        let CertificateChoices::Certificate(certificate) = choice else { continue };
        let der = CertificateDer::from(certificate.to_der()?);
        if own.is_none() && is_of(certificate, &info.sid) {
            own = Some((certificate, der));
        } else {
            others.push(der);
        }
    }
    let (certificate, der) = own.ok_or(TokenError::NoSigner)?;
    Ok(Signer { info, certificate, der, others })
}

fn is_of(certificate: &Certificate, id: &SignerIdentifier) -> bool {
    let inner = &certificate.tbs_certificate;
    match id {
        SignerIdentifier::IssuerAndSerialNumber(named) => {
            inner.issuer == named.issuer && inner.serial_number == named.serial_number
        }
        SignerIdentifier::SubjectKeyIdentifier(named) => {
            matches!(inner.get::<SubjectKeyIdentifier>(), Ok(Some((_, own))) if own == *named)
        }
    }
}

/// Checks the digest of the content, the certificate that the attributes name, and the signature over the attributes.
pub(super) fn check(data: &SignedData, content: &[u8], signer: &Signer<'_>) -> Result<(), TokenError> {
    let attributes = signer.info.signed_attrs.as_ref();
    let attributes = attributes.ok_or_else(|| TokenError::Damaged("no attributes are signed".to_owned()))?;
    let digest = hash_kind(&signer.info.digest_alg.oid)?;
    // Two contents with one SHA-1 can be made: a signature over it is one over both.
    if digest == HashKind::Sha1 {
        return Err(TokenError::Unsupported("SHA-1 for what is signed".to_owned()));
    }
    let kind: Option<ObjectIdentifier> = attribute(attributes, CONTENT_TYPE)?;
    if kind != Some(TST_INFO) || data.encap_content_info.econtent_type != TST_INFO {
        return Err(TokenError::Forged);
    }
    let signed: Option<OctetString> = attribute(attributes, MESSAGE_DIGEST)?;
    if signed.is_none_or(|signed| signed.as_bytes() != digest.hash(content)) {
        return Err(TokenError::Forged);
    }
    names_its_certificate(attributes, &signer.der)?;
    // What is signed is the set itself, with its own tag and in order (RFC 5652, section 5.4).
    signed_by(signer, &attributes.to_der()?, digest)
}

/// Checks the signature over a message. Where no algorithm here fits the key, that says nothing of a forgery.
fn signed_by(signer: &Signer<'_>, message: &[u8], digest: HashKind) -> Result<(), TokenError> {
    let certificate = EndEntityCert::try_from(&signer.der)
        .map_err(|error| TokenError::Damaged(format!("the signer's certificate: {error}")))?;
    let kind = signer.info.signature_algorithm.oid;
    let mut is_unfit = true;
    for algorithm in possible(&kind, digest)? {
        match certificate.verify_signature(algorithm, message, signer.info.signature.as_bytes()) {
            Ok(()) => return Ok(()),
            Err(Error::UnsupportedSignatureAlgorithmForPublicKeyContext(_)) => {}
            Err(_) => is_unfit = false,
        }
    }
    let own = &signer.certificate.tbs_certificate.subject_public_key_info;
    if is_unfit || key::is_of_other_size(own) {
        let what = format!("the signature algorithm {kind} with {}", key::in_words(own));
        return Err(TokenError::Unsupported(what));
    }
    Err(TokenError::Forged)
}

/// The one value of an attribute; `None` where it is not there. Two values, or the attribute twice, are no token.
fn attribute<T>(attributes: &SignedAttributes, oid: ObjectIdentifier) -> Result<Option<T>, TokenError>
where
    T: for<'a> Decode<'a> + for<'a> DecodeValue<'a> + FixedTag,
{
    let mut found = attributes.iter().filter(|attribute| attribute.oid == oid);
    let (Some(attribute), None) = (found.next(), found.next()) else { return Ok(None) };
    match attribute.values.as_slice() {
        [value] => Ok(Some(value.decode_as()?)),
        _ => Err(TokenError::Damaged("a signed attribute has several values".to_owned())),
    }
}

/// Whether the signed attributes name the certificate that came along: without that, another one with the same key and name
/// could be put in its place.
fn names_its_certificate(attributes: &SignedAttributes, der: &[u8]) -> Result<(), TokenError> {
    let new: Option<SigningCertificateV2> = attribute(attributes, SIGNING_CERTIFICATE_V2)?;
    let old: Option<SigningCertificate> = attribute(attributes, SIGNING_CERTIFICATE)?;
    let mut named = Vec::new();
    if let Some(id) = new.as_ref().and_then(|new| new.certificates.first()) {
        let kind = id.algorithm.as_ref().map_or(Ok(HashKind::Sha256), |known| hash_kind(&known.oid))?;
        named.push(id.hash.as_bytes() == kind.hash(der));
    }
    if let Some(id) = old.as_ref().and_then(|old| old.certificates.first()) {
        named.push(id.hash.as_bytes() == HashKind::Sha1.hash(der));
    }
    if !named.is_empty() && named.iter().all(|is_named| *is_named) {
        Ok(())
    } else {
        Err(TokenError::OtherSigner)
    }
}

/// The checks that a signature of this kind may stand for; which of them is meant follows from the key.
fn possible(
    oid: &ObjectIdentifier,
    digest: HashKind,
) -> Result<Vec<&'static dyn SignatureVerificationAlgorithm>, TokenError> {
    Ok(match (*oid, digest) {
        (RSA | RSA_SHA256, HashKind::Sha256) => vec![algorithms::RSA_PKCS1_2048_8192_SHA256],
        (RSA | RSA_SHA384, HashKind::Sha384) => vec![algorithms::RSA_PKCS1_2048_8192_SHA384],
        (RSA | RSA_SHA512, HashKind::Sha512) => vec![algorithms::RSA_PKCS1_2048_8192_SHA512],
        (RSA_PSS, HashKind::Sha256) => vec![algorithms::RSA_PSS_2048_8192_SHA256_LEGACY_KEY],
        (RSA_PSS, HashKind::Sha384) => vec![algorithms::RSA_PSS_2048_8192_SHA384_LEGACY_KEY],
        (RSA_PSS, HashKind::Sha512) => vec![algorithms::RSA_PSS_2048_8192_SHA512_LEGACY_KEY],
        (ECDSA_SHA256, _) => vec![algorithms::ECDSA_P256_SHA256, algorithms::ECDSA_P384_SHA256],
        (ECDSA_SHA384, _) => vec![algorithms::ECDSA_P256_SHA384, algorithms::ECDSA_P384_SHA384],
        (ED25519, _) => vec![algorithms::ED25519],
        (other, _) => return Err(TokenError::Unsupported(format!("the signature algorithm {other}"))),
    })
}
