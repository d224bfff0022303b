//! Which crate may use which: the workspace against the rule in `ARCHITECTURE.md`.
//!
//! The lists below are exact. Whoever adds an edge changes them, and somebody has to read that.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

/// What each crate uses of the workspace when it is built for users.
const USES: &[(&str, &[&str])] = &[
    ("sayso-gazetteer", &[]),
    ("sayso-model", &[]),
    ("sayso-log", &[]),
    ("sayso-timestamp", &[]),
    ("sayso-capture", &["sayso-model"]),
    ("sayso-article", &["sayso-model"]),
    ("sayso-reader", &["sayso-model"]),
    ("sayso-statement", &["sayso-gazetteer", "sayso-model"]),
    ("sayso-origin", &["sayso-model"]),
    ("sayso-claim", &["sayso-model"]),
    ("sayso-store", &["sayso-model"]),
    ("sayso-pages", &["sayso-model"]),
    ("sayso-testkit", &["sayso-model"]),
    (
        "sayso-eval",
        &[
            "sayso-article",
            "sayso-capture",
            "sayso-claim",
            "sayso-model",
            "sayso-origin",
            "sayso-reader",
            "sayso-statement",
            "sayso-workbench",
        ],
    ),
    (
        "sayso-workbench",
        &[
            "sayso-article",
            "sayso-capture",
            "sayso-claim",
            "sayso-log",
            "sayso-model",
            "sayso-origin",
            "sayso-reader",
            "sayso-statement",
            "sayso-store",
            "sayso-timestamp",
        ],
    ),
    ("sayso-web", &["sayso-capture", "sayso-claim", "sayso-model", "sayso-pages", "sayso-workbench"]),
    (
        "sayso-cli",
        &["sayso-capture", "sayso-claim", "sayso-model", "sayso-pages", "sayso-web", "sayso-workbench"],
    ),
];

/// The layers of the picture in `ARCHITECTURE.md`, the lowest first. A crate uses only crates of lower layers.
const LAYERS: &[&[&str]] = &[
    &["sayso-model", "sayso-log", "sayso-timestamp", "sayso-gazetteer"],
    &[
        "sayso-capture",
        "sayso-article",
        "sayso-reader",
        "sayso-statement",
        "sayso-origin",
        "sayso-claim",
        "sayso-store",
        "sayso-pages",
        "sayso-testkit",
    ],
    &["sayso-workbench"],
    &["sayso-web", "sayso-eval"],
    &["sayso-cli"],
];

/// Crates from elsewhere that one crate alone may name, because what they are for is that crate's knowledge.
const KNOWN_TO_ONE: &[(&str, &str)] = &[
    ("axum", "sayso-web"),
    ("clap", "sayso-cli"),
    ("cms", "sayso-timestamp"),
    ("csv", "sayso-capture"),
    ("der", "sayso-timestamp"),
    ("hayro-interpret", "sayso-article"),
    ("maud", "sayso-pages"),
    ("quick-xml", "sayso-capture"),
    ("rten", "sayso-reader"),
    ("rten-tensor", "sayso-reader"),
    ("rusqlite", "sayso-store"),
    ("rusqlite_migration", "sayso-store"),
    ("rustls", "sayso-capture"),
    ("scraper", "sayso-article"),
    ("trafilatura", "sayso-article"),
    ("url", "sayso-capture"),
    ("walkdir", "sayso-capture"),
    ("webpki-roots", "sayso-capture"),
    ("x509-cert", "sayso-timestamp"),
];

/// Source folders whose code prints: the program, and the measuring program.
const PRINTING: &[&str] = &["sayso-cli/src", "sayso-eval/src/bin"];

/// The stages: no clock, no environment, no network, no files.
const STAGES: &[&str] =
    &["sayso-article", "sayso-reader", "sayso-statement", "sayso-origin", "sayso-claim", "sayso-capture"];

/// One crate of the workspace, as its `Cargo.toml` has it.
struct Crate {
    folder: PathBuf,
    /// Names of what it uses, by the kind of use: normal, build, dev.
    uses: BTreeMap<&'static str, BTreeSet<String>>,
}

impl Crate {
    fn uses(&self, kind: &str) -> BTreeSet<&str> {
        self.uses.get(kind).into_iter().flatten().map(String::as_str).collect()
    }

    fn uses_in_any_way(&self) -> BTreeSet<&str> {
        ["normal", "build", "dev"].into_iter().flat_map(|kind| self.uses(kind)).collect()
    }
}

/// All crates of the workspace by name, as cargo reads them.
fn workspace() -> BTreeMap<String, Crate> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--no-deps", "--offline", "--format-version", "1"]).current_dir(root);
    let output = cargo.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    packages.iter().map(|package| (package["name"].as_str().unwrap().to_owned(), read(package))).collect()
}

