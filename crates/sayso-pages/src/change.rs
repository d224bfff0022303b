//! What is new since a time.

use sayso_model::{Change, ChangeKind, Snapshot, Status};
use serde::Serialize;

use crate::{
    claim::{one_line, outlet},
    json::{ReasonJson, reasons},
    revised::RevisionView,
    texts::change_sections as texts,
};

/// The kinds in the order in which a person wants them, with their headings.
pub const CHANGE_SECTIONS: [(ChangeKind, &str); 7] = [
    (ChangeKind::StatusMoved, texts::STATUS_MOVED),
    (ChangeKind::NewClaim, texts::NEW_CLAIMS),
    (ChangeKind::NewStatement, texts::NEW_STATEMENTS),
    (ChangeKind::ClaimGone, texts::CLAIMS_GONE),
    (ChangeKind::ArticleCorrected, texts::CORRECTED),
    (ChangeKind::ArticleRevised, texts::REVISED_ARTICLES),
    (ChangeKind::NewArticle, texts::NEW_ARTICLES),
];

/// One thing that is new.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChangeView {
    /// What happened.
    pub kind: ChangeKind,
    /// The claim's id.
    pub claim: Option<String>,
    /// Its wording.
    pub text: Option<String>,
    /// The article's id.
    pub article: Option<String>,
    /// Its outlet.
    pub outlet: Option<String>,
    /// The statement's id.
    pub statement: Option<String>,
    /// Status before.
    pub before: Option<Status>,
    /// Status after.
    pub after: Option<Status>,
    /// What caused it.
    pub reasons: Vec<ReasonJson>,
    /// What changed in a revised article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revision: Option<RevisionView>,
    /// Ids of the articles that still carry what was corrected.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub copies: Vec<String>,
}

/// Makes the views of changes; wordings of claims that are gone are taken from `before`.
pub fn changes(before: &Snapshot, after: &Snapshot, changes: &[Change]) -> Vec<ChangeView> {
    changes.iter().map(|c| view(before, after, c)).collect()
}

fn view(before: &Snapshot, after: &Snapshot, change: &Change) -> ChangeView {
    let claim = change.claim.as_ref().and_then(|id| after.claim(id).or_else(|| before.claim(id)));
    let article = change.article.as_ref().and_then(|id| after.article(id));
    ChangeView {
        kind: change.kind,
        claim: change.claim.as_ref().map(ToString::to_string),
        text: claim.map(|c| one_line(&c.text)),
        article: change.article.as_ref().map(ToString::to_string),
        outlet: article.map(outlet),
        statement: change.statement.as_ref().map(ToString::to_string),
        before: change.before,
        after: change.after,
        reasons: reasons(&change.reasons),
        revision: change.revision.as_deref().map(RevisionView::from),
        copies: change.copies.iter().map(ToString::to_string).collect(),
    }
}
