//! Addresses that are added from the browser: fetched one after the other in the background, then read.

use std::{
    collections::{BTreeSet, VecDeque},
    sync::Arc,
};

use sayso_capture::{
    Feed,
    fetch::{Allowed, FetchError, Fetched, Fetcher, Limits},
    warc,
};
use sayso_workbench::{Added, Progress as _, Workbench, WorkbenchError};

use crate::{desk::Desk, refusal::Refusal, texts, world::World};

/// Pages that one form fetches, those that feeds name included: some minutes, since a site is not asked all the time.
const MOST: usize = 200;
/// How archives name the program that wrote them.
const PROGRAM: &str = concat!("sayso/", env!("CARGO_PKG_VERSION"));
/// Whom sites can complain to: nobody is named, unlike with `sayso add --contact`.
const CONTACT: &str = "a person at a browser asked for this page";

impl Desk {
    /// Begins to fetch these addresses, one in each line.
    pub(crate) fn fetch(self: &Arc<Self>, lines: &str) -> Result<(), Refusal> {
        let addresses: VecDeque<String> =
            lines.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect();
        let hint = texts::ONE_ADDRESS_A_LINE;
        if addresses.is_empty() {
            return Err(Refusal::bad_value(texts::NO_ADDRESS, hint));
        }
        if addresses.len() > MOST {
            return Err(Refusal::bad_value(texts::more_than(MOST), hint));
        }
        let desk = self.clone();
        std::thread::spawn(move || {
            let told = match desk.fetch_all(addresses) {
                Ok(added) => summary(&added),
                Err(error) => texts::not_written(&error),
            };
            desk.progress().change(|view| (view.running, view.last) = (false, Some(told)));
            desk.read_added();
        });
        Ok(())
    }

    fn fetch_all(&self, mut open: VecDeque<String>) -> Result<Added, WorkbenchError> {
        let progress = self.progress();
        progress.change(|view| (view.running, view.last, view.refused) = (true, None, Vec::new()));
        let refuse = |url: &str, error: &FetchError| {
            progress.change(|view| view.refused.push(format!("{url}: {error}; {}", error.hint())));
        };
        // No address of this machine or its network is allowed.
        let allowed = Allowed::new(std::iter::empty());
        let mut fetcher = match Fetcher::new(Limits::default(), allowed, true, CONTACT, &World) {
            Ok(fetcher) => fetcher,
            Err(error) => {
                refuse("https", &error);
                return Ok(Added::default());
            }
        };
        let mut case = Workbench::open(self.folder())?;
        let (mut known, mut added) = (BTreeSet::new(), Added::default());
        while let Some(url) = open.pop_front() {
            if known.len() == MOST || !known.insert(url.clone()) {
                continue;
            }
            progress.begin(texts::FETCHING, known.len() + open.len());
            progress.reached(known.len() - 1);
            let answer = fetcher.fetch(&url, &[]);
            let exchanges = fetcher.take_exchanges();
            if let Some((first, Ok(archive))) =
                exchanges.first().map(|f| (f, warc::archive(&exchanges, PROGRAM)))
            {
                case.keep_archive(&archive, first.time)?;
            }
            match answer {
                Ok(fetched) => match pages_of(&fetched) {
                    Some(pages) => open.extend(pages),
                    None => match fetched.capture() {
                        Ok(capture) => added.join(case.add(&[capture])?),
                        Err(error) => refuse(&url, &error),
                    },
                },
                Err(error) => refuse(&url, &error),
            }
        }
        Ok(added)
    }
}

/// The pages that a feed names; `None` of what is no feed.
fn pages_of(fetched: &Fetched) -> Option<Vec<String>> {
    Feed::parse(&fetched.bytes, Some(&fetched.url)).map(|feed| feed.pages)
}

fn summary(added: &Added) -> String {
    let (new, revised, known) = (added.new, added.revised, added.unchanged + added.without_text.len());
    texts::fetched(new, revised, known)
}