fn read(package: &Value) -> Crate {
    let manifest = Path::new(package["manifest_path"].as_str().unwrap());
    let mut uses: BTreeMap<&'static str, BTreeSet<String>> = BTreeMap::new();
    for dependency in package["dependencies"].as_array().unwrap() {
        let kind = match dependency["kind"].as_str() {
            Some("dev") => "dev",
            Some("build") => "build",
            _ => "normal",
        };
        uses.entry(kind).or_default().insert(dependency["name"].as_str().unwrap().to_owned());
    }
    Crate { folder: manifest.parent().unwrap().to_owned(), uses }
}

fn ours(name: &str) -> bool {
    name.starts_with("sayso-")
}

/// The Rust files below a folder, with their text.
fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut out = Vec::new();
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            out.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            out.push((path, text));
        }
    }
    out
}

/// The lines of code with their numbers, up to the tests at the end of a file; comments and their examples left out.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().enumerate().map(|(at, line)| (at + 1, line));
    lines
        .take_while(|(_, line)| *line != "#[cfg(test)]")
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// Fails where a line of code below `folder` holds one of these.
fn holds_none_of(folder: &Path, forbidden: &[&str], why: &str) {
    for (path, text) in sources(folder) {
        for (number, line) in code(&text) {
            let found = forbidden.iter().find(|word| line.contains(**word));
            assert!(found.is_none(), "{}:{number}: {} {why}", path.display(), found.unwrap_or(&""));
        }
    }
}

#[test]
fn the_edges_of_the_workspace_are_those_of_the_list() {
    let found = workspace();
    let edge = |name: &String, c: &Crate| {
        let used: Vec<String> = c.uses("normal").into_iter().filter(|n| ours(n)).map(str::to_owned).collect();
        (name.clone(), used)
    };
    let found: BTreeMap<String, Vec<String>> = found.iter().map(|(name, c)| edge(name, c)).collect();
    let owned = |used: &[&str]| used.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let listed: BTreeMap<String, Vec<String>> =
        USES.iter().map(|(name, used)| ((*name).to_owned(), owned(used))).collect();
    assert_eq!(
        found, listed,
        "an edge of the workspace changed: if that is meant, change this list and ARCHITECTURE.md"
    );
}

#[test]
fn every_edge_leads_to_a_lower_layer() {
    let layer = |name: &str| {
        LAYERS
            .iter()
            .position(|names| names.contains(&name))
            .unwrap_or_else(|| panic!("{name} is in no layer"))
    };
    for (name, uses) in USES {
        for used in *uses {
            assert!(layer(used) < layer(name), "{name} uses {used}, which stands beside or above it");
        }
    }
}

#[test]
fn tests_of_a_stage_use_no_other_stage() {
    for (name, found) in workspace() {
        if STAGES.contains(&name.as_str()) {
            let used: Vec<&str> = found.uses("dev").into_iter().filter(|n| ours(n)).collect();
            assert!(used.iter().all(|used| *used == "sayso-testkit"), "the tests of {name} use {used:?}");
        }
    }
}

#[test]
fn the_testkit_is_used_by_tests_alone() {
    for (name, found) in workspace() {
        for kind in ["normal", "build"] {
            assert!(!found.uses(kind).contains("sayso-testkit"), "{name} is built with the testkit");
        }
    }
}

#[test]
fn what_one_crate_knows_no_other_names() {
    for (name, found) in workspace() {
        for (dependency, owner) in KNOWN_TO_ONE {
            let named = found.uses_in_any_way().contains(dependency);
            assert!(!named || name == *owner, "{name} names {dependency}, which only {owner} may know");
        }
    }
}

#[test]
fn only_the_programs_print() {
    const PRINTS: [&str; 7] =
        ["println!", "print!", "eprintln!", "eprint!", "dbg!", "io::stdout", "io::stderr"];
    for (name, found) in workspace() {
        for (path, text) in sources(&found.folder.join("src")) {
            let below = |folder: &&str| path.starts_with(found.folder.parent().unwrap().join(folder));
            if PRINTING.iter().any(below) {
                continue;
            }
            for (number, line) in code(&text) {
                let printing = PRINTS.iter().any(|word| line.contains(word));
                assert!(!printing, "{}:{number}: {name} prints; only sayso-cli may", path.display());
            }
        }
    }
}

#[test]
fn stages_have_no_surroundings() {
    const SURROUNDINGS: [&str; 8] = [
        "Timestamp::now",
        "Zoned::now",
        "SystemTime",
        "Instant::now",
        "std::env",
        "std::net",
        "std::process",
        "rand::",
    ];
    let found = workspace();
    for stage in STAGES {
        let src = found[*stage].folder.join("src");
        assert!(!sources(&src).is_empty());
        // The client asks the network, and nothing else: its clock, waiting and chance are the caller's.
        let of_stage = |word: &&&str| *stage != "sayso-capture" || **word != "std::net";
        let forbidden: Vec<&str> = SURROUNDINGS.iter().filter(of_stage).copied().collect();
        holds_none_of(&src, &forbidden, "is no business of a stage");
        if *stage != "sayso-capture" {
            holds_none_of(
                &src,
                &["std::fs", "fs::read", "File::open", "io::stdin"],
                "reads files; only sayso-capture may",
            );
        }
    }
}
