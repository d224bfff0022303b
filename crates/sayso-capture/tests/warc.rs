//! Web archives: what is read from them, and how damage is told.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::io::Read;

use sayso_capture::{
    warc::{Exchange, Pages, RecordWriter, WarcReader},
    zip::ZipWriter,
};
use sayso_model::{Location, MediaType};
use support::{HTML, captures, gzip, page, record, response, write};

const URL: &str = "https://quay.example/shut";

#[test]
fn pages_are_taken_with_address_time_and_character_set() {
    let dir = tempfile::tempdir().unwrap();
    let info = record("warcinfo", &[], b"software: x\r\n");
    let request = record("request", &[("WARC-Target-URI", URL)], b"GET / HTTP/1.1\r\n\r\n");
    let image = page(URL, "200 OK\r\nContent-Type: image/png", b"\x89PNG");
    let gone = page(URL, "404 Not Found\r\nContent-Type: text/html", b"<p>gone");
    let good = page(URL, "200 OK\r\nContent-Type: text/HTML; charset=ISO-8859-2", b"<p>The quay is shut.");
    let text =
        record("conversion", &[("WARC-Target-URI", URL), ("Content-Type", "text/plain")], b"The quay.");
    let offset = [&info[..], &request, &image, &gone].concat().len() as u64;
    let all = [info, request, image, gone, good, text].concat();
    let path = write(dir.path(), "a.warc", all);
    let (found, refused) = captures(&path);
    assert!(refused.is_empty(), "{refused:?}");
    assert_eq!(found.len(), 2);
    assert_eq!(
        (found[0].bytes.as_slice(), found[0].media_type),
        (&b"<p>The quay is shut."[..], MediaType::Html)
    );
    assert_eq!(found[1].media_type, MediaType::Text);
    let expected = Location::Record {
        shown: format!("{}#{offset}", path.display()),
        url: URL.into(),
        archived: Some("2031-03-04T06:00:00Z".parse().unwrap()),
        charset: Some("ISO-8859-2".into()),
    };
    assert_eq!(found[0].location, expected);
}

#[test]
fn gzip_members_chunks_and_revisits_are_read() {
    let dir = tempfile::tempdir().unwrap();
    let chunked =
        page(URL, &format!("{HTML}\r\nTransfer-Encoding: chunked"), b"4\r\n<p>T\r\n3\r\nhe.\r\n0\r\n\r\n");
    let packed = page(URL, &format!("{HTML}\r\nContent-Encoding: gzip"), &gzip(b"<p>The quay."));
    let revisit = record("revisit", &[("WARC-Target-URI", URL), ("WARC-Payload-Digest", "sha1:AAAA")], b"");
    let members: Vec<u8> = [chunked, packed, revisit].iter().flat_map(|r| gzip(r)).collect();
    let (found, refused) = captures(&write(dir.path(), "a.warc.gz", &members));
    let bodies: Vec<&[u8]> = found.iter().map(|c| c.bytes.as_slice()).collect();
    assert_eq!(bodies, [&b"<p>The."[..], b"<p>The quay."]);
    assert_eq!(refused.len(), 1, "{refused:?}");
    assert!(refused[0].contains(&format!("it repeats {URL}, which is not in this archive")), "{refused:?}");
}

