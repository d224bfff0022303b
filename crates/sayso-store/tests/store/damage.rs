//! Is damage noticed and named, wherever it is?

use std::fs;

use rusqlite::Connection;
use sayso_store::{CASE_FILE, Store, StoreError};
use sayso_testkit::article;

use crate::support::{Case, put};

/// A closed case whose file has well over a hundred pages.
fn closed_case() -> (tempfile::TempDir, Vec<u8>) {
    let mut case = Case::new();
    case.act(|act| {
        for i in 0..40 {
            put(act, &article(&format!("paper {i}"), &format!("Ferry number {i} sank. ").repeat(200)));
        }
    });
    drop(case.store);
    let bytes = fs::read(case.folder.path().join(CASE_FILE)).unwrap();
    (case.folder, bytes)
}

/// Opens the case and reads all of it.
fn read_all(dir: &std::path::Path) -> Result<Vec<String>, StoreError> {
    let store = Store::open(dir)?;
    store.snapshot()?;
    store.check()
}

#[test]
fn a_file_that_is_no_database_is_called_damaged() {
    let (folder, bytes) = closed_case();
    let file = folder.path().join(CASE_FILE);
    let mut scrambled = bytes.clone();
    scrambled[..100].fill(0x5A);
    for content in [b"once upon a time ".repeat(400), scrambled] {
        fs::write(&file, content).unwrap();
        let error = Store::open(folder.path()).unwrap_err();
        assert!(matches!(error, StoreError::Damaged { .. }), "{error:?}");
        assert!(error.to_string().contains("case.sqlite is damaged: "), "{error}");
    }
}

#[test]
fn a_cut_off_file_is_called_damaged() {
    let (folder, bytes) = closed_case();
    for kept in [bytes.len() / 2, bytes.len() / 10, 5000, 700] {
        fs::write(folder.path().join(CASE_FILE), &bytes[..kept]).unwrap();
        let error = read_all(folder.path()).unwrap_err();
        assert!(matches!(error, StoreError::Damaged { .. }), "{kept} bytes: {error:?}");
    }
}

#[test]
fn overwritten_pages_are_reported_wherever_they_are() {
    let (folder, bytes) = closed_case();
    let file = folder.path().join(CASE_FILE);
    let pages = bytes.len() / 4096;
    for page in 1..pages {
        let mut changed = bytes.clone();
        changed[page * 4096..(page + 1) * 4096].fill(0xA5);
        fs::write(&file, changed).unwrap();
        match read_all(folder.path()) {
            Ok(findings) => assert!(!findings.is_empty(), "page {page} of {pages}"),
            Err(error) => assert!(matches!(error, StoreError::Damaged { .. }), "page {page}: {error:?}"),
        }
    }
}

#[test]
fn a_capture_with_other_bytes_is_reported() {
    let mut case = Case::new();
    let honest = article("a", "The ferry sank.");
    case.add(&honest);
    assert!(case.store.check().unwrap().is_empty());
    let raw = Connection::open(case.store.file()).unwrap();
    raw.execute_batch("DROP TRIGGER capture_is_not_changed; UPDATE capture SET bytes = x'00';").unwrap();
    let findings = case.store.check().unwrap();
    assert_eq!(findings.len(), 1);
    assert!(findings[0].contains(honest.capture.as_str()) && findings[0].contains("no longer has the bytes"));
}

#[test]
fn a_lost_capture_is_reported() {
    let mut case = Case::new();
    case.add(&article("a", "The ferry sank."));
    let raw = Connection::open(case.store.file()).unwrap();
    raw.pragma_update(None, "foreign_keys", false).unwrap();
    raw.execute_batch("DROP TRIGGER capture_is_not_removed; DELETE FROM capture;").unwrap();
    let findings = case.store.check().unwrap();
    assert!(
        findings.contains(&"a revision refers to a capture that is not there".to_owned()),
        "{findings:?}"
    );
}

#[test]
fn a_row_that_cannot_be_read_is_called_damaged() {
    let mut case = Case::new();
    case.add(&article("a", "The ferry sank."));
    let raw = Connection::open(case.store.file()).unwrap();
    raw.execute("INSERT INTO actor (id, json) VALUES ('x', '{\"id\": 3')", []).unwrap();
    let error = case.store.snapshot().unwrap_err();
    assert!(error.to_string().contains("a stored actor cannot be read"), "{error}");
}
