//! Decisions about where reports come from: who copied whom, and where a statement starts.

use std::collections::BTreeMap;

use sayso_model::{
    Act, ArticleId, CopyVerdict, Origin, Reason, Review, Snapshot, StatementId, StatementOrigin, TextReuse,
};
use sayso_origin::{OriginInput, article_origins, statement_origins};

use super::correct::Changed;

/// Applies a decision about two articles; a link that was not found is added with what the person says.
pub(super) fn set_copy(
    snapshot: &mut Snapshot,
    first: &ArticleId,
    second: &ArticleId,
    verdict: CopyVerdict,
    review: &Review,
    change: &mut Changed,
) -> bool {
    if snapshot.article(first).is_none() || snapshot.article(second).is_none() {
        return false;
    }
    change.origins = true;
    let derived = match verdict {
        CopyVerdict::FirstFromSecond => Some(first.clone()),
        CopyVerdict::SecondFromFirst => Some(second.clone()),
        CopyVerdict::Unknown | CopyVerdict::Unrelated => None,
    };
    let (low, high) = if first < second { (first, second) } else { (second, first) };
    let found = snapshot.reuse.binary_search_by(|r| (&r.first, &r.second).cmp(&(low, high)));
    match found {
        Ok(at) if verdict == CopyVerdict::Unrelated => {
            snapshot.reuse.remove(at);
        }
        Ok(at) => {
            snapshot.reuse[at].derived = derived;
            snapshot.reuse[at].reasons.insert(0, decided(review));
        }
        Err(_) if verdict == CopyVerdict::Unrelated => {}
        Err(at) => {
            let (share_of_first, share_of_second) = (0.0, 0.0);
            let (first, second) = (low.clone(), high.clone());
            let (passages, reasons) = (Vec::new(), vec![decided(review)]);
            let link =
                TextReuse { first, second, share_of_first, share_of_second, passages, derived, reasons };
            snapshot.reuse.insert(at, link);
        }
    }
    true
}

/// Works out origins again where they may have changed, and puts those that were decided in their place.
pub(super) fn origins_again(
    snapshot: &mut Snapshot,
    acts: &[&Review],
    change: &mut Changed,
    note: &mut dyn FnMut(&Review, bool),
) {
    if change.origins {
        let origins = statement_origins(OriginInput {
            articles: &snapshot.articles,
            statements: &snapshot.statements,
            actors: &snapshot.actors,
            reuse: &snapshot.reuse,
        });
        note_moved(&snapshot.origins, &origins, change);
        snapshot.origins = origins;
        snapshot.article_origins = article_origins(&snapshot.articles, &snapshot.reuse);
    }
    for review in acts {
        if let Act::SetOrigin { statement, origin } = &review.act {
            note(review, set_origin(snapshot, statement, origin, review, change));
        }
    }
}

/// Notes the statements whose origin is another one.
fn note_moved(before: &[StatementOrigin], now: &[StatementOrigin], change: &mut Changed) {
    let before: BTreeMap<&StatementId, &StatementOrigin> = before.iter().map(|o| (&o.statement, o)).collect();
    let moved = now.iter().filter(|o| before.get(&o.statement).is_none_or(|b| b != o));
    change.statements.extend(moved.map(|o| o.statement.clone()));
}

fn set_origin(
    snapshot: &mut Snapshot,
    statement: &StatementId,
    origin: &Origin,
    review: &Review,
    change: &mut Changed,
) -> bool {
    if snapshot.statement(statement).is_none() {
        return false;
    }
    let (statement, origin) = (statement.clone(), origin.clone());
    change.statements.insert(statement.clone());
    let decided = StatementOrigin { statement: statement.clone(), origin, reasons: vec![decided(review)] };
    match snapshot.origins.binary_search_by(|o| o.statement.cmp(&statement)) {
        Ok(at) => snapshot.origins[at] = decided,
        Err(at) => snapshot.origins.insert(at, decided),
    }
    true
}

/// Says who decided this, when and why.
pub(super) fn decided(review: &Review) -> Reason {
    let day = review.time.to_string().chars().take("2031-03-04".len()).collect::<String>();
    let why = if review.reason.is_empty() { String::new() } else { format!(": {}", review.reason) };
    Reason::new(format!("decided by {} on {day}{why}", review.author))
}
