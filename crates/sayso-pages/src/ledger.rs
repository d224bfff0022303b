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

pub(crate) fn row(snapshot: &Snapshot, claim: &Claim) -> LedgerRow {
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

/// The names of the actors with one of these stances, each once: who makes the most statements first, and else in the order of
/// the positions. A cell that has no room for all names then holds those that matter most.
pub(crate) fn speakers(snapshot: &Snapshot, claim: &Claim, stances: &[Stance]) -> Vec<String> {
    let mut out: Vec<(String, usize)> = Vec::new();
    for position in claim.positions.iter().filter(|p| stances.contains(&p.stance)) {
        let actor = position.actor.as_ref().and_then(|id| snapshot.actor(id));
        let name = actor.map_or(crate::texts::parts::UNNAMED, |a| a.name.as_str());
        let statements = position.statements.len();
        match out.iter_mut().find(|(known, _)| known == name) {
            Some((_, all)) => *all += statements,
            None => out.push((name.to_owned(), statements)),
        }
    }
    out.sort_by_key(|(_, statements)| std::cmp::Reverse(*statements));
    out.into_iter().map(|(name, _)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use sayso_model::{Actor, ActorId, ActorKind, ClaimId, Evidence, Position, Span, StatementId};

    fn actor(name: &str) -> Actor {
        let id = ActorId::derive("person", name);
        let (aliases, reasons) = (Vec::new(), Vec::new());
        Actor { id, name: name.into(), kind: ActorKind::Person, aliases, affiliation: None, reasons }
    }

    fn position(actor: &Actor, stance: Stance, statements: usize) -> Position {
        let id = |n: usize| StatementId::derive(&[&actor.name, stance.as_str(), &n.to_string()]);
        let statements = (0..statements).map(id).collect();
        Position { actor: Some(actor.id.clone()), stance, statements, first: None, last: None }
    }

    #[test]
    fn who_makes_the_most_statements_stands_first() {
        let names = ["Ana", "Bo", "Cem", "Dina"];
        let mut actors: Vec<Actor> = names.iter().map(|name| actor(name)).collect();
        let counts = [1, 3, 1, 2];
        let mut positions: Vec<Position> =
            actors.iter().zip(counts).map(|(a, n)| position(a, Stance::Withholds, n)).collect();
        positions.push(position(&actors[2], Stance::Conditional, 4));
        let claim = Claim {
            id: ClaimId::derive(&["x"]),
            text: "the pier fell".into(),
            wording: Evidence::in_text(&sayso_model::ArticleId::derive(&["a"]), Span::new(0, 1)),
            status: Status::Unconfirmed,
            reasons: Vec::new(),
            statements: Vec::new(),
            articles: Vec::new(),
            positions,
            independent_origins: Vec::new(),
            drift: Vec::new(),
            related: Vec::new(),
            last_change: None,
        };
        actors.sort_by(|a, b| a.id.cmp(&b.id));
        let snapshot = Snapshot { actors: actors.into(), ..Snapshot::default() };
        let withholding = [Stance::Withholds, Stance::Conditional];
        assert_eq!(speakers(&snapshot, &claim, &withholding), ["Cem", "Bo", "Dina", "Ana"]);
        assert_eq!(speakers(&snapshot, &claim, &[Stance::Conditional]), ["Cem"]);
    }
}
