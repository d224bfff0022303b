//! The literate cases of grouping, status, origins and drift: every case of `crates/sayso-claim/cases` holds, or is marked as a known gap and
//! does not hold yet. And what must not depend on how articles arrive.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::{collections::BTreeMap, fs, path::PathBuf};

use sayso_eval::{ClaimCase, Prepared, read_claim_cases};
use sayso_model::{Claim, StatementId};
use sayso_reader::Embedder;

fn cases() -> Vec<(String, ClaimCase)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../sayso-claim/cases");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    files
        .retain(|p| p.extension().is_some_and(|e| e == "md") && p.file_stem().is_some_and(|s| s != "README"));
    files.sort();
    let named = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    files.iter().flat_map(|p| read_claim_cases(p).unwrap().into_iter().map(move |c| (named(p), c))).collect()
}

/// The claim in which most statements of this letter are.
fn claim_of<'a>(
    claims: &'a [Claim],
    expected: &BTreeMap<StatementId, String>,
    letter: &str,
) -> Option<&'a Claim> {
    let of_letter =
        |c: &Claim| c.statements.iter().filter(|s| expected.get(*s).is_some_and(|e| e == letter)).count();
    claims.iter().filter(|c| of_letter(c) > 0).max_by_key(|c| of_letter(c))
}

/// The kinds with commas between them; "none" where there are none.
fn listed<'a>(kinds: impl Iterator<Item = &'a str>) -> String {
    let kinds: Vec<&str> = kinds.collect();
    if kinds.is_empty() { "none".to_owned() } else { kinds.join(",") }
}

/// What a case expects and is not so.
fn faults(case: &ClaimCase, embedder: &Embedder) -> Vec<String> {
    let prepared = Prepared::new(case, embedder);
    let claims = prepared.claims();
    let place: BTreeMap<&StatementId, usize> =
        claims.iter().enumerate().flat_map(|(n, c)| c.statements.iter().map(move |s| (s, n))).collect();
    let mut out = Vec::new();
    let known: Vec<(&StatementId, &String)> = prepared.expected.iter().collect();
    for (n, (a, x)) in known.iter().enumerate() {
        for (b, y) in &known[n + 1..] {
            if (x == y) != (place[*a] == place[*b]) {
                let (how, a, b) =
                    (if x == y { "are parted" } else { "are joined" }, prepared.words(a), prepared.words(b));
                out.push(format!("{x} {a:?} and {y} {b:?} {how}"));
            }
        }
    }
    let claim = |letter: &str| claim_of(&claims, &prepared.expected, letter).unwrap();
    for line in &case.expected {
        let words: Vec<&str> = line.split(' ').collect();
        let (found, wanted) = match words[..] {
            ["status", letter, wanted] => (claim(letter).status.as_str().to_owned(), wanted),
            ["origins", letter, wanted] => (claim(letter).independent_origins.len().to_string(), wanted),
            ["drift", letter, wanted] => {
                (listed(claim(letter).drift.iter().map(|d| d.kind.as_str())), wanted)
            }
            ["related", letter, other, wanted] => {
                let other = &claim(other).id;
                let related = claim(letter).related.iter().filter(|r| r.claim == *other);
                (listed(related.map(|r| r.kind.as_str())), wanted)
            }
            _ => panic!("{line:?} is not understood"),
        };
        if found != wanted {
            out.push(format!("{line}: is {found}"));
        }
    }
    out
}

#[test]
fn every_case_holds_or_is_a_known_gap() {
    let embedder = Embedder::shipped().unwrap();
    let mut wrong = Vec::new();
    for (file, case) in cases() {
        let faults = faults(&case, &embedder);
        match (case.known_gap, faults.is_empty()) {
            (false, false) => wrong.push(format!(
                "{file}, line {}: {}\n    {}",
                case.line,
                case.heading,
                faults.join("\n    ")
            )),
            (true, true) => {
                wrong.push(format!("{file}, line {}: {} holds; remove the mark", case.line, case.heading))
            }
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Claims without what names the order: their statements, status and origins.
fn essence(claims: &[Claim]) -> Vec<String> {
    let mut out: Vec<String> = claims
        .iter()
        .map(|c| {
            format!(
                "{} {:?} {:?} {:?} {}",
                c.id,
                c.statements,
                c.positions,
                c.status,
                c.independent_origins.len()
            )
        })
        .collect();
    out.sort();
    out
}

#[test]
fn the_order_of_the_input_changes_nothing() {
    let embedder = Embedder::shipped().unwrap();
    for (_, case) in cases() {
        let mut prepared = Prepared::new(&case, &embedder);
        let first = essence(&prepared.claims());
        prepared.reverse();
        assert_eq!(essence(&prepared.claims()), first, "{}", case.heading);
    }
}

#[test]
fn a_reprint_adds_no_origin_and_moves_no_status() {
    let embedder = Embedder::shipped().unwrap();
    for (_, case) in cases() {
        let count = |case: &ClaimCase| -> BTreeMap<String, (usize, String)> {
            let claims = Prepared::new(case, &embedder).claims();
            claims
                .iter()
                .map(|c| (c.id.to_string(), (c.independent_origins.len(), c.status.to_string())))
                .collect()
        };
        let mut reprinted = case.clone();
        let mut copy = case.articles[0].clone();
        copy.outlet = "The Reprint".to_owned();
        reprinted.articles.push(copy);
        let after = count(&reprinted);
        for (id, before) in count(&case) {
            assert_eq!(after.get(&id), Some(&before), "{}: claim {id}", case.heading);
        }
    }
}
