//! The ledger: all claims with status and positions.

use sayso_model::{Claim, Snapshot, Stance, Status};
use serde::Serialize;

/// All claims of a case, as a table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LedgerView {
    /// How many articles the case holds.
    pub articles: usize,
    /// How many statements they make.
    pub statements: usize,
    /// The claims in ledger order.
    pub claims: Vec<LedgerRow>,
}

/// One line of the ledger.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LedgerRow {
    /// The claim's id.
    pub id: String,
    /// What positions and origins add up to.
    pub status: Status,
    /// Canonical wording.
    pub claim: String,
    /// Names of those who assert it.
    pub asserted_by: Vec<String>,
    /// Names of those who deny it.
    pub denied_by: Vec<String>,
    /// Names of those who confirm it.
    pub confirmed_by: Vec<String>,
    /// Names of those who doubt it.
    pub doubted_by: Vec<String>,
    /// Names of those who withhold, or speak under a condition.
    pub withheld_by: Vec<String>,
    /// How many independent origins support it.
    pub independent_origins: usize,
    /// How many articles carry it.
    pub articles: usize,
    /// How many statements make it.
    pub statements: usize,
    /// Publication time of its latest article, else when the case got it.
    pub last_change: Option<String>,
}

/// Makes the ledger of a case.
pub fn ledger(snapshot: &Snapshot) -> LedgerView {
    LedgerView {
        articles: snapshot.articles.len(),
        statements: snapshot.statements.len(),
        claims: snapshot.claims.iter().map(|c| row(snapshot, c)).collect(),
    }
}

fn row(snapshot: &Snapshot, claim: &Claim) -> LedgerRow {
    let last = claim.positions.iter().filter_map(|p| p.last).max_by_key(|p| p.earliest());
    LedgerRow {
        id: claim.id.to_string(),
        status: claim.status,
        claim: claim.text.clone(),
        asserted_by: speakers(snapshot, claim, &[Stance::Asserts]),
        denied_by: speakers(snapshot, claim, &[Stance::Denies]),
        confirmed_by: speakers(snapshot, claim, &[Stance::Confirms]),
        doubted_by: speakers(snapshot, claim, &[Stance::Doubts]),
        withheld_by: speakers(snapshot, claim, &[Stance::Withholds, Stance::Conditional]),
        independent_origins: claim.independent_origins.len(),
        articles: claim.articles.len(),
        statements: claim.statements.len(),
        last_change: last.map(|p| p.to_string()).or_else(|| claim.last_change.map(|t| t.to_string())),
    }
}

/// The names of the actors with one of these stances, each once.
pub(crate) fn speakers(snapshot: &Snapshot, claim: &Claim, stances: &[Stance]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for position in claim.positions.iter().filter(|p| stances.contains(&p.stance)) {
        let actor = position.actor.as_ref().and_then(|id| snapshot.actor(id));
        let name = actor.map_or_else(|| "unnamed".to_owned(), |a| a.name.clone());
        if !out.contains(&name) {
            out.push(name);
        }
    }
    out
}
