//! Are captures kept exactly, once, with every place where they were seen?

use rusqlite::Connection;
use sayso_model::{ArticleId, Capture, Digest, Location, MediaType};
use sayso_store::{Sighted, StoreError};

use crate::support::Case;

fn capture(file: &str, time: &str, bytes: &[u8]) -> Capture {
    Capture::new(Location::File(file.into()), time.parse().unwrap(), MediaType::Html, bytes.to_vec())
}

#[test]
fn bytes_come_back_exactly() {
    let mut case = Case::new();
    let bytes: Vec<u8> = (0..=255).cycle().take(100_000).collect();
    let given = capture("page.html", "2026-03-14T09:30:00.123456789Z", &bytes);
    assert!(!case.store.has_capture(&given.digest).unwrap());
    assert_eq!(case.act(|act| act.put_capture(&given, None).unwrap()), Sighted::New);
    let case = case.reopened();
    assert!(case.store.has_capture(&given.digest).unwrap());
    assert_eq!(case.store.capture(&given.digest).unwrap(), Some(given.clone()));
    assert_eq!(case.store.capture_digests().unwrap(), [given.digest]);
    assert_eq!(case.store.capture(&Digest::of(b"never seen")).unwrap(), None);
}

#[test]
fn the_same_bytes_at_the_same_place_change_nothing() {
    let mut case = Case::new();
    let first = capture("a.html", "2026-03-14T09:00:00Z", b"page");
    let again = capture("a.html", "2026-03-15T09:00:00Z", b"page");
    case.act(|act| act.put_capture(&first, None).unwrap());
    assert_eq!(case.act(|act| act.put_capture(&again, None).unwrap()), Sighted::Unchanged);
    assert_eq!(case.store.sightings(&first.digest).unwrap().len(), 1);
    assert_eq!(case.store.capture(&first.digest).unwrap(), Some(first));
}

#[test]
fn other_places_and_a_return_to_earlier_bytes_are_noted() {
    let mut case = Case::new();
    let id = ArticleId::derive(&["a"]);
    let first = capture("a.html", "2026-03-14T09:00:00Z", b"page");
    case.act(|act| {
        let mut see = |capture: &Capture| act.put_capture(capture, Some(&id)).unwrap();
        assert_eq!(see(&first), Sighted::New);
        assert_eq!(see(&capture("copy.html", "2026-03-14T10:00:00Z", b"page")), Sighted::Elsewhere);
        assert_eq!(see(&capture("a.html", "2026-03-14T11:00:00Z", b"changed page")), Sighted::New);
        assert_eq!(see(&capture("a.html", "2026-03-14T12:00:00Z", b"page")), Sighted::Elsewhere);
    });
    let seen = case.store.sightings(&first.digest).unwrap();
    let places: Vec<_> = seen.iter().map(|s| (s.location.as_str(), s.retrieved.to_string())).collect();
    assert_eq!(
        places,
        [
            ("a.html", "2026-03-14T09:00:00Z".to_owned()),
            ("copy.html", "2026-03-14T10:00:00Z".to_owned()),
            ("a.html", "2026-03-14T12:00:00Z".to_owned()),
        ]
    );
    assert!(seen.iter().all(|s| s.article.as_ref() == Some(&id)));
    assert_eq!(case.store.capture_digests().unwrap().len(), 2);
}

#[test]
fn bytes_that_do_not_have_their_digest_are_refused() {
    let mut case = Case::new();
    let mut wrong = capture("a.html", "2026-03-14T09:00:00Z", b"page");
    wrong.bytes.push(b'!');
    let error = case.act(|act| act.put_capture(&wrong, None).unwrap_err());
    assert!(matches!(error, StoreError::WrongDigest(digest) if digest == wrong.digest));
}

#[test]
fn what_is_kept_cannot_be_changed_or_removed() {
    let mut case = Case::new();
    let article = sayso_testkit::article("a", "The ferry sank.");
    case.add(&article);
    let time = article.retrieved;
    case.act(|act| act.append_log(&Digest::of(b"leaf"), "add", "a", time).unwrap());
    let raw = Connection::open(case.store.file()).unwrap();
    for sql in [
        "UPDATE capture SET bytes = x'00'",
        "DELETE FROM capture",
        "UPDATE sighting SET location = '\"x\"'",
        "DELETE FROM sighting",
        "UPDATE revision SET json = '{}'",
        "DELETE FROM revision",
        "UPDATE log_entry SET kind = 'x'",
        "DELETE FROM log_entry",
    ] {
        assert!(raw.execute(sql, []).unwrap_err().to_string().contains("is never"), "{sql}");
    }
    assert_eq!(case.store.articles().unwrap(), [article]);
}
