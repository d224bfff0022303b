//! A case against what is done to it: bytes that come again, and changes that nobody should make.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{fs, path::Path};

use sayso_model::{Capture, Location, MediaType, Statement};
use sayso_workbench::{Added, Engines, Progress, Silent, Workbench};
use tempfile::TempDir;

const ADDRESS: &str =
    "url: https://post.example/ferry\noutlet: The Velmora Post\npublished: 2031-03-04\nlang: en\n\n";

/// A capture of a text file, read at this hour.
fn capture(file: &str, hour: u8, text: &str) -> Capture {
    let time = format!("2031-03-05T{hour:02}:00:00Z").parse().unwrap();
    Capture::new(Location::File(file.to_owned()), time, MediaType::Text, text.as_bytes().to_vec())
}

/// The first and the revised text of one article, and an article without an address.
fn news() -> [String; 3] {
    [
        format!("{ADDRESS}Mayor Ana Brill said that 17 people had been hurt on the ferry.\n"),
        format!("{ADDRESS}Mayor Ana Brill denied that anybody had been hurt on the ferry.\n"),
        "published: 2031-03-04\nlang: en\n\nBo Harrow said that the tunnel in Orme was closed.\n".to_owned(),
    ]
}

fn counts(added: &Added) -> (usize, usize, usize) {
    (added.new, added.revised, added.unchanged)
}

/// A closed case with two articles, one of them revised; worked out where `engines` are given.
fn closed_case(engines: Option<&Engines>) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut case = Workbench::create(folder.path()).unwrap();
    let [old, new, other] = news();
    for (file, hour, text) in [("ferry.txt", 8, &old), ("tunnel.txt", 9, &other), ("later.txt", 10, &new)] {
        case.add(&[capture(file, hour, text)]).unwrap();
    }
    if let Some(engines) = engines {
        case.refresh(engines, &Silent).unwrap();
    }
    assert_eq!(case.verify().unwrap().differences, [""; 0]);
    drop(case);
    folder
}

/// What `verify` finds after every occurrence of these bytes in the case's file has been replaced by others of the same length.
fn found_after(folder: &Path, from: &[u8], to: &[u8]) -> Vec<String> {
    assert_eq!(from.len(), to.len());
    let file = folder.join("case.sqlite");
    let whole = fs::read(&file).unwrap();
    let mut changed = whole.clone();
    let places: Vec<usize> =
        (0..whole.len() - from.len()).filter(|&at| whole[at..].starts_with(from)).collect();
    assert!(!places.is_empty(), "{} stands nowhere", String::from_utf8_lossy(from));
    places.iter().for_each(|&at| changed[at..at + to.len()].copy_from_slice(to));
    fs::write(&file, &changed).unwrap();
    let found = Workbench::open(folder).unwrap().verify().unwrap().differences;
    fs::write(&file, &whole).unwrap();
    found
}

fn says(found: &[String], words: &[&str]) -> bool {
    found.iter().any(|line| words.iter().all(|word| line.contains(word)))
}

#[test]
fn bytes_that_the_case_knows_change_nothing_wherever_they_are_found() {
    let folder = tempfile::tempdir().unwrap();
    let mut case = Workbench::create(folder.path()).unwrap();
    let [old, new, other] = news();
    assert_eq!(
        counts(&case.add(&[capture("1/a.txt", 8, &old), capture("1/b.txt", 8, &other)]).unwrap()),
        (2, 0, 0)
    );
    assert_eq!(counts(&case.add(&[capture("2/a.txt", 9, &new)]).unwrap()), (0, 1, 0));
    let (before, generation) = (case.snapshot().unwrap(), case.generation().unwrap());
    let again = [
        capture("./1/a.txt", 10, &old),
        capture("./1/b.txt", 10, &other),
        capture("./2/a.txt", 10, &new),
        capture("2/a.txt", 11, &old),
        Capture { media_type: MediaType::Html, ..capture("1/a.html", 12, &old) },
    ];
    for _ in 0..2 {
        assert_eq!(counts(&case.add(&again).unwrap()), (0, 0, again.len()));
    }
    assert!(case.snapshot().unwrap() == before && case.generation().unwrap() == generation);
    assert_eq!(case.verify().unwrap().differences, [""; 0]);
    let later = format!("{ADDRESS}Nobody said anything about the ferry.\n");
    assert_eq!(counts(&case.add(&[capture("3/a.txt", 13, &later)]).unwrap()), (0, 1, 0));
    assert!(case.generation().unwrap() != generation);
}

