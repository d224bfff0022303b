//! The inputs that the fuzz targets begin with: small, whole, one of each kind, and read here to the end.
//!
//! `SAYSO_SEEDS=fuzz/corpus cargo test -p sayso-capture --test seeds` writes them into that folder.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::{fs, path::Path};

use sayso_capture::{
    Feed,
    http::{self, Head},
    warc::{self, Exchange, Pages},
    zip::{ZipReader, ZipWriter},
};

const PAGE: &str = "<!doctype html><html lang=en><head><title>Quay shut | The Quay</title><meta property=og:site_name content='The Quay'>\
    <script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Quay shut\",\"datePublished\":\"2031-03-04\"}</script>\
    <body><nav><ul><li><a href=a>Tides</a></ul></nav><article><h1>Quay shut</h1><p>The quay is shut, the harbour office told Reuters.</p>\
    <figure><table><tr><td>1<td>2</table></figure><div style='display:none'>x</div></article><svg><title>x</title></svg><!-- end -->";
const FEEDS: [&str; 4] = [
    "<rss><channel><item><link>https://quay.example/1</link></item></channel></rss>",
    "<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='https://quay.example/2'/></entry></feed>",
    "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"url\":\"https://quay.example/3\"}]}",
    "<opml><body><outline xmlUrl='https://quay.example/feed'/></body></opml>",
];
const HEADS: [&str; 3] = [
    "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=latin1\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n<p>T\r\n3\r\nhe.\r\n0\r\n\r\n",
    "url: https://quay.example/1\r\npublished: 2031-03-04T06:00:00Z\r\noutlet: The Quay\r\n\r\nThe quay is shut.\r\n",
    "From: Ada <ada@quay.example>\r\nSubject: =?utf-8?q?Quay_shut?=\r\nDate: Tue, 04 Mar 2031 06:00:00 +0000\r\n\
     Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nThe quay=20is shut.\r\n--b--\r\n",
];

fn archives() -> Vec<Vec<u8>> {
    let exchange = Exchange {
        url: "https://quay.example/1".to_owned(),
        time: jiff::Timestamp::UNIX_EPOCH,
        address: "192.0.2.1".to_owned(),
        request: b"GET /1 HTTP/1.1\r\nHost: quay.example\r\n\r\n".to_vec(),
        answer: format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{PAGE}").into_bytes(),
        truncated: None,
    };
    let block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>The quay.";
    let plain = format!(
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://quay.example/1\r\nContent-Type: application/http\r\nContent-Length: {}\r\n\r\n{block}\r\n\r\n",
        block.len()
    );
    vec![warc::archive(&[exchange], "seeds").unwrap(), plain.into_bytes()]
}

/// The parts of a bundle with zeros between them, as the target takes them, and a bundle that holds the first two.
fn bundles() -> Vec<Vec<u8>> {
    let digest = "a".repeat(64);
    let manifest = format!(
        "{{\"form\":\"sayso bundle 1\",\"version\":\"0\",\"rules\":\"r\",\"reader\":\"{digest}\",\"embedder\":\"{digest}\"}}"
    );
    let log = format!(
        "{{\"index\":0,\"leaf\":\"{digest}\",\"kind\":\"status\",\"subject\":\"claim c1 status confirmed\",\"time\":\"2031-03-04T06:00:00Z\"}}\n"
    );
    let mut zip = ZipWriter::new(Vec::new());
    zip.file("manifest.json", manifest.as_bytes()).unwrap();
    zip.file("log.jsonl", log.as_bytes()).unwrap();
    let parts = [&manifest, &log, "", "", "", "x\n1\nAA==\n\n", "bytes"].join("\0").into_bytes();
    vec![parts, zip.finish().unwrap()]
}

fn keep(target: &str, seeds: &[Vec<u8>]) {
    let Some(folder) = std::env::var_os("SAYSO_SEEDS") else { return };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder).join(target);
    fs::create_dir_all(&folder).unwrap();
    for (number, seed) in seeds.iter().enumerate() {
        fs::write(folder.join(format!("seed-{number}")), seed).unwrap();
    }
}

#[test]
fn each_feed_names_an_address() {
    let seeds = FEEDS.map(|feed| feed.as_bytes().to_vec());
    for seed in &seeds {
        let feed = Feed::parse(seed, None).unwrap();
        assert_eq!(feed.pages.len() + feed.feeds.len(), 1, "{feed:?}");
    }
    keep("feed", &seeds);
}

#[test]
fn each_archive_holds_a_page() {
    let seeds = archives();
    for seed in &seeds {
        let pages: Vec<_> = Pages::new(seed.as_slice(), "a.warc", jiff::Timestamp::UNIX_EPOCH).collect();
        assert!(pages.len() == 1 && pages[0].is_ok(), "{pages:?}");
    }
    keep("warc", &seeds);
}

#[test]
fn each_bundle_and_each_head_is_read() {
    let (bundles, heads) = (bundles(), HEADS.map(|head| head.as_bytes().to_vec()));
    let zip = ZipReader::open(std::io::Cursor::new(bundles[1].clone())).unwrap();
    assert_eq!(zip.entries.len(), 2);
    let (head, body) = Head::of_answer(&heads[0]).unwrap();
    assert_eq!(http::decoded(&head, &heads[0][body..], 1_000).unwrap(), b"<p>The.");
    keep("bundle", &bundles);
    keep("head", &heads);
    keep("html", &[PAGE.as_bytes().to_vec()]);
}
