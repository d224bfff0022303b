//! `sayso-eval claims`: how well are statements grouped into claims? Cases in Markdown or JSON.

use std::{fmt::Write as _, fs, path::PathBuf};

use sayso_eval::{EvalError, Prepared, bcubed, read_claim_cases};
use sayso_reader::Embedder;
use serde_json::json;

use crate::arguments::Arguments;

/// Prints BCubed for each file of cases; with `--jsonl` writes the features of all pairs, which `training/claims.py` learns from.
pub fn run(given: &Arguments) -> Result<(), EvalError> {
    let embedder = Embedder::shipped()?;
    let mut pairs = String::new();
    for path in files(&given.data)? {
        let (mut p, mut r, mut n) = (0.0, 0.0, 0);
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        for case in read_claim_cases(&path)? {
            let prepared = Prepared::new(&case, &embedder);
            let found = bcubed(&prepared.claims(), &prepared.expected);
            let items = found.items as f64;
            (p, r, n) = (p + items * found.precision, r + items * found.recall, n + found.items);
            if given.jsonl.is_some() {
                for (a, b, features, same) in prepared.pairs() {
                    let line = json!({"source": name, "case": case.heading, "a": a, "b": b, "same": same,
                        "claims": [prepared.expected.get(&a), prepared.expected.get(&b)],
                        "words": [prepared.words(&a), prepared.words(&b)], "features": features.as_slice()});
                    writeln!(pairs, "{line}").ok();
                }
            }
        }
        let (p, r) = (p / n.max(1) as f64, r / n.max(1) as f64);
        println!(
            "{name:24} p {p:.3}  r {r:.3}  f1 {:.3}  of {n} statements",
            2.0 * p * r / (p + r).max(1e-9)
        );
    }
    if let Some(path) = &given.jsonl {
        fs::write(path, pairs).map_err(|source| EvalError::File { path: path.clone(), source })?;
    }
    Ok(())
}

fn files(folder: &PathBuf) -> Result<Vec<PathBuf>, EvalError> {
    let fault = |source| EvalError::File { path: folder.clone(), source };
    let mut out = Vec::new();
    for entry in fs::read_dir(folder).map_err(fault)? {
        let path = entry.map_err(fault)?.path();
        let is_case =
            path.extension().is_some_and(|e| e == "md" || e == "json") || path.join("gold.jsonl").is_file();
        if is_case && path.file_stem().is_some_and(|s| s != "README") {
            out.push(path);
        }
    }
    out.sort();
    Ok(out)
}
