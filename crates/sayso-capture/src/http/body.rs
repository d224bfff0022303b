//! What did the server mean to send? The body without chunks and compression, within a limit.

use std::io::{self, Read};

use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};
use thiserror::Error;

use super::Head;

/// How many times larger than what was sent the content may be: 200. Repetitive pages reach about 20, and a page of nothing but
/// white space 1,000, which is what bombs are made of.
pub const MAX_EXPANSION: u64 = 200;

/// Content below this size is never a bomb, whatever its ratio: 1 MiB.
const HARMLESS: u64 = 1024 * 1024;

/// Wrappings one within the other that are undone; servers use one, proxies sometimes add a second.
const MAX_WRAPPINGS: usize = 3;

/// Says why a body could not be unwrapped.
#[derive(Debug, Error)]
pub enum BodyError {
    /// A chunk has no size, or ends before it.
    #[error("its chunks are damaged at byte {0} of the body")]
    Chunks(usize),
    /// The compressed content is damaged.
    #[error("its compressed content is damaged ({0})")]
    Compression(io::Error),
    /// The compression is not known.
    #[error("its content is compressed as {0:?}, which is not read")]
    Unknown(String),
    /// It is larger than the caller takes.
    #[error("its content is larger than {0} bytes")]
    TooLarge(u64),
    /// It grows as only content grows that is meant to do harm.
    #[error("its content is more than {MAX_EXPANSION} times as large as what was sent")]
    Bomb,
}

/// The content of a body: chunks joined, compression undone, at most `limit` bytes.
///
/// # Errors
/// When the wrapping is damaged or unknown, or the content is larger than allowed.
pub fn decoded(head: &Head, raw: &[u8], limit: u64) -> Result<Vec<u8>, BodyError> {
    let joined;
    let mut bytes = match head.get("transfer-encoding") {
        Some(coding) if coding.to_ascii_lowercase().contains("chunked") => {
            joined = dechunked(raw)?;
            joined
        }
        _ => raw.to_vec(),
    };
    let codings = head.get("content-encoding").unwrap_or_default().to_ascii_lowercase();
    let codings: Vec<&str> =
        codings.split(',').map(str::trim).filter(|c| !c.is_empty() && *c != "identity").collect();
    if codings.len() > MAX_WRAPPINGS {
        return Err(BodyError::Unknown(codings.join(", ")));
    }
    for coding in codings.iter().rev() {
        bytes = inflated(coding, &bytes, limit)?;
    }
    if bytes.len() as u64 > limit { Err(BodyError::TooLarge(limit)) } else { Ok(bytes) }
}

fn inflated(coding: &str, bytes: &[u8], limit: u64) -> Result<Vec<u8>, BodyError> {
    let allowed = limit.min((bytes.len() as u64).saturating_mul(MAX_EXPANSION).max(HARMLESS));
    let out = match coding {
        "gzip" | "x-gzip" => limited(MultiGzDecoder::new(bytes), allowed),
        // "deflate" means zlib, and some servers send it bare.
        "deflate" => limited(ZlibDecoder::new(bytes), allowed)
            .or_else(|_| limited(DeflateDecoder::new(bytes), allowed)),
        other => return Err(BodyError::Unknown(other.to_owned())),
    };
    let out = out.map_err(BodyError::Compression)?;
    match out.len() as u64 {
        size if size > limit => Err(BodyError::TooLarge(limit)),
        size if size > allowed => Err(BodyError::Bomb),
        _ => Ok(out),
    }
}

fn limited(reader: impl Read, limit: u64) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    reader.take(limit + 1).read_to_end(&mut out)?;
    Ok(out)
}

/// Joins the chunks of a body; what stands after the last is passed over.
///
/// # Errors
/// When a size is missing or the body ends within a chunk.
pub fn dechunked(raw: &[u8]) -> Result<Vec<u8>, BodyError> {
    let (mut out, mut at) = (Vec::with_capacity(raw.len()), 0);
    loop {
        let line = raw[at..].iter().position(|b| *b == b'\n').ok_or(BodyError::Chunks(at))?;
        let size = chunk_size(&raw[at..at + line]).ok_or(BodyError::Chunks(at))?;
        let start = at + line + 1;
        if size == 0 {
            return Ok(out);
        }
        let end = start.checked_add(size).filter(|end| *end <= raw.len()).ok_or(BodyError::Chunks(at))?;
        out.extend_from_slice(&raw[start..end]);
        let rest = &raw[end..];
        let line_end = if rest.starts_with(b"\r\n") { 2 } else { usize::from(rest.starts_with(b"\n")) };
        if line_end == 0 {
            return Err(BodyError::Chunks(end));
        }
        at = end + line_end;
    }
}

fn chunk_size(line: &[u8]) -> Option<usize> {
    let text = std::str::from_utf8(line).ok()?.split(';').next()?.trim();
    let is_number = !text.is_empty() && text.bytes().all(|b| b.is_ascii_hexdigit());
    is_number.then(|| usize::from_str_radix(text, 16).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::{Compression, write::GzEncoder};

    use super::*;

    fn head(fields: &[(&str, &str)]) -> Head {
        let fields = fields.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        Head { status: 200, fields }
    }

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn chunks_and_compression_are_undone() {
        let packed = gzip(b"the quay is shut");
        let (one, two) = packed.split_at(7);
        let wire = [
            b"7;x=y\r\n".as_slice(),
            one,
            format!("\r\n{:X}\r\n", two.len()).as_bytes(),
            two,
            b"\r\n0\r\n\r\n",
        ]
        .concat();
        let head = head(&[("transfer-encoding", "Chunked"), ("content-encoding", "gzip")]);
        assert_eq!(decoded(&head, &wire, 100).unwrap(), b"the quay is shut");
    }

    #[test]
    fn damaged_chunks_are_refused_with_their_place() {
        for (wire, at) in
            [(&b"5\r\nabc"[..], 0), (b"3\r\nabcX", 6), (b"\r\n", 0), (b"-1\r\n", 0), (b"2\r\nab\r\n", 7)]
        {
            assert!(matches!(dechunked(wire), Err(BodyError::Chunks(place)) if place == at), "{wire:?}");
        }
        assert!(dechunked(b"FFFFFFFFFFFFFFFF\r\na").is_err());
    }

    #[test]
    fn a_bomb_is_refused_before_it_is_unpacked() {
        let bomb = gzip(&vec![b' '; 50_000_000]);
        let head = head(&[("content-encoding", "gzip")]);
        assert!(matches!(decoded(&head, &bomb, 1 << 40), Err(BodyError::Bomb)));
        assert!(matches!(decoded(&head, &bomb, 1_000_000), Err(BodyError::TooLarge(1_000_000))));
        assert!(matches!(decoded(&head, b"no gzip", 100), Err(BodyError::Compression(_))));
    }
}
