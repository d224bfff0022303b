//! Secure fetching from a server on this machine: a good certificate is taken, a bad one is refused with its reason.
//!
//! The certificates are those of `tls/make.sh`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{
    io::{BufRead, BufReader, Write},
    net::TcpListener,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

use jiff::Timestamp;
use rustls::{
    ServerConfig, ServerConnection, StreamOwned,
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
};
use sayso_capture::fetch::{Allowed, FetchError, Fetcher, Limits, Surroundings};

/// Time that stands still; nobody needs to wait.
struct Still;

impl Surroundings for Still {
    fn now(&self) -> Timestamp {
        Timestamp::UNIX_EPOCH
    }

    fn wait(&self, _: Duration) {}

    fn chance(&self) -> f64 {
        0.5
    }
}

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tls").join(name)
}

/// A server with this certificate; it counts the connections that were made to it.
struct Server {
    address: String,
    connections: Arc<AtomicUsize>,
}

impl Server {
    fn start(certificate: &str) -> Self {
        let chain = vec![CertificateDer::from_pem_file(file(&format!("{certificate}.pem"))).unwrap()];
        let key = PrivateKeyDer::from_pem_file(file(&format!("{certificate}.key"))).unwrap();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config =
            ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
        let config = Arc::new(config.with_no_client_auth().with_single_cert(chain, key).unwrap());
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("https://{}", listener.local_addr().unwrap());
        let connections = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&connections);
        thread::spawn(move || {
            for stream in listener.incoming() {
                counted.fetch_add(1, Ordering::SeqCst);
                let connection = ServerConnection::new(Arc::clone(&config)).unwrap();
                // A client that refuses the certificate hangs up: that is its right.
                drop(answer(StreamOwned::new(connection, stream.unwrap())));
            }
        });
        Self { address, connections }
    }
}

fn answer(stream: StreamOwned<ServerConnection, std::net::TcpStream>) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut path = String::new();
    reader.read_line(&mut path)?;
    let mut line = String::new();
    while reader.read_line(&mut line)? > 2 {
        line.clear();
    }
    let mut stream = reader.into_inner();
    let body: &[u8] = if path.contains("robots.txt") { b"" } else { b"<p>The quay is shut." };
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n";
    stream.write_all(format!("{head}Content-Length: {}\r\n\r\n", body.len()).as_bytes())?;
    stream.write_all(body)?;
    stream.conn.send_close_notify();
    stream.flush()
}

fn fetcher(world: &Still) -> Fetcher<'_> {
    Fetcher::new(Limits::default(), Allowed::new(["127.0.0.1".to_owned()]), true, "a test", world).unwrap()
}

/// What a fetch from a server with this certificate gives to somebody who trusts the authority.
fn refused(certificate: &str) -> (FetchError, usize) {
    let server = Server::start(certificate);
    let mut fetcher = fetcher(&Still).trusting(&std::fs::read(file("root.pem")).unwrap()).unwrap();
    let error = fetcher.fetch(&format!("{}/page", server.address), &[]).unwrap_err();
    (error, server.connections.load(Ordering::SeqCst))
}

#[test]
fn a_page_comes_over_a_secure_line_with_its_exchange() {
    let server = Server::start("good");
    let mut fetcher = fetcher(&Still).trusting(&std::fs::read(file("root.pem")).unwrap()).unwrap();
    let capture = fetcher.fetch(&format!("{}/page", server.address), &[]).unwrap().capture().unwrap();
    assert_eq!(capture.bytes, b"<p>The quay is shut.");
    let exchanges = fetcher.take_exchanges();
    assert_eq!(exchanges.len(), 2);
    assert!(exchanges[1].url.starts_with("https://127.0.0.1:"));
    assert!(exchanges[1].answer.ends_with(b"\r\n\r\n<p>The quay is shut."), "kept as it came, in the clear");
}

#[test]
fn an_unknown_authority_is_refused_and_not_asked_again() {
    let server = Server::start("good");
    let error = fetcher(&Still).fetch(&format!("{}/page", server.address), &[]).unwrap_err();
    assert!(matches!(error, FetchError::Certificate(_)), "{error}");
    assert_eq!(error.to_string(), "the server's certificate is not trusted: nobody who is trusted issued it");
    assert_eq!(server.connections.load(Ordering::SeqCst), 1);
    assert!(!error.is_passing());
}

#[test]
fn an_expired_certificate_is_refused() {
    let (error, connections) = refused("expired");
    assert_eq!(error.to_string(), "the server's certificate is not trusted: it has expired");
    assert_eq!(connections, 1);
}

#[test]
fn a_certificate_for_another_name_is_refused() {
    let (error, connections) = refused("elsewhere");
    assert_eq!(error.to_string(), "the server's certificate is not trusted: it is for another name");
    assert_eq!(connections, 1);
}

/// A server that speaks plainly where a secure line is expected.
#[test]
fn a_server_without_tls_is_refused() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let _ = stream.unwrap().write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        }
    });
    let error = fetcher(&Still).fetch(&format!("https://{address}/page"), &[]).unwrap_err();
    assert!(matches!(error, FetchError::Tls(_)), "{error}");
}

#[test]
fn what_holds_no_certificate_is_no_root() {
    assert!(fetcher(&Still).trusting(b"no certificate").is_err());
}
