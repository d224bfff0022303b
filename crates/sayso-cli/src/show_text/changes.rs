//! What is new.

use sayso_model::ChangeKind;
use sayso_pages::{ChangeView, ShortIds};

use super::{heading, reasons};

/// The kinds in the order in which a person wants them, with their headings.
const SECTIONS: [(ChangeKind, &str); 6] = [
    (ChangeKind::StatusMoved, "Status moved"),
    (ChangeKind::NewClaim, "New claims"),
    (ChangeKind::NewStatement, "New statements on known claims"),
    (ChangeKind::ClaimGone, "Claims that are gone"),
    (ChangeKind::ArticleRevised, "Revised articles"),
    (ChangeKind::NewArticle, "New articles"),
];

/// The changes by kind.
pub fn changes(views: &[ChangeView], ids: &ShortIds, since: &str) -> String {
    if views.is_empty() {
        return format!("Nothing changed since {since}.\n");
    }
    let mut text = format!("Since {since}:\n");
    for (kind, title) in SECTIONS {
        let of_kind: Vec<&ChangeView> = views.iter().filter(|v| v.kind == kind).collect();
        if !of_kind.is_empty() {
            text += &heading(&format!("{title} ({})", of_kind.len()));
            text.extend(of_kind.into_iter().map(|v| line(v, ids)));
        }
    }
    text
}

fn line(view: &ChangeView, ids: &ShortIds) -> String {
    let claim = view.claim.as_deref().map(|c| ids.short(c)).unwrap_or_default();
    let words = view.text.as_deref().unwrap_or_default();
    let outlet = view.outlet.as_deref().unwrap_or_default();
    let why = view.reasons.first().map(|r| r.text.as_str()).unwrap_or_default();
    match (view.kind, view.before, view.after) {
        (ChangeKind::StatusMoved, Some(before), Some(after)) => {
            format!("{claim}  {words}\n  {before} → {after}\n{}", reasons(&view.reasons, "  "))
        }
        (ChangeKind::NewClaim, _, Some(after)) => format!("{claim}  {words}\n  {after}: {why}\n"),
        (ChangeKind::NewArticle | ChangeKind::ArticleRevised, ..) => {
            let id = view.article.as_deref().map(|a| ids.short(a)).unwrap_or_default();
            format!("{id}  {outlet}: {why}\n")
        }
        _ => format!(
            "{claim}  {words}\n  {why}{}\n",
            if outlet.is_empty() { String::new() } else { format!(" ({outlet})") }
        ),
    }
}
