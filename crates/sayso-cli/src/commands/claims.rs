//! `sayso claims`: the ledger.

use clap::Args;
use sayso_model::{Snapshot, Status};
use sayso_pages::{LedgerRow, ShortIds, ledger};

use crate::{
    failure::{Failure, Outcome},
    find::CaseArgument,
    table::{NO_ARTICLES, at_least, count, day, names, table, unbroken},
    write,
};

/// Show the ledger: every claim with its status, who stands where, and on how many independent origins it rests
#[derive(Args)]
pub struct Claims {
    #[command(flatten)]
    case: CaseArgument,
    /// Show also the claims that rest on a single statement
    #[arg(long)]
    all: bool,
    /// Only claims with this status
    #[arg(long, value_parser = status)]
    status: Option<Status>,
    /// JSON instead of a table; always complete
    #[arg(long)]
    json: bool,
}

fn status(word: &str) -> Result<Status, String> {
    let known = Status::ALL.iter().map(|s| s.as_str()).collect::<Vec<_>>().join(", ");
    Status::ALL.iter().copied().find(|s| s.as_str() == word).ok_or(format!("statuses are {known}"))
}

impl Claims {
    pub fn run(self) -> Result<Outcome, Failure> {
        let snapshot = self.case.open_current()?.snapshot()?;
        if self.json {
            let mut view = ledger(&snapshot);
            view.claims.retain(|c| self.status.is_none_or(|s| s == c.status));
            write::json(&view)?;
        } else {
            write::text(&ledger_text(&snapshot, self.all, self.status))?;
        }
        Ok(Outcome::Done)
    }
}

/// Fewest characters of the column with the wording, of the 132 that a table has where the terminal's width is not known.
const CLAIM_WIDTH: u16 = 32;

/// The ledger as a table. Claims with a single statement are counted below it unless `all` is wanted or a status is asked for.
pub fn ledger_text(snapshot: &Snapshot, all: bool, status: Option<Status>) -> String {
    let view = ledger(snapshot);
    if view.articles == 0 {
        return NO_ARTICLES.to_owned();
    }
    let ids = ShortIds::of(snapshot);
    let wanted = |row: &&LedgerRow| status.is_none_or(|s| s == row.status);
    let shown = |row: &&LedgerRow| all || status.is_some() || row.statements > 1;
    let mut table = table(&[
        "status",
        "claim",
        "asserted by",
        "denied by",
        "confirmed by",
        "origins",
        "articles",
        "last change",
        "id",
    ]);
    for row in view.claims.iter().filter(wanted).filter(shown) {
        table.add_row([
            row.status.to_string(),
            row.claim.clone(),
            names(&row.asserted_by),
            names(&row.denied_by),
            names(&row.confirmed_by),
            row.independent_origins.to_string(),
            row.articles.to_string(),
            day(row.last_change.as_deref()),
            ids.short(&row.id).to_owned(),
        ]);
    }
    unbroken(&mut table, &[0, 5, 6, 7, 8]);
    at_least(&mut table, 1, CLAIM_WIDTH);
    let hidden = view.claims.iter().filter(wanted).filter(|r| !shown(r)).count();
    let mut text = format!("{table}\n");
    if hidden > 0 {
        text += &format!(
            "{}, each resting on a single statement: sayso claims --all\n",
            count(hidden, "more claim")
        );
    }
    text
}
