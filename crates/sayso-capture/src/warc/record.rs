//! What is one record? Its fields, its block, and whether its digests hold.

use std::io::{self, BufRead, Read};

use thiserror::Error;

use super::digest::Check;
use crate::http::{self, Head, MAX_HEAD_BYTES};

/// One record of an archive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// Where it begins: the place of its first byte in the file, or of the gzip member that holds it.
    pub offset: u64,
    /// Names in lower case with their values, in order.
    pub fields: Vec<(String, String)>,
    /// Its content; of a block beyond the reader's limit nothing.
    pub block: Vec<u8>,
    /// Size of the block as the record states it.
    pub length: u64,
}

/// Says what is wrong with a record.
#[derive(Debug, Error)]
pub enum RecordError {
    /// The file cannot be read on.
    #[error("it cannot be read ({0})")]
    Unreadable(#[source] io::Error),
    /// There is no record where one should begin.
    #[error("no record begins there")]
    NoRecord,
    /// The fields do not end, or there is no length.
    #[error("its fields are damaged: {0}")]
    Fields(&'static str),
    /// The file ends within it.
    #[error("the file ends {missing} bytes before the record does")]
    Truncated {
        /// Bytes that are not there.
        missing: u64,
    },
    /// A digest is not that of the bytes.
    #[error("its {0} is not that of its bytes")]
    Digest(&'static str),
}

impl Record {
    /// The first value of a field, by its name in lower case.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Whether the whole block was kept.
    pub fn is_whole(&self) -> bool {
        self.block.len() as u64 == self.length
    }

    /// Reads one record whose first byte is the next of `source`; blocks of more than `limit` bytes are checked and not kept.
    pub(super) fn read(source: &mut impl BufRead, offset: u64, limit: u64) -> Result<Self, RecordError> {
        let fields = read_fields(source)?;
        let mut record = Self { offset, fields, ..Self::default() };
        record.length = record
            .get("content-length")
            .and_then(|length| length.parse().ok())
            .ok_or(RecordError::Fields("there is no length"))?;
        let block_check = record.get("warc-block-digest").and_then(Check::of);
        let (block, check) = read_block(source, record.length, limit, block_check)?;
        record.block = block;
        if check.is_some_and(|check| !check.holds()) {
            return Err(RecordError::Digest("block digest"));
        }
        if record.is_whole() && !record.payload_holds() {
            return Err(RecordError::Digest("payload digest"));
        }
        Ok(record)
    }

    /// Whether the payload has the digest that is promised. Programs differ in what they digest of a chunked answer: its body as
    /// it was sent or with the chunks joined.
    fn payload_holds(&self) -> bool {
        let Some(check) = self.get("warc-payload-digest").and_then(Check::of) else { return true };
        // A revisit has the digest of a payload that is elsewhere, and of cut content that of the whole may be given.
        if self.get("warc-type") == Some("revisit") || self.get("warc-truncated").is_some() {
            return true;
        }
        let holds = |bytes: &[u8]| {
            let mut check = check.clone();
            check.update(bytes);
            check.holds()
        };
        match self.answer() {
            Some((head, body)) => {
                holds(body)
                    || head.get("transfer-encoding").is_some()
                        && http::dechunked(body).is_ok_and(|joined| holds(&joined))
            }
            None => holds(&self.block),
        }
    }

    /// Head and body of an HTTP answer; `None` for any other content.
    pub fn answer(&self) -> Option<(Head, &[u8])> {
        let is_http =
            self.get("content-type").is_some_and(|t| t.to_ascii_lowercase().starts_with("application/http"));
        let (head, body) = is_http.then(|| Head::of_answer(&self.block)).flatten()?;
        Some((head, &self.block[body..]))
    }
}

/// Reads the version line and the fields up to the empty line.
fn read_fields(source: &mut impl BufRead) -> Result<Vec<(String, String)>, RecordError> {
    let mut head = Vec::new();
    while !ends_with_empty_line(&head) {
        if head.len() > MAX_HEAD_BYTES {
            return Err(RecordError::Fields("they do not end"));
        }
        let before = head.len();
        let mut rest = source.by_ref().take((MAX_HEAD_BYTES + 1 - before) as u64);
        rest.read_until(b'\n', &mut head).map_err(RecordError::Unreadable)?;
        if head.len() == before {
            return Err(RecordError::Truncated { missing: 1 });
        }
        if before == 0 && !head.starts_with(b"WARC/1.") && !head.starts_with(b"WARC/0.") {
            return Err(RecordError::NoRecord);
        }
    }
    let text = String::from_utf8_lossy(&head);
    Ok(http::fields_of(text.lines().skip(1)))
}

fn ends_with_empty_line(head: &[u8]) -> bool {
    head.ends_with(b"\n\r\n") || head.ends_with(b"\n\n")
}

/// Reads a block to its end; keeps it only within `limit`.
fn read_block(
    source: &mut impl BufRead,
    length: u64,
    limit: u64,
    mut check: Option<Check>,
) -> Result<(Vec<u8>, Option<Check>), RecordError> {
    let (mut block, mut left) = (Vec::new(), length);
    while left > 0 {
        let buffer = source.fill_buf().map_err(RecordError::Unreadable)?;
        if buffer.is_empty() {
            return Err(RecordError::Truncated { missing: left });
        }
        let part = buffer.len().min(usize::try_from(left).unwrap_or(usize::MAX));
        if let Some(check) = &mut check {
            check.update(&buffer[..part]);
        }
        if length <= limit {
            block.extend_from_slice(&buffer[..part]);
        }
        source.consume(part);
        left -= part as u64;
    }
    Ok((block, check))
}
