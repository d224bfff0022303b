//! Can people read while someone writes?

use std::{
    sync::atomic::{AtomicBool, AtomicUsize, Ordering},
    thread,
};

use sayso_store::Store;
use sayso_testkit::{article, statement};

use crate::support::{Case, put};

/// Acts of the writer: enough for readers to meet many states.
const ACTS: usize = 60;

#[test]
fn two_readers_see_only_whole_acts_while_one_writes() {
    let mut case = Case::new();
    let dir = case.folder.path().to_owned();
    let (is_done, snapshots) = (AtomicBool::new(false), AtomicUsize::new(0));
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let store = Store::open(&dir).unwrap();
                let mut last = 0;
                while !is_done.load(Ordering::Relaxed) {
                    let now = assert_whole(&store);
                    assert!(now >= last, "a reader went back in time");
                    last = now;
                    snapshots.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        for number in 0..ACTS {
            write_pair(&mut case, number);
        }
        is_done.store(true, Ordering::Relaxed);
    });
    assert_eq!(assert_whole(&case.store), 2 * ACTS);
    assert!(snapshots.load(Ordering::Relaxed) > 2);
}

/// Writes two articles with a statement each in one act.
fn write_pair(case: &mut Case, number: usize) {
    case.act(|act| {
        for side in ["left", "right"] {
            let given = article(&format!("{side} {number}"), "The pilot said the ferry sank.");
            put(act, &given);
            let said = statement(&given, "The pilot", "said", "the ferry sank");
            act.replace_statements(&given.id, &[said]).unwrap();
        }
    });
}

/// Checks that a snapshot has no half of an act and returns its number of articles.
fn assert_whole(store: &Store) -> usize {
    let snapshot = store.snapshot().unwrap();
    let count = snapshot.articles.len();
    assert_eq!(count % 2, 0);
    assert_eq!((snapshot.statements.len(), snapshot.revisions.len()), (count, count));
    count
}

#[test]
fn two_writers_take_turns() {
    let case = Case::new();
    thread::scope(|scope| {
        for side in ["left", "right"] {
            let mut store = Store::open(case.folder.path()).unwrap();
            scope.spawn(move || {
                for number in 0..20 {
                    let mut act = store.transaction().unwrap();
                    put(&mut act, &article(&format!("{side} {number}"), "The ferry sank."));
                    act.commit().unwrap();
                }
            });
        }
    });
    assert_eq!(case.store.articles().unwrap().len(), 40);
    assert_eq!(case.store.generation().unwrap(), 40);
}
