//! Cases to try commands on: an empty one, and the sample case, made once and copied.
// Not every test file uses all of it.
#![allow(dead_code)]

use std::{ffi::OsString, fs, sync::OnceLock};

use serde_json::Value;
use tempfile::TempDir;

use super::{Ran, demo_days, list, sayso, string};

/// Every command that only looks, without `show`, which needs an id.
pub const LOOKS: [&[&str]; 6] = [
    &["claims"],
    &["claims", "--all"],
    &["articles"],
    &["sources"],
    &["search", "containers"],
    &["changes", "--since", "1d"],
];

/// A new folder that holds the case `c`, without articles.
pub fn empty_case() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    sayso(dir.path(), &["init", "c"]).with_code(0);
    dir
}

/// A new folder that holds the case `c` with the sample articles of all three days.
pub fn demo_case() -> TempDir {
    static FILES: OnceLock<Vec<(OsString, Vec<u8>)>> = OnceLock::new();
    let files = FILES.get_or_init(|| {
        let dir = empty_case();
        let days = demo_days();
        let ran = in_case(&dir, &["add", &days[0], &days[1], &days[2]]).with_code(0);
        assert!(ran.out.starts_with("17 articles added, 1 revised, 0 unchanged\n"), "{}", ran.out);
        let read = |f: std::io::Result<fs::DirEntry>| {
            f.map(|f| (f.file_name(), fs::read(f.path()).unwrap())).unwrap()
        };
        let mut files: Vec<_> = fs::read_dir(dir.path().join("c")).unwrap().map(read).collect();
        files.sort();
        let names: Vec<_> = files.iter().map(|(name, _)| name.clone()).collect();
        assert_eq!(
            names,
            ["case.seal", "case.sqlite", "checkpoint", "signing.key"],
            "nothing is left beside a case"
        );
        files
    });
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("c")).unwrap();
    files.iter().for_each(|(name, bytes)| fs::write(dir.path().join("c").join(name), bytes).unwrap());
    dir
}

/// Runs the program beside the case `c`.
#[track_caller]
pub fn in_case(dir: &TempDir, args: &[&str]) -> Ran {
    sayso(dir.path(), &[args, &["--case", "c"]].concat())
}

#[track_caller]
pub fn export(dir: &TempDir) -> Value {
    in_case(dir, &["export", "--format", "json"]).with_code(0).json()
}

pub fn write(dir: &TempDir, name: &str, text: &str) {
    fs::write(dir.path().join(name), text).unwrap();
}

/// The first line of what `add` prints.
pub fn first_line(ran: &Ran) -> &str {
    ran.out.lines().next().unwrap_or_default()
}

/// The values that all objects of a list have for a key.
pub fn all<'a>(of: &'a Value, key: &str) -> Vec<&'a str> {
    list(of).iter().map(|object| string(&object[key])).collect()
}
