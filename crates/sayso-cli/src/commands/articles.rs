//! `sayso articles`: what the case holds, and where each article's text comes from.

use clap::Args;
use sayso_pages::{ShortIds, articles};

use crate::{
    failure::{Failure, Outcome},
    find::CaseArgument,
    table::{NO_ARTICLES, day, names, table},
    write,
};

/// List the articles with their outlet, credits, the articles they share text with, and where their report starts
#[derive(Args)]
pub struct Articles {
    #[command(flatten)]
    case: CaseArgument,
    /// JSON instead of a table
    #[arg(long)]
    json: bool,
}

impl Articles {
    pub fn run(self) -> Result<Outcome, Failure> {
        let snapshot = self.case.open_current()?.snapshot()?;
        let rows = articles(&snapshot, &sayso_pages::Index::of(&snapshot));
        if self.json {
            write::json(&rows)?;
            return Ok(Outcome::Done);
        }
        if rows.is_empty() {
            write::text(NO_ARTICLES)?;
            return Ok(Outcome::Done);
        }
        let ids = ShortIds::of(&snapshot);
        let mut table = table(&[
            "published",
            "outlet",
            "title",
            "statements",
            "credits",
            "shares text with",
            "origin",
            "id",
        ]);
        for row in &rows {
            let copies: Vec<String> = row
                .copied_from
                .iter()
                .map(|c| format!("{} ({:.0} %)", ids.short(&c.article), 100.0 * c.share))
                .collect();
            table.add_row([
                day(row.published.map(|p| p.to_string()).as_deref()),
                row.publisher.clone().unwrap_or_else(|| row.file.clone()),
                row.title.clone().unwrap_or_else(|| "–".to_owned()),
                row.statements.to_string(),
                names(&row.credits),
                names(&copies),
                row.origin.clone().unwrap_or_else(|| "–".to_owned()),
                ids.short(&row.id).to_owned(),
            ]);
        }
        write::text(&format!("{table}\n"))?;
        Ok(Outcome::Done)
    }
}
