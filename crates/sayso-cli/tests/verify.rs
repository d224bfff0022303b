//! A case that was changed behind the program's back is found out, and output that nobody takes is no disaster.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::{
    fs,
    io::{BufRead, BufReader, Read},
    process::Stdio,
};

use support::{
    Ran,
    cases::{LOOKS, demo_case, empty_case, in_case, write},
    command, demo_days,
};

#[test]
fn a_flipped_byte_of_a_capture_is_found() {
    let dir = demo_case();
    let verified = in_case(&dir, &["verify"]).with_code(0);
    assert!(
        verified.out.starts_with("18 captures and ")
            && verified.out.contains(" log entries checked, 0 differences found\n"),
        "{}",
        verified.out
    );
    let path = dir.path().join("c/case.sqlite");
    let whole = fs::read(&path).unwrap();
    // A header line as it stands in the file, so that the place is in the capture and in nothing that was made of it.
    let marker = b"url: https://harbourandfreight.example";
    let places: Vec<usize> =
        (0..whole.len() - marker.len()).filter(|&at| whole[at..].starts_with(marker)).collect();
    assert_eq!(places.len(), 1, "the capture's bytes stand in the case as they are");
    for offset in [0, 5, marker.len() - 1] {
        let mut flipped = whole.clone();
        flipped[places[0] + offset] ^= 1;
        fs::write(&path, &flipped).unwrap();
        let ran = in_case(&dir, &["verify"]);
        assert!(matches!(ran.code, 1 | 3), "exit code {}: {}", ran.code, ran.err);
        assert!(ran.err.contains("capture"), "the problem is not named: {}", ran.err);
    }
    fs::write(&path, &whole).unwrap();
    in_case(&dir, &["verify"]).with_code(0);
}

#[test]
fn a_cut_or_scrambled_file_is_an_error_and_never_a_panic() {
    let dir = demo_case();
    let path = dir.path().join("c/case.sqlite");
    let whole = fs::read(&path).unwrap();
    let scrambled = |from: usize, to: usize| {
        let mut bytes = whole.clone();
        bytes[from..to].iter_mut().for_each(|byte| *byte = byte.wrapping_add(101));
        bytes
    };
    let middle = whole.len() / 2;
    let damaged = [
        whole[..100].to_vec(),
        whole[..middle].to_vec(),
        scrambled(0, 16),
        scrambled(100, 4096),
        scrambled(middle, middle + 40_000),
    ];
    for bytes in damaged {
        fs::write(&path, &bytes).unwrap();
        let verified = in_case(&dir, &["verify"]);
        assert!(matches!(verified.code, 1 | 3) && !verified.err.is_empty(), "exit code {}", verified.code);
        for look in LOOKS {
            let ran = in_case(&dir, look);
            assert!(matches!(ran.code, 0 | 3), "{look:?}: exit code {}: {}", ran.code, ran.err);
        }
    }
}

#[test]
fn an_empty_file_is_no_empty_case() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("c")).unwrap();
    write(&dir, "c/case.sqlite", "");
    for args in [&["claims"][..], &["verify"], &["add", "x.txt"]] {
        let ran = in_case(&dir, args).with_code(3);
        assert!(
            ran.err.contains("case.sqlite is damaged: it is empty") && ran.err.contains("hint: "),
            "{}",
            ran.err
        );
    }
}

// Output that nobody takes

#[cfg(target_os = "linux")]
#[test]
fn a_closed_standard_error_is_no_reason_to_stop() {
    let dir = empty_case();
    write(&dir, "a.txt", "Ana Brill said that the bridge was closed.\n");
    let closed = || {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        writer
    };
    let run = |args: &[&str]| command(dir.path(), args).stderr(closed()).output().unwrap();
    let added = run(&["add", "--case", "c", "missing.txt", "a.txt"]);
    assert_eq!(added.status.code(), Some(1));
    assert!(String::from_utf8(added.stdout).unwrap().starts_with("1 article added"));
    assert_eq!(run(&["claims", "--case", "missing"]).status.code(), Some(3));
    assert_eq!(run(&["changes", "--case", "c", "--since", "soon"]).status.code(), Some(2));
    assert_eq!(run(&["nonsense"]).status.code(), Some(2));
}

#[test]
fn a_reader_that_stops_reading_is_no_error() {
    let dir = demo_case();
    for args in [
        &["claims", "--all", "--case", "c"][..],
        &["claims", "--json", "--case", "c"],
        &["export", "--format", "json", "--case", "c"],
        &["read", "--json", &demo_days()[0]],
    ] {
        let mut run = command(dir.path(), args);
        let mut child = run.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut first = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
        let mut err = String::new();
        child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
        assert_eq!((child.wait().unwrap().code(), err.as_str()), (Some(0), ""), "{args:?}");
        assert!(!first.is_empty());
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let dir = demo_case();
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let ran = Ran::of(command(dir.path(), &["claims", "--case", "c"]).stdout(full).output().unwrap());
    assert!(ran.with_code(3).err.contains("could not be written"));
}
