//! What is kept of decisions, and what is refused.

use sayso_model::{Act, Capture, Location, MediaType};
use sayso_workbench::Workbench;

use crate::support::{Case, bridge};

#[test]
fn accepting_and_noting_change_nothing_but_are_kept() {
    let mut case = Case::new();
    let before = case.now();
    let claim = bridge(&before).clone();
    let after = case.decide(Act::Accept { statement: claim.statements[0].clone() }, "");
    assert_eq!(after.claims, before.claims);
    let note =
        Act::Note { subject: claim.id.to_string(), evidence: Some("https://map.example/1".to_owned()) };
    assert!(case.refuses(note.clone(), "  ").contains("empty"));
    let after = case.decide(note, "seen on a photograph");
    assert_eq!((after.claims == before.claims, after.reviews.len()), (true, 2));
    case.undone(&before);
}

#[test]
fn filters_are_kept_by_name_and_leave_the_log_alone() {
    let mut case = Case::new();
    let log = case.case.log_length().unwrap();
    case.case.keep_filter(" denied ", Some("status=contested")).unwrap();
    case.case.keep_filter("denied", Some("status=contested&sort=latest")).unwrap();
    case.case.keep_filter("quay", Some("words=quay")).unwrap();
    case.case.keep_filter("quay", None).unwrap();
    let kept: Vec<_> = case.case.filters().unwrap().into_iter().collect();
    assert_eq!(kept, [("denied".to_owned(), "status=contested&sort=latest".to_owned())]);
    for (name, query) in [("", Some("a=b")), ("x", Some("")), ("gone", None)] {
        assert!(case.case.keep_filter(name, query).is_err(), "{name:?}");
    }
    assert_eq!(case.case.log_length().unwrap(), log);
    assert_eq!(case.case.verify().unwrap().differences, [""; 0]);
}

#[test]
fn what_is_not_in_the_case_cannot_be_decided_about() {
    let mut case = Case::new();
    let nobody = sayso_model::StatementId::from_written("s0");
    assert!(case.refuses(Act::Accept { statement: nobody }, "").contains("no statement s0"));
    assert!(case.refuses(Act::Undo { review: 7 }, "").contains("no decision 7"));
    let nothing = Act::Note { subject: "x".to_owned(), evidence: None };
    assert!(case.refuses(nothing, "a note").contains("x"));
}

#[test]
fn articles_that_are_added_after_a_decision_are_still_recorded() {
    let mut case = Case::new();
    let first = case.now().statements[0].id.clone();
    case.decide(Act::Accept { statement: first }, "");
    let text = b"lang: en\n\nIlse Quent said that the quay in Orme was open.\n".to_vec();
    let location = Location::File("quay.txt".to_owned());
    let late = Capture::new(location, "2031-03-07T08:00:00Z".parse().unwrap(), MediaType::Text, text);
    let before = case.case.log_length().unwrap();
    case.case.add(std::slice::from_ref(&late)).unwrap();
    assert_eq!(case.case.verify().unwrap().differences, [""; 0]);
    let proven = case.case.prove(&late.digest, &case.case.log_proofs().unwrap()).unwrap().unwrap();
    assert!(proven.intact && proven.sightings.len() == 1 && proven.sightings[0].verified, "{proven:?}");
    assert!(proven.sightings[0].entry.as_ref().unwrap().0 >= before);
}

#[test]
fn a_decision_that_was_changed_in_the_log_is_found() {
    let mut case = Case::new();
    let first = case.now().statements[0].id.clone();
    case.decide(Act::Accept { statement: first }, "read it twice");
    let Case { case: open, _folder: folder } = case;
    drop(open);
    let file = folder.path().join("case.sqlite");
    let mut bytes = std::fs::read(&file).unwrap();
    let words = b"read it twice";
    let at = (0..bytes.len() - words.len()).find(|&at| bytes[at..].starts_with(words)).unwrap();
    bytes[at..at + words.len()].copy_from_slice(b"read it never");
    std::fs::write(&file, bytes).unwrap();
    let found = Workbench::open(folder.path()).unwrap().verify().unwrap().differences;
    assert!(
        found.iter().any(|d| d.contains("(review ") && d.contains("does not have the hash")),
        "{found:?}"
    );
}
