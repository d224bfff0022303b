//! What does an HTTP message say, and what are its bytes without the wrapping of the wire? For fetches and archives alike.

mod body;
mod head;

pub use body::{BodyError, MAX_EXPANSION, dechunked, decoded};
pub(crate) use head::fields as fields_of;
pub use head::{Head, MAX_HEAD_BYTES};
