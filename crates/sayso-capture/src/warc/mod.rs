//! What does a web archive hold? WARC 1.0 and 1.1 (ISO 28500), read one record at a time and written record by record.

mod bytes;
mod digest;
mod pages;
mod reader;
mod record;
mod revisit;
mod writer;

pub use pages::Pages;
pub use reader::WarcReader;
pub use record::{Record, RecordError};
pub use revisit::Lookup;
pub use writer::{Exchange, RecordWriter, archive};
