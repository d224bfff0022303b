//! Test helpers: articles and statements made in one line, so that tests show only what they are about.
//!
//! ```
//! let article = sayso_testkit::article("a", "The mayor denied it.");
//! assert_eq!(sayso_testkit::span(&article.text, "The mayor").of(&article.text), "The mayor");
//! ```

mod literals;

pub use literals::literal_texts;

use jiff::Timestamp;
use sayso_model::{
    Article, ArticleId, Attribution, Certainty, Digest, ModelDigest, Quotation, Reading, Span, Stance,
    Statement, StatementId, Voice,
};

/// The span of the first place where `words` stand in `text`.
///
/// # Panics
/// When they do not: a test that asks for words that are not there is wrong.
#[allow(clippy::panic)]
pub fn span(text: &str, words: &str) -> Span {
    match text.find(words) {
        Some(at) => Span::new(at, at + words.len()),
        None => panic!("{words:?} does not stand in {text:?}"),
    }
}

/// An English article by the publisher `name` with this text, retrieved at the epoch, everything else unknown.
pub fn article(name: &str, text: &str) -> Article {
    let (id, capture) = (ArticleId::derive(&[name]), Digest::of(text.as_bytes()));
    let file = format!("{name}.txt");
    Article {
        publisher: Some(name.to_owned()),
        language: Some("en".to_owned()),
        ..Article::of_text(id, capture, Timestamp::UNIX_EPOCH, file, text.to_owned())
    }
}

/// What a reader would give for a text in which these attributions were marked by hand.
pub fn reading(attributions: Vec<Attribution>) -> Reading {
    Reading {
        model: ModelDigest { version: "by hand".to_owned(), digest: Digest::of(b"") },
        attributions,
        names: Vec::new(),
        referents: Vec::new(),
        notices: Vec::new(),
    }
}

/// An attributed, asserted, certain statement whose source, cue and content are the first places of these words;
/// empty words stand for none.
pub fn statement(article: &Article, source: &str, cue: &str, content: &str) -> Statement {
    let place = |words: &str| (!words.is_empty()).then(|| span(&article.text, words));
    Statement {
        id: StatementId::derive(&[article.id.as_str(), source, cue, content]),
        article: article.id.clone(),
        voice: Voice::Attributed,
        source: place(source),
        referent: None,
        cue: place(cue),
        content: place(content).into_iter().collect(),
        quotation: Quotation::Indirect,
        actor: None,
        stance: Stance::Asserts,
        certainty: Certainty::Certain,
        grounds: Vec::new(),
        quantities: Vec::new(),
        times: Vec::new(),
        places: Vec::new(),
        score: 1.0,
    }
}
