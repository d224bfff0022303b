//! `sayso show ID`: one claim, article or actor with everything that it rests on.

use clap::Args;
use sayso_model::{ActorId, ArticleId, ClaimId, Snapshot, StatementId};
use sayso_pages::{Index, ShortIds, article, claim, source};
use sayso_workbench::Workbench;

use crate::{
    failure::{Failure, Outcome},
    find::{CaseArgument, full_id},
    show_text, write,
};

/// Show one claim with every statement, its words, its article, the origins, the drift and the reasons; or one article or actor
#[derive(Args)]
pub struct Show {
    #[command(flatten)]
    case: CaseArgument,
    /// Id of a claim, article, statement or actor; its first characters will do
    id: String,
    /// JSON instead of text
    #[arg(long)]
    json: bool,
}

impl Show {
    pub fn run(self) -> Result<Outcome, Failure> {
        let case = self.case.open_current()?;
        let snapshot = case.snapshot()?;
        let ids = ShortIds::of(&snapshot);
        let id = full_id(&ids, &self.id)?;
        if id.contains(':') {
            return self.actor(&snapshot, id);
        }
        if id.starts_with('a') {
            return self.article(&case, &snapshot, &ids, id);
        }
        let id = if id.starts_with('s') { claim_of(&snapshot, id)? } else { ClaimId::from_written(id) };
        let view = claim(&snapshot, &Index::of(&snapshot), &id).ok_or_else(|| gone(id.as_str()))?;
        if self.json {
            write::json(&view)?
        } else {
            write::text(&show_text::claim(&view, &ids))?
        }
        Ok(Outcome::Done)
    }

    fn article(
        &self,
        case: &Workbench,
        snapshot: &Snapshot,
        ids: &ShortIds,
        id: &str,
    ) -> Result<Outcome, Failure> {
        let id_of = ArticleId::from_written(id);
        let mut view = article(snapshot, &Index::of(snapshot), &id_of).ok_or_else(|| gone(id))?;
        view.revised = case.revised(snapshot, &id_of)?.iter().map(Into::into).collect();
        let text = snapshot.articles.iter().find(|a| a.id == id_of).ok_or_else(|| gone(id))?;
        if self.json {
            write::json(&view)?
        } else {
            write::text(&show_text::article(&view, &show_text::copied(snapshot, text, ids), ids))?
        }
        Ok(Outcome::Done)
    }

    fn actor(&self, snapshot: &Snapshot, id: &str) -> Result<Outcome, Failure> {
        let view =
            source(snapshot, &Index::of(snapshot), &ActorId::from_written(id)).ok_or_else(|| gone(id))?;
        if self.json {
            write::json(&view)?
        } else {
            write::text(&show_text::actor(&view))?
        }
        Ok(Outcome::Done)
    }
}

/// The claim that a statement belongs to.
fn claim_of(snapshot: &Snapshot, id: &str) -> Result<ClaimId, Failure> {
    let statement = StatementId::from_written(id);
    snapshot.claim_of().get(&statement).map(|c| (*c).clone()).ok_or_else(|| gone(id))
}

fn gone(id: &str) -> Failure {
    Failure::wrong_use(format!("{id} has nothing to show"), "`sayso claims --all` lists all claims")
}
