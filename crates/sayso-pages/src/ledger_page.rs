//! One page of the ledger: filtered, sorted and grouped, with numbers that are counted and never capped.

use std::cmp::Reverse;

use sayso_model::{ActorId, Claim, Snapshot, Stance, Status};
use serde::Serialize;

use crate::{
    index::{Index, speaker},
    json::ActorJson,
    ledger::{LedgerRow, row},
    texts::ledger as texts,
};

/// By what the claims are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Those that most articles carry first.
    #[default]
    Articles,
    /// Those with most independent origins first.
    Origins,
    /// Those with the latest report first.
    Latest,
}

/// By what they are grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GroupBy {
    /// By nothing.
    #[default]
    Nothing,
    /// One group for each status.
    Status,
    /// One group for each actor who says most on a claim.
    Actor,
}

/// Which claims are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LedgerQuery {
    /// Only with this status.
    pub status: Option<Status>,
    /// Only those on which this actor takes a position.
    pub actor: Option<ActorId>,
    /// Only those whose wording has these words.
    pub words: String,
    /// Also those that rest on a single statement.
    pub all: bool,
    /// The order.
    pub sort: Sort,
    /// The groups.
    pub group: GroupBy,
    /// Which page, the first being 0.
    pub page: usize,
}

/// One page of the ledger.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LedgerPage {
    /// How many articles the case holds.
    pub articles: usize,
    /// How many statements they make.
    pub statements: usize,
    /// How many claims there are of each status, whatever was asked for.
    pub of_status: Vec<(Status, usize)>,
    /// How many claims answer to what was asked.
    pub found: usize,
    /// How many more would, if those with a single statement were shown.
    pub single: usize,
    /// Claims on one page.
    pub per_page: usize,
    /// The claims of this page, each with the name of its group.
    pub rows: Vec<PageRow>,
}

/// A line with its group and the marks of those who stand somewhere.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PageRow {
    /// The group's name; empty where there are no groups.
    pub group: String,
    /// The line.
    #[serde(flatten)]
    pub row: LedgerRow,
    /// Who stands where: those with most statements first.
    pub marks: Vec<PositionMark>,
    /// Who set the status by hand.
    pub set_by: Option<String>,
}

/// One actor's position as a small mark.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PositionMark {
    /// Who.
    pub actor: Option<ActorJson>,
    /// The attitude.
    pub stance: Stance,
    /// By how many statements.
    pub statements: usize,
}

/// Claims on one page: some screens full, and few enough that the page is quick.
const PER_PAGE: usize = 100;

/// Makes one page of the ledger.
pub fn ledger_page(snapshot: &Snapshot, index: &Index, asked: &LedgerQuery) -> LedgerPage {
    let words = asked.words.to_lowercase();
    let wanted = |at: usize, c: &Claim| {
        asked.status.is_none_or(|s| s == c.status)
            && asked.actor.as_ref().is_none_or(|a| c.positions.iter().any(|p| p.actor.as_ref() == Some(a)))
            && words.split_whitespace().all(|w| index.wording(at).contains(w))
    };
    let narrowed = asked.all || asked.status.is_some() || asked.actor.is_some() || !words.is_empty();
    let (mut found, mut single) = (Vec::new(), 0);
    for (at, claim) in snapshot.claims.iter().enumerate().filter(|(at, c)| wanted(*at, c)) {
        if narrowed || claim.statements.len() > 1 { found.push((at, claim)) } else { single += 1 }
    }
    order(&mut found, index, asked);
    let page = found.iter().skip(asked.page.saturating_mul(PER_PAGE)).take(PER_PAGE);
    LedgerPage {
        articles: snapshot.articles.len(),
        statements: snapshot.statements.len(),
        of_status: of_status(snapshot),
        found: found.len(),
        single,
        per_page: PER_PAGE,
        rows: page.map(|(_, claim)| page_row(snapshot, index, claim, asked.group)).collect(),
    }
}

fn of_status(snapshot: &Snapshot) -> Vec<(Status, usize)> {
    let count = |s: Status| snapshot.claims.iter().filter(|c| c.status == s).count();
    Status::ALL.iter().map(|s| (*s, count(*s))).filter(|(_, n)| *n > 0).collect()
}

/// The claims are in the order of most articles already.
fn order(found: &mut [(usize, &Claim)], index: &Index, asked: &LedgerQuery) {
    match asked.sort {
        Sort::Articles => {}
        Sort::Origins => found.sort_by_key(|(_, c)| Reverse(c.independent_origins.len())),
        Sort::Latest => found.sort_by_key(|(at, _)| Reverse(index.last(*at))),
    }
    match asked.group {
        GroupBy::Nothing => {}
        GroupBy::Status => found.sort_by_key(|(_, c)| c.status),
        GroupBy::Actor => found.sort_by_key(|(at, _)| index.speaker_rank(*at)),
    }
}

/// The name of the actor with most statements on a claim.
fn speaker_name(snapshot: &Snapshot, claim: &Claim) -> String {
    let actor = speaker(claim).and_then(|id| snapshot.actor(id));
    actor.map_or_else(|| texts::NOBODY_NAMED.to_owned(), |a| a.name.clone())
}

fn page_row(snapshot: &Snapshot, index: &Index, claim: &Claim, group: GroupBy) -> PageRow {
    let group = match group {
        GroupBy::Nothing => String::new(),
        GroupBy::Status => claim.status.to_string(),
        GroupBy::Actor => speaker_name(snapshot, claim),
    };
    let mut marks: Vec<PositionMark> = claim
        .positions
        .iter()
        .map(|p| PositionMark {
            actor: p.actor.as_ref().and_then(|id| snapshot.actor(id)).map(ActorJson::from),
            stance: p.stance,
            statements: p.statements.len(),
        })
        .collect();
    marks.sort_by_key(|m| (m.stance, Reverse(m.statements)));
    PageRow { group, row: row(snapshot, claim), marks, set_by: set_by(snapshot, index, claim) }
}

/// Who set the status by hand, where somebody did and it counts.
fn set_by(snapshot: &Snapshot, index: &Index, claim: &Claim) -> Option<String> {
    use sayso_model::{Act, Standing};
    let set = |(r, s): &&(sayso_model::Review, Standing)| {
        *s == Standing::Holds && matches!(r.act, Act::SetStatus { .. })
    };
    index.reviews_of(snapshot, claim.id.as_str()).filter(set).last().map(|(r, _)| r.author.clone())
}
