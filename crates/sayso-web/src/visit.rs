//! When was this browser here last? A cookie with two times, which is all that is kept, and the server keeps none of it.

use axum::http::{HeaderMap, header::COOKIE};
use jiff::Timestamp;

/// Seconds without a page after which the next one begins another visit: a long break, or a walk to the copier and back.
const BREAK: i64 = 30 * 60;
/// Seconds after which the time of the last page is written anew: not with every page.
const STEP: i64 = 60;
/// How long a browser keeps it: a year.
const KEPT: u32 = 365 * 24 * 60 * 60;

/// The visits of one browser, in seconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Visits {
    /// When the visit before this one ended; `None` in the first.
    before: Option<i64>,
    /// When the last page was asked for.
    last: i64,
}

impl Visits {
    /// What the browser has kept. Each server has a cookie of its own, since browsers do not tell ports apart.
    pub(crate) fn of(headers: &HeaderMap, port: u16) -> Option<Self> {
        let cookies =
            headers.get_all(COOKIE).iter().filter_map(|c| c.to_str().ok()).flat_map(|c| c.split(';'));
        let name = name(port);
        let mut of_ours = cookies.filter_map(|c| c.trim().strip_prefix(&name)?.strip_prefix('='));
        let (before, last) = of_ours.next()?.split_once('.')?;
        let before: i64 = before.parse().ok()?;
        Some(Self { before: Some(before).filter(|b| *b > 0), last: last.parse().ok().filter(|l| *l > 0)? })
    }

    /// The visits when a page is asked for now.
    pub(crate) fn with(known: Option<Self>, now: Timestamp) -> Self {
        let now = now.as_second();
        match known {
            None => Self { before: None, last: now },
            Some(visits) if now - visits.last > BREAK => Self { before: Some(visits.last), last: now },
            Some(visits) if now - visits.last >= STEP => Self { last: now, ..visits },
            Some(visits) => visits,
        }
    }

    /// When the browser was here last before this visit.
    pub(crate) fn before(self) -> Option<Timestamp> {
        self.before.and_then(|seconds| Timestamp::from_second(seconds).ok())
    }

    /// The cookie that keeps it.
    pub(crate) fn cookie(self, port: u16) -> String {
        let (name, before, last) = (name(port), self.before.unwrap_or(0), self.last);
        format!("{name}={before}.{last}; HttpOnly; SameSite=Strict; Path=/; Max-Age={KEPT}")
    }
}

fn name(port: u16) -> String {
    format!("sayso_visit_{port}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn sent(cookie: &str) -> Option<Visits> {
        let mut headers = HeaderMap::new();
        headers.insert(COOKIE, format!("x=1; {}", cookie.split(';').next().unwrap()).parse().unwrap());
        Visits::of(&headers, 7878)
    }

    #[test]
    fn a_break_ends_a_visit_and_further_pages_do_not() {
        let first = Visits::with(None, at(1_000_000));
        assert_eq!((first.before(), sent(&first.cookie(7878))), (None, Some(first)));
        let soon = Visits::with(Some(first), at(1_000_030));
        assert_eq!(soon, first, "nothing is written anew within a minute");
        let later = Visits::with(Some(soon), at(1_001_000));
        assert_eq!(later.before(), None);
        let next = Visits::with(Some(later), at(1_009_000));
        assert_eq!(next.before(), Some(at(1_001_000)));
        assert_eq!(Visits::with(sent(&next.cookie(7878)), at(1_009_090)).before(), Some(at(1_001_000)));
    }

    #[test]
    fn what_is_no_such_cookie_counts_as_none() {
        for wrong in
            ["sayso_visit_7878=x", "sayso_visit_7878=1.", "sayso_visit_80=1.2", "sayso_visit_7878=5.-3"]
        {
            assert_eq!(sent(wrong), None, "{wrong}");
        }
    }
}
