//! One statement with everything that was read in it, and what a person can decide about it.

use sayso_model::{Snapshot, StatementId};
use serde::Serialize;

use crate::{
    beside::{BesideView, beside},
    claim::{StatementView, statement as view},
    index::Index,
    review::{ReviewView, reviews_about},
    second::second,
};

/// A statement as its page shows it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StatementPage {
    /// The statement in its sentence.
    #[serde(flatten)]
    pub view: StatementView,
    /// The wording of its claim.
    pub claim_text: Option<String>,
    /// Claims that it could belong to instead: those beside its own.
    pub others: Vec<BesideView>,
    /// Whether a second reading was asked for that nobody has given yet, and by whom.
    pub second_asked_by: Option<String>,
    /// What people decided about it, the latest first.
    pub reviews: Vec<ReviewView>,
}

/// Makes the view of one statement; `None` where the case does not hold it.
pub fn statement(snapshot: &Snapshot, index: &Index, id: &StatementId) -> Option<StatementPage> {
    let claim = index.claim_of(snapshot, id);
    Some(StatementPage {
        view: view(snapshot, index, snapshot.statement(id)?)?,
        claim_text: claim.map(|c| c.text.clone()),
        others: claim.map(|c| beside(snapshot, index, c)).unwrap_or_default(),
        second_asked_by: second(snapshot, index, id).map(|open| open.asked_by),
        reviews: reviews_about(snapshot, index, std::iter::once(id.as_str())),
    })
}
