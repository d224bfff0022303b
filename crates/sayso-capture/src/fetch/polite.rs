//! How much, how long, how often? Limits of a fetch, and what it needs from the world around it.

use std::time::Duration;

use jiff::Timestamp;

/// Limits of one fetch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Longest wait for a connection.
    pub connect: Duration,
    /// Longest wait for the next bytes.
    pub silence: Duration,
    /// Longest time for the whole answer: a server that sends a byte each second is left at last.
    pub whole: Duration,
    /// Most bytes of an answer as sent.
    pub bytes: u64,
    /// Most redirects that are followed; browsers follow 20, and honest sites need three.
    pub redirects: usize,
    /// Most tries, where the trouble may pass.
    pub tries: u32,
    /// Shortest time between two requests to one host.
    pub pause: Duration,
}

impl Default for Limits {
    /// Ten seconds to connect and for silence, a minute for the answer, an article's size, ten redirects, three tries, and one
    /// second between two requests to a host: the pace that crawlers keep where a site asks for none.
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            silence: Duration::from_secs(10),
            whole: Duration::from_secs(60),
            bytes: crate::MAX_ARTICLE_BYTES,
            redirects: 10,
            tries: 3,
            pause: Duration::from_secs(1),
        }
    }
}

/// Longest pause that a site can ask for with `Crawl-delay` or `Retry-After`: who asks for more is not waited for in one command.
pub(super) const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// Time, waiting and chance, which belong to the caller.
pub trait Surroundings {
    /// The time now.
    fn now(&self) -> Timestamp;
    /// Waits.
    fn wait(&self, time: Duration);
    /// A number from 0 up to but not including 1, by which pauses between tries differ, so that many clients do not try at once.
    fn chance(&self) -> f64;
}

/// How long to wait before the next try: twice as long each time, by chance between the half and the whole of it.
pub(super) fn pause_before(
    try_number: u32,
    asked: Option<Duration>,
    surroundings: &dyn Surroundings,
) -> Duration {
    let doubled = Duration::from_secs(1) * 2_u32.saturating_pow(try_number.min(5));
    let own = doubled.mul_f64(0.5 + 0.5 * surroundings.chance().clamp(0.0, 1.0));
    asked.map_or(own, |asked| asked.max(own)).min(LONGEST_PAUSE)
}
