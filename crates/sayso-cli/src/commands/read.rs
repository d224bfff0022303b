//! `sayso read INPUT...`: reads articles without a case.

use clap::Args;
use jiff::Timestamp;
use sayso_model::Published;
use sayso_pages::ReadView;
use sayso_workbench::{Engines, read};

use crate::{
    failure::{Failure, Outcome},
    say::say,
    show_text,
    taking::{Batch, Inputs, Taker},
    write,
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
    #[command(flatten)]
    inputs: Inputs,
}

impl Read {
    pub fn run(self) -> Result<Outcome, Failure> {
        let engines = Engines::shipped()?;
        let now = Timestamp::now();
        let mut outcome = Outcome::Done;
        let mut keep = |batch: Batch| {
            for read in &read(&batch.captures, &engines, self.published, &|_| ()) {
                if read.article.text.trim().is_empty() {
                    outcome = Outcome::SomeNotTaken;
                }
                self.show(&read_view(read))?;
            }
            Ok(())
        };
        let at_once = |batch: usize| AT_ONCE.min(1 << batch.min(10));
        let not_taken =
            Taker::new(&mut keep, &at_once, &self.inputs.web).take(&self.inputs, now, "reading articles")?;
        Ok(if not_taken > 0 { Outcome::SomeNotTaken } else { outcome })
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
