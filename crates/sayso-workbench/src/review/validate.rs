//! May this be decided? What the decision is about has to be there, and something has to change.

use sayso_model::{
    Act, ActorId, ArticleId, ClaimId, Reliability, SecondReading, Snapshot, Standing, Statement, StatementId,
    second_readings,
};

use super::{LONGEST, ReviewError};

/// Checks a decision against the case as it is now.
pub(super) fn check(now: &Snapshot, author: &str, act: &Act, reason: &str) -> Result<(), ReviewError> {
    if reason.chars().count() > LONGEST {
        return Err(ReviewError::Pointless("the reason is longer than a page"));
    }
    match act {
        Act::Accept { statement } | Act::Reject { statement } => known(now, statement).map(|_| ()),
        Act::SetStance { statement, stance } => {
            unless(known(now, statement)?.stance == *stance, "the statement has this stance already")
        }
        Act::SetSource { statement, name, .. } => {
            known(now, statement)?;
            named(name)
        }
        Act::SetSourceWords { statement, source } => {
            let statement = known(now, statement)?;
            stands(now, statement, *source)?;
            unless(statement.source == Some(*source), "the statement has this source already")
        }
        Act::SetContent { statement, content } => {
            let statement = known(now, statement)?;
            stands(now, statement, *content)?;
            unless(statement.content == [*content], "the statement has this content already")
        }
        Act::SetReliability { actor, .. } => actor_known(now, actor),
        Act::AskSecond { statement, .. } => {
            known(now, statement)?;
            unless(open_question(now, statement).is_some(), "a second reading of this was asked for already")
        }
        Act::ReadSecond { statement, .. } => readable(now, author, statement),
        Act::Move { statement, claim } => movable(now, statement, claim.as_ref()),
        Act::MergeClaims { claim, into } => {
            claim_known(now, claim)?;
            claim_known(now, into)?;
            unless(claim == into, "a claim cannot be merged with itself")
        }
        Act::SplitClaim { claim, statements } => splits(now, claim, statements),
        Act::MergeActors { actor, into } => {
            actor_known(now, actor)?;
            actor_known(now, into)?;
            unless(actor == into, "an actor cannot be merged with itself")
        }
        Act::SplitActor { actor, alias } => {
            actor_known(now, actor)?;
            named(alias)
        }
        Act::SetCopy { first, second, .. } => {
            article_known(now, first)?;
            article_known(now, second)?;
            unless(first == second, "an article is no copy of itself")
        }
        Act::SetOrigin { statement, origin } => {
            known(now, statement)?;
            named(&origin.name)
        }
        Act::SetStatus { claim, .. } => {
            claim_known(now, claim)?;
            unless(reason.trim().is_empty(), "a status that is set by hand needs a written reason")
        }
        Act::Note { subject, .. } => {
            something_known(now, subject)?;
            unless(reason.trim().is_empty(), "the note is empty")
        }
        Act::Undo { review } => undoable(now, *review),
    }
}

/// What the decision takes the place of, in words.
pub(super) fn before(now: &Snapshot, act: &Act) -> Option<String> {
    let name = |id: &ActorId| now.actor(id).map(|a| a.name.clone());
    match act {
        Act::SetStance { statement, .. } => Some(now.statement(statement)?.stance.to_string()),
        Act::SetSource { statement, .. } => now.statement(statement)?.actor.as_ref().and_then(name),
        Act::SetSourceWords { statement, .. } => {
            let statement = now.statement(statement)?;
            Some(statement.source?.of(&now.article(&statement.article)?.text).to_owned())
        }
        Act::SetReliability { actor, .. } => last_grade(now, actor).map(|grade| grade.to_string()),
        Act::SetContent { statement, .. } => {
            let statement = now.statement(statement)?;
            Some(statement.words(&now.article(&statement.article)?.text))
        }
        Act::Move { statement, .. } => {
            Some(now.claims.iter().find(|c| c.statements.contains(statement))?.text.clone())
        }
        Act::MergeClaims { claim, .. } => Some(now.claim(claim)?.text.clone()),
        Act::MergeActors { actor, .. } => name(actor),
        Act::SetOrigin { statement, .. } => Some(now.origin(statement)?.origin.name.clone()),
        Act::SetStatus { claim, .. } => Some(now.claim(claim)?.status.to_string()),
        _ => None,
    }
}

