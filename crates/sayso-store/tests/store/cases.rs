//! Is it clear why a case cannot be made or opened?

use std::fs;

use rusqlite::Connection;
use sayso_store::{CASE_FILE, Store, StoreError};
use tempfile::TempDir;

use crate::support::Case;

#[test]
fn a_case_is_made_in_a_folder_that_is_not_there_yet() {
    let folder = TempDir::new().unwrap();
    let dir = folder.path().join("deep/down");
    assert!(!Store::is_case(&dir));
    let store = Store::create(&dir).unwrap();
    assert!(Store::is_case(&dir));
    assert_eq!(store.schema_version().unwrap(), 2);
    assert!(store.articles().unwrap().is_empty());
    assert_eq!(store.generation().unwrap(), 0);
    assert!(store.derived_is_current().unwrap());
}

#[test]
fn a_closed_case_is_one_file() {
    let case = Case::new();
    drop(case.store);
    let names: Vec<_> = fs::read_dir(case.folder.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(names, [CASE_FILE]);
}

#[test]
fn a_case_is_not_made_twice() {
    let case = Case::new().reopened();
    let error = Store::create(case.folder.path()).unwrap_err();
    assert!(matches!(error, StoreError::AlreadyACase { .. }), "{error:?}");
    assert!(error.to_string().ends_with("already holds a case"));
    assert!(case.store.articles().unwrap().is_empty());
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("notes.txt");
    fs::write(&file, "not a folder").unwrap();
    let error = Store::create(file.join("case")).unwrap_err();
    assert!(matches!(&error, StoreError::Inaccessible { path, .. } if path.starts_with(&file)), "{error:?}");
    let error = Store::open(&file).unwrap_err();
    assert!(matches!(error, StoreError::NotACase { .. }), "{error:?}");
}

#[test]
fn a_folder_without_a_database_is_no_case() {
    let folder = TempDir::new().unwrap();
    let error = Store::open(folder.path()).unwrap_err();
    assert!(error.to_string().ends_with("is not a case: there is no case.sqlite in it"), "{error}");
    let error = Store::open(folder.path().join("missing")).unwrap_err();
    assert!(matches!(error, StoreError::NotACase { .. }), "{error:?}");
    assert!(fs::read_dir(folder.path()).unwrap().next().is_none(), "opening must not make anything");
}

#[test]
fn another_programs_database_is_no_case_and_stays_as_it_is() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join(CASE_FILE);
    Connection::open(&file).unwrap().execute_batch("CREATE TABLE recipe (name TEXT)").unwrap();
    let before = fs::read(&file).unwrap();
    let error = Store::open(folder.path()).unwrap_err();
    assert!(error.to_string().contains("another program's database"), "{error}");
    assert_eq!(fs::read(&file).unwrap(), before);
}

#[test]
fn a_case_of_a_newer_sayso_is_refused_and_stays_as_it_is() {
    let case = Case::new();
    drop(case.store);
    let file = case.folder.path().join(CASE_FILE);
    Connection::open(&file).unwrap().pragma_update(None, "user_version", 7).unwrap();
    let before = fs::read(&file).unwrap();
    let error = Store::open(case.folder.path()).unwrap_err();
    assert!(matches!(error, StoreError::Newer { found: 7, known: 2, .. }), "{error:?}");
    assert!(error.to_string().contains("written by a newer sayso (schema version 7; this one knows 2)"));
    assert_eq!(fs::read(&file).unwrap(), before);
}

#[test]
fn an_empty_file_is_not_taken_for_an_empty_case() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join(CASE_FILE);
    fs::write(&file, "").unwrap();
    let error = Store::open(folder.path()).unwrap_err();
    assert!(matches!(error, StoreError::Damaged { .. }), "{error:?}");
    assert!(error.to_string().contains("case.sqlite is damaged: it is empty"), "{error}");
    assert_eq!(fs::metadata(&file).unwrap().len(), 0, "opening must not make anything");
}

#[test]
fn a_case_stays_usable_where_its_folder_is_moved_to() {
    let mut case = Case::new();
    case.add(&sayso_testkit::article("a", "The ferry sank."));
    drop(case.store);
    let moved = case.folder.path().join("a folder? with #signs%20");
    fs::create_dir(&moved).unwrap();
    fs::rename(case.folder.path().join(CASE_FILE), moved.join(CASE_FILE)).unwrap();
    assert_eq!(Store::open(&moved).unwrap().articles().unwrap().len(), 1);
}