#[test]
fn a_revisit_gives_the_earlier_page_with_its_own_address_and_time() {
    let dir = tempfile::tempdir().unwrap();
    let (of_page, of_picture) = (sha1(b"<p>One."), sha1(b"GIF89a"));
    let original = response(URL, &[("WARC-Payload-Digest", &of_page)], HTML, b"<p>One.");
    let picture = response(
        URL,
        &[("WARC-Payload-Digest", &of_picture)],
        "200 OK\r\nContent-Type: image/gif",
        b"GIF89a",
    );
    let again = "https://quay.example/again";
    let revisit = |digest: &str| {
        let fields =
            [("WARC-Target-URI", again), ("WARC-Payload-Digest", digest), ("WARC-Refers-To-Target-URI", URL)];
        record("revisit", &fields, b"")
    };
    let parts = [picture, original, revisit(&of_page), revisit(&of_picture), page(URL, HTML, b"<p>Two.")];
    let one_by_one: Vec<u8> = parts.iter().flat_map(|part| gzip(part)).collect();
    for (name, bytes) in
        [("a.warc", parts.concat()), ("b.warc.gz", one_by_one), ("c.warc.gz", gzip(&parts.concat()))]
    {
        let (found, refused) = captures(&write(dir.path(), name, bytes));
        assert!(refused.is_empty(), "{name}: {refused:?}");
        let seen: Vec<_> = found.iter().map(|c| (c.location.url().unwrap(), c.bytes.as_slice())).collect();
        assert_eq!(seen, [(URL, &b"<p>One."[..]), (again, b"<p>One."), (URL, b"<p>Two.")], "{name}");
    }
    let mut zip = ZipWriter::new(Vec::new());
    zip.file("archive/a.warc.gz", &gzip(&parts.concat())).unwrap();
    let (found, refused) = captures(&write(dir.path(), "d.wacz", zip.finish().unwrap()));
    assert_eq!((found.len(), refused.len()), (3, 0), "{refused:?}");
}

/// A payload digest as archives write it.
fn sha1(bytes: &[u8]) -> String {
    let digest = ring::digest::digest(&ring::digest::SHA1_FOR_LEGACY_USE_ONLY, bytes);
    let hex: String = digest.as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha1:{hex}")
}

#[test]
fn one_gzip_member_for_all_records_is_read_too() {
    let dir = tempfile::tempdir().unwrap();
    let all = [page(URL, HTML, b"<p>One."), page(URL, HTML, b"<p>Two.")].concat();
    let (found, refused) = captures(&write(dir.path(), "a.warc.gz", gzip(&all)));
    assert_eq!((found.len(), refused.len()), (2, 0));
}

#[test]
fn wrong_digests_are_refused_with_the_records_offset_and_the_rest_is_taken() {
    let dir = tempfile::tempdir().unwrap();
    let first = page(URL, HTML, b"<p>One.");
    let block =
        response(URL, &[("WARC-Block-Digest", "sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")], HTML, b"<p>Two.");
    let payload = response(
        URL,
        &[("WARC-Payload-Digest", "sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")],
        HTML,
        b"<p>Three.",
    );
    let last = page(URL, HTML, b"<p>Four.");
    for pack in [false, true] {
        let wrap = |bytes: &Vec<u8>| if pack { gzip(bytes) } else { bytes.clone() };
        let parts = [wrap(&first), wrap(&block), wrap(&payload), wrap(&last)];
        let name = if pack { "a.warc.gz" } else { "a.warc" };
        let (found, refused) = captures(&write(dir.path(), name, parts.concat()));
        assert_eq!(found.len(), 2);
        let (second, third) = (parts[0].len(), parts[0].len() + parts[1].len());
        assert_eq!(
            refused,
            [
                format!(
                    "FILE: the record at byte {second} was not taken: its block digest is not that of its bytes"
                ),
                format!(
                    "FILE: the record at byte {third} was not taken: its payload digest is not that of its bytes"
                )
            ]
        );
    }
}

