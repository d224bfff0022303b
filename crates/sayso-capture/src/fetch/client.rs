//! How is an address fetched? Robots first, then the page, hop by hop, each hop checked, each exchange kept.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use jiff::Timestamp;
use rustls::{
    ClientConfig,
    pki_types::{CertificateDer, pem::PemObject},
};
use sayso_model::{Capture, Location};
use url::Url;

use super::{
    Allowed, FetchError, Limits, Robots, Surroundings, exchange,
    polite::{LONGEST_PAUSE, pause_before},
    robots,
};
use crate::{
    binary,
    http::{self, Head},
    media,
    warc::Exchange,
};

/// The name by which sites know us.
const NAME: &str = "sayso";

/// Fetches addresses. It remembers what sites ask for and when they were asked last.
pub struct Fetcher<'a> {
    limits: Limits,
    allowed: Allowed,
    heeds_robots: bool,
    surroundings: &'a dyn Surroundings,
    tls: Arc<ClientConfig>,
    agent: String,
    robots: BTreeMap<String, Robots>,
    asked: BTreeMap<String, Timestamp>,
    exchanges: Vec<Exchange>,
}

/// An answer to a fetch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fetched {
    /// The address that answered, after redirects.
    pub url: Url,
    /// Its head.
    pub head: Head,
    /// The content, unwrapped.
    pub bytes: Vec<u8>,
    /// When it was asked for.
    pub time: Timestamp,
}

impl Fetched {
    /// The answer as a capture.
    ///
    /// # Errors
    /// When the content is no text.
    pub fn capture(self) -> Result<Capture, FetchError> {
        let kind = self.head.media_type();
        let known = media::of_type(kind.as_deref());
        let media_type = match (known, kind) {
            (Some(media_type), _) => media_type,
            (None, None) => media::sniff(&self.bytes),
            (None, Some(kind)) => return Err(FetchError::Kind(kind)),
        };
        if let Some(looks_like) = binary::looks_like(&self.bytes, media_type) {
            return Err(FetchError::Kind(looks_like.to_owned()));
        }
        let location = Location::Address { url: self.url.into(), charset: self.head.charset() };
        Ok(Capture::new(location, self.time, media_type, self.bytes))
    }
}

impl<'a> Fetcher<'a> {
    /// Makes a client. `contact` stands in the name under which it asks, so that a site can complain.
    ///
    /// # Errors
    /// When secure connections cannot be prepared.
    pub fn new(
        limits: Limits,
        allowed: Allowed,
        heeds_robots: bool,
        contact: &str,
        surroundings: &'a dyn Surroundings,
    ) -> Result<Self, FetchError> {
        Ok(Self {
            limits,
            allowed,
            heeds_robots,
            surroundings,
            tls: exchange::tls(&[])?,
            agent: format!("{NAME}/{} ({contact})", env!("CARGO_PKG_VERSION")),
            robots: BTreeMap::new(),
            asked: BTreeMap::new(),
            exchanges: Vec::new(),
        })
    }

    /// Trusts the authorities in a PEM file beside Mozilla's: those of a house that issues certificates for itself.
    ///
    /// # Errors
    /// When the file holds no certificate that can be a root.
    pub fn trusting(mut self, pem: &[u8]) -> Result<Self, FetchError> {
        let roots: Result<Vec<CertificateDer<'static>>, _> = CertificateDer::pem_slice_iter(pem).collect();
        let roots = roots.map_err(|error| FetchError::Root(error.to_string()))?;
        if roots.is_empty() {
            return Err(FetchError::Root("there is no certificate in it".to_owned()));
        }
        self.tls = exchange::tls(&roots)?;
        Ok(self)
    }

    /// The requests and answers since this was last called, redirects, refusals and robots.txt included.
    pub fn take_exchanges(&mut self) -> Vec<Exchange> {
        std::mem::take(&mut self.exchanges)
    }

    /// Fetches a page, following redirects and trying again where the trouble may pass. `more` are further fields of the request,
    /// such as the conditions of a conditional one; an answer with status 304 is given without content.
    ///
    /// # Errors
    /// When the address, a hop or its content is refused, or no answer comes.
    pub fn fetch(&mut self, address: &str, more: &[(&str, &str)]) -> Result<Fetched, FetchError> {
        let mut url = web_address(address)?;
        for _ in 0..=self.limits.redirects {
            let fetched = self.hop(&url, more)?;
            match (fetched.head.status, fetched.head.get("location")) {
                (301 | 302 | 303 | 307 | 308, Some(target)) => {
                    let next = url.join(target).map_err(|_| FetchError::Address)?;
                    url = web_address(next.as_str())?;
                }
                (200..=299 | 304, _) => return Ok(fetched),
                (status, _) => return Err(FetchError::Status(status)),
            }
        }
        Err(FetchError::Redirects(self.limits.redirects))
    }

    /// One address without its redirects, tried as often as is worth it.
    fn hop(&mut self, url: &Url, more: &[(&str, &str)]) -> Result<Fetched, FetchError> {
        let pause = self.site_pause(url)?;
        let mut tried = 0;
        loop {
            let answer = self.ask(url, more, pause);
            tried += 1;
            let (passing, asked) = match &answer {
                Ok(fetched) => {
                    (FetchError::Status(fetched.head.status).is_passing(), retry_after(&fetched.head))
                }
                Err(error) => (error.is_passing(), None),
            };
            if !passing || tried >= self.limits.tries {
                return answer;
            }
            self.surroundings.wait(pause_before(tried - 1, asked, self.surroundings));
        }
    }

