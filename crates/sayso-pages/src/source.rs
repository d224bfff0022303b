//! Sources: who speaks in a case.

use sayso_model::{Actor, ActorId, Reliability, Snapshot, Stance};
use serde::Serialize;

use crate::{
    index::Index,
    json::{ReasonJson, reasons},
};

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
    /// How far a person relies on it; `None` where nobody has said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reliability: Option<Reliability>,
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
pub fn sources(snapshot: &Snapshot, index: &Index) -> Vec<SourceRow> {
    index.speakers(snapshot).map(|a| row(snapshot, index, a)).collect()
}

/// Makes one page of the list: `per_page` actors, the first page being 0.
pub fn sources_page(snapshot: &Snapshot, index: &Index, page: usize, per_page: usize) -> Vec<SourceRow> {
    let shown = index.speakers(snapshot).skip(page.saturating_mul(per_page)).take(per_page);
    shown.map(|a| row(snapshot, index, a)).collect()
}

/// Makes the line of one actor, whether it speaks or others speak for it; `None` where the case does not know it.
pub fn source(snapshot: &Snapshot, index: &Index, id: &ActorId) -> Option<SourceRow> {
    Some(row(snapshot, index, snapshot.actor(id)?))
}

fn row(snapshot: &Snapshot, index: &Index, actor: &Actor) -> SourceRow {
    let own: Vec<_> = index.of_actor(snapshot, &actor.id).collect();
    let distinct = |keys: Vec<&str>| keys.into_iter().collect::<std::collections::BTreeSet<_>>().len();
    let count = |stance: Stance| own.iter().filter(|s| s.stance == stance).count();
    SourceRow {
        id: actor.id.to_string(),
        name: actor.name.clone(),
        kind: actor.kind.as_str(),
        aliases: actor.aliases.clone(),
        reliability: index.reliability(&actor.id),
        affiliation: actor
            .affiliation
            .as_ref()
            .map(|id| snapshot.actor(id).map_or_else(|| id.to_string(), |a| a.name.clone())),
        statements: own.len(),
        articles: distinct(own.iter().map(|s| s.article.as_str()).collect()),
        claims: index.claims_of_actor(&actor.id),
        stances: Stance::ALL.iter().map(|&s| (s, count(s))).filter(|(_, n)| *n > 0).collect(),
        reasons: reasons(&actor.reasons),
    }
}
