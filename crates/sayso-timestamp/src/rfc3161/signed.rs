//! A token as it was read, and what it shows.

use std::fmt;

use cms::{content_info::ContentInfo, signed_data::SignedData};
use der::{Decode, Tag, Tagged, asn1::OctetString};
use jiff::Timestamp;

use super::{
    chain::{self, Trust},
    forms::{Accuracy, Response, SIGNED_DATA, TST_INFO, TstInfo, hash_kind},
    signature::{self, Signer},
};
use crate::{HashKind, Imprint, Roots, TokenError, time::generalized};

/// What an authority signed.
#[derive(Clone, Debug)]
pub struct Signed {
    data: SignedData,
    /// The token as it came.
    read: Vec<u8>,
    /// The bytes that are signed.
    content: Vec<u8>,
    imprint: Imprint,
    time: Timestamp,
    accuracy: Option<Accuracy>,
}

/// That an authority attests a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attested {
    /// The time.
    pub time: Timestamp,
    /// How far the clock may have been off, in words; empty where the authority does not say.
    pub accuracy: String,
    /// Whose certificate signed.
    pub authority: String,
    /// Where that certificate leads.
    pub trust: Trust,
}

impl Signed {
    /// Reads an authority's response, or the token in it.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, TokenError> {
        let token = match Response::from_der(bytes) {
            Ok(response) => {
                let text = response.status.text.iter().flatten().map(|text| text.as_str());
                let text = text.collect::<Vec<_>>().join(", ");
                // 0: granted; 1: granted with changes.
                match response {
                    Response { status, token: Some(token) } if status.status <= 1 => token,
                    Response { status, .. } => {
                        return Err(TokenError::Refused { status: status.status, text });
                    }
                }
            }
            Err(no_response) => {
                ContentInfo::from_der(bytes).map_err(|_| TokenError::Damaged(no_response.to_string()))?
            }
        };
        Self::of(&token, bytes)
    }

    fn of(token: &ContentInfo, read: &[u8]) -> Result<Self, TokenError> {
        let damaged = |what: &str| TokenError::Damaged(what.to_owned());
        if token.content_type != SIGNED_DATA {
            return Err(damaged("it is not signed data"));
        }
        let data: SignedData = token.content.decode_as()?;
        let inner = &data.encap_content_info;
        if inner.econtent_type != TST_INFO {
            return Err(damaged("what is signed is no time stamp"));
        }
        let content = inner.econtent.as_ref().ok_or_else(|| damaged("what is signed is not there"))?;
        let content = content.decode_as::<OctetString>()?.into_bytes();
        let info = TstInfo::from_der(&content)?;
        if info.version != 1 {
            return Err(damaged("its version is not 1"));
        }
        let time = Some(&info.time).filter(|time| time.tag() == Tag::GeneralizedTime);
        let time =
            time.and_then(|time| generalized(time.value())).ok_or_else(|| damaged("its time is none"))?;
        let kind = hash_kind(&info.imprint.algorithm.oid)?;
        if kind == HashKind::Sha1 {
            return Err(TokenError::Unsupported("SHA-1 for what is stamped".to_owned()));
        }
        let imprint = Imprint { kind, digest: info.imprint.hashed.as_bytes().to_vec() };
        Ok(Self { imprint, time, accuracy: info.accuracy, content, data, read: read.to_vec() })
    }

    /// The hash that was stamped.
    pub(crate) fn imprint(&self) -> &Imprint {
        &self.imprint
    }

    /// Checks signature, signer and certificates; see [`Token::check`](crate::Token::check).
    pub(crate) fn check(&self, roots: &Roots) -> Result<Attested, TokenError> {
        let signer = signature::signer(&self.data)?;
        signature::check(&self.data, &self.content, &signer)
            .map_err(|error| self.unless_loose(&signer, error))?;
        let trust = chain::check(&signer, self.time, roots)?;
        let accuracy = self.accuracy.as_ref().map(in_words).unwrap_or_default();
        Ok(Attested { time: self.time, accuracy, authority: signer.name(), trust })
    }

    /// The signer's certificate is hashed as it is written again. Where it did not come in these bytes, it may well be the one that the
    /// token names.
    fn unless_loose(&self, signer: &Signer<'_>, error: TokenError) -> TokenError {
        let came = || self.read.windows(signer.der.len()).any(|bytes| bytes == signer.der.as_ref());
        match error {
            TokenError::OtherSigner if !came() => {
                TokenError::Unsupported("a certificate that is not in strict DER".to_owned())
            }
            other => other,
        }
    }
}

/// "1 s", "0.25 s"
fn in_words(accuracy: &Accuracy) -> String {
    let millis = 1_000 * u64::from(accuracy.seconds.unwrap_or(0)) + u64::from(accuracy.millis.unwrap_or(0));
    let micros = 1_000 * millis + u64::from(accuracy.micros.unwrap_or(0));
    format!("{} s", micros as f64 / 1e6)
}

impl fmt::Display for Attested {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { time, accuracy, authority, trust } = self;
        write!(f, "it was there at {time}")?;
        if !accuracy.is_empty() {
            write!(f, " (give or take {accuracy})")?;
        }
        write!(f, ", says {authority}; ")?;
        match trust {
            Trust::Root(root) => write!(f, "its certificate leads to the trusted root {root}"),
            Trust::NotAsked => f.write_str("its certificate was not checked against a trusted root"),
        }
    }
}
