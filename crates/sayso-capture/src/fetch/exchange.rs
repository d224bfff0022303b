//! What goes over the line? One request and its answer, byte for byte, within limits.

use std::{
    io::{self, Read, Write},
    net::{SocketAddr, TcpStream},
    sync::Arc,
    time::Duration,
};

use rustls::{
    CertificateError, ClientConfig, ClientConnection, RootCertStore, StreamOwned,
    pki_types::{CertificateDer, ServerName},
};
use url::Url;

use super::{FetchError, Limits, Surroundings};
use crate::http::{Head, MAX_HEAD_BYTES, dechunked};

/// Reading and writing, in the clear or not.
trait Line: Read + Write {}
impl<T: Read + Write> Line for T {}

/// What came back, and why it stopped early if it did.
pub(super) struct Answer {
    pub bytes: Vec<u8>,
    pub truncated: Option<&'static str>,
}

/// The settings of secure connections: Mozilla's roots and these, TLS 1.2 and 1.3.
pub(super) fn tls(own: &[CertificateDer<'static>]) -> Result<Arc<ClientConfig>, FetchError> {
    let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    for root in own {
        roots.add(root.clone())?;
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
    Ok(Arc::new(config.with_root_certificates(roots).with_no_client_auth()))
}

/// The bytes of a request. Compression is asked for only as far as it can be undone.
pub(super) fn request(url: &Url, agent: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let path = &url[url::Position::BeforePath..url::Position::AfterQuery];
    let host = &url[url::Position::BeforeHost..url::Position::AfterPort];
    let mut out = format!(
        "GET {path} HTTP/1.1\r\nHost: {host}\r\nUser-Agent: {agent}\r\nAccept: text/html, application/xhtml+xml, \
         application/xml;q=0.9, text/plain;q=0.8, */*;q=0.5\r\nAccept-Encoding: gzip, deflate\r\n"
    );
    for (name, value) in more {
        // A value that came from a server must not begin a line of its own.
        out += &format!("{name}: {}\r\n", value.replace(['\r', '\n'], " "));
    }
    (out + "Connection: close\r\n\r\n").into_bytes()
}

/// Sends a request to `address` and reads the answer to its end.
pub(super) fn exchange(
    url: &Url,
    address: SocketAddr,
    request: &[u8],
    limits: &Limits,
    tls: &Arc<ClientConfig>,
    surroundings: &dyn Surroundings,
) -> Result<Answer, FetchError> {
    let began = surroundings.now();
    let stream = TcpStream::connect_timeout(&address, limits.connect).map_err(failed)?;
    stream.set_read_timeout(Some(limits.silence)).map_err(failed)?;
    stream.set_write_timeout(Some(limits.silence)).map_err(failed)?;
    let mut line: Box<dyn Line> = match url.scheme() {
        "https" => {
            let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']).to_owned();
            let name = ServerName::try_from(host).map_err(|_| FetchError::Address)?;
            Box::new(StreamOwned::new(ClientConnection::new(Arc::clone(tls), name)?, stream))
        }
        _ => Box::new(stream),
    };
    line.write_all(request).map_err(failed)?;
    line.flush().map_err(failed)?;
    let elapsed = || Duration::try_from(surroundings.now().duration_since(began)).unwrap_or_default();
    read(&mut line, limits, &elapsed)
}

fn read(line: &mut impl Read, limits: &Limits, elapsed: &dyn Fn() -> Duration) -> Result<Answer, FetchError> {
    let (mut bytes, mut buffer) = (Vec::new(), [0; 16 * 1024]);
    let mut end = None;
    let most = limits.bytes.saturating_add(MAX_HEAD_BYTES as u64);
    loop {
        if end.is_none() {
            end = end_of(&bytes)?;
        }
        if end.is_some_and(|end| end.is_reached(&bytes)) {
            return Ok(Answer { bytes, truncated: None });
        }
        if bytes.len() as u64 > most {
            return Err(FetchError::TooLarge(limits.bytes));
        }
        if elapsed() > limits.whole {
            return Err(FetchError::Timeout);
        }
        match line.read(&mut buffer) {
            Ok(0) => return ended(bytes, end),
            Ok(read) => bytes.extend_from_slice(&buffer[..read]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            // Servers that close a secure connection without a word are common; what came is judged by its length.
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return ended(bytes, end),
            Err(error) => return Err(failed(error)),
        }
    }
}

/// The server has closed the connection: whether the answer is whole.
fn ended(bytes: Vec<u8>, end: Option<End>) -> Result<Answer, FetchError> {
    match end {
        None if bytes.is_empty() => Err(FetchError::Connection(io::ErrorKind::UnexpectedEof.into())),
        None => Err(FetchError::NoHttp("its head does not end")),
        Some(End::AtClose) => Ok(Answer { bytes, truncated: None }),
        // After the last chunk further fields may come.
        Some(End::LastChunk(body)) if dechunked(&bytes[body..]).is_ok() => {
            Ok(Answer { bytes, truncated: None })
        }
        Some(_) => Ok(Answer { bytes, truncated: Some("disconnect") }),
    }
}

/// Where an answer ends.
#[derive(Clone, Copy)]
enum End {
    At(u64),
    /// With the last chunk, looked for from here on.
    LastChunk(usize),
    AtClose,
}

impl End {
    fn is_reached(self, bytes: &[u8]) -> bool {
        match self {
            Self::At(end) => bytes.len() as u64 >= end,
            // The last bytes look like the end also where a page holds these characters; then the chunks do not add up.
            Self::LastChunk(body) => bytes.ends_with(b"0\r\n\r\n") && dechunked(&bytes[body..]).is_ok(),
            Self::AtClose => false,
        }
    }
}

/// Reads from the head where the answer ends; `None` while the head is not whole.
fn end_of(bytes: &[u8]) -> Result<Option<End>, FetchError> {
    if bytes.len() >= 5 && !bytes.starts_with(b"HTTP/") {
        return Err(FetchError::NoHttp("it does not begin with HTTP"));
    }
    let Some((head, body)) = Head::of_answer(bytes) else {
        return if bytes.len() > MAX_HEAD_BYTES {
            Err(FetchError::NoHttp("its head does not end"))
        } else {
            Ok(None)
        };
    };
    let is_chunked =
        head.get("transfer-encoding").is_some_and(|coding| coding.to_ascii_lowercase().contains("chunked"));
    let length = head.get("content-length").and_then(|length| length.parse::<u64>().ok());
    Ok(Some(match (head.status, length) {
        (204 | 304, _) => End::At(body as u64),
        _ if is_chunked => End::LastChunk(body),
        (_, Some(length)) => End::At((body as u64).saturating_add(length)),
        _ => End::AtClose,
    }))
}

fn failed(error: io::Error) -> FetchError {
    // The handshake runs below the first write or read, and its errors come wrapped.
    if let Some(error) = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>()) {
        return match error {
            rustls::Error::InvalidCertificate(why) => FetchError::Certificate(in_words(why)),
            other => FetchError::Tls(other.clone()),
        };
    }
    match error.kind() {
        io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut => FetchError::Timeout,
        _ => FetchError::Connection(error),
    }
}

/// What is wrong with a server's certificate.
fn in_words(why: &CertificateError) -> String {
    match why {
        CertificateError::UnknownIssuer => "nobody who is trusted issued it".to_owned(),
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => "it has expired".to_owned(),
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            "it is not valid yet".to_owned()
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            "it is for another name".to_owned()
        }
        other => other.to_string(),
    }
}
