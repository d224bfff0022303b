//! The scores must be those of the scoring script with which published figures were made.
//!
//! `data/tiny` holds two invented texts, their annotation, and predictions with typical errors; the expected figures were
//! computed from the same files by the Python script.
#![allow(clippy::unwrap_used)]

use std::path::Path;

use sayso_eval::{AttributionScore, Corpus, EvalError};
use sayso_model::{Attribution, Span};
use serde::Deserialize;

#[derive(Deserialize)]
struct Line {
    file: String,
    statements: Vec<Statement>,
}

#[derive(Deserialize)]
struct Statement {
    source: Option<Span>,
    cue: Option<Span>,
    content: Vec<Span>,
    score: f32,
}

fn tiny() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/tiny")
}

fn predictions(file: &str) -> Vec<Attribution> {
    let lines = include_str!("data/tiny/predictions.jsonl").lines();
    let mut lines = lines.map(|line| serde_json::from_str::<Line>(line).unwrap());
    let line = lines.find(|line| line.file == file).unwrap();
    let attribution =
        |s: Statement| Attribution { source: s.source, cue: s.cue, content: s.content, score: s.score };
    line.statements.into_iter().map(attribution).collect()
}

#[test]
fn figures_are_those_of_the_python_scorer() {
    let mut score = AttributionScore::default();
    for document in Corpus::read(&tiny()).unwrap().documents {
        score.add(&document, &predictions(&document.file));
    }
    let [source, cue, content] = score.roles.map(|role| (role.words.to_string(), role.spans.to_string()));
    assert_eq!(source, ("p 100.00  r 92.31  f1 96.00".into(), "p 80.00  r 80.00  f1 80.00".into()));
    assert_eq!(cue, ("p 100.00  r 87.50  f1 93.33".into(), "p 83.33  r 83.33  f1 83.33".into()));
    assert_eq!(content, ("p 91.18  r 96.88  f1 93.94".into(), "p 57.14  r 66.67  f1 61.54".into()));
    assert_eq!(score.overlap.to_string(), "p 71.43  r 83.33  f1 76.92");
    assert_eq!(score.exact.to_string(), "p 42.86  r 50.00  f1 46.15");
}

#[test]
fn only_the_first_annotator_counts() {
    let corpus = Corpus::read(&tiny()).unwrap();
    let attributions: Vec<usize> = corpus.documents.iter().map(|d| d.attributions.len()).collect();
    assert_eq!(attributions, [3, 3], "the second annotators marked nothing");
}

#[test]
fn a_folder_without_texts_is_named() {
    let missing = tiny().join("nowhere");
    assert!(
        matches!(Corpus::read(&missing), Err(EvalError::File { path, .. }) if path.starts_with(&missing))
    );
}
