//! Which case a command is about, and which thing in it an id means.

use std::path::PathBuf;

use clap::Args;
use sayso_pages::ShortIds;
use sayso_workbench::{Engines, Workbench};

use crate::{failure::Failure, progress::Bar};

/// Where the case is.
#[derive(Args, Clone, Debug)]
pub struct CaseArgument {
    /// Folder of the case; else the one in the environment variable SAYSO_CASE, else the nearest folder upwards that is a case
    #[arg(long = "case", value_name = "DIR")]
    pub case: Option<PathBuf>,
}

impl CaseArgument {
    /// Opens the case.
    pub fn open(&self) -> Result<Workbench, Failure> {
        Ok(Workbench::open(self.folder()?)?)
    }

    /// Opens the case and works out what an interrupted run left open, so that what is shown is whole.
    pub fn open_current(&self) -> Result<Workbench, Failure> {
        let mut case = self.open()?;
        if !case.is_current()? {
            case.refresh(&Engines::shipped()?, &Bar::new())?;
        }
        Ok(case)
    }

    /// The folder: `--case`, else `SAYSO_CASE`, else the nearest folder upwards that is a case. An empty `SAYSO_CASE` is none:
    /// that is how a shell unsets a variable for one command.
    pub fn folder(&self) -> Result<PathBuf, Failure> {
        let variable = || std::env::var_os("SAYSO_CASE").filter(|value| !value.is_empty()).map(PathBuf::from);
        if let Some(folder) = self.case.clone().or_else(variable) {
            return Ok(folder);
        }
        let here = std::env::current_dir()
            .map_err(|source| Failure::Surroundings { doing: "find the current folder", source })?;
        here.ancestors().find(|dir| Workbench::is_case(dir)).map(PathBuf::from).ok_or_else(|| {
            Failure::wrong_use(
                "this folder is in no case",
                "make one with `sayso init DIR`, or name one with --case DIR",
            )
        })
    }
}

/// What to do where an id is not known.
const LISTS: &str = "`sayso claims`, `sayso articles` and `sayso sources` list the ids";

/// The one id that begins with `given`.
pub fn full_id<'a>(ids: &'a ShortIds, given: &'a str) -> Result<&'a str, Failure> {
    if given.is_empty() {
        return Err(Failure::wrong_use("no id was given", LISTS));
    }
    let mut found = ids.beginning_with(given);
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(one),
        (Some(one), Some(_)) if one == given => Ok(one),
        (None, _) => Err(Failure::wrong_use(format!("nothing in this case has the id {given}"), LISTS)),
        (Some(_), Some(_)) => {
            let some: Vec<&str> = ids.beginning_with(given).take(6).collect();
            Err(Failure::wrong_use(
                format!("{given} is the beginning of several ids: {}", some.join(", ")),
                "give more of it",
            ))
        }
    }
}
