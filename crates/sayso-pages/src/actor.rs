//! One actor with what it says over time, and the table of actors and claims.

use std::collections::BTreeSet;

use sayso_model::{ActorId, ClaimId, Snapshot, Stance, Statement, Status};
use serde::Serialize;

use crate::{
    claim::{StatementView, statement as view},
    index::Index,
    review::{ReviewView, reviews_about},
    source::{SourceRow, source},
};

/// An actor as its page shows it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ActorView {
    /// Its line in the list.
    #[serde(flatten)]
    pub row: SourceRow,
    /// Its statements by time of publication, one page of them.
    pub all_statements: Vec<StatementView>,
    /// The claims on which it stands, with its stances: as many as its statements on this page touch.
    pub positions: Vec<Cell>,
    /// What people decided about it, the latest first.
    pub reviews: Vec<ReviewView>,
}

/// Where one actor stands on one claim.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cell {
    /// The claim's id.
    pub claim: String,
    /// Its wording.
    pub text: String,
    /// Its status.
    pub status: Status,
    /// The actor's stances on it, with the number of statements.
    pub stances: Stances,
}

/// Makes the view of one actor; `None` where the case does not know it.
pub fn actor(
    snapshot: &Snapshot,
    index: &Index,
    id: &ActorId,
    page: usize,
    per_page: usize,
) -> Option<ActorView> {
    let row = source(snapshot, index, id)?;
    let mut own: Vec<&Statement> = index.of_actor(snapshot, id).collect();
    let published =
        |s: &Statement| snapshot.article(&s.article).and_then(|a| a.published).map(|p| p.earliest());
    own.sort_by_cached_key(|s| (published(s), s.id.clone()));
    let own: Vec<&Statement> = own.into_iter().skip(page.saturating_mul(per_page)).take(per_page).collect();
    let mut claims: Vec<&ClaimId> = Vec::new();
    let mut known = BTreeSet::new();
    for claim in own.iter().filter_map(|s| index.claim_of(snapshot, &s.id)) {
        if known.insert(&claim.id) {
            claims.push(&claim.id);
        }
    }
    let reviews = reviews_about(snapshot, index, std::iter::once(id.as_str()));
    let positions = claims.into_iter().filter_map(|c| cell(snapshot, index, id, c)).collect();
    let all_statements = own.into_iter().filter_map(|s| view(snapshot, index, s)).collect();
    Some(ActorView { row, all_statements, positions, reviews })
}

fn cell(snapshot: &Snapshot, index: &Index, actor: &ActorId, claim: &ClaimId) -> Option<Cell> {
    let claim = index.claim(snapshot, claim)?;
    let own = claim.positions.iter().filter(|p| p.actor.as_ref() == Some(actor));
    let stances = own.map(|p| (p.stance, p.statements.len())).collect();
    Some(Cell { claim: claim.id.to_string(), text: claim.text.clone(), status: claim.status, stances })
}

/// Actors as lines, claims as columns.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TableView {
    /// The claims of this page.
    pub claims: Vec<TableColumn>,
    /// The actors who take a position on any of them.
    pub actors: Vec<TableLine>,
    /// How many claims there are in all.
    pub all_claims: usize,
}

/// A claim at the head of a column.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TableColumn {
    /// The claim's id.
    pub id: String,
    /// Its wording.
    pub text: String,
    /// Its status.
    pub status: Status,
}

/// The stances of an actor on one claim, each with the number of statements.
pub type Stances = Vec<(Stance, usize)>;

/// An actor and where it stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TableLine {
    /// The actor's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its stances, one cell for each column.
    pub cells: Vec<Stances>,
}

/// Makes the table of `per_page` claims, in the order of the ledger, and of those who stand somewhere on them.
pub fn table(snapshot: &Snapshot, page: usize, per_page: usize) -> TableView {
    let claims: Vec<_> = snapshot.claims.iter().skip(page.saturating_mul(per_page)).take(per_page).collect();
    let mut actors: Vec<(&ActorId, usize)> = Vec::new();
    for position in claims.iter().flat_map(|c| &c.positions) {
        let Some(id) = &position.actor else { continue };
        match actors.iter_mut().find(|(known, _)| *known == id) {
            Some((_, n)) => *n += position.statements.len(),
            None => actors.push((id, position.statements.len())),
        }
    }
    actors.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    let line = |id: &ActorId| {
        let stands = |c: &&sayso_model::Claim| {
            let own = c.positions.iter().filter(|p| p.actor.as_ref() == Some(id));
            own.map(|p| (p.stance, p.statements.len())).collect()
        };
        let name = snapshot.actor(id).map_or_else(|| id.to_string(), |a| a.name.clone());
        TableLine { id: id.to_string(), name, cells: claims.iter().map(stands).collect() }
    };
    TableView {
        claims: claims
            .iter()
            .map(|c| TableColumn { id: c.id.to_string(), text: c.text.clone(), status: c.status })
            .collect(),
        actors: actors.into_iter().map(|(id, _)| line(id)).collect(),
        all_claims: snapshot.claims.len(),
    }
}
