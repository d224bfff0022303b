//! What does a time-stamp authority say? Tokens by RFC 3161 with RFC 5816: a signed message over hash and time.

mod chain;
mod forms;
mod key;
mod signature;
mod signed;

pub use chain::Trust;
pub use forms::request;
pub use signed::{Attested, Signed};
