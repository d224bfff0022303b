//! Decisions about what one statement says.

use sayso_model::{Act, ActorKind, Span, Stance, Status, second_readings};

use crate::support::{Case, bridge, with_stance};

#[test]
fn rejecting_the_denial_moves_the_status_and_undoing_moves_it_back() {
    let mut case = Case::new();
    let before = case.now();
    let claim = bridge(&before).clone();
    assert_eq!(claim.status, Status::Contested);
    let denial = with_stance(&before, &claim, Stance::Denies);
    let after = case.decide(Act::Reject { statement: denial.id.clone() }, "a misreading");
    let moved = after.claim(&claim.id).unwrap();
    assert_ne!(moved.status, Status::Contested);
    assert!(after.statement(&denial.id).is_none() && !moved.statements.contains(&denial.id));
    case.undone(&before);
}

#[test]
fn another_stance_makes_another_status() {
    let mut case = Case::new();
    let before = case.now();
    let claim = bridge(&before).clone();
    let denial = with_stance(&before, &claim, Stance::Denies);
    let act = Act::SetStance { statement: denial.id.clone(), stance: Stance::Asserts };
    let after = case.decide(act.clone(), "");
    assert_ne!(after.claim(&claim.id).unwrap().status, Status::Contested);
    assert_eq!(after.reviews[0].0.before.as_deref(), Some("denies"));
    assert!(case.refuses(act, "").contains("already"));
    case.undone(&before);
}

#[test]
fn another_source_changes_who_stands_where_and_on_how_many_origins() {
    let mut case = Case::new();
    let before = case.now();
    let claim = bridge(&before).clone();
    let said = with_stance(&before, &claim, Stance::Asserts);
    let act =
        Act::SetSource { statement: said.id.clone(), name: "Nell Dray".to_owned(), kind: ActorKind::Person };
    let after = case.decide(act, "");
    let actor = after.statement(&said.id).unwrap().actor.clone().unwrap();
    assert_eq!(after.actor(&actor).unwrap().name, "Nell Dray");
    let claim = after.claim(&claim.id).unwrap();
    assert!(claim.positions.iter().any(|p| p.actor.as_ref() == Some(&actor)));
    assert!(
        claim.independent_origins.iter().any(|o| o.origin.name == "Nell Dray"),
        "{:?}",
        claim.independent_origins
    );
    case.undone(&before);
}

#[test]
fn another_content_is_what_the_claim_then_says() {
    let mut case = Case::new();
    let before = case.now();
    let claim = bridge(&before).clone();
    let said = with_stance(&before, &claim, Stance::Asserts);
    let whole = said.content_hull();
    let shorter = Span::new(whole.start, whole.end - " on Monday night".len());
    let after = case.decide(Act::SetContent { statement: said.id.clone(), content: shorter }, "");
    assert_eq!(after.statement(&said.id).unwrap().content, [shorter]);
    assert!(after.claim(&claim.id).is_some());
    assert!(
        case.refuses(Act::SetContent { statement: said.id, content: Span::new(9, 9_999) }, "")
            .contains("words of")
    );
    case.undone(&before);
}

#[test]
fn other_words_can_name_the_source() {
    let mut case = Case::new();
    let before = case.now();
    let statement = before.statements.iter().find(|s| s.source.is_some()).unwrap().clone();
    let source = Span::new(0, 5);
    let after = case.decide(Act::SetSourceWords { statement: statement.id.clone(), source }, "");
    assert_eq!(after.statement(&statement.id).unwrap().source, Some(source));
    assert!(
        case.refuses(Act::SetSourceWords { statement: statement.id.clone(), source }, "").contains("already")
    );
    let beyond = Act::SetSourceWords { statement: statement.id, source: Span::new(9_000, 9_009) };
    assert!(case.refuses(beyond, "").contains("words of the article"));
    case.undone(&before);
}

#[test]
fn a_second_reading_is_given_by_somebody_else_and_once() {
    let mut case = Case::new();
    let before = case.now();
    let statement = before.statements[0].id.clone();
    let ask = Act::AskSecond { statement: statement.clone(), first: before.statements[0].stance };
    let read = Act::ReadSecond { statement: statement.clone(), stance: Some(Stance::Doubts) };
    assert!(case.refuses(read.clone(), "").contains("nobody asked"));
    case.decide(ask.clone(), "");
    assert!(case.refuses(ask, "").contains("already"));
    assert!(case.refuses(read.clone(), "").contains("whoever asked"));
    let now = case.now();
    let time = "2031-03-06T09:00:00Z".parse().unwrap();
    case.case.decide(&now, "Bo", time, read.clone(), "").unwrap();
    let after = case.now();
    assert_eq!(after.statements, before.statements, "a second reading decides nothing");
    let found = second_readings(after.reviews.iter());
    assert_eq!(found[0].second, Some(("Bo".to_owned(), Some(Stance::Doubts))));
    assert!(case.case.decide(&after, "Cem", time, read, "").is_err(), "one second reading is enough");
}
