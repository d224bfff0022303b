//! `sayso-eval tags`: the share of pieces that get the same tag from two models.

use sayso_eval::{Corpus, EvalError, TagAgreement};

use crate::arguments::{Arguments, load};

/// Runs the benchmark and prints its figure.
pub fn run(given: &Arguments) -> Result<Vec<(&'static str, f64)>, EvalError> {
    let corpus = Corpus::read(&given.data)?;
    let Some(path) = &given.reference_model else { return Ok(Vec::new()) };
    let (reader, reference) = (given.reader()?, load(path)?);
    let texts: Vec<&str> = corpus.documents.iter().map(|document| document.text.as_str()).collect();
    let mut agreement = TagAgreement::default();
    for (a, b) in reader.scores_all(&texts, &|_| ()).iter().zip(&reference.scores_all(&texts, &|_| ())) {
        agreement.add(a, b);
    }
    println!("data    {} documents, {:?}", texts.len(), corpus.digest);
    println!(
        "models  {} {:?}, {} {:?}",
        reader.model().version,
        reader.model().digest,
        reference.model().version,
        reference.model().digest
    );
    println!("same tag  {:.2} % of {} pieces", agreement.per_cent(), agreement.pieces);
    Ok(vec![("same", agreement.per_cent())])
}
