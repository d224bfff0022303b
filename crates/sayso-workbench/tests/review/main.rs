//! Each decision of a person on the sample of a small case: what follows from it, and that undoing it brings everything back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod claims;
mod kept;
mod related;
mod statements;
mod support;
