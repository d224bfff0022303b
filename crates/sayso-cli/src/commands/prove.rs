//! `sayso prove ID`: that what a claim rests on stands in the log, so that someone without the case can check it.

use clap::Args;
use sayso_pages::ShortIds;

use crate::{
    failure::{Failure, Outcome},
    find::{CaseArgument, full_id},
    write,
};

/// Print proofs that the captures behind a claim or an article stand in the log, as JSON
///
/// Each proof has the entry's bytes, its place, and the hashes that lead to the root of the signed checkpoint (RFC 6962, section
/// 2.1.1).
#[derive(Args)]
pub struct Prove {
    #[command(flatten)]
    case: CaseArgument,
    /// Id of a claim or an article, or its beginning
    id: String,
}

impl Prove {
    pub fn run(self) -> Result<Outcome, Failure> {
        let mut case = self.case.open_current()?;
        case.sign()?;
        let snapshot = case.snapshot()?;
        let ids = ShortIds::of(&snapshot);
        let id = full_id(&ids, &self.id)?;
        match case.proofs(&snapshot, id)? {
            Some(proofs) => write::json(&proofs)?,
            None => {
                return Err(Failure::wrong_use(
                    format!("{id} is neither a claim nor an article"),
                    "`sayso claims` lists claims",
                ));
            }
        }
        Ok(Outcome::Done)
    }
}
