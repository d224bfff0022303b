//! `sayso-eval attribution`: reads annotated texts and compares.

use std::{fs, time::Instant};

use sayso_eval::{AttributionScore, Corpus, Document, EvalError};
use sayso_model::{Reading, Span};
use serde_json::{Value, json};

use crate::arguments::Arguments;

/// Runs the benchmark and prints its figures.
pub fn run(given: &Arguments) -> Result<Vec<(&'static str, f64)>, EvalError> {
    let corpus = Corpus::read(&given.data)?;
    let loading = Instant::now();
    let reader = given.reader()?;
    let loading = loading.elapsed();
    let texts: Vec<&str> = corpus.documents.iter().map(|document| document.text.as_str()).collect();
    let first = Instant::now();
    texts.iter().take(1).for_each(|text| drop(reader.read(text)));
    let first = first.elapsed();
    let reading = Instant::now();
    let readings = reader.read_all(&texts, &|_| ());
    let seconds = reading.elapsed().as_secs_f64();

    let mut score = AttributionScore::default();
    for (document, reading) in corpus.documents.iter().zip(&readings) {
        score.add(document, &reading.attributions);
    }
    if let Some(path) = &given.jsonl {
        fs::write(path, lines(&corpus.documents, &readings))
            .map_err(|source| EvalError::File { path: path.clone(), source })?;
    }
    let words: usize = texts.iter().map(|text| text.split_whitespace().count()).sum();
    println!("data    {} documents, {:?}", texts.len(), corpus.digest);
    println!("model   {} {:?}", reader.model().version, reader.model().digest);
    print_score(&score);
    println!("start   loaded in {} ms, first text read in {} ms", loading.as_millis(), first.as_millis());
    println!("speed   {words} words in {seconds:.1} s: {:.0} words/s", words as f64 / seconds);
    Ok(score.figures())
}

fn print_score(score: &AttributionScore) {
    for (name, role) in ["source", "cue", "content"].iter().zip(&score.roles) {
        println!("{name:8}words  {}   exact span  {}", role.words, role.spans);
    }
    println!("attribution overlap  {}", score.overlap);
    println!("attribution exact    {}", score.exact);
}

/// The attributions in the form of `sayso read --json`, with the fields that a scorer needs.
fn lines(documents: &[Document], readings: &[Reading]) -> String {
    documents
        .iter()
        .zip(readings)
        .map(|(document, reading)| format!("{}\n", line(document, reading)))
        .collect()
}

fn line(document: &Document, reading: &Reading) -> Value {
    let text = &document.text;
    let place = |span: &Span| json!({"text": span.of(text), "start": span.start, "end": span.end});
    let statements: Vec<Value> = reading
        .attributions
        .iter()
        .map(|a| {
            json!({
                "voice": "attributed",
                "source": a.source.as_ref().map(place),
                "cue": a.cue.as_ref().map(place),
                "content": a.content.iter().map(place).collect::<Vec<_>>(),
                "score": a.score,
            })
        })
        .collect();
    json!({"file": document.file, "article": {"text": text}, "statements": statements})
}
