//! What does the web answer? A small client that fetches one page at a time, politely, and keeps what was sent byte for byte.
//!
//! It speaks HTTP/1.1 over a connection of its own for each request, so that the bytes that are archived are those that came and
//! the address that was checked is the one that is asked ([`Allowed`]). Time, waiting and chance are the caller's
//! ([`Surroundings`]).

mod address;
mod client;
mod error;
mod exchange;
mod polite;
mod robots;

pub use address::Allowed;
pub use client::{Fetched, Fetcher};
pub use error::FetchError;
pub use polite::{Limits, Surroundings};
pub use robots::Robots;
