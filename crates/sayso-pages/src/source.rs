//! Sources: who speaks in a case.

use sayso_model::{Actor, ActorId, Snapshot, Stance};
use serde::Serialize;

use crate::json::{ReasonJson, reasons};

/// One actor with what it says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SourceRow {
    /// The actor's id.
    pub id: String,
    /// Its fullest name.
    pub name: String,
    /// What it is.
    pub kind: &'static str,
    /// Other words for it.
    pub aliases: Vec<String>,
    /// For whom it speaks.
    pub affiliation: Option<String>,
    /// How many statements it makes.
    pub statements: usize,
    /// In how many articles.
    pub articles: usize,
    /// On how many claims it stands.
    pub claims: usize,
    /// How many of its statements have each stance that occurs.
    pub stances: Vec<(Stance, usize)>,
    /// Why the aliases are one actor.
    pub reasons: Vec<ReasonJson>,
}

/// Makes the list of actors who speak, the most statements first.
pub fn sources(snapshot: &Snapshot) -> Vec<SourceRow> {
    let claims = snapshot.claim_of();
    let mut out: Vec<SourceRow> =
        snapshot.actors.iter().map(|a| row(snapshot, a, &claims)).filter(|r| r.statements > 0).collect();
    out.sort_by(|a, b| b.statements.cmp(&a.statements).then_with(|| a.id.cmp(&b.id)));
    out
}

/// Makes the line of one actor, whether it speaks or others speak for it; `None` where the case does not know it.
pub fn source(snapshot: &Snapshot, id: &ActorId) -> Option<SourceRow> {
    Some(row(snapshot, snapshot.actor(id)?, &snapshot.claim_of()))
}

fn row(
    snapshot: &Snapshot,
    actor: &Actor,
    claims: &std::collections::BTreeMap<&sayso_model::StatementId, &sayso_model::ClaimId>,
) -> SourceRow {
    let own: Vec<_> = snapshot.statements.iter().filter(|s| s.actor.as_ref() == Some(&actor.id)).collect();
    let distinct = |keys: Vec<&str>| keys.into_iter().collect::<std::collections::BTreeSet<_>>().len();
    let count = |stance: Stance| own.iter().filter(|s| s.stance == stance).count();
    SourceRow {
        id: actor.id.to_string(),
        name: actor.name.clone(),
        kind: actor.kind.as_str(),
        aliases: actor.aliases.clone(),
        affiliation: actor
            .affiliation
            .as_ref()
            .map(|id| snapshot.actor(id).map_or_else(|| id.to_string(), |a| a.name.clone())),
        statements: own.len(),
        articles: distinct(own.iter().map(|s| s.article.as_str()).collect()),
        claims: distinct(own.iter().filter_map(|s| claims.get(&s.id).map(|c| c.as_str())).collect()),
        stances: Stance::ALL.iter().map(|&s| (s, count(s))).filter(|(_, n)| *n > 0).collect(),
        reasons: reasons(&actor.reasons),
    }
}
