//! Decisions about claims, actors, copies and origins.

use sayso_model::{Act, CopyVerdict, Origin, Reliability, Snapshot, Stance, Standing, Statement, Status};

use crate::support::{Case, bridge, with_stance};

#[test]
fn moved_split_and_merged_statements_keep_the_ids_of_their_claims() {
    let mut case = Case::new();
    let before = case.now();
    let claim = bridge(&before).clone();
    let denial = with_stance(&before, &claim, Stance::Denies);
    // Out of its claim, into one of its own.
    let after = case.decide(Act::Move { statement: denial.id.clone(), claim: None }, "");
    assert_eq!(after.claims.len(), before.claims.len() + 1);
    assert_ne!(after.claim(&claim.id).unwrap().status, Status::Contested);
    case.undone(&before);
    // The same by splitting, and back by merging.
    let split = Act::SplitClaim { claim: claim.id.clone(), statements: vec![denial.id.clone()] };
    let after = case.decide(split, "");
    let own = after.claims.iter().find(|c| c.statements == [denial.id.clone()]).unwrap().id.clone();
    let merged = case.decide(Act::MergeClaims { claim: own.clone(), into: claim.id.clone() }, "");
    assert!(merged.claim(&own).is_none());
    assert_eq!(merged.claim(&claim.id).unwrap().status, Status::Contested);
    assert_eq!(merged.claim(&claim.id).unwrap().positions, claim.positions);
    let all = Act::SplitClaim { claim: claim.id.clone(), statements: claim.statements.clone() };
    assert!(case.refuses(all, "").contains("nothing would be left"));
    let itself = Act::MergeClaims { claim: claim.id.clone(), into: claim.id.clone() };
    assert!(case.refuses(itself, "").contains("itself"));
}

#[test]
fn merged_actors_are_one_origin() {
    let mut case = Case::new();
    let before = case.now();
    let claim = bridge(&before).clone();
    let named = |name: &str| before.actors.iter().find(|a| a.name.contains(name)).unwrap().id.clone();
    let (brill, quent) = (named("Brill"), named("Quent"));
    let after = case.decide(Act::MergeActors { actor: quent.clone(), into: brill.clone() }, "one office");
    assert!(after.actor(&quent).is_none());
    let kept = after.actor(&brill).unwrap();
    assert!(kept.aliases.iter().any(|a| a.contains("Quent")), "{kept:?}");
    let origins = |now: &Snapshot| now.claim(&claim.id).unwrap().independent_origins.len();
    assert_eq!(origins(&after), origins(&before) - 1);
    case.undone(&before);
}

#[test]
fn an_alias_can_be_somebody_else() {
    let mut case = Case::new();
    let before = case.now();
    let brill = before.actors.iter().find(|a| a.name.contains("Brill")).unwrap();
    let said = |s: &&Statement| s.actor.as_ref() == Some(&brill.id) && s.source.is_some();
    let statement = before.statements.iter().find(said).unwrap();
    let text = &before.article(&statement.article).unwrap().text;
    let alias = statement.source.unwrap().of(text).to_owned();
    if alias != brill.name {
        let after = case.decide(Act::SplitActor { actor: brill.id.clone(), alias: alias.clone() }, "");
        let other = after.statement(&statement.id).unwrap().actor.clone().unwrap();
        assert_ne!(other, brill.id);
        assert_eq!(after.actor(&other).unwrap().name, alias);
        case.undone(&before);
    }
}

#[test]
fn a_copy_link_and_an_origin_can_be_overruled() {
    let mut case = Case::new();
    let before = case.now();
    let [first, second] = [0, 1].map(|i| before.articles[i].id.clone());
    let link =
        Act::SetCopy { first: first.clone(), second: second.clone(), verdict: CopyVerdict::SecondFromFirst };
    let after = case.decide(link, "they told me");
    let found = after.reuse.iter().find(|r| r.first == first && r.second == second).unwrap();
    assert_eq!(found.derived.as_ref(), Some(&second));
    assert!(found.reasons[0].text.contains("decided by Ana"));
    case.undone(&before);
    let claim = bridge(&before).clone();
    let quents = |s: &Statement| s.actor.as_ref().is_some_and(|a| a.as_str().contains("quent"));
    let said = claim.statements.iter().filter_map(|id| before.statement(id));
    let said = said.filter(|s| s.stance == Stance::Asserts).find(|s| !quents(s)).unwrap().clone();
    let quent = before.actors.iter().find(|a| a.name.contains("Quent")).unwrap();
    let other = Origin::actor(&quent.id, &quent.name);
    assert_ne!(before.origin(&said.id).unwrap().origin, other);
    let after = case.decide(Act::SetOrigin { statement: said.id.clone(), origin: other.clone() }, "");
    assert_eq!(after.origin(&said.id).unwrap().origin, other);
    let leg = |now: &Snapshot| {
        let legs = &now.claim(&claim.id).unwrap().independent_origins;
        legs.iter().find(|o| o.origin == other).unwrap().statements.contains(&said.id)
    };
    assert!(leg(&after) && !leg(&before));
    case.undone(&before);
}

#[test]
fn a_status_set_by_hand_needs_a_reason_and_keeps_what_the_rules_give() {
    let mut case = Case::new();
    let before = case.now();
    let claim = bridge(&before).clone();
    let act = Act::SetStatus { claim: claim.id.clone(), status: Status::Confirmed };
    assert!(case.refuses(act.clone(), " ").contains("written reason"));
    let after = case.decide(act, "I stood on it");
    let set = after.claim(&claim.id).unwrap();
    assert_eq!(set.status, Status::Confirmed);
    assert!(set.reasons[0].text.contains("decided by Ana on 2031-03-06: I stood on it"), "{:?}", set.reasons);
    assert!(set.reasons[1].text.starts_with("the rules give contested"), "{:?}", set.reasons);
    case.undone(&before);
}

#[test]
fn a_grade_of_an_actor_changes_no_claim_and_tells_the_one_before() {
    let mut case = Case::new();
    let before = case.now();
    let actor = before.actors[0].id.clone();
    let grade = |grade| Act::SetReliability { actor: actor.clone(), grade };
    case.decide(grade(Reliability::D), "was wrong twice");
    let after = case.decide(grade(Reliability::B), "");
    assert_eq!(after.claims, before.claims);
    assert_eq!(after.reviews.last().unwrap().0.before.as_deref(), Some("D"));
    case.undone(&before);
    assert_eq!(case.now().reviews[0].1, Standing::Holds);
}
