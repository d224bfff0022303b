//! Which claims bear on each other after decisions? What was found goes with the two statements that it was found between.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use sayso_model::{
    Claim, ClaimId, Evidence, Reason, RelatedClaim, RelatedKind, Snapshot, Statement, StatementId,
};

/// One relation, told from the claim that does something to the other.
struct Relation {
    /// What the statement of each claim says.
    between: [Evidence; 2],
    kind: RelatedKind,
    reasons: Vec<Reason>,
}

/// Sets anew the relations of claims that were made again: those that `before` had, each between the claims that now hold its two statements. A
/// relation ends where one of the statements is gone, or one claim holds both. `read` has the statements that decisions changed, as they were.
pub(super) fn carry(snapshot: &mut Snapshot, before: &[Claim], read: &BTreeMap<StatementId, Statement>) {
    let relations: Vec<Relation> =
        before.iter().flat_map(|claim| &claim.related).filter_map(relation).collect();
    let made_again: HashSet<&ClaimId> = before.iter().map(|claim| &claim.id).collect();
    let partners = before.iter().flat_map(|claim| &claim.related).map(|other| &other.claim);
    let concerned: HashSet<&ClaimId> = made_again.iter().copied().chain(partners).collect();
    let places: Vec<usize> =
        (0..snapshot.claims.len()).filter(|at| concerned.contains(&snapshot.claims[*at].id)).collect();
    let now = placed(snapshot, &places, &relations, read);
    for &at in &places {
        let claim = &snapshot.claims[at];
        let mut related = claim.related.clone();
        related.retain(|other| !made_again.contains(&claim.id) && !made_again.contains(&other.claim));
        related.extend(now.get(&claim.id).into_iter().flatten().cloned());
        related.sort_by(|a, b| (a.kind, &a.claim).cmp(&(b.kind, &b.claim)));
        related.dedup_by(|a, b| (a.kind, &a.claim) == (b.kind, &b.claim));
        if related != claim.related {
            snapshot.claims[at].related = related;
        }
    }
}

/// A relation as it was found, whichever of the two claims tells it.
fn relation(other: &RelatedClaim) -> Option<Relation> {
    let [first, second] = other.reasons.first()?.evidence.as_slice() else { return None };
    let turned = matches!(other.kind, RelatedKind::SpecialisedBy | RelatedKind::EntailedBy);
    let kind = if turned { other.kind.inverse() } else { other.kind };
    Some(Relation { between: [first.clone(), second.clone()], kind, reasons: other.reasons.clone() })
}

/// The relations of each claim, both ways, given where these claims stand.
fn placed(
    snapshot: &Snapshot,
    places: &[usize],
    relations: &[Relation],
    read: &BTreeMap<StatementId, Statement>,
) -> HashMap<ClaimId, Vec<RelatedClaim>> {
    let asked: BTreeSet<&Evidence> = relations.iter().flat_map(|relation| &relation.between).collect();
    let mut holder: BTreeMap<Evidence, &ClaimId> = BTreeMap::new();
    for claim in places.iter().map(|at| &snapshot.claims[*at]) {
        for id in &claim.statements {
            let Some(statement) = read.get(id).or_else(|| snapshot.statement(id)) else { continue };
            let said = Evidence::in_text(&statement.article, statement.content_hull());
            if asked.contains(&said) {
                holder.entry(said).or_insert(&claim.id);
            }
        }
    }
    let mut out: HashMap<ClaimId, Vec<RelatedClaim>> = HashMap::new();
    for Relation { between: [first, second], kind, reasons } in relations {
        let (Some(&from), Some(&to)) = (holder.get(first), holder.get(second)) else { continue };
        if from == to {
            continue;
        }
        for (here, there, kind) in [(from, to, *kind), (to, from, kind.inverse())] {
            let other = RelatedClaim { claim: there.clone(), kind, reasons: reasons.clone() };
            out.entry(here.clone()).or_default().push(other);
        }
    }
    out
}
