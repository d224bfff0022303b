//! When was it there at the latest, and who says so? Time-stamp tokens of RFC 3161 and OpenTimestamps.
//!
//! The principal type is [`Token`]: what an authority or a calendar gave for the hash of some bytes. [`Token::check`] says what it
//! shows about these bytes, and what it does not: whose certificate leads to no root that the reader trusts, which attestation
//! needs somebody who has the Bitcoin headers. Nothing here asks a network, a clock or a disk.
//!
//! ```
//! use sayso_timestamp::{Imprint, Token, TokenError, Witnesses, request};
//! let stamped = b"the bytes whose age is in question";
//! // What goes to an authority of RFC 3161:
//! let query = request(&Imprint::of(stamped));
//! assert!(!query.is_empty());
//! // What comes back is read with:
//! assert!(matches!(Token::read(b"no token"), Err(TokenError::Unknown)));
//! # let _ = Witnesses::default();
//! ```
//!
//! # Errors
//! [`TokenError`] says why bytes are no token, or what keeps a token from showing anything.

mod error;
mod header;
mod imprint;
mod ots;
mod plain;
mod rfc3161;
mod roots;
mod time;
mod token;

pub use error::TokenError;
pub use header::BlockHeader;
pub use imprint::{HashKind, Imprint};
pub use ots::{Attestation, Proof};
pub use rfc3161::{Attested, Signed, Trust, request};
pub use roots::Roots;
pub use token::{Shown, Token, Witnesses};
