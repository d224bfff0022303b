//! How do archives leave the program? As one WACZ file (1.1.1): archives, an index of their records, a list of pages.

use std::io;

use ring::digest::{Context, SHA256};
use serde_json::{Value, json};

use crate::{
    hex,
    http::MAX_HEAD_BYTES,
    warc::{Record, WarcReader},
    zip::ZipWriter,
};

/// Largest block that is looked into for the index.
const MAX_BLOCK: u64 = crate::MAX_ARTICLE_BYTES + MAX_HEAD_BYTES as u64;

/// Packs archives into a WACZ file. The same archives give the same bytes; `created` is a time in RFC 3339.
///
/// # Errors
/// When the package would be larger than 4 GiB.
pub fn package(archives: &[(String, Vec<u8>)], created: &str, software: &str) -> io::Result<Vec<u8>> {
    let (mut index, mut pages) =
        (Vec::new(), vec![json!({"format": "json-pages-1.0", "id": "pages", "title": "Pages"})]);
    for (name, bytes) in archives {
        let records: Vec<Record> =
            WarcReader::new(bytes.as_slice(), MAX_BLOCK).filter_map(Result::ok).collect();
        let ends = records.iter().skip(1).map(|record| record.offset).chain([bytes.len() as u64]);
        for (record, end) in records.iter().zip(ends) {
            index.extend(index_line(record, name, end - record.offset));
            pages.extend(page_line(record));
        }
    }
    index.sort();
    let cdxj: String = index.iter().map(|line| format!("{line}\n")).collect();
    let pages: String = pages.iter().map(|page| format!("{page}\n")).collect();
    let mut files = vec![
        ("pages/pages.jsonl".to_owned(), pages.into_bytes()),
        ("indexes/index.cdx".to_owned(), cdxj.into_bytes()),
    ];
    files.extend(archives.iter().map(|(name, bytes)| (format!("archive/{name}"), bytes.clone())));
    let resources: Vec<Value> = files.iter().map(|(path, bytes)| resource(path, bytes)).collect();
    let package = json!({
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "software": software,
        "created": created,
        "resources": resources,
    });
    let package = serde_json::to_vec_pretty(&package)?;
    let digest = json!({"path": "datapackage.json", "hash": hash(&package)}).to_string();
    let mut zip = ZipWriter::new(Vec::new());
    for (path, bytes) in &files {
        zip.file(path, bytes)?;
    }
    zip.file("datapackage.json", &package)?;
    zip.file("datapackage-digest.json", digest.as_bytes())?;
    zip.finish()
}

fn resource(path: &str, bytes: &[u8]) -> Value {
    let name = path.rsplit('/').next().unwrap_or(path);
    json!({"name": name, "path": path, "hash": hash(bytes), "bytes": bytes.len()})
}

fn hash(bytes: &[u8]) -> String {
    let mut context = Context::new(&SHA256);
    context.update(bytes);
    format!("sha256:{}", hex(context.finish().as_ref()))
}

/// One line of the index: where the answer for an address stands.
fn index_line(record: &Record, archive: &str, length: u64) -> Option<String> {
    let url = record.get("warc-target-uri")?;
    let (status, mime) = match (record.get("warc-type")?, record.answer()) {
        ("response", Some((head, _))) => {
            (head.status.to_string(), head.media_type().unwrap_or_else(|| "unk".to_owned()))
        }
        ("resource", _) => ("200".to_owned(), record.get("content-type").unwrap_or("unk").to_owned()),
        _ => return None,
    };
    let fields = json!({
        "url": url, "mime": mime, "status": status, "digest": record.get("warc-payload-digest").unwrap_or("-"),
        "length": length.to_string(), "offset": record.offset.to_string(), "filename": archive,
    });
    Some(format!("{} {} {fields}", key(url), stamp(record)))
}

/// The address as indexes sort it: `example,news)/path` (SURT), in lower case.
fn key(address: &str) -> String {
    let Ok(url) = url::Url::parse(address) else { return address.to_lowercase() };
    let host = url.host_str().unwrap_or_default().trim_start_matches("www.");
    let reversed: Vec<&str> = host.split('.').rev().collect();
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    let path = &url[url::Position::BeforePath..url::Position::AfterQuery];
    format!("{}{port}){path}", reversed.join(",")).to_lowercase().replace(' ', "%20")
}

/// The record's time in 14 digits.
fn stamp(record: &Record) -> String {
    let digits = record.get("warc-date").unwrap_or_default().chars().filter(char::is_ascii_digit);
    let digits: String = digits.take(14).collect();
    format!("{digits:0<14}")
}

/// A page for the list: an answer with HTML.
fn page_line(record: &Record) -> Option<Value> {
    let is_html = |mime: &str| matches!(mime, "text/html" | "application/xhtml+xml");
    let url = record.get("warc-target-uri")?;
    let is_page = match record.get("warc-type")? {
        "response" => record
            .answer()
            .is_some_and(|(head, _)| head.status == 200 && head.media_type().as_deref().is_some_and(is_html)),
        "resource" => record
            .get("content-type")
            .is_some_and(|kind| is_html(kind.split(';').next().unwrap_or_default().trim())),
        _ => false,
    };
    let time = record.get("warc-date")?;
    is_page.then(|| json!({"id": hash(format!("{url} {time}").as_bytes())[7..23], "url": url, "ts": time, "title": url}))
}
