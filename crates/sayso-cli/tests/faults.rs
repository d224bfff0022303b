//! Each write, rename and sync of an `add` fails once, or the program is killed there. Afterwards the case opens, `verify` passes,
//! and what had been reported as done is there.
//!
//! A small library in C stands between the program and the system; without a C compiler or outside Linux the test is skipped.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod support;

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use support::{command, sayso};

const FIRST: &str =
    "url: https://quay.example/1\noutlet: The Quay\n\nThe quay is shut, Ada Berg said on Monday.\n";
const SECOND: &str =
    "url: https://quay.example/2\noutlet: The Quay\n\nThe pier is open, Ivo Lund said on Monday.\n";

/// Compiles the library; `None` where there is no compiler.
fn library(dir: &Path) -> Option<PathBuf> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/fault.c");
    let out = dir.join("fault.so");
    let compiled =
        Command::new("cc").args(["-shared", "-fPIC", "-O1", "-o"]).arg(&out).arg(source).arg("-ldl").status();
    compiled.is_ok_and(|status| status.success()).then_some(out)
}

/// Runs `add b.txt` with a fault at the call with this number.
fn add_with_fault(dir: &Path, library: &Path, at: usize, how: &str) -> Output {
    let mut add = command(dir, &["add", "--case", "c", "b.txt"]);
    add.env("LD_PRELOAD", library).env("FAULT_AT", at.to_string()).env("FAULT_HOW", how);
    add.env("FAULT_COUNT", dir.join("count")).output().unwrap()
}

/// A folder with a case that holds the first article, and the second beside it.
fn prepared(dir: &Path) {
    fs::create_dir(dir).unwrap();
    fs::write(dir.join("a.txt"), FIRST).unwrap();
    fs::write(dir.join("b.txt"), SECOND).unwrap();
    sayso(dir, &["init", "c"]).with_code(0);
    sayso(dir, &["add", "--case", "c", "a.txt"]).with_code(0);
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, target).unwrap();
        }
    }
}

fn articles(dir: &Path) -> usize {
    let out = sayso(dir, &["verify", "--case", "c"]).with_code(0).out;
    out.split(' ').next().unwrap().parse().unwrap()
}

#[test]
fn whatever_call_fails_the_case_stays_whole() {
    let base = tempfile::tempdir().unwrap();
    let Some(library) = library(base.path()) else {
        println!("skipped: no C compiler");
        return;
    };
    let whole = base.path().join("whole");
    prepared(&whole);
    let trial = base.path().join("counted");
    copy(&whole, &trial);
    assert!(add_with_fault(&trial, &library, 0, "error").status.success());
    let calls: usize = fs::read_to_string(trial.join("count")).unwrap().parse().unwrap();
    assert!(calls > 20, "only {calls} calls were seen");
    // All of them take minutes: that is for `SAYSO_ALL_FAULTS=1`. A step that shares no factor with the usual bursts of writes
    // meets every kind of call.
    let step = if std::env::var_os("SAYSO_ALL_FAULTS").is_some() { 1 } else { 7 };
    let mut reported = 0;
    for how in ["error", "kill"] {
        for at in (1..=calls).step_by(step) {
            let dir = base.path().join(format!("{how}-{at}"));
            copy(&whole, &dir);
            let ran = add_with_fault(&dir, &library, at, how);
            let err = String::from_utf8_lossy(&ran.stderr);
            assert!(!err.contains("panicked"), "{how} at call {at}: {err}");
            let is_done = String::from_utf8_lossy(&ran.stdout).starts_with("1 article added");
            reported += usize::from(is_done);
            let kept = articles(&dir);
            assert!(
                kept == 2 || kept == 1 && !is_done,
                "{how} at call {at}: {kept} articles are there, {err}"
            );
            sayso(&dir, &["add", "--case", "c", "b.txt"]).with_code(0);
            assert_eq!(articles(&dir), 2, "{how} at call {at}");
            fs::remove_dir_all(&dir).unwrap();
        }
    }
    println!(
        "every {step}. of {calls} calls failed once and was killed at once; {reported} runs reported the article as added"
    );
}
