//! What exactly did we get, from where, when? Files, folders, tables and web archives, byte for byte.
//!
//! [`inputs`] turns what a person typed into [`Input`]s, walking folders in sorted order; [`capture`] reads one of them and
//! returns a [`Capture`](sayso_model::Capture): the bytes unchanged, their digest, the path as given and the time that the
//! caller states. [`take`] does so for inputs that may hold many: web archives ([`warc`]), tables and lists of addresses. The crate reads no clock, decodes nothing and prints nothing.
//!
//! ```
//! # let dir = tempfile::tempdir().unwrap();
//! # let path = dir.path().join("harbour.txt");
//! std::fs::write(&path, "title: Harbour closed\n\nThe harbour is closed, the port office said.\n").unwrap();
//! for input in sayso_capture::inputs(&[path.display().to_string()]) {
//!     let capture = sayso_capture::capture(&input.unwrap(), jiff::Timestamp::UNIX_EPOCH).unwrap();
//!     assert!(capture.bytes.ends_with(b"said.\n"));
//! }
//! ```
//!
//! # Errors
//! Every [`CaptureError`] names the file or address, says what is wrong with it, and has a [`hint`](CaptureError::hint) that
//! says what to do. One bad input never keeps the others from coming.

mod binary;
mod error;
mod feed;
pub mod fetch;
pub mod http;
mod input;
mod list;
mod media;
mod package;
mod read;
mod rows;
mod take;
mod wacz;
pub mod warc;
pub mod zip;

pub use error::CaptureError;
pub use feed::Feed;
pub use input::{Input, inputs};
pub use package::package;
pub use read::{MAX_ARTICLE_BYTES, capture, capture_from};
pub use rows::{ColumnMap, MapError};
pub use take::{Found, take};

/// Lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