    /// What the site allows and how long to wait between two requests.
    fn site_pause(&mut self, url: &Url) -> Result<Duration, FetchError> {
        if !self.heeds_robots {
            return Ok(self.limits.pause);
        }
        let site = url[..url::Position::BeforePath].to_owned();
        if !self.robots.contains_key(&site) {
            let robots = self.read_robots(url)?;
            self.robots.insert(site.clone(), robots);
        }
        let robots = self.robots.get(&site).cloned().unwrap_or_default();
        if !robots.allows(&url[url::Position::BeforePath..url::Position::AfterQuery]) {
            return Err(FetchError::Robots);
        }
        Ok(robots.pause.unwrap_or_default().clamp(self.limits.pause, LONGEST_PAUSE.max(self.limits.pause)))
    }

    /// The rules of a site. By RFC 9309 a site without the file allows everything, and one in trouble nothing.
    fn read_robots(&mut self, url: &Url) -> Result<Robots, FetchError> {
        let mut at = url.join("/robots.txt").map_err(|_| FetchError::Address)?;
        for _ in 0..5 {
            // A host whose rules could not be had is asked again with the next address, and no sooner than for a page.
            let fetched = match self.ask(&at, &[], self.limits.pause) {
                Ok(fetched) => fetched,
                // What is wrong with the host or the line to it is said, and not laid at the door of robots.txt.
                Err(
                    error @ (FetchError::Private { .. }
                    | FetchError::UnknownHost(_)
                    | FetchError::Certificate(_)
                    | FetchError::Tls(_)),
                ) => return Err(error),
                Err(FetchError::Timeout | FetchError::Connection(_)) => return Ok(Robots::all_refused()),
                Err(_) => return Ok(Robots::none()),
            };
            match (fetched.head.status, fetched.head.get("location").and_then(|to| at.join(to).ok())) {
                (301 | 302 | 303 | 307 | 308, Some(next)) => at = web_address(next.as_str())?,
                (200..=299, _) => {
                    let bytes = &fetched.bytes[..fetched.bytes.len().min(robots::MAX_BYTES)];
                    return Ok(Robots::parse(&String::from_utf8_lossy(bytes), NAME));
                }
                (500..=599, _) => return Ok(Robots::all_refused()),
                _ => return Ok(Robots::none()),
            }
        }
        Ok(Robots::none())
    }

    /// One request. The exchange is kept whatever the answer is.
    fn ask(&mut self, url: &Url, more: &[(&str, &str)], pause: Duration) -> Result<Fetched, FetchError> {
        let host = url.host_str().ok_or(FetchError::Address)?.to_owned();
        let port = url.port_or_known_default().ok_or(FetchError::Address)?;
        // The address that is checked here is the one that is connected to: a name that changes in between changes nothing.
        let address = self.allowed.resolve(&host, port)?;
        self.wait_for_turn(&host, pause);
        let request = exchange::request(url, &self.agent, more);
        let time = self.surroundings.now();
        let answer = exchange::exchange(url, address, &request, &self.limits, &self.tls, self.surroundings);
        self.asked.insert(host, self.surroundings.now());
        let answer = answer?;
        let (head, body) = Head::of_answer(&answer.bytes).ok_or(FetchError::NoHttp("it has no head"))?;
        let content = http::decoded(&head, &answer.bytes[body..], self.limits.bytes);
        let truncated = answer.truncated;
        self.exchanges.push(Exchange {
            url: url.as_str().to_owned(),
            time,
            address: address.ip().to_string(),
            request,
            answer: answer.bytes,
            truncated,
        });
        match truncated {
            Some(_) => Err(FetchError::Connection(std::io::ErrorKind::UnexpectedEof.into())),
            None if head.status == 304 => Ok(Fetched { url: url.clone(), head, bytes: Vec::new(), time }),
            None => Ok(Fetched { url: url.clone(), head, bytes: content?, time }),
        }
    }

    /// Waits until the host may be asked again.
    fn wait_for_turn(&self, host: &str, pause: Duration) {
        if let Some(last) = self.asked.get(host) {
            let since = Duration::try_from(self.surroundings.now().duration_since(*last)).unwrap_or_default();
            if let Some(rest) = pause.checked_sub(since).filter(|rest| !rest.is_zero()) {
                self.surroundings.wait(rest);
            }
        }
    }
}

/// The address without its fragment, which is no business of the server; names and passwords in it are not sent.
fn web_address(address: &str) -> Result<Url, FetchError> {
    let mut url = Url::parse(address.trim()).map_err(|_| FetchError::Address)?;
    url.set_fragment(None);
    let is_web = matches!(url.scheme(), "http" | "https") && url.has_host();
    let is_plain = url.username().is_empty() && url.password().is_none();
    if is_web && is_plain { Ok(url) } else { Err(FetchError::Address) }
}

/// How many seconds the server asks to wait; a date is not read.
fn retry_after(head: &Head) -> Option<Duration> {
    head.get("retry-after")?.parse().ok().map(Duration::from_secs)
}
