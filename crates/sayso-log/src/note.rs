//! Who vouches for a checkpoint? Signed notes by C2SP (<https://c2sp.org/signed-note>) with Ed25519 keys.

use std::{fmt, str::FromStr};

use ring::{
    rand::{SecureRandom, SystemRandom},
    signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey},
};
use sha2::{Digest as _, Sha256};
use thiserror::Error;

use crate::{
    base64,
    checkpoint::{Checkpoint, CheckpointError},
};

/// Says that what follows is an Ed25519 key (C2SP signed-note, "Signature types").
const ED25519_KIND: u8 = 1;

/// Begins a line with a signature.
const SIGNATURE: &str = "— ";

/// Says what is wrong with a note or a key.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NoteError {
    /// A key is not of its written form.
    #[error("the key is damaged or none")]
    Key,
    /// The system gives no random numbers.
    #[error("the system gives no random numbers for a new key")]
    Random,
    /// The text is no signed note.
    #[error("the signed note is damaged: {0}")]
    Damaged(&'static str),
    /// The signed text is no checkpoint.
    #[error(transparent)]
    Checkpoint(#[from] CheckpointError),
    /// No signature is by the key.
    #[error("the checkpoint is not signed by {0}")]
    Unsigned(String),
    /// The signature is not that of the text.
    #[error("the signature by {0} is not that of the checkpoint")]
    Forged(String),
}

/// A key that signs checkpoints. Its written form is secret.
pub struct SigningKey {
    name: String,
    seed: [u8; 32],
    pair: Ed25519KeyPair,
}

/// The public half of a key: what others need to check a signature. Written `name+hash+key` as in C2SP's notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifierKey {
    name: String,
    public: [u8; 32],
}

impl SigningKey {
    /// Makes a new key under a name: for a log, its origin.
    ///
    /// # Errors
    /// When the name holds a space or a plus sign, or the system gives no random numbers.
    pub fn generate(name: &str) -> Result<Self, NoteError> {
        let mut seed = [0; 32];
        SystemRandom::new().fill(&mut seed).map_err(|_| NoteError::Random)?;
        Self::from_seed(name, seed)
    }

    fn from_seed(name: &str, seed: [u8; 32]) -> Result<Self, NoteError> {
        let fits =
            !name.is_empty() && !name.contains(|c: char| c.is_whitespace() || c.is_control() || c == '+');
        let pair = Ed25519KeyPair::from_seed_unchecked(&seed).ok().filter(|_| fits).ok_or(NoteError::Key)?;
        Ok(Self { name: name.to_owned(), seed, pair })
    }

    /// The key's written form, to be kept secret: `PRIVATE+KEY+name+hash+seed`.
    pub fn secret(&self) -> String {
        let key = [&[ED25519_KIND], self.seed.as_slice()].concat();
        format!("PRIVATE+KEY+{}+{:08x}+{}", self.name, self.verifier().id(), base64::encode_bytes(&key))
    }

    /// Takes back what [`SigningKey::secret`] wrote.
    ///
    /// # Errors
    /// When it is damaged.
    pub fn parse(secret: &str) -> Result<Self, NoteError> {
        let rest = secret.strip_prefix("PRIVATE+KEY+").ok_or(NoteError::Key)?;
        let (name, seed) = parts(rest)?;
        let key = Self::from_seed(name, seed)?;
        // The hash in the middle is that of the public half: a damaged seed does not have it.
        if key.secret() == secret { Ok(key) } else { Err(NoteError::Key) }
    }

    /// The public half.
    pub fn verifier(&self) -> VerifierKey {
        let mut public = [0; 32];
        public.copy_from_slice(self.pair.public_key().as_ref());
        VerifierKey { name: self.name.clone(), public }
    }

    /// Signs a checkpoint.
    pub fn sign(&self, checkpoint: &Checkpoint) -> Note {
        let text = checkpoint.to_string();
        let signature = self.pair.sign(text.as_bytes());
        let blob = [&self.verifier().id().to_be_bytes(), signature.as_ref()].concat();
        let line = format!("{SIGNATURE}{} {}", self.name, base64::encode_bytes(&blob));
        Note { checkpoint: checkpoint.clone(), text, signatures: vec![line] }
    }
}

impl VerifierKey {
    /// The name of the key.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Four bytes of a hash over name and key, by which a signature says whose it is.
    fn id(&self) -> u32 {
        let bytes = [self.name.as_bytes(), b"\n", &[ED25519_KIND], &self.public].concat();
        let hash: [u8; 32] = Sha256::digest(bytes).into();
        u32::from_be_bytes([hash[0], hash[1], hash[2], hash[3]])
    }
}

impl fmt::Display for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = [&[ED25519_KIND], self.public.as_slice()].concat();
        write!(f, "{}+{:08x}+{}", self.name, self.id(), base64::encode_bytes(&key))
    }
}

impl FromStr for VerifierKey {
    type Err = NoteError;

