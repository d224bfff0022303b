//! `sayso sources`: who speaks.

use clap::Args;
use sayso_pages::sources;

use crate::{
    failure::{Failure, Outcome},
    find::CaseArgument,
    table::{NO_ARTICLES, names, table},
    write,
};

/// List who speaks in the case: each actor with its other names, for whom it speaks, and what stances it takes
#[derive(Args)]
pub struct Sources {
    #[command(flatten)]
    case: CaseArgument,
    /// JSON instead of a table
    #[arg(long)]
    json: bool,
}

impl Sources {
    pub fn run(self) -> Result<Outcome, Failure> {
        let snapshot = self.case.open_current()?.snapshot()?;
        let rows = sources(&snapshot, &sayso_pages::Index::of(&snapshot));
        if self.json {
            write::json(&rows)?;
            return Ok(Outcome::Done);
        }
        if snapshot.articles.is_empty() {
            write::text(NO_ARTICLES)?;
            return Ok(Outcome::Done);
        }
        let mut table =
            table(&["actor", "kind", "speaks for", "also called", "stances", "claims", "articles", "id"]);
        for row in &rows {
            let stances: Vec<String> =
                row.stances.iter().map(|(stance, n)| format!("{stance} {n}")).collect();
            table.add_row([
                row.name.clone(),
                row.kind.to_owned(),
                row.affiliation.clone().unwrap_or_else(|| "–".to_owned()),
                names(&row.aliases),
                names(&stances),
                row.claims.to_string(),
                row.articles.to_string(),
                row.id.clone(),
            ]);
        }
        write::text(&format!("{table}\n"))?;
        Ok(Outcome::Done)
    }
}
