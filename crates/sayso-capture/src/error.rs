//! What can go wrong between a path and its bytes, and what a person can do about it.

use std::io;

use thiserror::Error;

use crate::fetch::FetchError;

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
        "{folder} holds no article: no .txt, .md, .markdown, .text, .html, .htm, .xhtml, .eml, .mht, .mhtml or .pdf file, and none without extension"
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
    /// An address was given where only files can be read.
    #[error("{url} is an address, which is fetched and not read")]
    Address {
        /// The address as given.
        url: String,
    },
    /// An address was asked for and gave no article.
    #[error("{url} was not fetched")]
    NotFetched {
        /// The address as given.
        url: String,
        /// Why.
        source: FetchError,
    },
    /// What was to be watched is no feed.
    #[error("{url} is no feed, no list of feeds and no sitemap")]
    NoFeed {
        /// The address as given.
        url: String,
    },
    /// A record of a web archive is damaged or too large; the others are still taken.
    #[error("{archive}: the record at byte {offset} was not taken: {reason}")]
    Record {
        /// The archive's path as given.
        archive: String,
        /// Where the record, or the gzip member that holds it, begins.
        offset: u64,
        /// What is wrong with it.
        reason: String,
    },
    /// A row of a table is damaged or holds nothing; the others are still taken.
    #[error("{file}: row {row} was not taken: {reason}")]
    Row {
        /// The table's path as given.
        file: String,
        /// Counted from 1; the first row of a CSV file names the columns.
        row: u64,
        /// What is wrong with it.
        reason: String,
    },
    /// The columns of a table are not those that were named, or none that is known.
    #[error("{file} was not taken: {reason}")]
    Columns {
        /// The table's path as given.
        file: String,
        /// What is missing.
        reason: String,
    },
    /// A container is damaged as a whole.
    #[error("{file} was not taken: {reason}")]
    Archive {
        /// The path as given.
        file: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A container holds no article.
    #[error("{file} holds no page that could be an article")]
    EmptyContainer {
        /// The path as given.
        file: String,
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
            Self::Binary { .. } => {
                "save it as plain text in UTF-8, as an HTML page or as a PDF, and add that file"
            }
            Self::WithoutText { .. } => {
                "check that the whole article was saved; a PDF without text is encrypted or a scan, of which text recognition makes a text"
            }
            Self::Address { .. } => "save the page in the browser as \"HTML only\" and add the file",
            Self::NotFetched { source, .. } => source.hint(),
            Self::NoFeed { .. } => {
                "look for the feed's address in the page's source: application/rss+xml or atom+xml"
            }
            Self::Record { .. } => "fetch the page again, or take the archive from where it came",
            Self::Row { .. } => "mend the row and add the table again: rows that were taken are known",
            Self::Columns { .. } => "name the columns: --map text=COLUMN,title=COLUMN,url=COLUMN",
            Self::Archive { .. } => "take the archive again from where it came",
            Self::EmptyContainer { .. } => {
                "check that it holds articles; pictures and other files are not taken"
            }
        }
    }

    /// The file, folder or address that could not be taken, as given.
    pub fn input(&self) -> &str {
        match self {
            Self::NotFound { file }
            | Self::Unreadable { file, .. }
            | Self::TooLarge { file, .. }
            | Self::WithoutText { file }
            | Self::Row { file, .. }
            | Self::Columns { file, .. }
            | Self::Archive { file, .. }
            | Self::EmptyContainer { file }
            | Self::Binary { file, .. } => file,
            Self::Record { archive, .. } => archive,
            Self::EmptyFolder { folder } | Self::IsFolder { folder } => folder,
            Self::Address { url } | Self::NoFeed { url } | Self::NotFetched { url, .. } => url,
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
