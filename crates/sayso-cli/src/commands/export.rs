//! `sayso export --format json`: the whole case as one object.

use clap::{Args, ValueEnum};
use sayso_pages::export;

use crate::{
    failure::{Failure, Outcome},
    find::CaseArgument,
    write,
};

/// The formats that a case can be written in.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// One JSON object
    Json,
}

/// Write the whole case to standard output
#[derive(Args)]
pub struct Export {
    #[command(flatten)]
    case: CaseArgument,
    /// How
    #[arg(long, value_enum)]
    format: Format,
}

impl Export {
    pub fn run(self) -> Result<Outcome, Failure> {
        let snapshot = self.case.open_current()?.snapshot()?;
        match self.format {
            Format::Json => write::json(&export(&snapshot))?,
        }
        Ok(Outcome::Done)
    }
}
