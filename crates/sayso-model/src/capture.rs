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
    /// A page on the web, fetched from this address.
    Address {
        /// The address that answered, after redirects.
        url: String,
        /// The character set that the answer names, where it does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        charset: Option<String>,
    },
    /// A record of a web archive.
    Record {
        /// The archive's path as given, `#`, and the place of the record in it.
        shown: String,
        /// The address that the record names.
        url: String,
        /// When the archive says that it was fetched.
        archived: Option<Timestamp>,
        /// The character set that the answer names, where it does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        charset: Option<String>,
    },
}

impl Location {
    /// The path, the address or `-`, as JSON's `file` has it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::File(path) => path,
            Self::StandardInput => "-",
            Self::Address { url, .. } => url,
            Self::Record { shown, .. } => shown,
        }
    }

    /// The address on the web that the bytes came from, where that is known.
    pub fn url(&self) -> Option<&str> {
        match self {
            Self::Address { url, .. } | Self::Record { url, .. } => Some(url),
            Self::File(_) | Self::StandardInput => None,
        }
    }

    /// The character set that the server named.
    pub fn charset(&self) -> Option<&str> {
        match self {
            Self::Address { charset, .. } | Self::Record { charset, .. } => charset.as_deref(),
            Self::File(_) | Self::StandardInput => None,
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
    /// A message with a head and perhaps several parts: a mail (.eml) or a page saved as one file (MHTML).
    Message,
    /// A PDF document.
    Pdf,
}

impl MediaType {
    /// The name in the log's entries.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Html => "html",
            Self::Message => "message",
            Self::Pdf => "pdf",
        }
    }
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
