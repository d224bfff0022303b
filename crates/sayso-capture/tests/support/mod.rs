//! Web archives of invented pages, written byte by byte.
// Each test file uses a part of it.
#![allow(dead_code)]

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use flate2::{Compression, write::GzEncoder};
use jiff::Timestamp;
use sayso_capture::{CaptureError, ColumnMap, Found, Input, take};
use sayso_model::Capture;

/// One record in plain bytes; `fields` beside type, date, id and length.
pub fn record(kind: &str, fields: &[(&str, &str)], block: &[u8]) -> Vec<u8> {
    let mut out = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n\
         WARC-Date: 2031-03-04T06:00:00Z\r\nContent-Length: {}\r\n",
        block.len()
    )
    .into_bytes();
    for (name, value) in fields {
        out.extend_from_slice(format!("{name}: {value}\r\n").as_bytes());
    }
    [&out, b"\r\n".as_slice(), block, b"\r\n\r\n"].concat()
}

/// The record of an answer with a page.
pub fn page(url: &str, head: &str, body: &[u8]) -> Vec<u8> {
    response(url, &[], head, body)
}

pub fn response(url: &str, more: &[(&str, &str)], head: &str, body: &[u8]) -> Vec<u8> {
    let fields =
        [&[("WARC-Target-URI", url), ("Content-Type", "application/http; msgtype=response")], more].concat();
    record("response", &fields, &[format!("HTTP/1.1 {head}\r\n\r\n").as_bytes(), body].concat())
}

/// An answer's head for a page of HTML.
pub const HTML: &str = "200 OK\r\nContent-Type: text/html; charset=utf-8";

pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

pub fn write(dir: &Path, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = dir.join(name);
    fs::write(&path, bytes).unwrap();
    path
}

/// Everything that a file holds.
pub fn taken(path: &Path, map: &str) -> Vec<Result<Found, CaptureError>> {
    let mut out = Vec::new();
    take(
        &Input::File(path.to_owned()),
        &map.parse::<ColumnMap>().unwrap(),
        Timestamp::UNIX_EPOCH,
        &mut |f| out.push(f),
    );
    out
}

/// The captures of a file and the words of what was refused, without the path.
pub fn captures(path: &Path) -> (Vec<Capture>, Vec<String>) {
    let (mut captures, mut refused) = (Vec::new(), Vec::new());
    for found in taken(path, "") {
        match found {
            Ok(Found::Capture(capture)) => captures.push(capture),
            Ok(Found::Address(url)) => panic!("{url} is an address"),
            Err(error) => refused.push(error.to_string().replace(&path.display().to_string(), "FILE")),
        }
    }
    (captures, refused)
}
