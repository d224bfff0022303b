//! Can the document be read in reasonable time and space? Looks, before a reader is let near it, for locks and for streams that
//! unpack to far more than they are.

use std::io::{Read, Result, copy, sink};

use flate2::bufread::ZlibDecoder;

/// Most bytes that one stream may unpack to. Text and fonts of one page take some 100 KB; large photos without other
/// compression some 30 MB.
const MAX_STREAM: u64 = 64 * 1024 * 1024;

/// Most bytes that all streams together may unpack to: they are looked through before anything is read, at some 200 MB a second.
const MAX_TOTAL: u64 = 256 * 1024 * 1024;

/// Why a locked document is not read.
pub(super) const ENCRYPTED: &str =
    "the document is encrypted and was not read; a copy without protection can be (print it into a new PDF)";

const TOO_MUCH: &str = "the document was not read: it would unpack to far more than any article holds";

/// Why a document is not read at all; `None` where it can be.
pub(super) fn refusal(bytes: &[u8]) -> Option<&'static str> {
    // Documents with an empty password can be opened, but not looked through before: what they unpack to is not known.
    if find(bytes, b"/Encrypt").is_some() {
        return Some(ENCRYPTED);
    }
    let mut total = 0;
    let mut at = 0;
    while let Some(found) = find(&bytes[at..], b"stream") {
        at += found + b"stream".len();
        let unpacked = unpacked(&bytes[at..]);
        total += unpacked;
        if unpacked > MAX_STREAM || total > MAX_TOTAL {
            return Some(TOO_MUCH);
        }
    }
    None
}

/// How many bytes a stream unpacks to, where it is packed, or packed twice.
fn unpacked(stream: &[u8]) -> u64 {
    let start = stream.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(stream.len());
    let packed = &stream[start.min(2)..];
    if !is_packed(packed) {
        return 0;
    }
    let once = count(ZlibDecoder::new(packed));
    let mut head = [0; 2];
    let twice = match ZlibDecoder::new(packed).read_exact(&mut head) {
        Ok(()) if is_packed(&head) => {
            count(ZlibDecoder::new(std::io::BufReader::new(ZlibDecoder::new(packed))))
        }
        _ => 0,
    };
    once.max(twice)
}

/// Whether bytes begin as zlib's format does (RFC 1950, section 2.2).
fn is_packed(bytes: &[u8]) -> bool {
    let head = bytes.first_chunk::<2>().map(|head| u16::from_be_bytes(*head));
    head.is_some_and(|head| head >> 8 & 0x0F == 8 && head % 31 == 0)
}

/// Bytes that can be read until the end, damage or the limit.
fn count(packed: impl Read) -> u64 {
    let mut counter = Counter { inner: packed.take(MAX_STREAM + 1), read: 0 };
    // Damage ends the counting as it ends the reading.
    let _ = copy(&mut counter, &mut sink());
    counter.read
}

struct Counter<R> {
    inner: R,
    read: u64,
}

impl<R: Read> Read for Counter<R> {
    fn read(&mut self, out: &mut [u8]) -> Result<usize> {
        let count = self.inner.read(out)?;
        self.read += count as u64;
        Ok(count)
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    let first = *wanted.first()?;
    let mut at = 0;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == first)?;
        if bytes[at..].starts_with(wanted) {
            return Some(at);
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::{Compression, write::ZlibEncoder};

    use super::*;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn stream(bytes: &[u8]) -> Vec<u8> {
        [b"%PDF-1.7\n1 0 obj <</Filter /FlateDecode>> stream\r\n", bytes, b"\nendstream"].concat()
    }

    #[test]
    fn what_unpacks_to_too_much_is_refused_also_when_it_is_packed_twice() {
        let zeros = vec![0; usize::try_from(MAX_STREAM).unwrap() + 1];
        let bomb = packed(&zeros);
        assert_eq!(refusal(&stream(&bomb)), Some(TOO_MUCH));
        assert_eq!(refusal(&stream(&packed(&bomb))), Some(TOO_MUCH));
        assert_eq!(refusal(&stream(&packed(&zeros[..1_000_000]))), None);
    }

    #[test]
    fn locked_documents_are_refused_and_other_bytes_are_not() {
        assert_eq!(refusal(b"%PDF-1.7 trailer <</Encrypt 5 0 R>>"), Some(ENCRYPTED));
        for bytes in [&b""[..], b"stream", b"stream\n", b"stream\nx\x9c", b"streamstreamstream"] {
            assert_eq!(refusal(bytes), None);
        }
    }
}