    fn from_str(text: &str) -> Result<Self, NoteError> {
        let (name, public) = parts(text)?;
        let key = Self { name: name.to_owned(), public };
        if key.to_string() == text { Ok(key) } else { Err(NoteError::Key) }
    }
}

/// Name and key of `name+hash+key`.
fn parts(text: &str) -> Result<(&str, [u8; 32]), NoteError> {
    let mut parts = text.splitn(3, '+');
    let (Some(name), Some(_), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(NoteError::Key);
    };
    match base64::decode_bytes(key).as_deref() {
        Some([ED25519_KIND, key @ ..]) => Ok((name, key.try_into().map_err(|_| NoteError::Key)?)),
        _ => Err(NoteError::Key),
    }
}

/// A checkpoint with its signatures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    checkpoint: Checkpoint,
    text: String,
    signatures: Vec<String>,
}

impl Note {
    /// The checkpoint, if `key` signed it. Signatures by others are passed over.
    ///
    /// # Errors
    /// When there is no signature by the key, or it is not that of the text.
    pub fn verified(&self, key: &VerifierKey) -> Result<&Checkpoint, NoteError> {
        let prefix = format!("{SIGNATURE}{} ", key.name);
        let blobs =
            self.signatures.iter().filter_map(|line| base64::decode_bytes(line.strip_prefix(&prefix)?));
        let own: Vec<Vec<u8>> = blobs.filter(|blob| blob.starts_with(&key.id().to_be_bytes())).collect();
        if own.is_empty() {
            return Err(NoteError::Unsigned(key.name.clone()));
        }
        let public = UnparsedPublicKey::new(&ED25519, key.public);
        let holds = own.iter().all(|blob| public.verify(self.text.as_bytes(), &blob[4..]).is_ok());
        if holds { Ok(&self.checkpoint) } else { Err(NoteError::Forged(key.name.clone())) }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        self.signatures.iter().try_for_each(|line| writeln!(f, "{line}"))
    }
}

impl FromStr for Note {
    type Err = NoteError;

    fn from_str(text: &str) -> Result<Self, NoteError> {
        let (body, signatures) = text.split_once("\n\n").ok_or(NoteError::Damaged("it has no signature"))?;
        let signatures =
            signatures.strip_suffix('\n').ok_or(NoteError::Damaged("its last line has no end"))?;
        let text = format!("{body}\n");
        let checkpoint: Checkpoint = text.parse()?;
        let signatures: Vec<String> = signatures.split('\n').map(str::to_owned).collect();
        if !signatures.iter().all(|line| line.starts_with(SIGNATURE)) {
            return Err(NoteError::Damaged("a line after the text is no signature"));
        }
        Ok(Self { checkpoint, text, signatures })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Tree, leaf_hash};

    fn signed() -> (SigningKey, Note) {
        let key = SigningKey::from_seed("example.org/bridge", [7; 32]).unwrap();
        let log = Tree::from_leaves(vec![leaf_hash(b"entry")]);
        let note = key.sign(&Checkpoint::new("example.org/bridge", &log).unwrap());
        (key, note)
    }

    /// The key and the note of the C2SP specification's examples.
    #[test]
    fn the_specifications_note_is_verified() {
        let key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
        let key: VerifierKey = key.parse().unwrap();
        assert_eq!(key.name(), "PeterNeumann");
        assert_eq!(key.id(), 0xc74f_20a3);
    }

    #[test]
    fn keys_and_notes_are_taken_back_as_they_were_written() {
        let (key, note) = signed();
        assert_eq!(SigningKey::parse(&key.secret()).unwrap().verifier(), key.verifier());
        assert_eq!(key.verifier().to_string().parse(), Ok(key.verifier()));
        let again: Note = note.to_string().parse().unwrap();
        assert_eq!(again, note);
        assert_eq!(again.verified(&key.verifier()).unwrap().size(), 1);
    }

    #[test]
    fn a_flipped_bit_of_a_note_or_key_is_seen() {
        let (key, note) = signed();
        let flips = |text: String| {
            (0..8 * text.len()).filter_map(move |bit| {
                let mut bytes = text.clone().into_bytes();
                bytes[bit / 8] ^= 1 << (bit % 8);
                String::from_utf8(bytes).ok()
            })
        };
        for text in flips(note.to_string()) {
            let verified = text.parse::<Note>().and_then(|note| note.verified(&key.verifier()).cloned());
            assert!(verified.is_err(), "{text}");
        }
        assert!(flips(key.verifier().to_string()).all(|text| text.parse::<VerifierKey>().is_err()));
        assert!(flips(key.secret()).all(|text| SigningKey::parse(&text).is_err()));
    }

    #[test]
    fn another_keys_signature_is_none() {
        let (_, note) = signed();
        let other = SigningKey::from_seed("example.org/bridge", [8; 32]).unwrap();
        assert_eq!(note.verified(&other.verifier()), Err(NoteError::Unsigned("example.org/bridge".into())));
        assert!(SigningKey::from_seed("two words", [0; 32]).is_err());
        assert!(SigningKey::generate("x").unwrap().secret() != SigningKey::generate("x").unwrap().secret());
    }
}
