//! Decisions about claims: which statements make one, and with which status.
//!
//! A claim keeps its id whatever joins or leaves it, so that later decisions about it find it.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use sayso_claim::{ClaimInput, Meaning, claims_of, ledger_order};
use sayso_model::{
    Act, Article, ArticleId, Claim, ClaimId, Embedding, Reason, Review, Snapshot, Statement, StatementId,
    StatementOrigin, Status,
};
use sayso_statement::country_of;

use super::{
    correct::{Changed, Lookup},
    links::decided,
    related,
};

/// Claims that are made anew at once. Each takes the statements of all its articles with it, some fifty where ten statements lie in five articles.
const CLAIMS_AT_ONCE: usize = 64;

/// Applies the decisions about which statements belong together.
pub(super) fn apply(
    snapshot: &mut Snapshot,
    acts: &[&Review],
    change: &mut Changed,
    note: &mut dyn FnMut(&Review, bool),
) {
    let grouping = |a: &Act| matches!(a, Act::Move { .. } | Act::MergeClaims { .. } | Act::SplitClaim { .. });
    for review in acts.iter().filter(|r| grouping(&r.act)) {
        let done = match &review.act {
            Act::Move { statement, claim } => {
                let to = claim.clone().unwrap_or_else(|| own_id(review));
                (claim.is_none() || snapshot.claim(&to).is_some())
                    && join(snapshot, std::slice::from_ref(statement), &to, change)
            }
            Act::SplitClaim { claim, statements } => {
                let own = snapshot.claim(claim).map(|c| c.statements.clone()).unwrap_or_default();
                let leaving: Vec<StatementId> =
                    statements.iter().filter(|s| own.contains(s)).cloned().collect();
                leaving.len() < own.len() && join(snapshot, &leaving, &own_id(review), change)
            }
            Act::MergeClaims { claim, into } => {
                let own = snapshot.claim(claim).map(|c| c.statements.clone()).unwrap_or_default();
                snapshot.claim(into).is_some() && claim != into && join(snapshot, &own, into, change)
            }
            _ => true,
        };
        note(review, done);
    }
}

/// The id of a claim that a decision makes.
fn own_id(review: &Review) -> ClaimId {
    ClaimId::derive(&["review", &review.number.to_string()])
}

/// Moves statements into a claim, which is made where it is not there.
fn join(snapshot: &mut Snapshot, moving: &[StatementId], to: &ClaimId, change: &mut Changed) -> bool {
    let moving: Vec<StatementId> =
        moving.iter().filter(|id| snapshot.statement(id).is_some()).cloned().collect();
    let gone: HashSet<&StatementId> = moving.iter().collect();
    let holds = |c: &Claim| c.statements.iter().any(|s| gone.contains(s));
    let holding: Vec<usize> =
        snapshot.claims.iter().enumerate().filter(|(_, c)| holds(c)).map(|(at, _)| at).collect();
    let first = moving.first();
    let Some(model) =
        holding.iter().find(|at| first.is_some_and(|s| snapshot.claims[**at].statements.contains(s)))
    else {
        return false;
    };
    let new = Claim { id: to.clone(), statements: Vec::new(), ..snapshot.claims[*model].clone() };
    for at in &holding {
        let claim = &mut snapshot.claims[*at];
        claim.statements.retain(|s| !gone.contains(s));
        change.claims.insert(claim.id.clone());
    }
    let at = snapshot.claims.iter().position(|c| c.id == *to).unwrap_or_else(|| {
        snapshot.claims.push(new);
        snapshot.claims.len() - 1
    });
    snapshot.claims[at].statements.extend(moving);
    change.claims.insert(to.clone());
    true
}

/// Works out again the claims that hold anything that changed; those that hold nothing any more are gone.
pub(super) fn claims_again(
    snapshot: &mut Snapshot,
    change: &Changed,
    read: &BTreeMap<StatementId, Statement>,
    lookup: &Lookup<'_>,
) {
    let touched = |c: &Claim| {
        change.claims.contains(&c.id) || c.statements.iter().any(|s| change.statements.contains(s))
    };
    let open: Vec<Claim> = snapshot.claims.iter().filter(|c| touched(c)).cloned().collect();
    if open.is_empty() {
        return;
    }
    let again: HashSet<&ClaimId> = open.iter().map(|c| &c.id).collect();
    snapshot.claims.retain(|c| !again.contains(&c.id));
    let again = made_again(snapshot, &open, read, lookup);
    for (before, claim) in open.iter().zip(again) {
        let Some(claim) = claim else { continue };
        snapshot.claims.push(Claim { id: before.id.clone(), ..claim });
    }
    related::carry(snapshot, &open, read);
    snapshot.claims.sort_by(ledger_order);
}

