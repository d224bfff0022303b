//! Servers for the tests, made once, and requests over plain sockets.

use std::{
    fs,
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    path::{Path, PathBuf},
    sync::LazyLock,
    thread,
};

use sayso_model::{Capture, Location, MediaType};
use sayso_web::{Access, Server, loopback};
use sayso_workbench::{Engines, Silent, Workbench};

static ENGINES: LazyLock<Engines> = LazyLock::new(|| Engines::shipped().unwrap());
/// The sample case and the hostile one, made once; a server that decides something gets a copy.
static DEMO_CASE: LazyLock<PathBuf> = LazyLock::new(|| made(&demo_days()));
static DEMO: LazyLock<SocketAddr> = LazyLock::new(|| served(&DEMO_CASE, ana()));
static HOSTILE: LazyLock<SocketAddr> =
    LazyLock::new(|| served(&made(&[("2031-03-04T22:00:00Z", hostile_texts())]), ana()));

/// When articles were retrieved, and their texts.
type Day = (&'static str, Vec<String>);

/// A server of the sample case.
pub fn demo() -> SocketAddr {
    *DEMO
}

/// A server of a case of hostile articles.
pub fn hostile() -> SocketAddr {
    *HOSTILE
}

fn demo_days() -> Vec<Day> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo");
    let texts = |day: &str| {
        let mut files: Vec<_> = fs::read_dir(folder.join(day)).unwrap().map(|f| f.unwrap().path()).collect();
        files.sort();
        files.iter().map(|f| fs::read_to_string(f).unwrap()).collect()
    };
    let days = [
        ("2031-03-04T22:00:00Z", "day-1"),
        ("2031-03-05T22:00:00Z", "day-2"),
        ("2031-03-06T22:00:00Z", "day-3"),
    ];
    days.map(|(retrieved, day)| (retrieved, texts(day))).to_vec()
}

fn hostile_texts() -> Vec<String> {
    let line = "word <script>alert(5)</script> ".repeat(180_000);
    vec![
        "outlet: \"><img src=x onerror=alert(1)>\ntitle: <script>alert(2)</script>\nurl: javascript:alert(3)\n\n\
         The mayor \u{202E}of Skarn</mark><script>alert(4)</script> &lt;b&gt; said the \"bridge' <b>was shut</b>.\n\
         \u{201C}<iframe src=x></iframe> We shut it,\u{201D} said Ida <script>Holm</script>, a spokeswoman.\n"
            .to_owned(),
        // Its language is not read, which would take long; it is shown all the same.
        format!("outlet: Long\nlang: de\ntitle: One line\n\n{line}\n"),
    ]
}

/// A server of a copy of the sample case, for tests that decide something.
pub fn own(access: Access) -> SocketAddr {
    let folder = tempfile::tempdir().unwrap().keep();
    fs::copy(DEMO_CASE.join("case.sqlite"), folder.join("case.sqlite")).unwrap();
    served(&folder, access)
}

/// Whoever asks is Ana.
pub fn ana() -> Access {
    Access::Open { name: "Ana".to_owned() }
}

/// Makes a case, closed so that it is one file.
fn made(days: &[Day]) -> PathBuf {
    let folder = tempfile::tempdir().unwrap().keep();
    let mut case = Workbench::create(&folder).unwrap();
    for (retrieved, texts) in days {
        let capture = |(i, text): (usize, &String)| {
            let location = Location::File(format!("{i}.txt"));
            Capture::new(location, retrieved.parse().unwrap(), MediaType::Text, text.clone().into_bytes())
        };
        case.add(&texts.iter().enumerate().map(capture).collect::<Vec<_>>()).unwrap();
    }
    case.refresh(&ENGINES, &Silent).unwrap();
    folder
}

/// Serves a case until the tests end.
fn served(folder: &Path, access: Access) -> SocketAddr {
    let server = Server::bind(folder, loopback("127.0.0.1", 0).unwrap(), access).unwrap();
    let address = server.address();
    thread::spawn(move || server.run(std::future::pending()).unwrap());
    address
}

/// An answer, taken apart.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Answer {
    /// The value of a header; empty where it is missing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v)
    }
}

/// Asks for a path as a browser at the right address does.
pub fn get(at: SocketAddr, path: &str) -> Answer {
    ask(at, &format!("GET {path} HTTP/1.1\r\nHost: {at}\r\nConnection: close\r\n\r\n"))
}

/// Sends a form as a browser does that was given this cookie.
pub fn post(at: SocketAddr, path: &str, fields: &[(&str, &str)], cookie: &str) -> Answer {
    let encode = |text: &str| {
        text.bytes().fold(String::new(), |out, b| match b {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => out + &char::from(b).to_string(),
            _ => out + &format!("%{b:02X}"),
        })
    };
    let body: Vec<String> = fields.iter().map(|(k, v)| format!("{}={}", encode(k), encode(v))).collect();
    let body = body.join("&");
    ask(
        at,
        &format!(
            "POST {path} HTTP/1.1\r\nHost: {at}\r\nCookie: {cookie}\r\nSec-Fetch-Site: same-origin\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        ),
    )
}

/// The same page as [`get`], asked with a cookie.
pub fn get_as(at: SocketAddr, path: &str, cookie: &str) -> Answer {
    ask(at, &format!("GET {path} HTTP/1.1\r\nHost: {at}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n"))
}

/// The token that the forms of a page carry.
pub fn token(page: &str) -> String {
    let start = "name=\"token\" value=\"";
    let at = page.find(start).unwrap() + start.len();
    page[at..at + 64].to_owned()
}

/// Sends these very bytes and reads to the end.
pub fn ask(at: SocketAddr, request: &str) -> Answer {
    let mut stream = TcpStream::connect(at).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    let mut lines = head.lines();
    let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
    let header = |line: &str| line.split_once(": ").map(|(n, v)| (n.to_ascii_lowercase(), v.to_owned()));
    Answer { status, headers: lines.filter_map(header).collect(), body: body.to_owned() }
}
