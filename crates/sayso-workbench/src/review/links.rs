//! Decisions about where reports come from: who copied whom, and where a statement starts.

use sayso_model::{
    Act, ArticleId, CopyVerdict, Origin, Reason, Review, Snapshot, StatementId, StatementOrigin, TextReuse,
};

use super::{correct::Changed, origins::connected};

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
    // Before and after: who loses the link may start elsewhere, and so may who gains it.
    change.reach.articles.extend(connected(&snapshot.reuse, [first, second]));
    change.reach.copies = true;
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
    change.reach.articles.extend(connected(&snapshot.reuse, [first, second]));
    true
}

/// Puts the origins that were decided in the place of those that were worked out.
pub(super) fn set_origins(
    snapshot: &mut Snapshot,
    acts: &[&Review],
    change: &mut Changed,
    note: &mut dyn FnMut(&Review, bool),
) {
    for review in acts {
        if let Act::SetOrigin { statement, origin } = &review.act {
            note(review, set_origin(snapshot, statement, origin, review, change));
        }
    }
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
    let (statement, origin) = (statement.clone(), origin.clone().into());
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
