//! `sayso verify`: whether the case still is what was put into it.

use clap::Args;

use crate::{
    failure::{Failure, Outcome},
    find::CaseArgument,
    table::count,
    write,
};

/// Check that every capture has the bytes that were kept and that the log agrees; exit code 1 when anything differs
#[derive(Args)]
pub struct Verify {
    #[command(flatten)]
    case: CaseArgument,
}

impl Verify {
    pub fn run(self) -> Result<Outcome, Failure> {
        let found = self.case.open()?.verify()?;
        for difference in &found.differences {
            eprintln!("differs: {difference}");
        }
        let (captures, entries) = (count(found.captures, "capture"), found.entries);
        let entries = if entries == 1 { "1 log entry".to_owned() } else { format!("{entries} log entries") };
        write::text(&format!(
            "{captures} and {entries} checked, {} found\nlog root {}\n",
            count(found.differences.len(), "difference"),
            found.root
        ))?;
        Ok(if found.differences.is_empty() { Outcome::Done } else { Outcome::SomeNotTaken })
    }
}
