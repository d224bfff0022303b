//! Archives that warcio (PyPI) writes are read, and archives that we write are read by warcio with all digests checked.
//!
//! `SAYSO_PAGES` names a folder of `*.html.gz` files to be written in place of the invented pages.
//! Skipped with a word where `python3`, or the program in the environment variable `SAYSO_PYTHON`, has no warcio.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod support;

use std::{path::Path, process::Command};

use sayso_capture::warc::{self, Exchange};
use sayso_model::Digest;
use support::{HTML, captures, write};

/// Runs the script; `None` where there is no warcio.
fn script(what: &str, path: &Path) -> Option<String> {
    let python = std::env::var("SAYSO_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let has_warcio =
        Command::new(&python).args(["-c", "import warcio"]).output().is_ok_and(|out| out.status.success());
    if !has_warcio {
        println!("skipped: {python} has no warcio");
        return None;
    }
    let make = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/warcio/make.py");
    let out = Command::new(python).arg(make).arg(what).arg(path).output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    Some(String::from_utf8(out.stdout).unwrap())
}

#[test]
fn what_warcio_writes_is_read_or_refused_with_its_place() {
    let dir = tempfile::tempdir().unwrap();
    if script("write", dir.path()).is_none() {
        return;
    }
    let of = |name: &str| captures(&dir.path().join(name));
    let bytes = |found: Vec<sayso_model::Capture>| found.into_iter().map(|c| c.bytes).collect::<Vec<_>>();
    let (plain, refused) = of("plain.warc");
    let pages = std::env::var("SAYSO_PAGES").map_or(5, |folder| std::fs::read_dir(folder).unwrap().count());
    assert_eq!((plain.len(), refused.len()), (pages, 0), "{refused:?}");
    let plain = bytes(plain);
    for name in ["packed.warc.gz", "chunked.warc.gz"] {
        let (found, refused) = of(name);
        assert_eq!((bytes(found), refused.len()), (plain.clone(), 0), "{name}: {refused:?}");
    }
    let (again, refused) = of("revisit.warc.gz");
    assert_eq!((bytes(again), refused.len()), (vec![plain[0].clone(); 2], 0), "{refused:?}");
    let (found, refused) = of("truncated.warc.gz");
    assert_eq!((found.len(), refused.len()), (pages - 1, 1), "{refused:?}");
    assert!(refused[0].contains("the record at byte "), "{refused:?}");
    let (found, refused) = of("digest.warc");
    assert_eq!((found.len(), refused.len()), (pages - 1, 1), "{refused:?}");
    let file = std::fs::read(dir.path().join("digest.warc")).unwrap();
    let whole = std::fs::read(dir.path().join("plain.warc")).unwrap();
    let changed = file.iter().zip(&whole).position(|(one, other)| one != other).unwrap();
    let begin = file[..changed].windows(8).rposition(|w| w == b"WARC/1.0" || w == b"WARC/1.1").unwrap();
    assert!(
        refused[0].contains(&format!("the record at byte {begin} ")) && refused[0].contains("digest"),
        "{refused:?}"
    );
}

#[test]
fn what_we_write_is_read_by_warcio() {
    let dir = tempfile::tempdir().unwrap();
    let exchange = |number: usize, head: &str, body: &[u8]| Exchange {
        url: format!("https://quay.example/{number}?a=b&c=ä"),
        time: "2031-03-04T06:00:00.123456789Z".parse().unwrap(),
        address: "192.0.2.1".into(),
        request: b"GET / HTTP/1.1\r\nHost: quay.example\r\n\r\n".to_vec(),
        answer: [format!("HTTP/1.1 {head}\r\n\r\n").as_bytes(), body].concat(),
        truncated: None,
    };
    let chunked = format!("{HTML}\r\nTransfer-Encoding: chunked");
    let exchanges = [
        exchange(1, HTML, b"<p>The quay."),
        exchange(2, &chunked, b"4\r\n<p>T\r\n3\r\nhe.\r\n0\r\n\r\n"),
        exchange(3, "302 Found\r\nLocation: /1", b""),
        exchange(4, &format!("{HTML}\r\nContent-Encoding: gzip"), &support::gzip(b"<p>The pier.")),
    ];
    let path = write(dir.path(), "ours.warc.gz", warc::archive(&exchanges, "sayso").unwrap());
    let Some(out) = script("read", &path) else { return };
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines.len(), 9, "{out}");
    for (number, content) in [(1, b"<p>The quay.".as_slice()), (3, b"<p>The."), (7, b"<p>The pier.")] {
        assert!(
            lines[number].starts_with("response ") && lines[number].ends_with(Digest::of(content).as_str()),
            "{out}"
        );
    }
}
