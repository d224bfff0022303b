//! Which other claims belong beside a claim? Those that the same articles carry, most articles in common first.

use std::collections::HashMap;

use sayso_model::{Claim, ClaimId, Snapshot, Status};
use serde::Serialize;

use crate::index::Index;

/// Claims that are named: what fits beside a claim without taking the page over. The articles lead to the others.
const MOST: usize = 6;
/// Articles that are looked through: a claim that hundreds of articles carry has the same neighbours in the first of them.
const ARTICLES: usize = 60;

/// A claim that shares articles with another.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BesideView {
    /// The claim's id.
    pub id: String,
    /// Its wording.
    pub claim: String,
    /// Its status.
    pub status: Status,
    /// How many of the first articles carry both.
    pub articles: usize,
}

/// The claims beside this one.
pub(crate) fn beside(snapshot: &Snapshot, index: &Index, claim: &Claim) -> Vec<BesideView> {
    let mut common: HashMap<&ClaimId, usize> = HashMap::new();
    for article in claim.articles.iter().take(ARTICLES) {
        let mut own: Vec<&ClaimId> = index
            .of_article(snapshot, article)
            .filter_map(|s| index.claim_of(snapshot, &s.id))
            .map(|c| &c.id)
            .collect();
        own.sort_unstable();
        own.dedup();
        own.into_iter().filter(|id| **id != claim.id).for_each(|id| *common.entry(id).or_default() += 1);
    }
    let mut out: Vec<(&ClaimId, usize)> = common.into_iter().collect();
    out.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    let view = |(id, articles): (&ClaimId, usize)| {
        let c = index.claim(snapshot, id)?;
        Some(BesideView { id: id.to_string(), claim: c.text.clone(), status: c.status, articles })
    };
    out.into_iter().take(MOST).filter_map(view).collect()
}
