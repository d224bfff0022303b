//! The building blocks of the JSON: spans with their words, actors, reasons; statements and articles in files of their own.

mod article;
mod statement;

pub use article::{ArticleJson, ImageJson};
pub(crate) use article::{NoticeJson, credits};
pub use statement::{PlaceJson, QuantityJson, StatementJson, TimeJson};

use sayso_model::{Actor, Article, Evidence, Part, Reason, RelatedClaim, Span};
use serde::Serialize;

/// A byte range of the article's text.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct SpanJson {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl From<Span> for SpanJson {
    fn from(span: Span) -> Self {
        Self { start: span.start, end: span.end }
    }
}

/// A byte range with its words.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WordsJson {
    /// The words.
    pub text: String,
    /// Where they stand.
    #[serde(flatten)]
    pub span: SpanJson,
}

impl WordsJson {
    /// The words of `span` in `text`.
    pub fn of(text: &str, span: Span) -> Self {
        Self { text: span.of(text).to_owned(), span: span.into() }
    }
}

/// Whom a source resolves to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ActorJson {
    /// Its id.
    pub id: String,
    /// Its fullest name.
    pub name: String,
    /// What it is.
    pub kind: &'static str,
}

impl From<&Actor> for ActorJson {
    fn from(actor: &Actor) -> Self {
        Self { id: actor.id.to_string(), name: actor.name.clone(), kind: actor.kind.as_str() }
    }
}

/// A place that a decision rests on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EvidenceJson {
    /// The article's id.
    pub article: String,
    /// Where in it.
    #[serde(flatten)]
    pub span: SpanJson,
    /// `title` where the place is in the headline; left out where it is in the text.
    #[serde(skip_serializing_if = "Part::is_text")]
    pub part: Part,
}

impl From<&Evidence> for EvidenceJson {
    fn from(evidence: &Evidence) -> Self {
        Self { article: evidence.article.to_string(), span: evidence.span.into(), part: evidence.part }
    }
}

impl EvidenceJson {
    /// The words, given their article.
    pub fn words<'a>(&self, article: &'a Article) -> &'a str {
        let span = Span::new(self.span.start, self.span.end);
        Evidence { article: article.id.clone(), span, part: self.part }.words(article)
    }
}

/// Why something was decided.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReasonJson {
    /// In words.
    pub text: String,
    /// The places that show it.
    pub evidence: Vec<EvidenceJson>,
}

impl From<&Reason> for ReasonJson {
    fn from(reason: &Reason) -> Self {
        Self {
            text: reason.text.to_string(),
            evidence: reason.evidence.iter().map(EvidenceJson::from).collect(),
        }
    }
}

/// Reasons as JSON.
/// A claim that bears on another.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RelatedJson {
    /// The other claim.
    pub claim: String,
    /// What this claim does to it.
    pub kind: &'static str,
    /// Why.
    pub reasons: Vec<ReasonJson>,
}

impl From<&RelatedClaim> for RelatedJson {
    fn from(related: &RelatedClaim) -> Self {
        Self {
            claim: related.claim.to_string(),
            kind: related.kind.as_str(),
            reasons: reasons(&related.reasons),
        }
    }
}

pub(crate) fn reasons(reasons: &[Reason]) -> Vec<ReasonJson> {
    reasons.iter().map(ReasonJson::from).collect()
}