#[test]
fn damage_costs_the_record_and_not_the_file() {
    let dir = tempfile::tempdir().unwrap();
    for pack in [false, true] {
        let wrap = |bytes: Vec<u8>| if pack { gzip(&bytes) } else { bytes };
        let parts = [
            wrap(page(URL, HTML, b"<p>One.")),
            wrap(page(URL, HTML, b"<p>Two.")),
            wrap(page(URL, HTML, b"<p>Three.")),
        ];
        let mut bytes = parts.concat();
        // Its length, or its compressed content, becomes nonsense.
        let at = parts[0].len()
            + if pack {
                30
            } else {
                bytes[parts[0].len()..].windows(8).position(|w| w == b"Content-").unwrap()
            };
        bytes[at..at + 4].copy_from_slice(b"\xFF\xFF\xFF\xFF");
        let (found, refused) = captures(&write(dir.path(), "a.warc", bytes));
        let bodies: Vec<&[u8]> = found.iter().map(|c| c.bytes.as_slice()).collect();
        assert_eq!(bodies, [&b"<p>One."[..], b"<p>Three."], "{refused:?}");
        assert!(
            !refused.is_empty() && refused[0].contains(&format!("byte {}", parts[0].len())),
            "{refused:?}"
        );
    }
}

#[test]
fn a_file_that_ends_too_early_gives_what_is_whole() {
    let dir = tempfile::tempdir().unwrap();
    let (first, second) = (page(URL, HTML, b"<p>One."), page(URL, HTML, b"<p>Two."));
    for pack in [false, true] {
        let wrap = |bytes: &Vec<u8>| if pack { gzip(bytes) } else { bytes.clone() };
        let (first, all) = (wrap(&first), [wrap(&first), wrap(&second)].concat());
        for cut in first.len() + 2..all.len() - 12 {
            let (found, refused) = captures(&write(dir.path(), "a.warc", &all[..cut]));
            assert_eq!(found.len(), 1, "cut at {cut}");
            assert_eq!(refused.len(), 1, "cut at {cut}: {refused:?}");
            assert!(refused[0].contains(&format!("the record at byte {}", first.len())), "{refused:?}");
        }
    }
}

#[test]
fn memory_does_not_grow_with_a_record_that_is_too_large() {
    // A record of 40 GB that never comes: the reader must notice without asking for room.
    let head = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 40000000000\r\n\r\n";
    let mut reader = WarcReader::new(head.chain(std::io::repeat(b' ').take(5_000_000)), 1_000_000);
    let (offset, error) = reader.next().unwrap().unwrap_err();
    assert_eq!(
        (offset, error.to_string()),
        (0, "the file ends 39995000000 bytes before the record does".to_owned())
    );
}

#[test]
fn what_is_written_is_read_again() {
    let time = "2031-03-04T06:00:00Z".parse().unwrap();
    let mut writer = RecordWriter::new(Vec::new(), 0);
    writer.info("a.warc.gz", "sayso", time).unwrap();
    let exchange = Exchange {
        url: URL.into(),
        time,
        address: "192.0.2.1".into(),
        request: b"GET /shut HTTP/1.1\r\nHost: quay.example\r\n\r\n".to_vec(),
        answer: [format!("HTTP/1.1 {HTML}\r\n\r\n").as_bytes(), b"<p>The quay is shut."].concat(),
        truncated: None,
    };
    let at = writer.exchange(&exchange).unwrap();
    let bytes = writer.into_inner();
    let records: Vec<_> = WarcReader::new(bytes.as_slice(), 1 << 20).map(Result::unwrap).collect();
    let kinds: Vec<_> = records.iter().map(|r| r.get("warc-type").unwrap()).collect();
    assert_eq!(kinds, ["warcinfo", "response", "request"]);
    assert_eq!((records[1].offset, &records[1].block), (at, &exchange.answer));
    assert_eq!(records[2].get("warc-concurrent-to"), records[1].get("warc-record-id"));
    let pages: Vec<_> = Pages::new(bytes.as_slice(), "a", time).map(Result::unwrap).collect();
    assert_eq!(pages[0].bytes, b"<p>The quay is shut.");
    // Whatever bit is flipped, no record is read that was not written. (Gzip has bits that nobody reads.)
    for at in 0..bytes.len() {
        let mut flipped = bytes.clone();
        flipped[at] ^= 1 << (at % 8);
        for record in WarcReader::new(flipped.as_slice(), 1 << 20).flatten() {
            assert!(records.contains(&record), "byte {at}: {record:?}");
        }
    }
}
