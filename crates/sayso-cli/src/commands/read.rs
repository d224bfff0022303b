//! `sayso read INPUT...`: reads articles without a case.

use std::ffi::OsString;

use clap::Args;
use jiff::Timestamp;
use sayso_capture::{capture, inputs};
use sayso_model::{Capture, Published};
use sayso_pages::ReadView;
use sayso_workbench::{Engines, Progress, read};

use crate::{
    commands::add::tell_not_taken,
    failure::{Failure, Outcome},
    progress::Bar,
    say::say,
    show_text, write,
};

/// Most articles that are read before they are shown: enough to use all cores. The first is shown at once; from then on twice as
/// many each time.
const AT_ONCE: usize = 16;

/// Read articles without a case: who says what in them, with the words that it rests on
#[derive(Args)]
pub struct Read {
    /// One JSON object per line and input, in input order
    #[arg(long)]
    json: bool,
    /// Publication date for inputs that give none, such as 2026-03-14
    #[arg(long, value_name = "DATE")]
    published: Option<Published>,
    /// Files, folders, or - for standard input
    #[arg(required = true)]
    inputs: Vec<OsString>,
}

impl Read {
    pub fn run(self) -> Result<Outcome, Failure> {
        let engines = Engines::shipped()?;
        let now = Timestamp::now();
        let mut outcome = Outcome::Done;
        let found = inputs(&self.inputs);
        let bar = Bar::new();
        bar.begin("reading articles", if found.len() > AT_ONCE { found.len() } else { 0 });
        let (mut rest, mut done, mut size) = (found.as_slice(), 0, 1);
        while !rest.is_empty() {
            let part = rest.split_off(..size.min(rest.len())).unwrap_or_default();
            let mut captures: Vec<Capture> = Vec::new();
            for input in part {
                match input.as_ref().map(|input| capture(input, now)) {
                    Ok(Ok(capture)) => captures.push(capture),
                    Ok(Err(error)) => outcome = tell_not_taken(&error),
                    Err(error) => outcome = tell_not_taken(error),
                }
            }
            let articles = read(&captures, &engines, self.published, &|more| bar.reached(done + more));
            for read in &articles {
                if read.article.text.trim().is_empty() {
                    outcome = Outcome::SomeNotTaken;
                }
                self.show(&read_view(read))?;
            }
            done += part.len();
            size = AT_ONCE.min(2 * size);
        }
        Ok(outcome)
    }

    fn show(&self, view: &ReadView) -> Result<(), Failure> {
        if self.json {
            return write::json_line(view);
        }
        for notice in view.notice_messages() {
            say!("notice: {}: {notice}", view.file);
        }
        write::text(&show_text::read(view))
    }
}

fn read_view(read: &sayso_workbench::ReadArticle) -> ReadView {
    let a = &read.annotations;
    sayso_pages::read(&read.article, &read.statements, &read.actors, (&a.quantities, &a.times, &a.places))
}
