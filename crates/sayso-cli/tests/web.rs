//! Pages and feeds from a server on this machine, through the program: fetched, archived, logged, packed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    net::TcpListener,
    thread,
};

use support::{
    cases::{empty_case, first_line, in_case},
    sayso,
};

const FEED: &str =
    "<rss><channel><item><link>/quay</link></item><item><link>/gone</link></item></channel></rss>";
const PAGE: &str = "<html><title>Quay shut</title><article><p>The quay is shut after the storm, Ada Berg of the harbour office \
    said on Monday.</p><p>The office said that the pier was open.</p></article></html>";

/// A server with a feed and a page; gives its address.
fn server() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
            let first = lines.next().unwrap_or_default();
            lines.take_while(|line| !line.is_empty()).for_each(drop);
            let (status, kind, body) = match first.split(' ').nth(1) {
                Some("/feed") => ("200 OK", "application/rss+xml", FEED),
                Some("/quay") => ("200 OK", "text/html; charset=utf-8", PAGE),
                _ => ("404 Not Found", "text/plain", "no"),
            };
            let head = format!(
                "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\r\n",
                body.len()
            );
            stream.write_all(format!("{head}{body}").as_bytes()).unwrap();
        }
    });
    address
}

#[test]
fn a_feed_is_watched_and_what_it_names_is_kept_with_its_exchanges() {
    let (server, dir) = (server(), empty_case());
    let feed = format!("{server}/feed");
    let inside = in_case(&dir, &["add", &feed]).with_code(1);
    assert!(
        inside.err.contains("not on the internet") && inside.err.contains("--allow-host"),
        "{}",
        inside.err
    );
    let watch = ["watch", "--once", "--allow-host", "127.0.0.1", &feed];
    let first = in_case(&dir, &watch).with_code(1);
    assert!(
        first_line(&first).starts_with("1 article added") && first.err.contains("status 404"),
        "{}",
        first.err
    );
    // It is not due yet.
    assert!(first_line(&in_case(&dir, &watch).with_code(0)).starts_with("0 articles added"));
    let archives: Vec<_> =
        fs::read_dir(dir.path().join("c/archive")).unwrap().map(|f| f.unwrap().path()).collect();
    assert!(archives.len() == 1 && archives[0].to_string_lossy().ends_with(".warc.gz"), "{archives:?}");
    in_case(&dir, &["verify"]).with_code(0);
    let archive = archives[0].to_str().unwrap();
    let read = sayso(dir.path(), &["read", "--json", archive]).with_code(0).json_lines();
    assert_eq!(read[0]["article"]["url"], format!("{server}/quay"));
    let mut bytes = fs::read(archive).unwrap();
    bytes[200] ^= 1;
    fs::write(archive, bytes).unwrap();
    assert!(in_case(&dir, &["verify"]).with_code(1).err.contains("no longer has the bytes"));
}

#[test]
fn a_bundle_goes_from_desk_to_desk() {
    let (server, dir) = (server(), empty_case());
    in_case(&dir, &["add", "--allow-host", "127.0.0.1", &format!("{server}/quay")]).with_code(0);
    in_case(&dir, &["bundle", "case.sayso"]).with_code(0);
    in_case(&dir, &["bundle", "case.sayso"]).with_code(2);
    let here = in_case(&dir, &["verify"]).with_code(0).out;
    assert_eq!(sayso(dir.path(), &["verify", "--bundle", "case.sayso"]).with_code(0).out, here);
    sayso(dir.path(), &["init", "other", "--bundle", "case.sayso"]).with_code(0);
    assert_eq!(sayso(dir.path(), &["verify", "--case", "other"]).with_code(0).out, here);
    let claims = |case| sayso(dir.path(), &["claims", "--json", "--case", case]).with_code(0).out;
    assert_eq!(claims("c"), claims("other"));
    let bytes = fs::read(dir.path().join("case.sayso")).unwrap();
    fs::write(dir.path().join("cut"), &bytes[..bytes.len() - 9]).unwrap();
    let cut = sayso(dir.path(), &["verify", "--bundle", "cut"]).with_code(2);
    assert!(cut.err.contains("is damaged"), "{}", cut.err);
}
