//! `sayso-eval pairs`: how well does the shipped embedder tell pairs of statements of one claim from others, and how well does
//! the model that it was made from?

use std::fs;

use sayso_eval::{EvalError, claimed_contents, cosines, separation};
use sayso_reader::Embedder;

use crate::arguments::Arguments;

/// Runs the benchmark and prints its figures.
pub fn run(given: &Arguments) -> Result<Vec<(&'static str, f64)>, EvalError> {
    let (contents, digest) = claimed_contents(&given.data)?;
    let words: Vec<&str> = contents.iter().map(|(words, _)| words.as_str()).collect();
    let measure = |embedder: &Embedder| cosines(&contents, &embedder.embed(&words));
    let shipped = Embedder::shipped()?;
    let own = measure(&shipped);
    println!("data    {} statements of claims, {} pairs, {digest:?}", contents.len(), own.len());
    println!("model   {} {:?}", shipped.model().version, shipped.model().digest);
    println!("pairs of one claim above pairs of two: {:.4}", separation(&own));
    let Some(path) = &given.reference_model else { return Ok(Vec::new()) };
    let bytes = fs::read(path).map_err(|source| EvalError::File { path: path.clone(), source })?;
    let reference = measure(&Embedder::from_bytes(bytes, "reference")?);
    let apart: f32 = own.iter().zip(&reference).map(|(a, b)| (a.0 - b.0).abs()).sum();
    println!("the same with {}: {:.4}", path.display(), separation(&reference));
    println!("mean difference of a pair's cosine: {:.4}", apart / own.len().max(1) as f32);
    Ok(Vec::new())
}
