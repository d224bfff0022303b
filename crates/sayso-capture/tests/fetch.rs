//! Fetching from a server on this machine that misbehaves on purpose.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{
    cell::RefCell,
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

use flate2::{Compression, write::GzEncoder};
use jiff::Timestamp;
use sayso_capture::{
    fetch::{Allowed, FetchError, Fetcher, Limits, Surroundings},
    warc,
};

/// A clock that goes on only by waiting, and notes how long was waited.
#[derive(Default)]
struct Still {
    waited: RefCell<Vec<Duration>>,
}

impl Surroundings for Still {
    fn now(&self) -> Timestamp {
        let all: Duration = self.waited.borrow().iter().sum();
        Timestamp::UNIX_EPOCH + all
    }

    fn wait(&self, time: Duration) {
        self.waited.borrow_mut().push(time);
    }

    fn chance(&self) -> f64 {
        0.5
    }
}

/// A server; it notes the paths that it was asked for.
struct Server {
    address: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let noted = Arc::clone(&asked);
        thread::spawn(move || {
            for stream in listener.incoming() {
                let noted = Arc::clone(&noted);
                thread::spawn(move || drop(answer(stream.unwrap(), &noted)));
            }
        });
        Self { address, asked }
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    fn asked(&self, path: &str) -> usize {
        self.asked.lock().unwrap().iter().filter(|asked| *asked == path).count()
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// Reads a request and answers as its path asks.
fn answer(mut stream: TcpStream, asked: &Mutex<Vec<String>>) -> std::io::Result<()> {
    let mut request = Vec::new();
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut line = String::new();
    while reader.read_line(&mut line)? > 2 {
        request.push(std::mem::take(&mut line));
    }
    let path = request[0].split(' ').nth(1).unwrap_or_default().to_owned();
    let times = {
        let mut asked = asked.lock().unwrap();
        asked.push(path.clone());
        asked.iter().filter(|p| **p == path).count()
    };
    let mut send = |head: &str, body: &[u8]| {
        stream.write_all(format!("HTTP/1.1 {head}\r\n\r\n").as_bytes())?;
        stream.write_all(body)
    };
    let html = "200 OK\r\nContent-Type: text/html; charset=iso-8859-2";
    match path.as_str() {
        "/robots.txt" => send("200 OK", b"User-agent: *\nDisallow: /secret\n"),
        "/page" | "/secret" => send(html, b"<p>The quay is shut."),
        "/chunked" => send(
            &format!("{html}\r\nTransfer-Encoding: chunked"),
            b"4\r\n<p>T\r\n3\r\nhe.\r\n0\r\nX: y\r\n\r\n",
        ),
        "/bomb" => send(&format!("{html}\r\nContent-Encoding: gzip"), &gzip(&vec![b' '; 8_000_000])),
        "/large" => send(&format!("{html}\r\nContent-Length: 99999999"), &vec![b'a'; 3_000_000]),
        "/endless" => {
            send(html, b"")?;
            loop {
                stream.write_all(&[b'a'; 10_000])?;
            }
        }
        "/silent" => {
            thread::sleep(Duration::from_secs(3));
            Ok(())
        }
        "/cut" => send(&format!("{html}\r\nContent-Length: 100"), b"<p>The quay"),
        "/loop" => send("302 Found\r\nLocation: /loop", b""),
        "/away" => send("302 Found\r\nLocation: /page#top", b""),
        "/inside" => send("302 Found\r\nLocation: http://[::1]:1/", b""),
        "/file" => send("302 Found\r\nLocation: file:///etc/passwd", b""),
        "/smuggle" => send("302 Found\r\nLocation: http://user:word@127.0.0.1/", b""),
        "/flaky" if times < 3 => send("503 Busy\r\nRetry-After: 7", b""),
        "/flaky" => send(html, b"<p>At last."),
        "/gone" => send("404 Not Found", b"<p>no"),
        "/image" => send("200 OK\r\nContent-Type: image/png", b"\x89PNG\r\n\x1A\n"),
        "/nonsense" => stream.write_all(b"220 smtp ready\r\n\r\n"),
        "/head" => stream.write_all(&[b"HTTP/1.1 200 OK\r\nX: ".as_slice(), &vec![b'a'; 200_000]].concat()),
        "/kept" if request.iter().any(|line| line.starts_with("If-None-Match: \"1\"")) => {
            send("304 Not Modified", b"")
        }
        "/kept" => send(&format!("{html}\r\nETag: \"1\""), b"<p>New."),
        _ => Ok(()),
    }
}

fn limits() -> Limits {
    Limits {
        silence: Duration::from_millis(500),
        bytes: 1_000_000,
        tries: 3,
        redirects: 4,
        ..Limits::default()
    }
}

fn fetcher(world: &Still) -> Fetcher<'_> {
    Fetcher::new(limits(), Allowed::new(["127.0.0.1".to_owned()]), true, "a test", world).unwrap()
}

fn refused(server: &Server, path: &str) -> FetchError {
    let world = Still::default();
    fetcher(&world).fetch(&server.url(path), &[]).unwrap_err()
}

#[test]
fn a_page_comes_with_its_exchange_byte_for_byte() {
    let (server, world) = (Server::start(), Still::default());
    let mut fetcher = fetcher(&world);
    let capture = fetcher.fetch(&server.url("/away"), &[]).unwrap().capture().unwrap();
    assert_eq!(capture.bytes, b"<p>The quay is shut.");
    assert_eq!(capture.location.url(), Some(server.url("/page").as_str()));
    assert_eq!(capture.location.charset(), Some("ISO-8859-2"));
    let exchanges = fetcher.take_exchanges();
    let urls: Vec<&str> = exchanges.iter().map(|e| e.url.as_str()).collect();
    assert_eq!(urls, [server.url("/robots.txt"), server.url("/away"), server.url("/page")]);
    assert!(exchanges[2].answer.ends_with(b"charset=iso-8859-2\r\n\r\n<p>The quay is shut."));
    assert!(exchanges[2].request.starts_with(b"GET /page HTTP/1.1\r\n"));
    let archive = warc::archive(&exchanges, "sayso").unwrap();
    let pages: Vec<_> =
        warc::Pages::new(archive.as_slice(), "a", Timestamp::UNIX_EPOCH).map(Result::unwrap).collect();
    assert_eq!(pages.last().unwrap().digest, capture.digest);
    assert_eq!(fetcher.fetch(&server.url("/chunked"), &[]).unwrap().bytes, b"<p>The.");
}

#[test]
fn what_does_harm_is_refused() {
    let server = Server::start();
    assert!(matches!(refused(&server, "/bomb"), FetchError::Body(_)));
    assert!(matches!(refused(&server, "/large"), FetchError::TooLarge(1_000_000)));
    assert!(matches!(refused(&server, "/endless"), FetchError::TooLarge(1_000_000)));
    assert!(matches!(refused(&server, "/head"), FetchError::NoHttp(_)));
    assert!(matches!(refused(&server, "/nonsense"), FetchError::NoHttp(_)));
    assert!(matches!(refused(&server, "/loop"), FetchError::Redirects(4)));
    assert!(matches!(refused(&server, "/gone"), FetchError::Status(404)));
    assert!(matches!(refused(&server, "/file"), FetchError::Address));
    assert!(matches!(refused(&server, "/smuggle"), FetchError::Address));
    let world = Still::default();
    let image = fetcher(&world).fetch(&server.url("/image"), &[]).unwrap();
    assert!(matches!(image.capture(), Err(FetchError::Kind(kind)) if kind == "image/png"));
}

#[test]
fn inner_addresses_are_refused_at_every_hop() {
    let (server, world) = (Server::start(), Still::default());
    let mut strict = Fetcher::new(limits(), Allowed::default(), true, "a test", &world).unwrap();
    assert!(matches!(strict.fetch(&server.url("/page"), &[]), Err(FetchError::Private { .. })));
    assert_eq!(server.asked("/page") + server.asked("/robots.txt"), 0);
    assert!(matches!(refused(&server, "/inside"), FetchError::Private { host, .. } if host == "[::1]"));
}

#[test]
fn trouble_that_may_pass_is_waited_for() {
    let (server, world) = (Server::start(), Still::default());
    let fetched = fetcher(&world).fetch(&server.url("/flaky"), &[]).unwrap();
    assert_eq!((fetched.bytes.as_slice(), server.asked("/flaky")), (&b"<p>At last."[..], 3));
    assert!(world.waited.borrow().iter().filter(|time| **time == Duration::from_secs(7)).count() == 2);
    assert!(matches!(refused(&server, "/silent"), FetchError::Timeout));
    assert!(matches!(refused(&server, "/cut"), FetchError::Connection(_)));
    assert_eq!((server.asked("/silent"), server.asked("/cut"), server.asked("/gone")), (3, 3, 0));
}

#[test]
fn sites_are_asked_politely() {
    let (server, world) = (Server::start(), Still::default());
    let mut polite = fetcher(&world);
    assert!(matches!(polite.fetch(&server.url("/secret"), &[]), Err(FetchError::Robots)));
    assert_eq!(server.asked("/secret"), 0);
    polite.fetch(&server.url("/page"), &[]).unwrap();
    polite.fetch(&server.url("/page"), &[]).unwrap();
    assert_eq!(server.asked("/robots.txt"), 1);
    assert_eq!(*world.waited.borrow(), [Duration::from_secs(1); 2]);
    let mut rude =
        Fetcher::new(limits(), Allowed::new(["127.0.0.1".to_owned()]), false, "a test", &world).unwrap();
    assert!(rude.fetch(&server.url("/secret"), &[]).is_ok());
}

#[test]
fn conditions_are_sent_and_an_unchanged_page_is_not() {
    let (server, world) = (Server::start(), Still::default());
    let mut fetcher = fetcher(&world);
    let first = fetcher.fetch(&server.url("/kept"), &[]).unwrap();
    let tag = first.head.get("etag").unwrap().to_owned();
    let second = fetcher.fetch(&server.url("/kept"), &[("If-None-Match", &tag)]).unwrap();
    assert_eq!((second.head.status, second.bytes.len()), (304, 0));
}
