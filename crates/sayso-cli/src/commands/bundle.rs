//! `sayso bundle FILE`: the whole case in one file that others can check and open.

use std::path::PathBuf;

use clap::Args;
use sayso_workbench::Engines;

use crate::{
    failure::{Failure, Outcome},
    find::CaseArgument,
    write,
};

/// Write the case as one file: captures, log, readings, archives, claims and the signed checkpoint
///
/// Whoever has the file can check it with `sayso verify --bundle FILE` and make a case of it with `sayso init DIR --bundle FILE`.
/// The key that signs is not in it.
#[derive(Args)]
pub struct Bundle {
    #[command(flatten)]
    case: CaseArgument,
    /// The file; one that is there is not replaced
    file: PathBuf,
}

impl Bundle {
    pub fn run(self) -> Result<Outcome, Failure> {
        let mut case = self.case.open_current()?;
        case.sign()?;
        let bytes = case.bundle(&Engines::shipped()?)?;
        write::new_file(&self.file, &bytes)?;
        write::text(&format!("bundle written to {}, {} bytes\n", self.file.display(), bytes.len()))?;
        Ok(Outcome::Done)
    }
}
