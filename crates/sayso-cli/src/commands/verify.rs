//! `sayso verify`: whether the case still is what was put into it.

use std::path::PathBuf;

use clap::Args;
use sayso_workbench::{Engines, Verified, Workbench};

use crate::{
    commands::{init::read_bundle, timestamp::Trusted},
    failure::{Failure, Outcome},
    find::CaseArgument,
    say::say,
    table::count,
    write,
};

/// Check captures, articles and log against each other; exit code 1 when anything differs
///
/// Every capture must have the bytes that were kept, every article must be what its capture gives, and the log must record both,
/// with the root that was kept with its last entry.
#[derive(Args)]
pub struct Verify {
    #[command(flatten)]
    case: CaseArgument,
    /// Also work out statements, actors, copies, origins and claims again and compare; takes as long as adding an article
    #[arg(long)]
    derived: bool,
    /// Check a bundle instead of a case: nothing else is needed for it
    #[arg(long, value_name = "FILE", conflicts_with_all = ["case", "derived"])]
    bundle: Option<PathBuf>,
    #[command(flatten)]
    trusted: Trusted,
}

impl Verify {
    pub fn run(self) -> Result<Outcome, Failure> {
        if let Some(file) = &self.bundle {
            return tell(&read_bundle(file)?.verify_trusting(&self.trusted.witnesses()?));
        }
        let case = Workbench::open_for_check(self.case.folder()?)?;
        let mut found = case.verify_trusting(&self.trusted.witnesses()?)?;
        if self.derived {
            match case.verify_derived(&Engines::shipped()?)? {
                Some(differences) => found.differences.extend(differences),
                None => say!(
                    "not compared: what follows from the articles is not worked out yet; `sayso claims` does that"
                ),
            }
        }
        tell(&found)
    }
}

/// Tells what was found.
fn tell(found: &Verified) -> Result<Outcome, Failure> {
    for difference in &found.differences {
        say!("differs: {difference}");
    }
    let stamps: String = found.timestamps.iter().map(|shown| format!("{shown}\n")).collect();
    let unsigned = match found.unsigned {
        0 => String::new(),
        1 => "the last log entry is not covered by a signed checkpoint\n".to_owned(),
        several => format!("the last {several} log entries are not covered by a signed checkpoint\n"),
    };
    let (captures, entries) = (count(found.captures, "capture"), found.entries);
    let entries = if entries == 1 { "1 log entry".to_owned() } else { format!("{entries} log entries") };
    write::text(&format!(
        "{captures} and {entries} checked, {} found\n{stamps}{unsigned}log root {}\n",
        count(found.differences.len(), "difference"),
        found.root
    ))?;
    Ok(if found.differences.is_empty() { Outcome::Done } else { Outcome::SomeNotTaken })
}
