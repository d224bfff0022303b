//! `sayso-eval statements`: how many words a second does the whole statement stage read on one core, without the network?

use std::time::Instant;

use sayso_eval::{Corpus, Document, EvalError, blank};
use sayso_model::{Article, Attribution, Digest, ModelDigest, Reading, Span};
use sayso_statement::{interpret, resolve_actors};

use crate::arguments::Arguments;

/// Rounds, of which the fastest counts: other work on the machine only slows a round down.
const ROUNDS: usize = 9;

/// Runs the benchmark and prints its figures. The attributions that the stage interprets are the annotated ones.
pub fn run(given: &Arguments) -> Result<Vec<(&'static str, f64)>, EvalError> {
    let corpus = Corpus::read(&given.data)?;
    let read: Vec<(Article, Reading)> = corpus.documents.iter().map(as_read).collect();
    let (mut least, mut statements) = (f64::INFINITY, 0);
    for _ in 0..ROUNDS {
        let began = Instant::now();
        statements = stage(&read);
        least = least.min(began.elapsed().as_secs_f64());
    }
    let words: usize = read.iter().map(|(article, _)| article.text.split_whitespace().count()).sum();
    let per_second = words as f64 / least;
    println!("data    {} documents, {:?}", read.len(), corpus.digest);
    println!("fastest of {ROUNDS} rounds, {words} words, {statements} statements");
    println!("  attributions to statements           {per_second:>7.0} words/s on one core");
    Ok(vec![("words-per-second", per_second)])
}

/// Statements with figures, times and places, and their actors, article by article; gives how many statements there are.
fn stage(read: &[(Article, Reading)]) -> usize {
    let statements = read.iter().map(|(article, reading)| {
        let (mut statements, _) = interpret(article, reading);
        let _ = resolve_actors(std::slice::from_ref(article), &mut statements);
        statements.len()
    });
    statements.sum()
}

/// A document as the stages before would hand it over, had they read what is annotated.
fn as_read(document: &Document) -> (Article, Reading) {
    let article = Article { published: "2031-03-04".parse().ok(), ..blank(&document.file, &document.text) };
    let hull = |spans: &[Span]| spans.iter().copied().reduce(Span::hull);
    let attributions = document.attributions.iter().map(|gold| Attribution {
        source: hull(&gold.source),
        cue: hull(&gold.cue),
        content: gold.content.clone(),
        score: 1.0,
    });
    let reading = Reading {
        model: ModelDigest { version: "as annotated".into(), digest: Digest::of(b"") },
        attributions: attributions.collect(),
        names: Vec::new(),
        referents: Vec::new(),
        notices: Vec::new(),
    };
    (article, reading)
}
