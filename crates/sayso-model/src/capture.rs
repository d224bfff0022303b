//! The bytes of one fetch at one time.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::digest::Digest;

/// Where a capture's bytes came from.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Location {
    /// A file, its path as the user gave it (or as found below a folder that the user gave).
    File(String),
    /// Standard input.
    StandardInput,
}

impl Location {
    /// The path or `-`, as JSON's `file` has it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::File(path) => path,
            Self::StandardInput => "-",
        }
    }
}

/// What kind of bytes a capture holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MediaType {
    /// Text or Markdown, perhaps with header lines.
    Text,
    /// An HTML page.
    Html,
}

/// Holds exactly what was got, and says from where and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capture {
    /// Digest of `bytes`; it identifies the capture.
    pub digest: Digest,
    /// Where the bytes came from.
    pub location: Location,
    /// When they were read.
    pub retrieved: Timestamp,
    /// What they are.
    pub media_type: MediaType,
    /// The bytes, unchanged.
    pub bytes: Vec<u8>,
}

impl Capture {
    /// Makes a capture of `bytes`, computing their digest.
    pub fn new(location: Location, retrieved: Timestamp, media_type: MediaType, bytes: Vec<u8>) -> Self {
        Self { digest: Digest::of(&bytes), location, retrieved, media_type, bytes }
    }
}