#[test]
fn a_capture_without_text_is_not_taken() {
    let folder = tempfile::tempdir().unwrap();
    let mut case = Workbench::create(folder.path()).unwrap();
    let given =
        [capture("empty.txt", 8, ""), capture("header.txt", 8, ADDRESS), capture("ferry.txt", 8, &news()[0])];
    let added = case.add(&given).unwrap();
    assert_eq!(
        (counts(&added), &added.without_text[..]),
        ((1, 0, 0), &["empty.txt".into(), "header.txt".into()][..])
    );
    let verified = case.verify().unwrap();
    assert_eq!((verified.captures, verified.entries, verified.differences.len()), (1, 1, 0));
}

#[test]
fn a_changed_text_of_an_article_is_found_and_named() {
    let folder = closed_case(None);
    // As it stands in the kept article: the capture has no quotation mark there.
    let latest = found_after(
        folder.path(),
        b"\"text\":\"Mayor Ana Brill denied",
        b"\"text\":\"Mayor Ana Brill reveal",
    );
    assert!(says(&latest, &["article a", "(later.txt)", "text 2", "the text differs"]), "{latest:?}");
    let earlier =
        found_after(folder.path(), b"\"text\":\"Mayor Ana Brill said", b"\"text\":\"Mayor Ana Brill sang");
    assert!(says(&earlier, &["(ferry.txt)", "text 1", "the text differs"]), "{earlier:?}");
    let outlet = found_after(
        folder.path(),
        b"\"publisher\":\"The Velmora Post\"",
        b"\"publisher\":\"The Velmora Past\"",
    );
    assert!(says(&outlet, &["(later.txt)", "outlet"]), "{outlet:?}");
}

#[test]
fn a_changed_place_or_kind_of_a_capture_is_found() {
    let folder = closed_case(None);
    let file = found_after(folder.path(), b"{\"file\":\"tunnel.txt\"}", b"{\"file\":\"funnel.txt\"}");
    assert!(says(&file, &["log entry 1 does not record", "funnel.txt"]), "{file:?}");
    let kind = found_after(folder.path(), b"\"text\"published: 2031", b"\"html\"published: 2031");
    assert!(says(&kind, &["log entry 1 does not record", "tunnel.txt"]), "{kind:?}");
}

/// The bytes of the log entry that stands for a capture, from its leaf hash to its time.
fn entry(whole: &[u8], text: &str) -> std::ops::Range<usize> {
    let subject = format!("capture{}2031-03-05T", sayso_model::Digest::of(text.as_bytes()));
    let at = (0..whole.len()).find(|&at| whole[at..].starts_with(subject.as_bytes())).unwrap();
    at - 64..at + subject.len() + "08:00:00.000000000Z".len()
}

#[test]
fn log_entries_that_were_swapped_are_found() {
    let folder = closed_case(None);
    let file = folder.path().join("case.sqlite");
    let mut bytes = fs::read(&file).unwrap();
    let [old, _, other] = news();
    let (first, second) = (entry(&bytes, &old), entry(&bytes, &other));
    let (a, b) = (bytes[first.clone()].to_vec(), bytes[second.clone()].to_vec());
    bytes[first].copy_from_slice(&b);
    bytes[second].copy_from_slice(&a);
    fs::write(&file, bytes).unwrap();
    let mut case = Workbench::open(folder.path()).unwrap();
    let found = case.verify().unwrap();
    assert_eq!(found.entries, 1);
    for words in [
        &["log entry 0", "ferry.txt"][..],
        &["log entry 1", "tunnel.txt"],
        &["the log has 3 entries", "root"],
    ] {
        assert!(says(&found.differences, words), "{words:?}: {:?}", found.differences);
    }
    // What is added later does not cover it up.
    case.add(&[capture("new.txt", 12, "lang: en\n\nIlse Quent said that the quay was open.\n")]).unwrap();
    assert!(says(&case.verify().unwrap().differences, &["the log has 4 entries", "of 3"]));
}

#[test]
fn another_root_than_the_kept_one_is_found() {
    let folder = closed_case(None);
    let root = Workbench::open(folder.path()).unwrap().verify().unwrap().root;
    let mut other = root.clone();
    other.replace_range(..1, if root.starts_with('0') { "1" } else { "0" });
    let found = found_after(folder.path(), format!("3 {root}").as_bytes(), format!("3 {other}").as_bytes());
    assert!(says(&found, &["the log has 3 entries", &other]), "{found:?}");
    assert_eq!(found.len(), 1);
}

