//! `sayso init DIR`: makes a new, empty case.

use std::path::PathBuf;

use clap::Args;
use sayso_workbench::Workbench;

use crate::{
    failure::{Failure, Outcome},
    write,
};

/// Make a new, empty case: one folder for everything about one contested event
#[derive(Args)]
pub struct Init {
    /// The folder; it is made where it is missing
    dir: PathBuf,
}

impl Init {
    pub fn run(self) -> Result<Outcome, Failure> {
        Workbench::create(&self.dir)?;
        write::text(&format!(
            "New case in {}. Add articles: sayso add --case {0} FILES\n",
            self.dir.display()
        ))?;
        Ok(Outcome::Done)
    }
}
