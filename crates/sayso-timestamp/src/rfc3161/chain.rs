//! May this certificate sign time stamps, was it valid then, and does it lead to a root that the reader trusts?

use std::time::Duration;

use der::{Decode, asn1::ObjectIdentifier};
use jiff::Timestamp;
use rustls_pki_types::{TrustAnchor, UnixTime};
use webpki::{ALL_VERIFICATION_ALGS, EndEntityCert, Error, KeyUsage, anchor_from_trusted_cert};
use x509_cert::{Certificate, ext::pkix::ExtendedKeyUsage};

use super::signature::Signer;
use crate::{Roots, TokenError};

/// id-kp-timeStamping (RFC 3161, section 2.3), and its bytes as `webpki` wants them.
const TIME_STAMPING: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.8");
const TIME_STAMPING_DER: &[u8] = &[0x2b, 6, 1, 5, 5, 7, 3, 8];

/// Where a certificate leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trust {
    /// To this root, which the reader gave.
    Root(String),
    /// The reader gave no roots.
    NotAsked,
}

/// Checks purpose and validity at the token's time; where roots were given, also the chain to one of them as it was then.
///
/// Lists of revoked certificates are not asked.
pub(super) fn check(signer: &Signer<'_>, time: Timestamp, roots: &Roots) -> Result<Trust, TokenError> {
    is_for_time_stamps(signer)?;
    was_valid(signer, time)?;
    if roots.is_empty() {
        return Ok(Trust::NotAsked);
    }
    let untrusted = |reason| TokenError::Untrusted { subject: signer.name(), reason };
    let own = EndEntityCert::try_from(&signer.der).map_err(|error| untrusted(in_words(&error)))?;
    let anchors: Result<Vec<TrustAnchor<'_>>, Error> = roots.0.iter().map(anchor_from_trusted_cert).collect();
    let anchors = anchors.map_err(|error| untrusted(in_words(&error)))?;
    let at = UnixTime::since_unix_epoch(since_epoch(time));
    // The signer's own purpose was demanded above; an authority on the way that names none may issue for any (RFC 5280, 4.2.1.12).
    let usage = KeyUsage::required_if_present(TIME_STAMPING_DER);
    let path = own
        .verify_for_usage(ALL_VERIFICATION_ALGS, &anchors, &signer.others, at, usage, None, None)
        .map_err(|error| untrusted(in_words(&error)))?;
    let found = anchors.iter().position(|anchor| anchor == path.anchor());
    let root = found.and_then(|at| Certificate::from_der(roots.0.get(at)?).ok());
    Ok(Trust::Root(root.map(|root| root.tbs_certificate.subject.to_string()).unwrap_or_default()))
}

/// RFC 3161, section 2.3: the extension is critical and names nothing but time stamps.
fn is_for_time_stamps(signer: &Signer<'_>) -> Result<(), TokenError> {
    match signer.certificate.tbs_certificate.get::<ExtendedKeyUsage>() {
        Ok(Some((true, ExtendedKeyUsage(usages)))) if usages == [TIME_STAMPING] => Ok(()),
        _ => Err(TokenError::Purpose(signer.name())),
    }
}

fn was_valid(signer: &Signer<'_>, time: Timestamp) -> Result<(), TokenError> {
    let validity = &signer.certificate.tbs_certificate.validity;
    let at = since_epoch(time);
    // A certificate is valid through the whole of its last second.
    let what = if at < validity.not_before.to_unix_duration() {
        "was not valid yet"
    } else if Duration::from_secs(at.as_secs()) > validity.not_after.to_unix_duration() {
        "had expired"
    } else {
        return Ok(());
    };
    Err(TokenError::Validity { subject: signer.name(), what, time: time.to_string() })
}

fn since_epoch(time: Timestamp) -> Duration {
    Duration::try_from(time.duration_since(Timestamp::UNIX_EPOCH)).unwrap_or_default()
}

fn in_words(error: &Error) -> String {
    match error {
        Error::UnknownIssuer => "who issued it is not among them".to_owned(),
        Error::CertExpired { .. } => "a certificate on the way had expired".to_owned(),
        Error::CertNotValidYet { .. } => "a certificate on the way was not valid yet".to_owned(),
        Error::InvalidSignatureForPublicKey => {
            "a certificate on the way is not signed by its issuer".to_owned()
        }
        Error::RequiredEkuNotFoundContext(_) => {
            "a certificate on the way is not one for time stamps (extended key usage)".to_owned()
        }
        other => other.to_string(),
    }
}