#[test]
fn a_changed_statement_or_claim_is_found_when_all_is_worked_out_again() {
    let engines = Engines::shipped().unwrap();
    let folder = closed_case(Some(&engines));
    let derived = |from: &[u8], to: &[u8], logged: &[&str]| {
        let file = folder.path().join("case.sqlite");
        let whole = fs::read(&file).unwrap();
        let at = (0..whole.len()).find(|&at| whole[at..].starts_with(from)).unwrap();
        let mut changed = whole.clone();
        changed[at..at + to.len()].copy_from_slice(to);
        fs::write(&file, &changed).unwrap();
        let case = Workbench::open(folder.path()).unwrap();
        let of_log = case.verify().unwrap().differences;
        assert_eq!(of_log.len(), logged.len(), "{of_log:?}");
        assert!(logged.iter().all(|words| says(&of_log, &[words])), "{of_log:?}");
        let found = case.verify_derived(&engines).unwrap().unwrap();
        drop(case);
        fs::write(&file, &whole).unwrap();
        found
    };
    assert_eq!(derived(b"SQLite format 3", b"SQLite format 3", &[]), [""; 0]);
    let statement =
        derived(b"\"stance\":\"denies\",\"certainty\"", b"\"stance\":\"doubts\",\"certainty\"", &[]);
    assert!(says(&statement, &["statement s", "is not what follows"]), "{statement:?}");
    let claim = derived(
        b"\"status\":\"contested\"",
        b"\"status\":\"confirmed\"",
        &["the log does not record last: claim c"],
    );
    assert!(says(&claim, &["claim c", "is not what follows"]), "{claim:?}");
}

#[test]
fn what_is_not_worked_out_is_not_compared() {
    let engines = Engines::shipped().unwrap();
    let folder = closed_case(None);
    assert_eq!(Workbench::open(folder.path()).unwrap().verify_derived(&engines).unwrap(), None);
}

#[test]
fn what_was_said_before_a_revision_is_known_though_it_was_never_the_latest_when_read() {
    let engines = Engines::shipped().unwrap();
    let folder = closed_case(Some(&engines));
    let case = Workbench::open(folder.path()).unwrap();
    let before = case.snapshot_as_of("2031-03-05T09:30:00Z".parse().unwrap(), &engines).unwrap();
    let after = case.snapshot().unwrap();
    assert_eq!((before.statements.len(), after.statements.len()), (2, 2));
    assert_ne!(before.statements, after.statements);
}

#[test]
fn articles_that_come_one_by_one_give_what_all_at_once_give() {
    let engines = Engines::shipped().unwrap();
    let [old, new, other] = news();
    let texts = [("ferry.txt", 8, &old), ("tunnel.txt", 9, &other), ("later.txt", 10, &new)];
    let at_once = closed_case(Some(&engines));
    let folder = tempfile::tempdir().unwrap();
    let mut case = Workbench::create(folder.path()).unwrap();
    for (n, (file, hour, text)) in texts.into_iter().enumerate() {
        case.add(&[capture(file, hour, text)]).unwrap();
        assert!(case.refresh(&engines, &Silent).unwrap());
        assert_eq!(case.verify_derived(&engines).unwrap().unwrap(), [""; 0], "after {file}");
        if n == 1 {
            // What a closed case keeps serves as well as what an open one remembers.
            case = Workbench::open(folder.path()).unwrap();
        }
    }
    let (all, one_by_one) =
        (Workbench::open(at_once.path()).unwrap().snapshot().unwrap(), case.snapshot().unwrap());
    assert_eq!(one_by_one.statements, all.statements);
    assert_eq!(one_by_one.claims, all.claims);
}

/// Another program that revises an article and adds one just when the case is about to be compared.
struct Meanwhile {
    folder: std::path::PathBuf,
    waiting: std::sync::atomic::AtomicBool,
}

impl Progress for Meanwhile {
    fn begin(&self, stage: &str, _: usize) {
        if stage == "comparing" && self.waiting.swap(false, std::sync::atomic::Ordering::SeqCst) {
            let [_, new, other] = news();
            let mut case = Workbench::open(&self.folder).unwrap();
            case.add(&[capture("later.txt", 10, &new), capture("tunnel.txt", 10, &other)]).unwrap();
        }
    }
    fn reached(&self, _: usize) {}
}

#[test]
fn what_another_program_adds_meanwhile_is_worked_out_too() {
    let engines = Engines::shipped().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut case = Workbench::create(folder.path()).unwrap();
    let [old, ..] = news();
    case.add(&[capture("ferry.txt", 8, &old)]).unwrap();
    let meanwhile = Meanwhile { folder: folder.path().to_owned(), waiting: true.into() };
    assert!(case.refresh(&engines, &meanwhile).unwrap());
    let snapshot = case.snapshot().unwrap();
    let cue = |s: &Statement| {
        let article = snapshot.articles.iter().find(|a| a.id == s.article).unwrap();
        s.cue.map(|cue| cue.of(&article.text).to_owned())
    };
    let mut cues: Vec<Option<String>> = snapshot.statements.iter().map(cue).collect();
    cues.sort();
    assert_eq!(snapshot.articles.len(), 2);
    assert_eq!(cues, [Some("denied".to_owned()), Some("said".to_owned())]);
    assert!(case.is_current().unwrap());
    assert_eq!(case.verify_derived(&engines).unwrap(), Some(Vec::new()));
}
