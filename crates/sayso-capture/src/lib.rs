//! What exactly did we get, from where, when? Files and folders, byte for byte.
//!
//! [`inputs`] turns what a person typed into [`Input`]s, walking folders in sorted order; [`capture`] reads one of them and
//! returns a [`Capture`](sayso_model::Capture): the bytes unchanged, their digest, the path as given and the time that the
//! caller states. The crate reads no clock, decodes nothing and prints nothing.
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
mod input;
mod media;
mod read;

pub use error::CaptureError;
pub use input::{Input, inputs};
pub use read::{MAX_ARTICLE_BYTES, capture, capture_from};
