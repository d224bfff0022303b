//! Several programs use a case at once: each has a connection of its own, as here each thread has.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{path::Path, thread};

use jiff::Timestamp;
use sayso_model::{Capture, Location, MediaType};
use sayso_workbench::{Bundle, Engines, Silent, Workbench};

/// Programs at once.
const PROGRAMS: usize = 4;
/// Articles that each adds, one by one.
const ARTICLES: usize = 6;

fn article(program: usize, number: usize) -> Capture {
    let time: Timestamp = "2031-03-04T06:00:00Z".parse().unwrap();
    let name = format!("{program}-{number}");
    let text = format!("url: https://quay.example/{name}\n\nQuay {name} is shut, Ada Berg said.\n");
    Capture::new(Location::File(name), time, MediaType::Text, text.into_bytes())
}

/// What `verify` finds wrong.
fn differences(dir: &Path) -> Vec<String> {
    Workbench::open_for_check(dir).unwrap().verify().unwrap().differences
}

#[test]
fn programs_at_once_make_one_key_and_every_entry_is_signed() {
    for _ in 0..3 {
        let dir = tempfile::tempdir().unwrap();
        let dir = &dir.path().join("c");
        drop(Workbench::create(dir).unwrap());
        thread::scope(|scope| {
            let adding: Vec<_> = (0..PROGRAMS)
                .map(|program| {
                    scope.spawn(move || {
                        for number in 0..ARTICLES {
                            let mut case = Workbench::open(dir).unwrap();
                            case.add(&[article(program, number)]).unwrap();
                            case.sign().unwrap();
                        }
                    })
                })
                .collect();
            while adding.iter().any(|program| !program.is_finished()) {
                assert_eq!(differences(dir), [""; 0], "while others add");
            }
        });
        let case = Workbench::open_for_check(dir).unwrap();
        let verified = case.verify().unwrap();
        assert_eq!(verified.differences, [""; 0]);
        assert_eq!(verified.unsigned, 0);
        // A capture and its article are one entry; the key is one more.
        assert_eq!(verified.entries, PROGRAMS * ARTICLES + 1);
    }
}

#[test]
fn a_bundle_made_while_others_add_is_whole() {
    let dir = tempfile::tempdir().unwrap();
    let dir = &dir.path().join("c");
    let engines = &Engines::shipped().unwrap();
    let mut case = Workbench::create(dir).unwrap();
    case.add(&[article(PROGRAMS, 0)]).unwrap();
    case.refresh(engines, &Silent).unwrap();
    case.sign().unwrap();
    thread::scope(|scope| {
        let adding = scope.spawn(move || {
            for number in 0..30 {
                let mut case = Workbench::open(dir).unwrap();
                case.add(&[article(0, number)]).unwrap();
                case.sign().unwrap();
            }
        });
        while !adding.is_finished() {
            let bytes = case.bundle(engines).unwrap();
            let verified = Bundle::read(&bytes).unwrap().verify();
            assert_eq!(verified.differences, [""; 0]);
        }
    });
}
