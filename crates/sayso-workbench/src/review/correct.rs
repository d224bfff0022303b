//! From what was worked out and what people decided to what the case holds.

use std::collections::{BTreeMap, BTreeSet};

use sayso_claim::Meaning;
use sayso_model::{Act, Article, Review, Snapshot, Standing, Statement, StatementId};

use super::{
    actors, groups, links,
    origins::{self, Reach},
    statements,
};
use crate::{revisions::FirstSeen, titles::Titles};

/// Tells what the statements of some articles mean, given all statements of these articles.
pub(crate) type Meanings<'a> = dyn Fn(&[Article], &[Statement]) -> BTreeMap<StatementId, Meaning> + 'a;

/// What laying decisions over a case looks up.
pub(crate) struct Lookup<'a> {
    /// What the statements of these articles mean. A statement that it does not give counts as unlike all others.
    pub meanings: &'a Meanings<'a>,
    /// When each of these articles was first retrieved.
    pub first_seen: &'a dyn Fn(&[Article]) -> FirstSeen,
    /// The headlines of some articles.
    pub titles: &'a dyn Fn(&[Article]) -> Titles,
}

/// Lays the decisions over what was worked out. Without any, that is what comes back. What no decision touches stays shared with what was
/// given.
pub(crate) fn correct(mut snapshot: Snapshot, reviews: Vec<Review>, lookup: &Lookup<'_>) -> Snapshot {
    if reviews.is_empty() {
        return snapshot;
    }
    let holds = sayso_model::standing(&reviews);
    let acts: Vec<&Review> = reviews.iter().filter(|r| holds.contains(&r.number)).collect();
    let mut without_effect = BTreeSet::new();
    let mut note = |review: &Review, done: bool| {
        if !done {
            without_effect.insert(review.number);
        }
    };
    // Grouping looks at what was read, so the statements as they were read are kept at hand.
    let read: BTreeMap<StatementId, Statement> = touched(&snapshot, &acts);
    let mut change = Changed::default();
    for review in &acts {
        let done = match &review.act {
            act if statements::concerns(act) => statements::apply(&mut snapshot, act, &mut change),
            act if actors::concerns(act) => actors::apply(&mut snapshot, act, &mut change),
            Act::SetCopy { first, second, verdict } => {
                links::set_copy(&mut snapshot, first, second, *verdict, review, &mut change)
            }
            _ => continue,
        };
        note(review, done);
    }
    origins::origins_again(&mut snapshot, &mut change);
    links::set_origins(&mut snapshot, &acts, &mut change, &mut note);
    groups::apply(&mut snapshot, &acts, &mut change, &mut note);
    groups::claims_again(&mut snapshot, &change, &read, lookup);
    groups::set_status(&mut snapshot, &acts, &mut note);
    let standing = |r: &Review| match () {
        () if !holds.contains(&r.number) => Standing::Undone,
        () if without_effect.contains(&r.number) => Standing::WithoutEffect,
        () => Standing::Holds,
    };
    snapshot.reviews = reviews.into_iter().map(|r| (standing(&r), r)).map(|(s, r)| (r, s)).collect();
    snapshot
}

/// What has to be worked out again.
#[derive(Debug, Default)]
pub(super) struct Changed {
    /// Statements that say something else than before, or are gone.
    pub statements: BTreeSet<StatementId>,
    /// Claims whose list of statements is another one.
    pub claims: BTreeSet<sayso_model::ClaimId>,
    /// From where on origins may be others.
    pub reach: Reach,
}

/// The statements that decisions are about, as they were read.
fn touched(snapshot: &Snapshot, acts: &[&Review]) -> BTreeMap<StatementId, Statement> {
    let ids = acts.iter().flat_map(|r| r.act.subjects());
    let found = ids.filter_map(|id| snapshot.statement(&StatementId::from_written(id)));
    found.map(|s| (s.id.clone(), s.clone())).collect()
}
