//! What is new.

use sayso_model::ChangeKind;
use sayso_pages::{CHANGE_SECTIONS, ChangeView, ReasonJson, ShortIds};

use super::{heading, reasons, revised};

/// The changes by kind.
pub fn changes(views: &[ChangeView], ids: &ShortIds, since: &str) -> String {
    if views.is_empty() {
        return format!("Nothing changed since {since}.\n");
    }
    let mut text = format!("Since {since}:\n");
    for (kind, title) in CHANGE_SECTIONS {
        let of_kind: Vec<&ChangeView> = views.iter().filter(|v| v.kind == kind).collect();
        if !of_kind.is_empty() {
            text += &heading(&format!("{title} ({})", of_kind.len()));
            text.extend(of_kind.into_iter().map(|v| line(v, ids)));
        }
    }
    text
}

/// The reasons without those that say the same words again: of three statements by one actor one line is enough.
fn each_once(reasons: &[ReasonJson]) -> Vec<ReasonJson> {
    let mut out: Vec<ReasonJson> = Vec::new();
    for reason in reasons {
        if out.iter().all(|known| known.text != reason.text) {
            out.push(reason.clone());
        }
    }
    out
}

fn line(view: &ChangeView, ids: &ShortIds) -> String {
    let claim = view.claim.as_deref().map(|c| ids.short(c)).unwrap_or_default();
    let words = view.text.as_deref().unwrap_or_default();
    let outlet = view.outlet.as_deref().unwrap_or_default();
    let why = view.reasons.first().map(|r| r.text.as_str()).unwrap_or_default();
    match (view.kind, view.before, view.after) {
        (ChangeKind::StatusMoved, Some(before), Some(after)) => {
            format!("{claim}  {words}\n  {before} → {after}\n{}", reasons(&each_once(&view.reasons), "  "))
        }
        (ChangeKind::NewClaim, _, Some(after)) => format!("{claim}  {words}\n  {after}: {why}\n"),
        (ChangeKind::NewArticle | ChangeKind::ArticleRevised, ..) => {
            let id = view.article.as_deref().map(|a| ids.short(a)).unwrap_or_default();
            let what = view.revision.as_ref().map(|change| revised(change, ids)).unwrap_or_default();
            format!("{id}  {outlet}: {why}\n{what}")
        }
        (ChangeKind::ArticleCorrected, ..) => {
            let id = view.article.as_deref().map(|a| ids.short(a)).unwrap_or_default();
            let copies: Vec<&str> = view.copies.iter().map(|copy| ids.short(copy)).collect();
            let still = if copies.is_empty() {
                String::new()
            } else {
                format!("  still carried by {}\n", copies.join(", "))
            };
            format!("{id}  {outlet}\n{}{still}", reasons(&view.reasons, "  "))
        }
        _ => format!(
            "{claim}  {words}\n  {why}{}\n",
            if outlet.is_empty() { String::new() } else { format!(" ({outlet})") }
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sayso_model::{Change, ClaimId, Reason, Snapshot, Status};

    #[test]
    fn the_same_reason_is_told_once_in_an_entry() {
        let reasons = ["Ana Brill denies", "Bo Harrow asserts", "Ana Brill denies"].map(Reason::new).to_vec();
        let change = Change {
            kind: ChangeKind::StatusMoved,
            claim: Some(ClaimId::derive(&["x"])),
            statement: None,
            article: None,
            before: Some(Status::SingleSource),
            after: Some(Status::Contested),
            reasons,
            revision: None,
            copies: Vec::new(),
        };
        let empty = Snapshot::default();
        let views = sayso_pages::changes(&empty, &empty, &[change]);
        let text = changes(&views, &ShortIds::default(), "noon");
        assert_eq!(text.matches("Ana Brill denies").count(), 1, "{text}");
        assert_eq!(text.matches("Bo Harrow asserts").count(), 1, "{text}");
    }
}
