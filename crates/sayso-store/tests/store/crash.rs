//! Does an act that was reported as done survive, and one that was not leave nothing?

use std::{
    env,
    io::{BufRead, BufReader, Write},
    process::{Command, Stdio},
};

use sayso_model::Digest;
use sayso_store::Store;
use sayso_testkit::{article, statement};
use tempfile::TempDir;

use crate::support::{Case, put};

/// Tells the child process which case to write to.
const CASE_VARIABLE: &str = "SAYSO_STORE_CRASH_TEST_CASE";

/// Acts that the child reports before it is killed, in each round: few and many, so that the log file of the database is met
/// short, long, and after it was written back.
const ROUNDS: [usize; 4] = [1, 7, 40, 150];

#[test]
fn a_dropped_act_leaves_nothing_and_a_committed_one_everything() {
    let mut case = Case::new();
    let given = article("a", "The ferry sank.");
    let mut act = case.store.transaction().unwrap();
    put(&mut act, &given);
    act.append_log(&Digest::of(b"leaf"), "add", "a", given.retrieved).unwrap();
    drop(act);
    let mut case = case.reopened();
    assert!(!case.store.has_capture(&given.capture).unwrap());
    assert!(case.store.articles().unwrap().is_empty());
    assert!(case.store.log_entries().unwrap().is_empty());
    assert_eq!(case.store.generation().unwrap(), 0);
    case.add(&given);
    assert_eq!(case.reopened().store.articles().unwrap(), [given]);
}

#[test]
fn acts_survive_the_killing_of_the_program() {
    let folder = TempDir::new().unwrap();
    drop(Store::create(folder.path()).unwrap());
    let mut done = 0;
    for acts in ROUNDS {
        let reported = write_and_be_killed(&folder, acts);
        let store = Store::open(folder.path()).unwrap();
        assert_whole(&store);
        let kept = store.articles().unwrap().len();
        assert!(kept >= done + reported, "{kept} kept, {done} from before and {reported} reported");
        done = kept;
    }
}

/// Every act of the child is there with all that belongs to it, or not at all.
fn assert_whole(store: &Store) {
    assert_eq!(store.check().unwrap(), [""; 0]);
    let snapshot = store.snapshot().unwrap();
    let count = snapshot.articles.len();
    assert_eq!(snapshot.statements.len(), count);
    assert_eq!(store.log_entries().unwrap().len(), count);
    assert_eq!(store.generation().unwrap(), count as u64);
    assert_eq!(store.search("ferry", usize::MAX).unwrap().len(), 2 * count);
    assert!(snapshot.articles.iter().all(|a| store.has_capture(&a.capture).unwrap()));
}

/// Starts a process that writes to the case, kills it once it has reported so many acts, and returns how many it had reported.
fn write_and_be_killed(folder: &TempDir, acts: usize) -> usize {
    let mut child = Command::new(env::current_exe().unwrap())
        .args(["--exact", "crash::child_that_is_killed", "--ignored", "--nocapture"])
        .env(CASE_VARIABLE, folder.path())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut reported = lines.map_while(Result::ok).filter(|line| line == "act done");
    let seen = reported.by_ref().take(acts).count();
    child.kill().unwrap();
    child.wait().unwrap();
    // What it had still said before it died.
    let rest = reported.count();
    assert_eq!(seen, acts, "the child ended by itself");
    seen + rest
}

#[test]
#[ignore = "is the process that acts_survive_the_killing_of_the_program starts"]
fn child_that_is_killed() {
    let Some(dir) = env::var_os(CASE_VARIABLE) else { return };
    let mut store = Store::open(dir).unwrap();
    let first = store.articles().unwrap().len();
    for number in first.. {
        let given = article(&format!("paper {number}"), &format!("The pilot said ferry {number} sank."));
        let mut act = store.transaction().unwrap();
        put(&mut act, &given);
        act.replace_statements(&given.id, &[statement(&given, "The pilot", "said", "ferry")]).unwrap();
        act.append_log(&given.capture, "add", given.id.as_str(), given.retrieved).unwrap();
        act.commit().unwrap();
        std::io::stdout().write_all(b"\nact done\n").unwrap();
    }
}
