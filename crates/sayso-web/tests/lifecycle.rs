//! How a server starts, ends, and follows a case that changes under it.
#![allow(clippy::unwrap_used)]

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    thread,
    time::{Duration, Instant},
};

use sayso_model::{Capture, Location, MediaType};
use sayso_web::{Access, Server, WebError, loopback};
use sayso_workbench::Workbench;

fn empty_case() -> (tempfile::TempDir, Workbench) {
    let folder = tempfile::tempdir().unwrap();
    let case = Workbench::create(folder.path()).unwrap();
    (folder, case)
}

fn ana() -> Access {
    Access::Open { name: "Ana".to_owned() }
}

fn any() -> SocketAddr {
    loopback("127.0.0.1", 0).unwrap()
}

fn body(at: SocketAddr, path: &str) -> String {
    let mut stream = TcpStream::connect(at).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {at}\r\nConnection: close\r\n\r\n").unwrap();
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    text.split_once("\r\n\r\n").unwrap().1.to_owned()
}

#[test]
fn addresses_that_others_can_reach_are_refused_twice() {
    assert!(matches!(loopback("0.0.0.0", 0), Err(WebError::NotLoopback { .. })));
    let (folder, _case) = empty_case();
    let open = Server::bind(folder.path(), "0.0.0.0:0".parse().unwrap(), ana());
    assert!(matches!(open, Err(WebError::NotLoopback { .. })));
}

#[test]
fn a_taken_port_and_a_missing_case_are_told_apart() {
    let (folder, _case) = empty_case();
    let first = Server::bind(folder.path(), any(), ana()).unwrap();
    assert!(matches!(Server::bind(folder.path(), first.address(), ana()), Err(WebError::Listen { .. })));
    assert!(matches!(Server::bind(folder.path().join("none"), any(), ana()), Err(WebError::Case(_))));
}

#[test]
fn a_server_ends_in_time_though_a_browser_holds_a_connection() {
    let (folder, _case) = empty_case();
    let server = Server::bind(folder.path(), any(), ana()).unwrap();
    let idle = TcpStream::connect(server.address()).unwrap();
    let begun = Instant::now();
    server.run(std::future::ready(())).unwrap();
    assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
    drop(idle);
}

#[test]
fn a_case_that_grows_is_shown_as_it_is_now_and_what_is_missing_is_said() {
    let (folder, mut case) = empty_case();
    let server = Server::bind(folder.path(), any(), ana()).unwrap();
    let at = server.address();
    thread::spawn(move || server.run(std::future::pending()).unwrap());
    assert!(body(at, "/").contains("holds no articles yet"));
    assert!(body(at, "/api/health").contains("\"current\":true"));
    let text = b"title: Pier shut\n\nThe port said the pier was shut.".to_vec();
    let time = "2031-03-04T06:00:00Z".parse().unwrap();
    case.add(&[Capture::new(Location::File("pier.txt".into()), time, MediaType::Text, text)]).unwrap();
    assert!(body(at, "/articles").contains("Pier shut"));
    assert!(body(at, "/").contains("have not been read yet"));
    assert!(body(at, "/api/health").contains("\"current\":false"));
}
