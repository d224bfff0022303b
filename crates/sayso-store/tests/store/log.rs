//! Do log entries stay in order?

use jiff::Timestamp;
use sayso_model::Digest;

use crate::support::Case;

#[test]
fn entries_come_back_in_the_order_in_which_they_were_appended() {
    let mut case = Case::new();
    let time: Timestamp = "2026-03-14T10:00:00.25Z".parse().unwrap();
    for index in 0..300_u64 {
        let leaf = Digest::of(&index.to_be_bytes());
        let given = case.act(|act| act.append_log(&leaf, "add", &format!("article {index}"), time).unwrap());
        assert_eq!(given, index);
    }
    let entries = case.reopened().store.log_entries().unwrap();
    assert_eq!(entries.len(), 300);
    for (index, entry) in (0_u64..).zip(&entries) {
        assert_eq!(entry.index, index);
        assert_eq!(entry.leaf_hash, Digest::of(&index.to_be_bytes()));
        assert_eq!((entry.kind.as_str(), entry.time), ("add", time));
        assert_eq!(entry.subject, format!("article {index}"));
    }
}

#[test]
fn an_entry_that_was_not_committed_leaves_no_gap() {
    let mut case = Case::new();
    let leaf = Digest::of(b"leaf");
    let time = Timestamp::UNIX_EPOCH;
    case.act(|act| act.append_log(&leaf, "add", "a", time).unwrap());
    let mut act = case.store.transaction().unwrap();
    assert_eq!(act.append_log(&leaf, "add", "b", time).unwrap(), 1);
    drop(act);
    assert_eq!(case.act(|act| act.append_log(&leaf, "add", "c", time).unwrap()), 1);
    let subjects: Vec<String> = case.store.log_entries().unwrap().into_iter().map(|e| e.subject).collect();
    assert_eq!(subjects, ["a", "c"]);
}
