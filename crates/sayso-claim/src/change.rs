//! What is new between two moments of a case.

use std::collections::{BTreeMap, BTreeSet};

use sayso_model::{
    ArticleId, Change, ChangeKind, Claim, ClaimId, Evidence, Reason, Snapshot, Span, Statement, StatementId,
};

use crate::revision::{Told, corrections, revision};

/// Compares two snapshots of one case: articles first, then claims in ledger order of the later one.
pub fn changes(before: &Snapshot, after: &Snapshot) -> Vec<Change> {
    let mut out = articles(before, after);
    revise(&mut out, before, after);
    let new: BTreeMap<&ArticleId, Vec<Span>> = out.iter().filter_map(new_words).collect();
    let corrected = corrections(before, after, &new);
    out.extend(corrected);
    let old: BTreeMap<&ClaimId, &Claim> = before.claims.iter().map(|c| (&c.id, c)).collect();
    let old_statements: BTreeSet<&StatementId> = before.claims.iter().flat_map(|c| &c.statements).collect();
    for claim in &after.claims {
        match old.get(&claim.id) {
            None => out.push(new_claim(claim)),
            Some(earlier) => {
                let new = claim.statements.iter().filter(|s| !old_statements.contains(s));
                out.extend(new.filter_map(|s| new_statement(after, claim, s)));
                if earlier.status != claim.status {
                    out.push(status_moved(after, earlier, claim, &old_statements));
                }
            }
        }
    }
    out.extend(gone(before, after));
    out
}

fn change(kind: ChangeKind) -> Change {
    Change {
        kind,
        claim: None,
        statement: None,
        article: None,
        before: None,
        after: None,
        reasons: Vec::new(),
        revision: None,
        copies: Vec::new(),
    }
}

fn articles(before: &Snapshot, after: &Snapshot) -> Vec<Change> {
    let old: BTreeMap<&ArticleId, (&str, &Option<String>)> =
        before.articles.iter().map(|a| (&a.id, (a.text.as_str(), &a.title))).collect();
    let mut out = Vec::new();
    for article in &after.articles {
        let kind = match old.get(&article.id) {
            None => ChangeKind::NewArticle,
            Some((text, title)) if *text != article.text || **title != article.title => {
                ChangeKind::ArticleRevised
            }
            Some(_) => continue,
        };
        let what = article.title.clone().unwrap_or_else(|| article.file.clone());
        out.push(Change {
            article: Some(article.id.clone()),
            reasons: vec![Reason::new(what)],
            ..change(kind)
        });
    }
    out.sort_by_key(|c| (c.kind, c.article.clone()));
    out
}

/// Adds to each revised article what changed in it.
fn revise(changes: &mut [Change], before: &Snapshot, after: &Snapshot) {
    let revised: BTreeSet<ArticleId> = changes
        .iter()
        .filter(|c| c.kind == ChangeKind::ArticleRevised)
        .filter_map(|c| c.article.clone())
        .collect();
    if revised.is_empty() {
        return;
    }
    let (said_before, said_after) = (said_in(before, &revised), said_in(after, &revised));
    let (claims_before, claims_after) = (before.claim_of(), after.claim_of());
    let none = Vec::new();
    for change in changes.iter_mut().filter(|c| c.kind == ChangeKind::ArticleRevised) {
        let Some(id) = &change.article else { continue };
        let (Some(old), Some(new)) = (before.article(id), after.article(id)) else { continue };
        let old =
            Told { article: old, statements: said_before.get(id).unwrap_or(&none), claims: &claims_before };
        let new =
            Told { article: new, statements: said_after.get(id).unwrap_or(&none), claims: &claims_after };
        change.revision = Some(Box::new(revision(old, new)));
    }
}

/// What is said in some articles.
fn said_in<'a>(
    snapshot: &'a Snapshot,
    articles: &BTreeSet<ArticleId>,
) -> BTreeMap<&'a ArticleId, Vec<&'a Statement>> {
    let mut out: BTreeMap<&ArticleId, Vec<&Statement>> = BTreeMap::new();
    for statement in snapshot.statements.iter().filter(|s| articles.contains(&s.article)) {
        out.entry(&statement.article).or_default().push(statement);
    }
    out
}

/// The stretches of a revised article that are new.
fn new_words(change: &Change) -> Option<(&ArticleId, Vec<Span>)> {
    let revision = change.revision.as_ref()?;
    Some((&revision.article, revision.text.iter().map(|one| one.after).collect()))
}

fn new_claim(claim: &Claim) -> Change {
    Change {
        claim: Some(claim.id.clone()),
        after: Some(claim.status),
        reasons: claim.reasons.clone(),
        ..change(ChangeKind::NewClaim)
    }
}

