//! One flipped bit anywhere in a case is found, and the file is named.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use jiff::Timestamp;
use sayso_model::{Capture, Location, MediaType};
use sayso_workbench::{Engines, Silent, Workbench};

/// Flips within each file, spread over it: so many that the test takes some ten seconds. 700 in each were tried once: all found.
const FLIPS: usize = 120;

fn small_case(dir: &Path) {
    let mut case = Workbench::create(dir).unwrap();
    let time: Timestamp = "2031-03-04T06:00:00Z".parse().unwrap();
    let text =
        b"url: https://quay.example/1\noutlet: The Quay\n\nThe quay is shut, Ada Berg said.\n".to_vec();
    case.keep_archive(b"what stands for an archive", time).unwrap();
    case.add(&[Capture::new(Location::File("a.txt".into()), time, MediaType::Text, text)]).unwrap();
    case.refresh(&Engines::shipped().unwrap(), &Silent).unwrap();
    case.sign().unwrap();
}

fn files(dir: &Path, out: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, out);
        } else {
            out.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
}

/// The differences, or the error that keeps the case from being read.
fn found(dir: &Path) -> Vec<String> {
    match Workbench::open_for_check(dir).and_then(|case| case.verify()) {
        Ok(verified) => verified.differences,
        Err(error) => vec![error.to_string()],
    }
}

#[test]
fn every_flipped_bit_is_found_and_its_file_named() {
    let dir = tempfile::tempdir().unwrap();
    let case = dir.path().join("c");
    small_case(&case);
    assert_eq!(found(&case), [""; 0]);
    let mut whole = BTreeMap::new();
    files(&case, &mut whole);
    let names: Vec<String> =
        whole.keys().map(|p| p.file_name().unwrap().to_string_lossy().into_owned()).collect();
    assert_eq!(names.len(), 5, "{names:?}");
    for (path, bytes) in &whole {
        let name = path.file_name().unwrap().to_string_lossy();
        // A step that is no multiple of 8 meets every bit of a byte; pages have more than one each.
        let step = (8 * bytes.len() / FLIPS).max(1) | 1;
        for bit in (0..8 * bytes.len()).step_by(step) {
            let mut flipped = bytes.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            fs::write(path, &flipped).unwrap();
            let differences = found(&case);
            assert!(!differences.is_empty(), "bit {bit} of {name} was flipped and not found");
            assert!(
                differences.iter().any(|d| d.contains(name.as_ref())),
                "bit {bit} of {name}: the file is not named in {differences:?}"
            );
            // What opening a damaged case left behind goes with it.
            let mut after = BTreeMap::new();
            files(&case, &mut after);
            after
                .keys()
                .filter(|path| !whole.contains_key(*path))
                .for_each(|path| fs::remove_file(path).unwrap());
            whole.iter().for_each(|(path, bytes)| fs::write(path, bytes).unwrap());
        }
    }
    assert_eq!(found(&case), [""; 0]);
}

#[test]
fn a_changed_word_names_the_entry_that_it_contradicts() {
    let dir = tempfile::tempdir().unwrap();
    let case = dir.path().join("c");
    small_case(&case);
    let archive = fs::read_dir(case.join("archive")).unwrap().next().unwrap().unwrap().path();
    fs::write(archive, b"what stands for another archive").unwrap();
    let differences = found(&case);
    assert!(
        differences.iter().any(|d| d.contains("no longer has the bytes that log entry 0 records")),
        "{differences:?}"
    );
}
