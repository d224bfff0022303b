//! What is in the container of a WACZ file? A small reader and writer of ZIP archives, as far as WACZ uses them.

mod read;
mod write;

pub use read::{Entry, ZipError, ZipReader};
pub use write::ZipWriter;