fn new_statement(after: &Snapshot, claim: &Claim, id: &StatementId) -> Option<Change> {
    let statement = after.statement(id)?;
    let evidence = Evidence::in_text(&statement.article, statement.content_hull());
    Some(Change {
        claim: Some(claim.id.clone()),
        statement: Some(id.clone()),
        article: Some(statement.article.clone()),
        reasons: vec![Reason::with(
            format!("{} {}", who(after, statement), statement.stance),
            vec![evidence],
        )],
        ..change(ChangeKind::NewStatement)
    })
}

fn who<'a>(snapshot: &'a Snapshot, statement: &Statement) -> &'a str {
    statement.actor.as_ref().and_then(|id| snapshot.actor(id)).map_or("someone unnamed", |a| a.name.as_str())
}

/// A status move with its cause: the statements that are new, then the reasons of the new status.
fn status_moved(after: &Snapshot, earlier: &Claim, claim: &Claim, old: &BTreeSet<&StatementId>) -> Change {
    let mut reasons: Vec<Reason> = claim
        .statements
        .iter()
        .filter(|s| !old.contains(s))
        .filter_map(|s| new_statement(after, claim, s))
        .flat_map(|c| c.reasons)
        .collect();
    reasons.extend(claim.reasons.iter().cloned());
    // The same actor's statement in three reprints is one cause.
    let mut told = BTreeSet::new();
    reasons.retain(|r| told.insert(r.text.clone()));
    Change {
        claim: Some(claim.id.clone()),
        before: Some(earlier.status),
        after: Some(claim.status),
        reasons,
        ..change(ChangeKind::StatusMoved)
    }
}

/// Claims that are no longer there, with where their statements went.
fn gone(before: &Snapshot, after: &Snapshot) -> Vec<Change> {
    let now: BTreeSet<&ClaimId> = after.claims.iter().map(|c| &c.id).collect();
    let place = after.claim_of();
    let left = before.claims.iter().filter(|c| !now.contains(&c.id));
    left.map(|claim| {
        let text = where_they_went(claim, &place);
        Change {
            claim: Some(claim.id.clone()),
            before: Some(claim.status),
            reasons: vec![Reason::new(text)],
            ..change(ChangeKind::ClaimGone)
        }
    })
    .collect()
}

/// "its statements joined claim c1 (2), c2 (1); 1 is no longer there".
fn where_they_went(claim: &Claim, place: &BTreeMap<&StatementId, &ClaimId>) -> String {
    let mut joined: BTreeMap<&ClaimId, usize> = BTreeMap::new();
    for id in claim.statements.iter().filter_map(|s| place.get(s)) {
        *joined.entry(id).or_default() += 1;
    }
    let gone = claim.statements.len() - joined.values().sum::<usize>();
    let parts: Vec<String> = joined.iter().map(|(id, n)| format!("{id} ({n})")).collect();
    match (parts.is_empty(), gone) {
        (true, _) => "the articles that made it were revised".to_owned(),
        (false, 0) => format!("its statements joined claim {}", parts.join(", ")),
        (false, n) => format!("its statements joined claim {}; {n} no longer there", parts.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sayso_model::Status;
    use sayso_testkit::{article, statement};

    fn snapshot(status: Status, text: &str) -> Snapshot {
        let a = article("a", text);
        let s = statement(&a, "She", "said", "the pier fell");
        let claim = Claim {
            id: ClaimId::derive(&["x"]),
            text: "the pier fell".into(),
            wording: Evidence::in_text(&a.id, s.content_hull()),
            status,
            reasons: vec![Reason::new("because")],
            statements: vec![s.id.clone()],
            articles: vec![a.id.clone()],
            positions: vec![],
            independent_origins: vec![],
            drift: vec![],
            related: vec![],
            last_change: None,
        };
        Snapshot {
            articles: vec![a].into(),
            statements: [s].into(),
            claims: [claim].into(),
            ..Snapshot::default()
        }
    }

    fn kinds(before: &Snapshot, after: &Snapshot) -> Vec<ChangeKind> {
        changes(before, after).into_iter().map(|c| c.kind).collect()
    }

    #[test]
    fn nothing_changes_between_equal_moments() {
        let s = snapshot(Status::Contested, "She said the pier fell.");
        assert!(changes(&s, &s).is_empty());
    }

    #[test]
    fn moves_revisions_new_and_gone_claims_are_told() {
        let before = snapshot(Status::SingleSource, "She said the pier fell.");
        let after = snapshot(Status::Contested, "She said the pier fell. Really.");
        assert_eq!(kinds(&before, &after), [ChangeKind::ArticleRevised, ChangeKind::StatusMoved]);
        let empty = Snapshot::default();
        assert_eq!(kinds(&empty, &before), [ChangeKind::NewArticle, ChangeKind::NewClaim]);
        assert_eq!(kinds(&before, &empty), [ChangeKind::ClaimGone]);
    }
}
