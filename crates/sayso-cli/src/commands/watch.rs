//! `sayso watch FEED...`: asks feeds for news and takes the pages that they name into the case.

use std::{collections::BTreeSet, time::Duration};

use clap::Args;
use jiff::{SignedDuration, Timestamp};
use sayso_capture::{CaptureError, Feed, Input, fetch::Fetched, inputs};
use sayso_workbench::{Added, Engines, Workbench};
use serde::{Deserialize, Serialize};

use crate::{
    commands::add::{keep, summary, tell_notices},
    failure::{Failure, Outcome},
    find::CaseArgument,
    progress::Bar,
    say::say,
    taking::{Batch, Taker, tell_not_taken},
    web::WebArguments,
    write,
};

/// Captures kept in one act, as in `add`.
const AT_ONCE: usize = 32;
/// Shortest time between two questions to one feed: what readers of feeds agree on as polite.
const SHORTEST: u64 = 300;
/// Longest time between two questions to a feed that is in trouble.
const LONGEST: SignedDuration = SignedDuration::from_hours(24);

/// Watch feeds (RSS, Atom, JSON Feed), lists of feeds (OPML) and sitemaps: take new pages into the case until Ctrl-C
///
/// A feed is asked only for what has changed since it was asked last. One that fails is asked half as often each time, at least
/// once a day.
#[derive(Args)]
pub struct Watch {
    #[command(flatten)]
    case: CaseArgument,
    #[command(flatten)]
    web: WebArguments,
    /// Ask each feed that is due once, and end
    #[arg(long)]
    once: bool,
    /// Seconds between two questions to one feed
    #[arg(long, value_name = "SECONDS", default_value_t = 1800, value_parser = clap::value_parser!(u64).range(SHORTEST..=86_400))]
    every: u64,
    /// Addresses of feeds, of OPML files or sitemaps
    #[arg(required = true)]
    feeds: Vec<String>,
}

/// What is remembered of a feed between two questions.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
struct State {
    etag: Option<String>,
    last_modified: Option<String>,
    /// Pages that it named last and that were taken.
    taken: BTreeSet<String>,
    /// Feeds that it named last.
    feeds: Vec<String>,
    failures: u32,
    /// Not to be asked before.
    due: Option<Timestamp>,
}

impl Watch {
    pub fn run(self) -> Result<Outcome, Failure> {
        let mut case = self.case.open()?;
        let engines = Engines::shipped()?;
        for input in inputs(&self.feeds) {
            if !matches!(input, Ok(Input::Address(_))) {
                return Err(Failure::wrong_use(
                    "only addresses can be watched",
                    "add files with `sayso add`",
                ));
            }
        }
        loop {
            let (added, not_taken) = self.round(&mut case)?;
            case.refresh(&engines, &Bar::new())?;
            case.sign()?;
            tell_notices(&added);
            if self.once || added != Added::default() {
                write::text(&summary(&added, not_taken, &case.snapshot()?))?;
            }
            if self.once {
                return Ok(if not_taken == 0 { Outcome::Done } else { Outcome::SomeNotTaken });
            }
            std::thread::sleep(self.rest(&case)?);
        }
    }

    /// Asks every feed that is due.
    fn round(&self, case: &mut Workbench) -> Result<(Added, usize), Failure> {
        let (mut all, mut not_taken, mut known) = (Added::default(), 0, BTreeSet::new());
        let mut open: Vec<String> = self.feeds.iter().rev().cloned().collect();
        while let Some(url) = open.pop() {
            if !known.insert(url.clone()) {
                continue;
            }
            let (added, refused, feeds) = self.ask(case, &url)?;
            all.join(added);
            not_taken += refused;
            open.extend(feeds.into_iter().rev());
        }
        Ok((all, not_taken))
    }

    /// Asks one feed if it is due; gives what it brought, how much could not be taken, and the feeds that it names.
    fn ask(&self, case: &mut Workbench, url: &str) -> Result<(Added, usize, Vec<String>), Failure> {
        let mut state: State =
            case.feed(url)?.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        if state.due.is_some_and(|due| due > Timestamp::now()) {
            return Ok((Added::default(), 0, state.feeds));
        }
        let (mut added, mut without_text) = (Added::default(), 0);
        let mut keep = |batch: Batch| {
            let part = keep(case, &batch)?;
            without_text += part.without_text.len();
            added.join(part);
            Ok(())
        };
        let mut taker = Taker::new(&mut keep, &|_| AT_ONCE, &self.web);
        let conditions = [("If-None-Match", &state.etag), ("If-Modified-Since", &state.last_modified)];
        let conditions: Vec<(&str, &str)> =
            conditions.into_iter().filter_map(|(name, value)| Some((name, value.as_deref()?))).collect();
        match taker.ask(url, &conditions) {
            Some(fetched) => {
                state.failures = 0;
                if fetched.head.status != 304 {
                    take_pages(&mut taker, url, fetched, &mut state);
                }
            }
            None => state.failures += 1,
        }
        let not_taken = taker.finish()?;
        state.due = Some(Timestamp::now() + self.pause(state.failures));
        case.keep_feed(url, &serde_json::to_string(&state).map_err(std::io::Error::from)?)?;
        Ok((added, not_taken + without_text, state.feeds))
    }

    /// How long a feed is left alone that has failed so many times in a row.
    fn pause(&self, failures: u32) -> SignedDuration {
        let seconds = self.every.saturating_mul(2_u64.saturating_pow(failures.min(10)));
        SignedDuration::from_secs(i64::try_from(seconds).unwrap_or(i64::MAX)).min(LONGEST)
    }

    /// How long until the next feed is due.
    fn rest(&self, case: &Workbench) -> Result<Duration, Failure> {
        let now = Timestamp::now();
        let mut next = now + SignedDuration::from_secs(i64::try_from(self.every).unwrap_or(i64::MAX));
        for url in &self.feeds {
            let state = case.feed(url)?.and_then(|text| serde_json::from_str::<State>(&text).ok());
            next = state.and_then(|state| state.due).map_or(next, |due| due.min(next));
        }
        Ok(Duration::try_from(next.duration_since(now)).unwrap_or_default().max(Duration::from_secs(1)))
    }
}

/// Takes the pages that a feed names and that were not taken before. A page that could not be taken is tried with the next news
/// of the feed.
fn take_pages(taker: &mut Taker<'_>, url: &str, fetched: Fetched, state: &mut State) {
    let field = |name| fetched.head.get(name).map(str::to_owned);
    (state.etag, state.last_modified) = (field("etag"), field("last-modified"));
    let Some(feed) = Feed::parse(&fetched.bytes, Some(&fetched.url)) else {
        tell_not_taken(&CaptureError::NoFeed { url: url.to_owned() });
        state.failures += 1;
        return;
    };
    let new: Vec<&String> = feed.pages.iter().filter(|page| !state.taken.contains(*page)).collect();
    say!("{url}: {} pages, {} of them new", feed.pages.len(), new.len());
    let mut taken: BTreeSet<String> =
        feed.pages.iter().filter(|page| state.taken.contains(*page)).cloned().collect();
    for page in new {
        if let Some(fetched) = taker.ask(page, &[]) {
            taker.page(page, fetched);
            taken.insert(page.clone());
        }
    }
    state.taken = taken;
    state.feeds = feed.feeds;
}
