//! Any bytes are read without a panic, and in time that grows with their length.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use jiff::Timestamp;
use proptest::prelude::*;
use sayso_capture::{
    Feed,
    fetch::Robots,
    http::{Head, dechunked, decoded},
    warc::{Pages, WarcReader},
    zip::ZipReader,
};
use support::{HTML, gzip, page};

/// Bytes that look like the format now and then: pieces of it between anything.
fn like(pieces: &'static [&'static str]) -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        3 => proptest::sample::select(pieces).prop_map(|piece| piece.as_bytes().to_vec()),
        1 => proptest::collection::vec(any::<u8>(), 0..20),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

const HEADS: &[&str] = &[
    "HTTP/1.1 200 OK",
    "\r\n",
    "\n",
    "Content-Type: text/html",
    "; charset=",
    "\"utf-8",
    ": ",
    " ",
    "Transfer-Encoding: chunked",
    "Content-Encoding: gzip",
    "5\r\n",
    "0\r\n\r\n",
    "ffffffffffffffff",
];
const RECORDS: &[&str] = &[
    "WARC/1.0\r\n",
    "WARC-Type: response\r\n",
    "Content-Length: 5\r\n",
    "Content-Length: 18446744073709551615\r\n",
    "\r\n",
    "\r\n\r\n",
    "Content-Type: application/http\r\n",
    "HTTP/1.1 200 OK\r\n",
    "WARC-Block-Digest: sha1:A\r\n",
    "\x1F",
    "hello",
    "WARC-Date: x\r\n",
];
const FEEDS: &[&str] = &[
    "<rss>",
    "<feed>",
    "<item>",
    "</item>",
    "<link>",
    "</link>",
    "<link href='http://a.example/'/>",
    "<![CDATA[",
    "]]>",
    "&amp;",
    "&#x;",
    "&",
    "<!--",
    "-->",
    "<urlset>",
    "<url>",
    "<loc>",
    "http://a.example/1",
    "</loc>",
    "<opml>",
    "<outline xmlUrl=\"",
    "\">",
    "<?xml",
    "?>",
    "{\"version\": \"jsonfeed.org\", \"items\": [",
    "]}",
];
const ROBOTS: &[&str] =
    &["User-agent: *\n", "Disallow: /", "*", "$", "\n", "Crawl-delay: ", "1e999", "-1", "Allow:", "#", "a"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn heads_and_bodies(bytes in like(HEADS)) {
        if let Some((head, at)) = Head::of_answer(&bytes) {
            prop_assert!(at <= bytes.len());
            let _ = (head.charset(), head.media_type());
            let _ = decoded(&head, &bytes[at..], 10_000);
        }
        let _ = dechunked(&bytes);
    }

    #[test]
    fn archives(bytes in like(RECORDS)) {
        // Each record and each complaint takes at least a byte of the file.
        prop_assert!(WarcReader::new(bytes.as_slice(), 1000).count() <= bytes.len());
        prop_assert!(Pages::new(bytes.as_slice(), "a", Timestamp::UNIX_EPOCH).count() <= bytes.len());
    }

    #[test]
    fn damaged_archives(flips in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6), pack: bool) {
        let record = page("https://quay.example/1", HTML, b"<p>The quay is shut.");
        let part = if pack { gzip(&record) } else { record };
        let mut bytes = part.repeat(4);
        for (at, value) in flips {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        prop_assert!(Pages::new(bytes.as_slice(), "a", Timestamp::UNIX_EPOCH).count() <= bytes.len());
    }

    #[test]
    fn containers(bytes in proptest::collection::vec(any::<u8>(), 0..200), end in any::<[u8; 18]>()) {
        let bytes = [bytes, b"PK\x05\x06".to_vec(), end.to_vec()].concat();
        if let Ok(mut zip) = ZipReader::open(std::io::Cursor::new(&bytes)) {
            for entry in zip.entries.clone() {
                let _ = zip.content(&entry).map(|content| std::io::copy(&mut std::io::Read::take(content, 1000), &mut std::io::sink()));
            }
        }
    }

    #[test]
    fn feeds(bytes in like(FEEDS)) {
        if let Some(feed) = Feed::parse(&bytes, None) {
            prop_assert!(feed.pages.iter().chain(&feed.feeds).all(|url| url.starts_with("http")));
        }
    }

    #[test]
    fn robots(bytes in like(ROBOTS), path in "/[a-z*$]{0,20}") {
        Robots::parse(&String::from_utf8_lossy(&bytes), "sayso").allows(&path);
    }
}

#[test]
fn gzip_members_at_every_place_of_a_buffer_are_seen() {
    // Members of many lengths, so that their beginnings fall on every place of the reader's buffers.
    let mut all = Vec::new();
    let mut count = 0;
    while all.len() < 400_000 {
        // What cannot be compressed gives members of about the length that is asked for.
        let noise: String =
            (0..count % 97).map(|i| char::from(b'a' + (i * 7 + count * 13) as u8 % 26)).collect();
        all.extend(gzip(&page("https://quay.example/1", HTML, format!("<p>{count}{noise}").as_bytes())));
        count += 1;
    }
    // A reader that gives a byte at a time is the hardest.
    struct OneByOne<'a>(&'a [u8]);
    impl std::io::Read for OneByOne<'_> {
        fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
            let end = out.len().min(1);
            std::io::Read::read(&mut self.0, &mut out[..end])
        }
    }
    for found in [
        WarcReader::new(all.as_slice(), 10_000).filter(Result::is_ok).count(),
        WarcReader::new(OneByOne(&all), 10_000).filter(Result::is_ok).count(),
    ] {
        assert_eq!(found, count);
    }
}
