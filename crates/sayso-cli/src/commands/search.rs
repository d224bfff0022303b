//! `sayso search QUERY`: full text over articles and statements.

use clap::Args;
use sayso_pages::{HitView, ShortIds};
use sayso_workbench::{Found, Hit};

use crate::{
    failure::{Failure, Outcome},
    find::CaseArgument,
    write,
};

/// Find articles and statements that hold all the words; "quoted words" together, word* for beginnings
#[derive(Args)]
pub struct Search {
    #[command(flatten)]
    case: CaseArgument,
    /// The words
    #[arg(required = true)]
    query: Vec<String>,
    /// At most so many
    #[arg(long, default_value_t = 20)]
    limit: usize,
    /// JSON instead of text
    #[arg(long)]
    json: bool,
}

impl Search {
    pub fn run(self) -> Result<Outcome, Failure> {
        let case = self.case.open_current()?;
        let hits = case.search(&self.query.join(" "), self.limit)?;
        if self.json {
            write::json(&hits.iter().map(view).collect::<Vec<_>>())?;
            return Ok(Outcome::Done);
        }
        let snapshot = case.snapshot()?;
        let ids = ShortIds::of(&snapshot);
        let mut text = String::new();
        for hit in &hits {
            let view = view(hit);
            let outlet = snapshot.article(&hit.article).and_then(|a| a.publisher.clone()).unwrap_or_default();
            text += &format!("{} {}  {outlet}\n    {}\n", view.kind, ids.short(&view.id), marked(hit));
        }
        if hits.is_empty() {
            text = "Nothing in this case holds all these words.\n".to_owned();
        }
        write::text(&text)?;
        Ok(Outcome::Done)
    }
}

fn view(hit: &Hit) -> HitView {
    let statement = match &hit.found {
        Found::Article => None,
        Found::Statement(id) => Some(id),
    };
    HitView::new(&hit.article, statement, &hit.snippet.text, &hit.snippet.matches)
}

/// The snippet on one line with the matches in brackets.
fn marked(hit: &Hit) -> String {
    let text = &hit.snippet.text;
    let (mut out, mut at) = (String::new(), 0);
    for range in &hit.snippet.matches {
        out += text.get(at..range.start).unwrap_or_default();
        out += &format!("[{}]", text.get(range.clone()).unwrap_or_default());
        at = range.end;
    }
    out += text.get(at..).unwrap_or_default();
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}
