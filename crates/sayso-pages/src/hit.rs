//! A hit of the full-text search.

use std::ops::Range;

use sayso_model::{ArticleId, StatementId};
use serde::Serialize;

/// A place where the words that were looked for stand.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HitView {
    /// `article` or `statement`.
    pub kind: &'static str,
    /// The id of the article or statement.
    pub id: String,
    /// The article's id.
    pub article: String,
    /// Some of the words there.
    pub snippet: String,
    /// First byte and one past the last of each match in the snippet, in order.
    pub matches: Vec<(usize, usize)>,
}

impl HitView {
    /// Makes the view of a hit in an article, or in one of its statements; `matches` are byte ranges of `snippet`.
    pub fn new(
        article: &ArticleId,
        statement: Option<&StatementId>,
        snippet: &str,
        matches: &[Range<usize>],
    ) -> Self {
        Self {
            kind: if statement.is_some() { "statement" } else { "article" },
            id: statement.map_or_else(|| article.to_string(), ToString::to_string),
            article: article.to_string(),
            snippet: snippet.to_owned(),
            matches: matches.iter().map(|m| (m.start, m.end)).collect(),
        }
    }
}
