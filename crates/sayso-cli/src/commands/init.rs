//! `sayso init DIR`: makes a new, empty case.

use std::path::{Path, PathBuf};

use clap::Args;
use sayso_workbench::{Bundle, Engines, Workbench};

use crate::{
    commands::add::claims_by_status,
    failure::{Failure, Outcome},
    progress::Bar,
    say::say,
    table::count,
    write,
};

/// Make a new, empty case: one folder for everything about one contested event
#[derive(Args)]
pub struct Init {
    /// The folder; it is made where it is missing
    dir: PathBuf,
    /// Make it of a bundle that another desk has written: captures and log are kept as they are, and what follows from them is
    /// worked out again
    #[arg(long, value_name = "FILE")]
    bundle: Option<PathBuf>,
}

impl Init {
    pub fn run(self) -> Result<Outcome, Failure> {
        if let Some(file) = &self.bundle {
            return self.open_bundle(file);
        }
        Workbench::create(&self.dir)?;
        write::text(&format!(
            "New case in {}. Add articles: sayso add --case {0} FILES\n",
            self.dir.display()
        ))?;
        Ok(Outcome::Done)
    }
    /// Makes the case of a bundle; exit code 1 where this version works out other claims than the bundle holds.
    fn open_bundle(&self, file: &Path) -> Result<Outcome, Failure> {
        let bundle = read_bundle(file)?;
        let differences = bundle.verify().differences;
        if let Some(first) = differences.first() {
            let message = format!("{} is not what was written: {first}", file.display());
            return Err(Failure::wrong_use(
                message,
                "ask for the bundle again; `sayso verify --bundle` lists all differences",
            ));
        }
        let engines = Engines::shipped()?;
        let (case, differences) = Workbench::open_bundle(&self.dir, &bundle, &engines, &Bar::new())?;
        for difference in &differences {
            say!("differs: {difference}");
        }
        write::text(&format!(
            "New case in {} with the ledger of the bundle, {} found\n{}\n",
            self.dir.display(),
            count(differences.len(), "difference"),
            claims_by_status(&case.snapshot()?)
        ))?;
        Ok(if differences.is_empty() { Outcome::Done } else { Outcome::SomeNotTaken })
    }
}

/// Reads a bundle from its file.
pub fn read_bundle(file: &Path) -> Result<Bundle, Failure> {
    let bytes =
        std::fs::read(file).map_err(|source| Failure::Surroundings { doing: "read the bundle", source })?;
    Bundle::read(&bytes).map_err(|error| {
        Failure::wrong_use(format!("{}: {error}", file.display()), "ask for the bundle again")
    })
}
