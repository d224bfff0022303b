//! Either kind of token, and what it shows.

use crate::{
    Attestation, Attested, BlockHeader, Imprint, Proof, Roots, Signed, TokenError, header::displayed,
};

/// What an authority or a calendar gave.
#[derive(Clone, Debug)]
pub enum Token {
    /// A signature of a time-stamp authority.
    Rfc3161(Box<Signed>),
    /// A proof that leads to calendars or block chains.
    OpenTimestamps(Proof),
}

/// What the reader of a token trusts.
#[derive(Clone, Debug, Default)]
pub struct Witnesses {
    /// Roots of authorities.
    pub roots: Roots,
    /// Headers of Bitcoin blocks.
    pub headers: Vec<BlockHeader>,
}

/// What a token shows about the bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// An authority signed a time.
    Attested(Attested),
    /// The proof leads to these attestations.
    Attestations(Vec<(Attestation, Option<BlockHeader>)>),
}

impl Token {
    /// Reads a token of either kind: the response of an authority or the token in it, or an OpenTimestamps proof.
    ///
    /// # Errors
    /// When it is neither, damaged, or says that no token was given.
    pub fn read(bytes: &[u8]) -> Result<Self, TokenError> {
        match bytes {
            [0x30, ..] => Ok(Self::Rfc3161(Box::new(Signed::read(bytes)?))),
            _ if Proof::is_one(bytes) => Ok(Self::OpenTimestamps(Proof::read(bytes)?)),
            _ => Err(TokenError::Unknown),
        }
    }

    /// How files with such a token are called.
    pub fn extension(&self) -> &'static str {
        match self {
            Self::Rfc3161(_) => "tsr",
            Self::OpenTimestamps(_) => "ots",
        }
    }

    /// The hash that was stamped.
    pub fn imprint(&self) -> &Imprint {
        match self {
            Self::Rfc3161(signed) => signed.imprint(),
            Self::OpenTimestamps(proof) => proof.imprint(),
        }
    }

    /// Says what the token shows about these bytes to whoever trusts these witnesses.
    ///
    /// # Errors
    /// When it is of other bytes, is forged, or leads to another authority or block than those that are trusted.
    pub fn check(&self, stamped: &[u8], trusted: &Witnesses) -> Result<Shown, TokenError> {
        let imprint = self.imprint();
        if !imprint.is_of(stamped) {
            let expected = Imprint { kind: imprint.kind, digest: imprint.kind.hash(stamped) };
            return Err(TokenError::Imprint { found: imprint.to_string(), expected: expected.to_string() });
        }
        match self {
            Self::Rfc3161(signed) => Ok(Shown::Attested(signed.check(&trusted.roots)?)),
            Self::OpenTimestamps(proof) => against(proof, &trusted.headers),
        }
    }
}

/// The attestations of a proof, each Bitcoin one with the header that confirms it. Where headers were given, one of them must.
fn against(proof: &Proof, headers: &[BlockHeader]) -> Result<Shown, TokenError> {
    let mut out = Vec::new();
    let mut other = None;
    for attestation in proof.attestations()? {
        let mut confirmed = None;
        if let Attestation::Bitcoin { height, root } = &attestation {
            confirmed = headers.iter().find(|header| header.merkle_root() == root.as_slice()).cloned();
            if confirmed.is_none() && !headers.is_empty() {
                other = Some(TokenError::OtherBlock { height: *height, found: displayed(root) });
            }
        }
        out.push((attestation, confirmed));
    }
    let is_confirmed = out.iter().any(|(_, header)| header.is_some());
    match other {
        Some(error) if !is_confirmed => Err(error),
        _ => Ok(Shown::Attestations(out)),
    }
}

impl Shown {
    /// What is shown, and what cannot be checked here, one sentence each.
    pub fn in_words(&self) -> Vec<String> {
        match self {
            Self::Attested(attested) => vec![attested.to_string()],
            Self::Attestations(all) => all.iter().map(|(a, header)| a.in_words(header.as_ref())).collect(),
        }
    }
}