/// The grade that holds for an actor.
fn last_grade(now: &Snapshot, id: &ActorId) -> Option<Reliability> {
    now.reviews.iter().rev().find_map(|(review, standing)| match &review.act {
        Act::SetReliability { actor, grade } if actor == id && *standing == Standing::Holds => Some(*grade),
        _ => None,
    })
}

fn unless(wrong: bool, why: &'static str) -> Result<(), ReviewError> {
    if wrong { Err(ReviewError::Pointless(why)) } else { Ok(()) }
}

fn named(name: &str) -> Result<(), ReviewError> {
    unless(name.trim().is_empty(), "a name is missing")?;
    unless(name.chars().count() > LONGEST, "the name is longer than a page")
}

fn unknown(what: &'static str, id: impl ToString) -> ReviewError {
    ReviewError::Unknown { what, id: id.to_string() }
}

fn known<'a>(now: &'a Snapshot, id: &StatementId) -> Result<&'a Statement, ReviewError> {
    now.statement(id).ok_or_else(|| unknown("statement", id))
}

fn claim_known<'a>(now: &'a Snapshot, id: &ClaimId) -> Result<&'a sayso_model::Claim, ReviewError> {
    now.claim(id).ok_or_else(|| unknown("claim", id))
}

fn actor_known(now: &Snapshot, id: &ActorId) -> Result<(), ReviewError> {
    now.actor(id).map(|_| ()).ok_or_else(|| unknown("actor", id))
}

fn article_known(now: &Snapshot, id: &ArticleId) -> Result<(), ReviewError> {
    now.article(id).map(|_| ()).ok_or_else(|| unknown("article", id))
}

fn something_known(now: &Snapshot, id: &str) -> Result<(), ReviewError> {
    let known = now.claim(&ClaimId::from_written(id)).is_some()
        || now.statement(&StatementId::from_written(id)).is_some()
        || now.article(&ArticleId::from_written(id)).is_some()
        || now.actor(&ActorId::from_written(id)).is_some();
    if known { Ok(()) } else { Err(unknown("claim, statement, article or actor", id)) }
}

/// Whether there are words in this place.
fn stands(now: &Snapshot, statement: &Statement, place: sayso_model::Span) -> Result<(), ReviewError> {
    let text = now.article(&statement.article).map_or("", |a| a.text.as_str());
    let inside = text.get(place.start..place.end).is_some_and(|words| !words.trim().is_empty());
    unless(!inside, "these have to be words of the article")
}

/// The second reading that is still to come, where one was asked for.
fn open_question(now: &Snapshot, id: &StatementId) -> Option<SecondReading> {
    let about = now.reviews.iter().filter(|(r, _)| r.act.subjects().contains(&id.as_str()));
    second_readings(about).into_iter().find(|s| s.second.is_none())
}

fn readable(now: &Snapshot, author: &str, id: &StatementId) -> Result<(), ReviewError> {
    known(now, id)?;
    let Some(open) = open_question(now, id) else {
        return Err(ReviewError::Pointless("nobody asked for a second reading of this, or it was given"));
    };
    unless(open.asked_by == author, "whoever asked for a second reading cannot give it")
}

fn movable(now: &Snapshot, id: &StatementId, claim: Option<&ClaimId>) -> Result<(), ReviewError> {
    known(now, id)?;
    let from = now.claims.iter().find(|c| c.statements.contains(id));
    match claim {
        Some(to) => {
            let to = claim_known(now, to)?;
            unless(from.is_some_and(|c| c.id == to.id), "the statement is part of this claim already")
        }
        None => unless(
            from.is_some_and(|c| c.statements.len() == 1),
            "the statement makes a claim of its own already",
        ),
    }
}

fn splits(now: &Snapshot, claim: &ClaimId, leaving: &[StatementId]) -> Result<(), ReviewError> {
    let claim = claim_known(now, claim)?;
    unless(leaving.is_empty(), "no statement was chosen to leave the claim")?;
    if let Some(stranger) = leaving.iter().find(|s| !claim.statements.contains(s)) {
        return Err(unknown("statement in that claim", stranger));
    }
    unless(
        claim.statements.iter().all(|s| leaving.contains(s)),
        "all statements were chosen: nothing would be left",
    )
}

fn undoable(now: &Snapshot, number: u64) -> Result<(), ReviewError> {
    let found = now.reviews.iter().find(|(r, _)| r.number == number);
    let (_, standing) = found.ok_or_else(|| unknown("decision", number))?;
    unless(*standing == Standing::Undone, "this decision was undone already")
}
