//! How much does a stream unpack to? Counted without keeping it, in every way in which the reader may try it.

use std::io::{Read, copy, sink};

use flate2::bufread::DeflateDecoder;

use super::dictionary::hex;

/// Most bytes that one byte can unpack to: a run of 258 bytes takes two bits.
const STEEPEST: u64 = 1_032;

/// What counting gave.
pub(super) struct Count {
    /// Bytes read.
    pub read: u64,
    /// Bytes unpacked, at most one more than the limit.
    pub unpacked: u64,
}

/// Counts what the reader may make of bytes packed by Flate: with zlib's head (RFC 1950, section 2.2) or without, and past damage,
/// of which it makes what it can. `end` tells where the bytes end for sure, and
/// is asked only then.
pub(super) fn flate(bytes: &[u8], end: impl Fn() -> usize, limit: u64) -> Count {
    let (bare, is_bare) = deflate(bytes, limit);
    let headed = has_head(bytes).then(|| deflate(&bytes[2..], limit));
    let read = bare.read + headed.as_ref().map_or(0, |(count, _)| count.read);
    let unpacked = bare.unpacked.max(headed.as_ref().map_or(0, |(count, _)| count.unpacked));
    let (last, is_whole) = headed.unwrap_or((bare, is_bare));
    let rest = if is_whole { 0 } else { (end() as u64).saturating_sub(last.read) };
    Count { read, unpacked: unpacked.saturating_add(rest.saturating_mul(STEEPEST)) }
}

/// Counts what bytes unpack to, and whether they do so without damage.
fn deflate(bytes: &[u8], limit: u64) -> (Count, bool) {
    let mut packed = DeflateDecoder::new(bytes);
    let copied = copy(&mut packed.by_ref().take(limit + 1), &mut sink());
    (Count { read: packed.total_in(), unpacked: packed.total_out() }, copied.is_ok())
}

fn has_head(bytes: &[u8]) -> bool {
    let head = bytes.first_chunk::<2>().map(|head| u16::from_be_bytes(*head));
    // The sixth bit asks for a dictionary, which no document has.
    head.is_some_and(|head| head >> 8 & 0x0F == 8 && head % 31 == 0 && head & 0x20 == 0)
}

/// The bytes that hexadecimal digits stand for, up to their end or damage.
pub(super) fn of_hex(bytes: &[u8]) -> (Vec<u8>, usize) {
    let end = bytes.iter().position(|byte| hex(*byte).is_none() && !is_space(*byte)).unwrap_or(bytes.len());
    let digits: Vec<u8> = bytes[..end].iter().filter_map(|byte| hex(*byte)).collect();
    let byte = |pair: &[u8]| pair[0] << 4 | pair.get(1).copied().unwrap_or(0);
    (digits.chunks(2).map(byte).collect(), end)
}

/// The bytes that digits of base 85 stand for, up to their end or damage, at most `limit` and a few.
pub(super) fn of_85(bytes: &[u8], limit: usize) -> (Vec<u8>, usize) {
    let mut out = Vec::new();
    let mut group = Vec::with_capacity(5);
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'!'..=b'u' => group.push(byte - b'!'),
            b'z' => {
                flush(&mut group, &mut out);
                out.extend([0; 4]);
            }
            space if is_space(*space) => {}
            _ => {
                flush(&mut group, &mut out);
                return (out, at);
            }
        }
        if group.len() == 5 {
            flush(&mut group, &mut out);
        }
        if out.len() > limit {
            return (out, at);
        }
    }
    flush(&mut group, &mut out);
    (out, bytes.len())
}

/// Writes a group of five digits; of fewer, one byte less than there are digits.
fn flush(group: &mut Vec<u8>, out: &mut Vec<u8>) {
    let digit = |at: usize| u32::from(group.get(at).copied().unwrap_or(84));
    let value = (0..5).fold(0_u32, |sum, at| sum.wrapping_mul(85).wrapping_add(digit(at)));
    out.extend_from_slice(&value.to_be_bytes()[..group.len().saturating_sub(1)]);
    group.clear();
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b'\0' | b'\t' | b'\n' | b'\x0C' | b'\r' | b' ')
}
