//! What keeps a token from showing anything?

use thiserror::Error;

use crate::plain::plain;

/// Says why bytes are no token, or why a token shows nothing about the bytes that it is held against.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TokenError {
    /// Neither of the two forms.
    #[error("it is neither an RFC 3161 response (.tsr) nor an OpenTimestamps proof (.ots)")]
    Unknown,
    /// The authority refused.
    #[error("the authority gave no token: status {status}{}", if text.is_empty() { String::new() } else { format!(" ({})", plain(text)) })]
    Refused {
        /// Its status, 2 being a rejection.
        status: u8,
        /// What it says.
        text: String,
    },
    /// A part is not of its form.
    #[error("the token is damaged: {0}")]
    Damaged(String),
    /// It has more bytes than a genuine token ever has.
    #[error("the token is damaged: it has {size} bytes, and no genuine one of its kind has more than {most}")]
    TooLarge {
        /// How many it has.
        size: usize,
        /// How many are read.
        most: usize,
    },
    /// It is of other bytes.
    #[error("the token is of other bytes: it holds the hash {found}, and this has {expected}")]
    Imprint {
        /// The hash in the token.
        found: String,
        /// That of the bytes.
        expected: String,
    },
    /// A hash function or signature that this program cannot check.
    #[error("the token uses {0}, which cannot be checked here")]
    Unsupported(String),
    /// No certificate of whoever signed.
    #[error("the token does not bring the certificate of whoever signed it")]
    NoSigner,
    /// The signed attributes name another certificate.
    #[error("the token names another certificate as the signer's than the one that it brings")]
    OtherSigner,
    /// The signature or the digest below it is not that of the content.
    #[error("the signature is not that of the token's content")]
    Forged,
    /// The certificate is not one for time stamps.
    #[error("the certificate of {0} is not one for time stamps alone (extended key usage)")]
    Purpose(String),
    /// The certificate was not valid when the token says that it was made.
    #[error("the certificate of {subject} {what} at {time}, when the token says that it was made")]
    Validity {
        /// Whose it is.
        subject: String,
        /// "had expired" or "was not valid yet".
        what: &'static str,
        /// The token's time.
        time: String,
    },
    /// The certificate leads to no root that was given.
    #[error("the certificate of {subject} leads to none of the roots that were given: {reason}")]
    Untrusted {
        /// Whose it is.
        subject: String,
        /// Why not.
        reason: String,
    },
    /// A file of roots cannot be read.
    #[error("it holds no certificate that can be a root: {0}")]
    Root(String),
    /// A block header cannot be read.
    #[error("it is no Bitcoin block header: {0}")]
    Header(&'static str),
    /// The Merkle root of an attestation is not that of the header that was given.
    #[error(
        "the proof leads to the Merkle root {found} in Bitcoin block {height}, and the header that was given has another"
    )]
    OtherBlock {
        /// The block that the proof names.
        height: u64,
        /// The root, as explorers print it.
        found: String,
    },
    /// A proof in which nothing attests anything.
    #[error("the proof holds no attestation")]
    NoAttestation,
}

impl From<der::Error> for TokenError {
    fn from(error: der::Error) -> Self {
        Self::Damaged(error.to_string())
    }
}
