//! `sayso demo` does what the README shows.
//!
//! What it prints is kept twice: in `tests/snapshots/demo__demo.snap` and in `README.md`, between the lines `<!-- demo -->` and
//! `<!-- /demo -->`. Where a change of the output is wanted, one command renews both:
//!
//! ```text
//! INSTA_UPDATE=always cargo test -p sayso-cli --test demo
//! ```
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::{fs, sync::OnceLock};

use support::{Ran, command, repository, sayso};

/// What is said wherever the README does not hold what the program prints.
const RENEW: &str = "renew snapshot and README with: INSTA_UPDATE=always cargo test -p sayso-cli --test demo";
const OPENS: &str = "<!-- demo -->";
const CLOSES: &str = "<!-- /demo -->";

/// The output of one run that both tests look at, with its folder's name made the same for every run.
fn printed() -> &'static str {
    static PRINTED: OnceLock<String> = OnceLock::new();
    PRINTED.get_or_init(|| {
        let temporary = tempfile::tempdir().unwrap();
        let ran =
            Ran::of(command(temporary.path(), &["demo"]).env("TMPDIR", temporary.path()).output().unwrap());
        same_everywhere(&ran.with_code(0).out)
    })
}

/// The text without spaces at the ends of lines and with one name for every temporary folder.
fn same_everywhere(text: &str) -> String {
    let word = |word: &str| {
        if word.contains("sayso-demo-") {
            let comma = if word.ends_with(',') { "," } else { "" };
            format!("/tmp/sayso-demo-XXXXXX{comma}")
        } else {
            word.to_owned()
        }
    };
    let line = |line: &str| line.trim_end().split(' ').map(word).collect::<Vec<_>>().join(" ");
    text.trim_end().lines().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_demo_prints_its_ledger_and_asks_nothing() {
    insta::assert_snapshot!("demo", printed());
}

/// A README's text before the demo's output, that output, and the text after it.
fn parts(readme: &str) -> (&str, &str, &str) {
    let missing = |line: &str| -> ! { panic!("README.md has no line {line}; {RENEW}") };
    let (before, rest) = readme.split_once(OPENS).unwrap_or_else(|| missing(OPENS));
    let (block, after) = rest.split_once(CLOSES).unwrap_or_else(|| missing(CLOSES));
    (before, block, after)
}

/// What a README shows, without the marks of the code block.
fn shown(readme: &str) -> String {
    let lines: Vec<&str> = parts(readme).1.trim().lines().filter(|line| !line.starts_with("```")).collect();
    same_everywhere(&lines.join("\n"))
}

/// The README with this output in the place of the old one.
fn renewed(readme: &str, output: &str) -> String {
    let (before, _, after) = parts(readme);
    format!("{before}{OPENS}\n```text\n{output}\n```\n{CLOSES}{after}")
}

#[test]
fn the_readme_shows_what_the_demo_prints() {
    let path = repository().join("README.md");
    let readme = fs::read_to_string(&path).unwrap_or_else(|e| panic!("README.md cannot be read: {e}"));
    if std::env::var("INSTA_UPDATE").is_ok_and(|wish| wish == "always") {
        fs::write(&path, renewed(&readme, printed())).unwrap();
        return;
    }
    let shown = shown(&readme);
    assert!(shown == printed(), "README.md shows another output than the demo's:\n{shown}\n\n{RENEW}");
}

#[test]
fn a_renewed_readme_shows_the_output_and_keeps_its_other_text() {
    let empty = format!("# A\n\n{OPENS}\n{CLOSES}\n\nRead on.\n");
    let once = renewed(&empty, printed());
    assert_eq!(shown(&once), printed());
    assert_eq!(renewed(&once, printed()), once);
    assert!(once.starts_with("# A\n\n") && once.ends_with("\n\nRead on.\n"));
}

#[test]
fn the_command_that_the_demo_recommends_shows_the_same_ledger() {
    let temporary = tempfile::tempdir().unwrap();
    let ran = Ran::of(command(temporary.path(), &["demo"]).env("TMPDIR", temporary.path()).output().unwrap());
    let advice = ran.out.lines().last().unwrap();
    let (_, rest) = advice.split_once("sayso claims --case ").expect("the last line recommends a command");
    let folder = rest.split(',').next().unwrap();
    let claims = sayso(temporary.path(), &["claims", "--case", folder]).with_code(0);
    assert!(ran.out.contains(&claims.out), "the demo printed another ledger than:\n{}", claims.out);
    sayso(temporary.path(), &["verify", "--case", folder]).with_code(0);
}
