//! Claims that bear on each other still do so after decisions, and go with the statements for which they do.

use sayso_model::{Act, Claim, ClaimId, RelatedKind, Snapshot, Stance};

use crate::support::{Case, with_stance};

/// Two figures of one thing, one of them told by two; it is denied too.
const DRUMS: [&str; 3] = [
    "url: https://post.example/1\noutlet: Harbour Post\npublished: 2031-03-01\nlang: en\n\n\
     The port authority said 40 drums were washed ashore near Skarn.\n",
    "url: https://ledger.example/2\noutlet: Morning Ledger\npublished: 2031-03-01\nlang: en\n\n\
     The union of dockers said 75 drums were washed ashore near Skarn. Dr Cem Vance said that 75 drums had been washed ashore \
     near Skarn.\n",
    "url: https://wire.example/3\noutlet: North Wire\npublished: 2031-03-02\nlang: en\n\n\
     Governor Ilse Quent denied that 75 drums had been washed ashore near Skarn.\n",
];

/// The claim with this figure.
fn with<'s>(now: &'s Snapshot, figure: &str) -> &'s Claim {
    now.claims.iter().find(|claim| claim.text.contains(figure)).unwrap()
}

fn contradicted(claim: &Claim) -> Vec<&ClaimId> {
    let contradicts = claim.related.iter().filter(|other| other.kind == RelatedKind::Contradicts);
    contradicts.map(|other| &other.claim).collect()
}

#[test]
fn a_decision_about_one_statement_leaves_what_the_claims_are_to_each_other() {
    let mut case = Case::of(&DRUMS);
    let before = case.now();
    let (forty, seventy) = (with(&before, "40"), with(&before, "75"));
    assert_eq!((contradicted(forty), contradicted(seventy)), (vec![&seventy.id], vec![&forty.id]));
    let denial = with_stance(&before, seventy, Stance::Denies);
    let after = case.decide(Act::SetStance { statement: denial.id, stance: Stance::Withholds }, "");
    for claim in [forty, seventy] {
        assert_eq!(after.claim(&claim.id).unwrap().related, claim.related);
    }
    case.undone(&before);
}

#[test]
fn a_relation_goes_with_the_statements_and_ends_where_one_claim_holds_both() {
    let mut case = Case::of(&DRUMS);
    let before = case.now();
    let (forty, seventy) = (with(&before, "40").clone(), with(&before, "75").clone());
    // The statement by which the claim of 75 was found to contradict.
    let words = &seventy.related[0].reasons[0].evidence;
    let by = seventy.statements.iter().filter_map(|id| before.statement(id));
    let is_told = |s: &&sayso_model::Statement| {
        words.iter().any(|w| w.article == s.article && w.span == s.content_hull())
    };
    let moving = by.filter(is_told).map(|s| s.id.clone()).next().unwrap();
    let split = Act::SplitClaim { claim: seventy.id.clone(), statements: vec![moving.clone()] };
    let after = case.decide(split, "");
    let own = after.claims.iter().find(|claim| claim.statements == [moving.clone()]).unwrap();
    assert_eq!(contradicted(own), [&forty.id]);
    assert_eq!(contradicted(after.claim(&forty.id).unwrap()), [&own.id]);
    assert_eq!(after.claim(&seventy.id).unwrap().related, []);
    case.undone(&before);
    let merge = Act::MergeClaims { claim: forty.id.clone(), into: seventy.id.clone() };
    let after = case.decide(merge, "");
    assert_eq!(after.claim(&seventy.id).unwrap().related, []);
    case.undone(&before);
    // A reading that is not one takes its relations with it.
    let said = forty.statements[0].clone();
    let after = case.decide(Act::Reject { statement: said }, "it was a caption");
    assert_eq!(after.claim(&seventy.id).unwrap().related, []);
    case.undone(&before);
}
