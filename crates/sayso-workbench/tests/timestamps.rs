//! Time stamps of checkpoints: kept with the case, checked by `verify`, and taken along in a bundle.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{fs, path::Path};

use jiff::Timestamp;
use sayso_model::{Capture, Location, MediaType};
use sayso_workbench::{
    Bundle, Engines, Silent, TIMESTAMP_FOLDER, TimestampError, Witnesses, Workbench, WorkbenchError,
};

const TEXTS: [&str; 2] = [
    "url: https://quay.example/1\noutlet: The Quay\n\nThe quay is shut, Ada Berg said on Monday.\n",
    "outlet: The Pier\n\nAda Berg denied on Monday that the quay was shut.\n",
];

fn time() -> Timestamp {
    "2031-03-04T06:00:00Z".parse().unwrap()
}

fn add(case: &mut Workbench, engines: &Engines, n: usize) {
    let bytes = TEXTS[n].as_bytes().to_vec();
    case.add(&[Capture::new(Location::File(format!("{n}.txt")), time(), MediaType::Text, bytes)]).unwrap();
    case.refresh(engines, &Silent).unwrap();
    case.sign().unwrap();
}

/// An OpenTimestamps proof that a calendar gives at once: of this file, and nothing but a promise.
fn promised(file: &[u8], calendar: &str) -> Vec<u8> {
    let digest = sayso_timestamp::Imprint::of(file).digest;
    let address = [&[u8::try_from(calendar.len()).unwrap()], calendar.as_bytes()].concat();
    let payload = [&[u8::try_from(address.len()).unwrap()], address.as_slice()].concat();
    let parts: [&[u8]; 4] = [
        b"\x00OpenTimestamps\x00\x00Proof\x00\xbf\x89\xe2\xe8\x84\xe8\x92\x94\x01\x08",
        &digest,
        b"\x00\x83\xdf\xe3\x0d\x2e\xf9\x0c\x8e",
        &payload,
    ];
    parts.concat()
}

/// A case whose first checkpoint was stamped, and that went on since.
fn stamped_case(dir: &Path, engines: &Engines) -> Workbench {
    let mut case = Workbench::create(dir).unwrap();
    add(&mut case, engines, 0);
    let asked = case.request_timestamp().unwrap();
    add(&mut case, engines, 1);
    let token = promised(&fs::read(&asked.checkpoint).unwrap(), "https://calendar.example");
    let attached = case.attach_timestamp(&token, time(), &Witnesses::default()).unwrap();
    assert!(attached.is_new && attached.entries == asked.entries, "{attached:?}");
    case.sign().unwrap();
    let again = case.attach_timestamp(&token, time(), &Witnesses::default()).unwrap();
    assert!(!again.is_new, "the same token twice is one token");
    case
}

fn verified(dir: &Path) -> (Vec<String>, Vec<String>) {
    let verified = Workbench::open_for_check(dir).unwrap().verify().unwrap();
    (verified.differences, verified.timestamps)
}

#[test]
fn a_stamp_of_an_earlier_checkpoint_is_kept_checked_and_taken_along() {
    let engines = Engines::shipped().unwrap();
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("c");
    let case = stamped_case(&folder, &engines);
    let bytes = case.bundle(&engines).unwrap();
    drop(case);
    let (differences, shown) = verified(&folder);
    assert_eq!(differences, [""; 0]);
    assert!(shown.len() == 1 && shown[0].contains("https://calendar.example"), "{shown:?}");
    let bundle = Bundle::read(&bytes).unwrap();
    let found = bundle.verify();
    assert_eq!((found.differences, found.timestamps), (Vec::new(), shown.clone()));
    let other = dir.path().join("d");
    let (opened, _) = Workbench::open_bundle(&other, &bundle, &engines, &Silent).unwrap();
    assert_eq!(opened.bundle(&engines).unwrap(), bytes, "the bundle of the bundle is the bundle");
    drop(opened);
    assert_eq!(verified(&other), (Vec::new(), shown));
}

#[test]
fn a_changed_or_lost_file_of_a_stamp_is_found_and_named() {
    let engines = Engines::shipped().unwrap();
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("c");
    drop(stamped_case(&folder, &engines));
    for file in fs::read_dir(folder.join(TIMESTAMP_FOLDER)).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        // A query that was sent is no evidence and is recorded nowhere.
        if name.ends_with(".tsq") {
            continue;
        }
        let whole = fs::read(&path).unwrap();
        for bit in (0..8 * whole.len()).step_by(61) {
            let mut flipped = whole.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            fs::write(&path, &flipped).unwrap();
            let (differences, _) = verified(&folder);
            assert!(differences.iter().any(|d| d.contains(&name)), "bit {bit} of {name}: {differences:?}");
        }
        fs::remove_file(&path).unwrap();
        assert!(verified(&folder).0.iter().any(|d| d.contains(&name) && d.contains("is not there")));
        fs::write(&path, &whole).unwrap();
    }
    assert_eq!(verified(&folder).0, [""; 0]);
}

#[test]
fn a_token_of_something_else_is_not_attached() {
    let engines = Engines::shipped().unwrap();
    let dir = tempfile::tempdir().unwrap();
    let mut case = Workbench::create(dir.path().join("c")).unwrap();
    assert!(matches!(case.request_timestamp(), Err(WorkbenchError::Timestamp(TimestampError::Unsigned))));
    add(&mut case, &engines, 0);
    let before = case.log_length().unwrap();
    let mut refused = |token: &[u8]| match case.attach_timestamp(token, time(), &Witnesses::default()) {
        Err(WorkbenchError::Timestamp(error)) => error,
        other => panic!("{other:?}"),
    };
    let of_another = promised(b"another case", "https://calendar.example");
    assert!(matches!(refused(&of_another), TimestampError::NoCheckpoint(_)));
    assert!(matches!(refused(b"no token"), TimestampError::Token(_)));
    assert_eq!(case.log_length().unwrap(), before);
    // A checkpoint that somebody else signed lies where ours do.
    let foreign = b"elsewhere\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n";
    let folder = dir.path().join("c").join(TIMESTAMP_FOLDER);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("0.checkpoint"), foreign).unwrap();
    let token = promised(foreign, "https://calendar.example");
    let error = match case.attach_timestamp(&token, time(), &Witnesses::default()) {
        Err(WorkbenchError::Timestamp(error)) => error,
        other => panic!("{other:?}"),
    };
    assert!(matches!(error, TimestampError::Checkpoint(_)), "{error}");
}
