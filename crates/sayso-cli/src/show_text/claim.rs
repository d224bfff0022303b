//! One claim.

use sayso_model::Stance;
use sayso_pages::{ClaimView, ShortIds, StatementView};

use super::{heading, reasons};
use crate::table::{count, day};

/// The claim with its status and reasons, then origins, drift, and every statement by stance.
pub fn claim(view: &ClaimView, ids: &ShortIds) -> String {
    let row = &view.row;
    let mut text = format!("{}  {}\n", ids.short(&row.id), row.claim);
    text += &format!("status: {}\n{}", row.status, reasons(&view.reasons, "  "));
    text += &heading(&format!(
        "{} behind {}",
        count(row.independent_origins, "independent origin"),
        count(row.articles, "article")
    ));
    for origin in &view.origins {
        text += &format!(
            "{} ({})\n{}",
            origin.name,
            count(origin.statements.len(), "statement"),
            reasons(&origin.reasons, "  ")
        );
    }
    if !view.drift.is_empty() {
        text += &heading("How it changed in retelling");
    }
    for drift in &view.drift {
        text += &format!(
            "{}\n  {}: {}\n  {}: {}\n",
            drift.kind,
            drift.from.label(),
            drift.from.text,
            drift.to.label(),
            drift.to.text
        );
        text += &reasons(&drift.reasons, "  ");
    }
    if !view.related.is_empty() {
        text += &heading("Claims that bear on it");
    }
    for other in &view.related {
        let kind = other.related.kind.replace('-', " ");
        text += &format!("{kind} {}  {} ({})\n", ids.short(&other.related.claim), other.text, other.status);
        text += &reasons(&other.related.reasons, "  ");
    }
    for stance in Stance::ALL {
        let with: Vec<&StatementView> =
            view.all_statements.iter().filter(|s| s.statement.stance == *stance).collect();
        if !with.is_empty() {
            text += &heading(stance.as_str());
            text.extend(with.into_iter().map(|s| statement(s, ids)));
        }
    }
    text
}

fn statement(view: &StatementView, ids: &ShortIds) -> String {
    let s = &view.statement;
    let who = s.actor.as_ref().map_or("unnamed", |a| a.name.as_str());
    let published = day(view.published.map(|p| p.to_string()).as_deref());
    let origin = view.origin.as_deref().map(|o| format!(", origin: {o}")).unwrap_or_default();
    let cue = s.cue.as_ref().map(|c| format!(" [{}]", c.text)).unwrap_or_default();
    format!(
        "{who}{cue} {}, {}{origin}\n  {published} {}  {}\n  {}\n",
        s.stance,
        s.certainty,
        view.outlet,
        ids.short(&s.id),
        view.sentence
    )
}
