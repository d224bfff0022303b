//! `sayso demo`: the bundled sample case, from articles to ledger.

use clap::Args;
use jiff::Timestamp;
use sayso_model::{Capture, ChangeKind, Location, MediaType};
use sayso_pages::ShortIds;
use sayso_workbench::{Engines, Workbench};

use crate::{
    commands::{add::claims_by_status, claims::ledger_text},
    failure::{Failure, Outcome},
    progress::Bar,
    show_text,
    table::count,
    write,
};

/// One sample article: its path and its text.
type Sample = (&'static str, &'static str);

macro_rules! samples {
    ($($path:literal),+ $(,)?) => { &[$(($path, include_str!(concat!("../../../../demo/", $path)))),+] };
}

/// The sample's days: when its articles are taken as retrieved, and the articles.
const DAYS: [(&str, &[Sample]); 3] = [
    (
        "2031-03-04T22:00:00Z",
        samples![
            "day-1/01-meridian-wire.txt",
            "day-1/02-skarnhaven-herald.txt",
            "day-1/03-coastline-today.txt",
            "day-1/04-tarvenia-now.txt",
            "day-1/05-daily-anchor.txt",
            "day-1/06-mirholt-courier.txt",
            "day-1/07-harbour-and-freight.txt",
            "day-1/08-dravik-gazette.txt",
        ],
    ),
    (
        "2031-03-05T22:00:00Z",
        samples![
            "day-2/09-capital-ledger.txt",
            "day-2/10-lantern-desk.txt",
            "day-2/11-inland-chronicle.txt",
            "day-2/12-the-sounding.txt",
            "day-2/13-evening-telegram.txt",
            "day-2/14-east-quay-radio.txt",
        ],
    ),
    (
        "2031-03-06T22:00:00Z",
        samples![
            "day-3/02-skarnhaven-herald.txt",
            "day-3/15-meridian-wire.txt",
            "day-3/16-teller-coast-observer.txt",
            "day-3/17-coastline-today.txt",
        ],
    ),
];

/// Make the bundled sample case (an invented event) in a temporary folder and print its ledger
#[derive(Args)]
pub struct Demo {}

impl Demo {
    pub fn run(self) -> Result<Outcome, Failure> {
        let folder = tempfile::Builder::new()
            .prefix("sayso-demo-")
            .tempdir()
            .map_err(|source| Failure::Surroundings { doing: "make a temporary folder", source })?
            .keep();
        let engines = Engines::shipped()?;
        let mut case = Workbench::create(&folder)?;
        let mut second_day = Timestamp::MIN;
        for (day, (retrieved, samples)) in DAYS.iter().enumerate() {
            let retrieved = retrieved.parse().unwrap_or(Timestamp::MIN);
            case.add(&samples.iter().map(|s| capture(s, retrieved)).collect::<Vec<_>>())?;
            case.refresh(&engines, &Bar::new())?;
            let snapshot = case.snapshot()?;
            let articles = count(snapshot.articles.len(), "article");
            write::text(&format!("Day {}: {articles}, {}\n", day + 1, claims_by_status(&snapshot)))?;
            second_day = if day == 1 { retrieved } else { second_day };
        }
        let after = case.snapshot()?;
        write::text(&format!("\n{}", ledger_text(&after, false, None)))?;
        let before = case.snapshot_as_of(second_day, &engines)?;
        let mut changes = sayso_claim::changes(&before, &after);
        changes.retain(|c| c.kind == ChangeKind::StatusMoved || c.kind == ChangeKind::ArticleRevised);
        let views = sayso_pages::changes(&before, &after, &changes);
        write::text(&format!(
            "\n{}",
            show_text::changes(&views, &ShortIds::of(&after), "the evening of day 2")
        ))?;
        write::text(&format!(
            "\nLook around: sayso claims --case {0}, then sayso show ID --case {0}\n",
            folder.display()
        ))?;
        Ok(Outcome::Done)
    }
}

fn capture((path, text): &Sample, retrieved: Timestamp) -> Capture {
    Capture::new(Location::File(format!("demo/{path}")), retrieved, MediaType::Text, text.as_bytes().to_vec())
}
