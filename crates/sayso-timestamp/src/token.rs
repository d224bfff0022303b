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
    /// The most bytes of an RFC 3161 token. Genuine ones have less than 10 KiB, most of it certificates. Decoding sorts sets in
    /// a time that grows with the square of their number: about 0.7 s at worst for this size, minutes for 1 MiB.
    pub const LARGEST_RFC3161: usize = 32 * 1024;

    /// The most bytes of an OpenTimestamps proof. Genuine ones have a few KiB; 1 MiB is far above them. How
    /// long one takes hangs on the steps that are followed (`MOST_STEPS`): half a second at worst that was found.
    pub const LARGEST_OPENTIMESTAMPS: usize = 1024 * 1024;

    /// The most bytes of a token of either kind: whoever reads a file need not read more.
    pub const LARGEST_FILE: usize = Self::LARGEST_OPENTIMESTAMPS;

    /// Reads a token of either kind: the response of an authority or the token in it, or an OpenTimestamps proof.
    ///
    /// # Errors
    /// When it is neither, larger than genuine ones are, damaged, or says that no token was given.
    pub fn read(bytes: &[u8]) -> Result<Self, TokenError> {
        match bytes {
            [0x30, ..] => Ok(Self::Rfc3161(Box::new(Signed::read(at_most(bytes, Self::LARGEST_RFC3161)?)?))),
            _ if Proof::is_one(bytes) => {
                Ok(Self::OpenTimestamps(Proof::read(at_most(bytes, Self::LARGEST_OPENTIMESTAMPS)?)?))
            }
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

/// The bytes, where they are no more than these.
fn at_most(bytes: &[u8], most: usize) -> Result<&[u8], TokenError> {
    if bytes.len() <= most { Ok(bytes) } else { Err(TokenError::TooLarge { size: bytes.len(), most }) }
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
