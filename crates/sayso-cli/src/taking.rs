//! Taking inputs: each is opened when its turn comes, addresses are fetched, what comes is handed on in batches, and what cannot
//! be taken is told.

use std::{collections::BTreeSet, ffi::OsString};

use clap::Args;
use jiff::Timestamp;
use sayso_capture::{
    CaptureError, ColumnMap, Feed, Found, Input,
    fetch::{Fetched, Fetcher},
    inputs, take,
    warc::Exchange,
};
use sayso_model::Capture;
use sayso_workbench::Progress;

use crate::{failure::Failure, progress::Bar, say::say, web::WebArguments};

/// Bytes of captures that are held at once: with 32 captures of the usual size far from it, and enough for any three.
const BYTES_AT_ONCE: usize = 32 * 1024 * 1024;
/// Feeds within feeds that are followed: a sitemap's index names sitemaps, and those pages.
const MAX_FEED_DEPTH: usize = 3;

/// Which inputs, and how they are read.
#[derive(Args, Clone, Debug)]
pub struct Inputs {
    /// Which column of a JSONL or CSV table holds what, such as title=headline,text=story
    #[arg(long, value_name = "NAME=COLUMN,...", default_value = "")]
    pub map: ColumnMap,
    #[command(flatten)]
    pub web: WebArguments,
    /// Files, folders, addresses of pages, feeds or sitemaps, or - for standard input
    #[arg(required = true)]
    pub inputs: Vec<OsString>,
}

/// What was taken and is to be kept together.
#[derive(Debug, Default)]
pub struct Batch {
    /// The captures, in order.
    pub captures: Vec<Capture>,
    /// The requests and answers that fetched ones came by.
    pub exchanges: Vec<Exchange>,
}

/// Takes inputs and hands what comes on in batches of at most `at_once(batch)` captures.
pub struct Taker<'a> {
    keep: &'a mut dyn FnMut(Batch) -> Result<(), Failure>,
    at_once: &'a dyn Fn(usize) -> usize,
    web: WebArguments,
    fetcher: Option<Fetcher<'static>>,
    batch: Batch,
    batches: usize,
    not_taken: usize,
    failure: Option<Failure>,
}

impl<'a> Taker<'a> {
    pub fn new(
        keep: &'a mut dyn FnMut(Batch) -> Result<(), Failure>,
        at_once: &'a dyn Fn(usize) -> usize,
        web: &WebArguments,
    ) -> Self {
        let web = web.clone();
        Self {
            keep,
            at_once,
            web,
            fetcher: None,
            batch: Batch::default(),
            batches: 0,
            not_taken: 0,
            failure: None,
        }
    }

    /// Takes all inputs; gives how many things could not be taken.
    pub fn take(mut self, given: &Inputs, now: Timestamp, what: &str) -> Result<usize, Failure> {
        let found = inputs(&given.inputs);
        let bar = Bar::new();
        bar.begin(what, if found.len() > 1 { found.len() } else { 0 });
        for (number, input) in found.into_iter().enumerate() {
            match input {
                Ok(input) => self.take_one(&input, given, now)?,
                Err(error) => self.refuse(&error),
            }
            bar.reached(number + 1);
        }
        self.finish()
    }

    /// Hands on what is left; gives how many things could not be taken.
    pub fn finish(mut self) -> Result<usize, Failure> {
        self.flush();
        match self.failure {
            Some(failure) => Err(failure),
            None => Ok(self.not_taken),
        }
    }

    fn take_one(&mut self, input: &Input, given: &Inputs, now: Timestamp) -> Result<(), Failure> {
        take(input, &given.map, now, &mut |found| match found {
            // A case that failed is not asked again, and the rest of a long archive is passed over.
            _ if self.failure.is_some() => {}
            Ok(Found::Capture(capture)) => self.push(capture),
            Ok(Found::Address(url)) => self.fetch(&url, &mut BTreeSet::new(), 0),
            Err(error) => self.refuse(&error),
        });
        self.failure.take().map_or(Ok(()), Err)
    }

    /// Fetches an address; where it is a feed, the pages that it names. `known` are those that have been fetched.
    pub fn fetch(&mut self, url: &str, known: &mut BTreeSet<String>, depth: usize) {
        if !known.insert(url.to_owned()) || self.failure.is_some() {
            return;
        }
        let Some(fetched) = self.ask(url, &[]) else { return };
        match Feed::parse(&fetched.bytes, Some(&fetched.url)) {
            Some(feed) if depth < MAX_FEED_DEPTH => {
                let further = feed.feeds.into_iter().map(|url| (url, depth + 1));
                let pages = feed.pages.into_iter().map(|url| (url, MAX_FEED_DEPTH));
                further.chain(pages).for_each(|(url, depth)| self.fetch(&url, known, depth));
            }
            _ => self.page(url, fetched),
        }
    }

    /// The page of an answer.
    pub fn page(&mut self, url: &str, fetched: Fetched) {
        match fetched.capture() {
            Ok(capture) => self.push(capture),
            Err(source) => self.refuse(&CaptureError::NotFetched { url: url.to_owned(), source }),
        }
    }

    /// Asks for an address; `None` where no answer came, which has been told.
    pub fn ask(&mut self, url: &str, more: &[(&str, &str)]) -> Option<Fetched> {
        if self.fetcher.is_none() {
            match self.web.fetcher() {
                Ok(fetcher) => self.fetcher = Some(fetcher),
                Err(failure) => self.failure = Some(failure),
            }
        }
        let fetcher = self.fetcher.as_mut()?;
        let answer = fetcher.fetch(url, more);
        self.batch.exchanges.extend(fetcher.take_exchanges());
        match answer {
            Ok(fetched) => Some(fetched),
            Err(source) => {
                self.refuse(&CaptureError::NotFetched { url: url.to_owned(), source });
                None
            }
        }
    }

    fn push(&mut self, capture: Capture) {
        self.batch.captures.push(capture);
        let captured: usize = self.batch.captures.iter().map(|capture| capture.bytes.len()).sum();
        let sent: usize = self.batch.exchanges.iter().map(|exchange| exchange.answer.len()).sum();
        if self.batch.captures.len() >= (self.at_once)(self.batches) || captured + sent >= BYTES_AT_ONCE {
            self.flush();
        }
    }

    fn flush(&mut self) {
        let batch = std::mem::take(&mut self.batch);
        if !(batch.captures.is_empty() && batch.exchanges.is_empty()) && self.failure.is_none() {
            self.batches += 1;
            self.failure = (self.keep)(batch).err();
        }
    }

    fn refuse(&mut self, error: &CaptureError) {
        tell_not_taken(error);
        self.not_taken += 1;
    }
}

/// Tells which input could not be taken, why, and what to do.
pub fn tell_not_taken(error: &CaptureError) {
    say!("not taken: {error}");
    let mut cause = std::error::Error::source(error);
    while let Some(deeper) = cause {
        say!("  because: {deeper}");
        cause = deeper.source();
    }
    say!("  hint: {}", error.hint());
}