/// These claims made anew, a number at a time: what their statements mean takes much more memory than what comes of it.
fn made_again(
    snapshot: &Snapshot,
    open: &[Claim],
    read: &BTreeMap<StatementId, Statement>,
    lookup: &Lookup<'_>,
) -> Vec<Option<Claim>> {
    let of: BTreeSet<&ArticleId> = articles_of(snapshot, open).collect();
    let mut said: BTreeMap<&ArticleId, Vec<&Statement>> = BTreeMap::new();
    for statement in snapshot.statements.iter().filter(|s| of.contains(&s.article)) {
        said.entry(&statement.article).or_default().push(statement);
    }
    open.chunks(CLAIMS_AT_ONCE).flat_map(|part| part_again(snapshot, part, &said, read, lookup)).collect()
}

/// The articles in which these claims are made; some more than once.
fn articles_of<'s>(snapshot: &'s Snapshot, open: &'s [Claim]) -> impl Iterator<Item = &'s ArticleId> {
    let ids = open.iter().flat_map(|claim| &claim.statements);
    ids.filter_map(|id| snapshot.statement(id)).map(|statement| &statement.article)
}

/// Some claims made anew, given what is said in their articles.
fn part_again(
    snapshot: &Snapshot,
    open: &[Claim],
    said: &BTreeMap<&ArticleId, Vec<&Statement>>,
    read: &BTreeMap<StatementId, Statement>,
    lookup: &Lookup<'_>,
) -> Vec<Option<Claim>> {
    let of: BTreeSet<&ArticleId> = articles_of(snapshot, open).collect();
    // With the others of these articles: a headline is set over the one that is most like it.
    let own = || of.iter().filter_map(|id| said.get(id)).flatten().copied();
    let mut statements: Vec<Statement> = own().cloned().collect();
    statements.sort_by(|a, b| a.id.cmp(&b.id));
    let articles: Vec<Article> = of.iter().filter_map(|id| snapshot.article(id)).cloned().collect();
    let mut meanings = (lookup.meanings)(&articles, &as_read(own(), &of, read));
    let titles = (lookup.titles)(&articles);
    meanings.extend((lookup.meanings)(&titles.texts(), &titles.statements));
    let headlines = titles.over(&articles, &statements, &snapshot.actors);
    for statement in &statements {
        let unlike = || Meaning::from(Embedding::normalised(Vec::new()));
        meanings.entry(statement.id.clone()).or_insert_with(unlike);
    }
    let lists: Vec<Vec<StatementId>> = open.iter().map(|c| c.statements.clone()).collect();
    let ids = lists.iter().flatten().collect::<BTreeSet<_>>();
    let origins: Vec<StatementOrigin> =
        ids.into_iter().filter_map(|id| snapshot.origin(id)).cloned().collect();
    let first_seen = (lookup.first_seen)(&articles);
    let input = ClaimInput {
        articles: &articles,
        statements: &statements,
        actors: &snapshot.actors,
        meanings: &meanings,
        country_of,
        first_seen: &first_seen,
        reuse: &snapshot.reuse,
        origins: &origins,
        headlines: &headlines,
    };
    claims_of(&input, &lists)
}

/// All statements of these articles, of which these are the present ones, as they were read: what one means depends on those around it.
fn as_read<'s>(
    now: impl Iterator<Item = &'s Statement>,
    of: &BTreeSet<&ArticleId>,
    read: &BTreeMap<StatementId, Statement>,
) -> Vec<Statement> {
    let mut out: Vec<Statement> = now.filter(|s| !read.contains_key(&s.id)).cloned().collect();
    out.extend(read.values().filter(|s| of.contains(&s.article)).cloned());
    out.sort_by(|a, b| a.id.cmp(&b.id));
    out
}

/// Sets the statuses that were set by hand; what the rules give stays readable among the reasons.
pub(super) fn set_status(snapshot: &mut Snapshot, acts: &[&Review], note: &mut dyn FnMut(&Review, bool)) {
    let mut last: BTreeMap<&ClaimId, (&Review, Status)> = BTreeMap::new();
    for review in acts {
        if let Act::SetStatus { claim, status } = &review.act {
            last.insert(claim, (review, *status));
        }
    }
    for (id, (review, status)) in last {
        let found = snapshot.claims.iter().position(|c| c.id == *id);
        note(review, found.is_some());
        let Some(claim) = found.map(|at| &mut snapshot.claims[at]) else { continue };
        let rules = claim.status;
        for reason in &mut claim.reasons {
            reason.text = format!("the rules give {rules}: {}", reason.text).into();
        }
        let Reason { text, evidence } = decided(review);
        claim.reasons.insert(0, Reason::with(format!("{status} – {text}"), evidence));
        claim.status = status;
    }
}
