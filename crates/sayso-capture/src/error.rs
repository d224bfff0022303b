//! What can go wrong between a path and its bytes, and what a person can do about it.

use std::io;

use thiserror::Error;

/// Says why an input could not be taken. Each variant names the input.
#[derive(Debug, Error)]
pub enum CaptureError {
    /// Nothing stands at the path.
    #[error("{file} does not exist")]
    NotFound {
        /// The path as given.
        file: String,
    },
    /// The file or folder is there and cannot be read.
    #[error("{file} cannot be read")]
    Unreadable {
        /// The path as given.
        file: String,
        /// What the system said.
        source: io::Error,
    },
    /// The folder holds no file that could be an article.
    #[error(
        "{folder} holds no article: no .txt, .md, .markdown, .text, .html, .htm or .xhtml file, and none without extension"
    )]
    EmptyFolder {
        /// The path as given.
        folder: String,
    },
    /// A folder was given where one file was expected.
    #[error("{folder} is a folder, not a file")]
    IsFolder {
        /// The path as given.
        folder: String,
    },
    /// The file is larger than an article can be.
    #[error("{file} is too large for one article: {} bytes, the limit is {limit} bytes", size_in_words(*.size, *.limit))]
    TooLarge {
        /// The path as given.
        file: String,
        /// Size in bytes; for a stream, the bytes that were read before reading stopped.
        size: u64,
        /// [`MAX_ARTICLE_BYTES`](crate::MAX_ARTICLE_BYTES).
        limit: u64,
    },
    /// The bytes are no text.
    #[error("{file} is not a text that can be read: it looks like {looks_like}")]
    Binary {
        /// The path as given.
        file: String,
        /// What the bytes look like, for example "a PDF document".
        looks_like: &'static str,
    },
    /// The file can be read and no text is in it, so that no article can be made of it. [`capture`](crate::capture) does not
    /// look: what the text is follows from the character set and the page.
    #[error("{file} holds no text")]
    WithoutText {
        /// The path as given.
        file: String,
    },
    /// An address was given.
    #[error("{url} was not taken: fetching addresses is not built yet; save the page and add the file")]
    Address {
        /// The address as given.
        url: String,
    },
}

impl CaptureError {
    /// Advice in one sentence: what a person can do so that the input is taken.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::NotFound { .. } => "check the path; a path with spaces needs quotation marks",
            Self::Unreadable { .. } => "check that you may read it and that the disk is well",
            Self::EmptyFolder { .. } => "add a folder that holds articles, or name the files one by one",
            Self::IsFolder { .. } => "name the folder as an input of its own, so that its files are found",
            Self::TooLarge { .. } => "split it into one file per article",
            Self::Binary { .. } => "save it as plain text in UTF-8 or as an HTML page, and add that file",
            Self::WithoutText { .. } => "check that the whole article was saved",
            Self::Address { .. } => "save the page in the browser as \"HTML only\" and add the file",
        }
    }

    /// The file, folder or address that could not be taken, as given.
    pub fn input(&self) -> &str {
        match self {
            Self::NotFound { file }
            | Self::Unreadable { file, .. }
            | Self::TooLarge { file, .. }
            | Self::WithoutText { file }
            | Self::Binary { file, .. } => file,
            Self::EmptyFolder { folder } | Self::IsFolder { folder } => folder,
            Self::Address { url } => url,
        }
    }

    /// The error for a failed system call on `file`.
    pub(crate) fn from_io(file: &str, source: io::Error) -> Self {
        match source.kind() {
            io::ErrorKind::NotFound => Self::NotFound { file: file.to_owned() },
            io::ErrorKind::IsADirectory => Self::IsFolder { folder: file.to_owned() },
            _ => Self::Unreadable { file: file.to_owned(), source },
        }
    }
}

/// A stream's size is not known: reading stops one byte past the limit.
fn size_in_words(size: u64, limit: u64) -> String {
    if size == limit + 1 { format!("at least {size}") } else { size.to_string() }
}
