//! What changed from one text of an article to the next.

use sayso_model::{Revision, Rewording, Side};
use serde::Serialize;

use crate::json::{SpanJson, WordsJson};

/// How one text of an article differs from the one before it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RevisionView {
    /// What changed in the headline; spans are those of the headlines.
    pub title: Vec<RewordingView>,
    /// What changed in the text.
    pub text: Vec<RewordingView>,
    /// The statements whose words changed, of the earlier text first.
    pub statements: Vec<TouchedView>,
}

/// Words that went and words that came in their place.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RewordingView {
    /// In the earlier text.
    pub before: WordsJson,
    /// In the later one.
    pub after: WordsJson,
}

/// A statement whose words changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TouchedView {
    /// The text in which it stands: `before` or `after`.
    pub side: Side,
    /// The statement's id.
    pub statement: String,
    /// The claim that it belongs to, where that is known.
    pub claim: Option<String>,
    /// What is said.
    pub text: String,
}

impl From<&Revision> for RevisionView {
    fn from(revision: &Revision) -> Self {
        let Revision { title_before, title_after, text_before, text_after, title, text, touched, .. } =
            revision;
        let touched = touched.iter().map(|one| TouchedView {
            side: one.side,
            statement: one.statement.to_string(),
            claim: one.claim.as_ref().map(ToString::to_string),
            text: one.words.clone(),
        });
        Self {
            title: rewordings(title, title_before, title_after),
            text: rewordings(text, text_before, text_after),
            statements: touched.collect(),
        }
    }
}

fn rewordings(all: &[Rewording], before: &str, after: &str) -> Vec<RewordingView> {
    let words = |span: sayso_model::Span, text: &str| WordsJson {
        text: span.of(text).to_owned(),
        span: SpanJson::from(span),
    };
    all.iter()
        .map(|one| RewordingView { before: words(one.before, before), after: words(one.after, after) })
        .collect()
}
