//! How is a fetch written down? As WARC 1.1 records, each a gzip member of its own.

use std::io::{self, Write};

use flate2::{Compression, write::GzEncoder};
use jiff::Timestamp;

use super::digest;
use crate::{hex, http::Head};

/// Writes records at the end of an archive.
pub struct RecordWriter<W: Write> {
    out: W,
    /// Bytes written so far: where the next record begins.
    at: u64,
}

/// A request and its answer, byte for byte as they were sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exchange {
    /// The address that was asked for.
    pub url: String,
    /// When the request was sent.
    pub time: Timestamp,
    /// The address of the server's machine.
    pub address: String,
    /// The request.
    pub request: Vec<u8>,
    /// The answer; cut where `truncated` says so.
    pub answer: Vec<u8>,
    /// Why the answer is cut, in a word of the standard: `length`, `time` or `disconnect`.
    pub truncated: Option<&'static str>,
}

impl<W: Write> RecordWriter<W> {
    /// Begins an archive or goes on with one of `at` bytes.
    pub fn new(out: W, at: u64) -> Self {
        Self { out, at }
    }

    /// Writes the record that begins each archive: who wrote it.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn info(&mut self, name: &str, software: &str, time: Timestamp) -> io::Result<()> {
        let block = format!(
            "software: {software}\r\nformat: WARC File Format 1.1\r\n\
             conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
        );
        let fields =
            [("WARC-Filename", name.to_owned()), ("Content-Type", "application/warc-fields".to_owned())];
        self.record("warcinfo", name, time, &fields, block.as_bytes()).map(drop)
    }

    /// Writes a request and its answer; gives where the answer's record begins.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn exchange(&mut self, exchange: &Exchange) -> io::Result<u64> {
        let Exchange { url, time, address, request, answer, truncated } = exchange;
        let answer_id = id(&["response", url, &time.to_string()], answer);
        let mut fields = vec![
            ("WARC-Target-URI", url.clone()),
            ("WARC-IP-Address", address.clone()),
            ("Content-Type", "application/http; msgtype=response".to_owned()),
        ];
        if let Some((_, body)) = Head::of_answer(answer) {
            fields.push(("WARC-Payload-Digest", digest::sha256(&answer[body..])));
        }
        if let Some(why) = truncated {
            fields.push(("WARC-Truncated", (*why).to_owned()));
        }
        let at = self.record("response", url, *time, &fields, answer)?;
        let fields = [
            ("WARC-Target-URI", url.clone()),
            ("WARC-Concurrent-To", answer_id),
            ("Content-Type", "application/http; msgtype=request".to_owned()),
        ];
        self.record("request", url, *time, &fields, request)?;
        Ok(at)
    }

    /// Writes a file that was not fetched, such as one that a person saved; gives where the record begins.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn resource(
        &mut self,
        url: &str,
        time: Timestamp,
        content_type: &str,
        bytes: &[u8],
    ) -> io::Result<u64> {
        let fields = [
            ("WARC-Target-URI", url.to_owned()),
            ("Content-Type", content_type.to_owned()),
            ("WARC-Payload-Digest", digest::sha256(bytes)),
        ];
        self.record("resource", url, time, &fields, bytes)
    }

    /// Bytes written so far.
    pub fn len(&self) -> u64 {
        self.at
    }

    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        self.at == 0
    }

    /// Gives the output back.
    pub fn into_inner(self) -> W {
        self.out
    }

    fn record(
        &mut self,
        kind: &str,
        name: &str,
        time: Timestamp,
        fields: &[(&str, String)],
        block: &[u8],
    ) -> io::Result<u64> {
        let mut member = GzEncoder::new(Vec::new(), Compression::default());
        let id = id(&[kind, name, &time.to_string()], block);
        write!(member, "WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: {id}\r\nWARC-Date: {time}\r\n")?;
        for (name, value) in fields {
            // A field must stay one line, whatever an address holds.
            write!(member, "{name}: {}\r\n", value.replace(['\r', '\n'], " "))?;
        }
        write!(
            member,
            "WARC-Block-Digest: {}\r\nContent-Length: {}\r\n\r\n",
            digest::sha256(block),
            block.len()
        )?;
        member.write_all(block)?;
        member.write_all(b"\r\n\r\n")?;
        let bytes = member.finish()?;
        self.out.write_all(&bytes)?;
        let begun = self.at;
        self.at += bytes.len() as u64;
        Ok(begun)
    }
}

/// A whole archive of exchanges, by the program `software`.
///
/// # Errors
/// Only if compression fails, which it does not in memory.
pub fn archive(exchanges: &[Exchange], software: &str) -> io::Result<Vec<u8>> {
    let mut writer = RecordWriter::new(Vec::new(), 0);
    let time = exchanges.first().map_or(Timestamp::UNIX_EPOCH, |first| first.time);
    writer.info("sayso.warc.gz", software, time)?;
    for exchange in exchanges {
        writer.exchange(exchange)?;
    }
    Ok(writer.into_inner())
}

/// An id that follows from what the record holds, so that the same fetch gives the same file: a UUID of version 8 (RFC 9562),
/// whose bits the writer chooses.
fn id(names: &[&str], block: &[u8]) -> String {
    let mut all = names.join("\n").into_bytes();
    all.push(b'\n');
    all.extend_from_slice(block);
    let mut bytes = [0_u8; 16];
    bytes.copy_from_slice(&ring::digest::digest(&ring::digest::SHA256, &all).as_ref()[..16]);
    bytes[6] = bytes[6] & 0x0F | 0x80;
    bytes[8] = bytes[8] & 0x3F | 0x80;
    let digits = hex(&bytes);
    let [a, b, c, d, e] = [0..8, 8..12, 12..16, 16..20, 20..32].map(|range| &digits[range]);
    format!("<urn:uuid:{a}-{b}-{c}-{d}-{e}>")
}
