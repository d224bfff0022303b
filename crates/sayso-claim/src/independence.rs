//! Independent origins: on how many legs a claim stands.

use std::collections::BTreeMap;

use sayso_model::{Certainty, IndependentOrigin, OriginKind, Reason, Stance, StatementId, StatementOrigin};

use crate::proposition::Proposition;

/// The origins that support the claim, each with its statements, the one with the most statements first.
///
/// Only assertions and confirmations support. Hearsay ("allegedly", "reportedly") supports only where nothing else does: who
/// passes on what nobody vouches for adds no leg.
pub(crate) fn independent_origins(
    group: &[&Proposition<'_>],
    origins: &BTreeMap<&StatementId, &StatementOrigin>,
) -> Vec<IndependentOrigin> {
    let supports =
        |item: &&&Proposition<'_>| matches!(item.statement.stance, Stance::Asserts | Stance::Confirms);
    let vouched = |item: &&&Proposition<'_>| item.statement.certainty != Certainty::Unspecified;
    let mut supporting: Vec<&&Proposition<'_>> = group.iter().filter(supports).filter(vouched).collect();
    if supporting.is_empty() {
        supporting = group.iter().filter(supports).collect();
    }
    let mut out: BTreeMap<&str, IndependentOrigin> = BTreeMap::new();
    for item in supporting {
        let Some(found) = origins.get(&item.statement.id) else { continue };
        let leg = out.entry(&found.origin.key).or_insert_with(|| IndependentOrigin {
            origin: found.origin.clone(),
            statements: Vec::new(),
            reasons: Vec::new(),
        });
        leg.statements.push(item.statement.id.clone());
        for reason in &found.reasons {
            add_reason(&mut leg.reasons, reason);
        }
    }
    let mut legs = fold_unnamed(out.into_values().collect());
    legs.sort_by(|a, b| {
        b.statements.len().cmp(&a.statements.len()).then_with(|| a.origin.key.cmp(&b.origin.key))
    });
    legs
}

/// Independence is shown, not assumed: an outlet that names nobody may draw on those whom others name, so it is a leg only where
/// nobody else is; and the unnamed sources of one outlet cannot be told apart, so they are one.
fn fold_unnamed(legs: Vec<IndependentOrigin>) -> Vec<IndependentOrigin> {
    let speaks = |l: &IndependentOrigin| l.origin.kind == OriginKind::Actor;
    let anyone = legs.iter().any(speaks);
    let mut out: Vec<IndependentOrigin> = Vec::new();
    for leg in legs.into_iter().filter(|l| !anyone || speaks(l)) {
        let outlet = unnamed_of(&leg.origin.key).map(str::to_owned);
        let same =
            out.iter_mut().find(|l| outlet.is_some() && unnamed_of(&l.origin.key) == outlet.as_deref());
        match same {
            Some(known) => {
                known.statements.extend(leg.statements);
                leg.reasons.iter().for_each(|r| add_reason(&mut known.reasons, r));
            }
            None => out.push(leg),
        }
    }
    out
}

/// The outlet through which an unnamed source is known ("actor:anonymous:people via credit:harbour-post").
fn unnamed_of(key: &str) -> Option<&str> {
    key.strip_prefix("actor:anonymous:")?.split_once(" via ").map(|(_, outlet)| outlet)
}

/// Adds a reason; the same words from another place add their evidence.
fn add_reason(reasons: &mut Vec<Reason>, reason: &Reason) {
    match reasons.iter_mut().find(|r| r.text == reason.text) {
        Some(known) => {
            let new =
                reason.evidence.iter().filter(|e| !known.evidence.contains(e)).cloned().collect::<Vec<_>>();
            known.evidence.extend(new);
        }
        None => reasons.push(reason.clone()),
    }
}
