//! `sayso export --format F`: the whole case, for other programs.

use clap::{Args, ValueEnum};
use sayso_pages::export;

use crate::{
    commands::add::PROGRAM,
    failure::{Failure, Outcome},
    find::CaseArgument,
    write,
};

/// The formats that a case can be written in.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// One JSON object
    Json,
    /// The pages as they were fetched or added, as one web archive (WACZ), for replay and for other archives
    Wacz,
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
        let case = self.case.open_current()?;
        let snapshot = case.snapshot()?;
        match self.format {
            Format::Json => write::json(&export(&snapshot))?,
            Format::Wacz => write::bytes(&case.wacz(PROGRAM)?)?,
        }
        Ok(Outcome::Done)
    }
}
