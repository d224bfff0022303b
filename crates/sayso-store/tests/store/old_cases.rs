//! Do cases that earlier versions wrote still open? One small file per schema version is kept for that.

use std::{fs, path::PathBuf};

use rusqlite::Connection;
use sayso_model::{Actor, ActorId, ActorKind, Digest};
use sayso_store::{CASE_FILE, Derived, Found, Store};
use sayso_testkit::{article, statement};
use tempfile::TempDir;

use crate::support::{Case, article_at, embedding, put, reading};

fn kept_file(version: u32) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/data/v{version}")).join(CASE_FILE)
}

/// Opens a copy: opening writes to the file.
fn open_copy(version: u32) -> (TempDir, Store) {
    let folder = TempDir::new().unwrap();
    fs::copy(kept_file(version), folder.path().join(CASE_FILE)).unwrap();
    let store = Store::open(folder.path()).unwrap();
    (folder, store)
}

fn actor() -> Actor {
    Actor {
        id: ActorId::derive("person", "Mara Lindqvist"),
        name: "Mara Lindqvist".into(),
        kind: ActorKind::Person,
        aliases: Vec::new(),
        affiliation: None,
        reasons: Vec::new(),
    }
}

#[test]
fn a_case_of_any_version_is_read_and_written() {
    for version in 1..=2 {
        is_read_and_written(version);
    }
}

fn is_read_and_written(version: u32) {
    let (_folder, mut store) = open_copy(version);
    let first = article_at("Harbour Gazette", "The ferry sank.", "2026-03-14T10:00:00Z");
    let latest =
        article_at("Harbour Gazette", "Mara Lindqvist said the ferry was late.", "2026-03-15T10:00:00Z");
    let said = statement(&latest, "Mara Lindqvist", "said", "the ferry was late");
    let snapshot = store.snapshot().unwrap();
    assert_eq!(*snapshot.articles, std::slice::from_ref(&latest));
    assert_eq!(snapshot.statements, [said.clone()][..]);
    assert_eq!(*snapshot.actors, [actor()]);
    assert_eq!(snapshot.revisions[&latest.id], 2);
    assert_eq!(store.article_revisions(&latest.id).unwrap(), [first.clone(), latest.clone()]);
    assert_eq!(store.capture(&first.capture).unwrap().unwrap().bytes, first.text.as_bytes());
    assert_eq!(store.sightings(&first.capture).unwrap().len(), 1);
    let model = reading("reader-1").model.digest;
    assert_eq!(store.reading(&latest.capture, &model).unwrap(), Some(reading("reader-1")));
    assert_eq!(store.embedding(&latest.capture, &model).unwrap(), Some(embedding(0.5)));
    assert_eq!(store.log_entries().unwrap().len(), 2);
    assert_eq!((store.generation().unwrap(), store.derived_is_current().unwrap()), (2, true));
    let found: Vec<Found> = store.search("ferry late", 9).unwrap().into_iter().map(|hit| hit.found).collect();
    assert_eq!(found.len(), 2);
    assert!(found.contains(&Found::Article) && found.contains(&Found::Statement(said.id)));
    assert_eq!(store.check().unwrap(), [""; 0]);
    let known = if version > 1 { vec![latest.id] } else { Vec::new() };
    assert_eq!(store.interpreted("rules 1").unwrap().into_iter().collect::<Vec<_>>(), known);

    let mut act = store.transaction().unwrap();
    put(&mut act, &article("Evening Post", "A later article."));
    act.commit().unwrap();
    assert_eq!(store.articles().unwrap().len(), 2);
    assert!(store.interpreted("rules 2").unwrap().is_empty());
}

/// Writes the file for the present schema version. To be run once for each version, before it is released:
/// `cargo test -p sayso-store -- --ignored write_the_case_to_keep`.
#[test]
#[ignore = "writes the file that a_case_of_any_version_is_read_and_written reads"]
fn write_the_case_to_keep() {
    let case = example();
    let version = case.store.schema_version().unwrap();
    drop(case.store);
    let file = case.folder.path().join(CASE_FILE);
    shrink(&file);
    fs::create_dir_all(kept_file(version).parent().unwrap()).unwrap();
    fs::copy(file, kept_file(version)).unwrap();
}

/// A case with something of every kind.
fn example() -> Case {
    let mut case = Case::new();
    let texts = ["The ferry sank.", "Mara Lindqvist said the ferry was late."];
    for (day, text) in (14..).zip(texts) {
        let given = article_at("Harbour Gazette", text, &format!("2026-03-{day}T10:00:00Z"));
        case.act(|act| {
            put(act, &given);
            act.append_log(&Digest::of(text.as_bytes()), "add", given.id.as_str(), given.retrieved).unwrap();
            if day == 15 {
                let said = statement(&given, "Mara Lindqvist", "said", "the ferry was late");
                act.replace_statements(&given.id, &[said]).unwrap();
                act.mark_interpreted(&given.id, "rules 1").unwrap();
                act.put_reading(&given.capture, &reading("reader-1")).unwrap();
                act.put_embedding(&given.capture, &reading("reader-1").model.digest, &embedding(0.5))
                    .unwrap();
                act.replace_derived(&Derived { actors: vec![actor()], ..Derived::default() }).unwrap();
            }
        });
    }
    case
}

/// Makes the file small: most tables are nearly empty, so small pages save most of it.
fn shrink(file: &std::path::Path) {
    let raw = Connection::open(file).unwrap();
    raw.pragma_update(None, "journal_mode", "DELETE").unwrap();
    raw.execute_batch("PRAGMA page_size = 512; VACUUM;").unwrap();
    raw.pragma_update(None, "journal_mode", "WAL").unwrap();
}
