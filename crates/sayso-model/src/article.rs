//! One item by one publisher.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{digest::Digest, id::ArticleId, image::Image, notice::Notice, published::Published, span::Span};

/// Where in an article a credit stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CreditKind {
    /// A line of its own: "Source: Skai", "[Source: Reuters]", "© 2022 Reuters", "(KB/IANS)" at the end.
    Line,
    /// In the dateline: "LONDON (Reuters) -".
    Dateline,
    /// In the author line: "By The Associated Press".
    Byline,
    /// In a sentence: "…, citing the broadcaster SVT", "told Reuters", "the New York Times reported".
    InText,
}

/// Names a medium as where the report, or a part of it, comes from.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Credit {
    /// The medium's name in its usual form: "Reuters", "New York Times".
    pub name: String,
    /// How it is credited.
    pub kind: CreditKind,
    /// The words that credit it; `None` where only a header names it.
    pub span: Option<Span>,
}

/// One item by one publisher: its text and what is known about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// The article's id, the same for all its revisions.
    pub id: ArticleId,
    /// Digest of the capture that this revision was made from.
    pub capture: Digest,
    /// When that capture was made.
    pub retrieved: Timestamp,
    /// The path as given, or `-`.
    pub file: String,
    /// The article's address, where known.
    pub url: Option<String>,
    /// The outlet that publishes it.
    pub publisher: Option<String>,
    /// When it was published.
    pub published: Option<Published>,
    /// ISO 639-1 code of the text's language, where it could be told.
    pub language: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// The author line.
    pub byline: Option<String>,
    /// The one normalised text that all spans refer to.
    pub text: String,
    /// Media that the article itself names as where the report comes from.
    pub credits: Vec<Credit>,
    /// The pictures that belong to it, with what is written to them. Their captions are no part of `text`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub images: Vec<Image>,
    /// Where the text of each page stands, where the capture has pages; a page without text has an empty span.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<Span>,
    /// Further header lines, as they were given.
    pub headers: Vec<(String, String)>,
    /// What was odd about it.
    pub notices: Vec<Notice>,
}

impl Article {
    /// An article of which no more is known than its text and the capture it came from: no outlet, no date, no language.
    pub fn of_text(
        id: ArticleId,
        capture: Digest,
        retrieved: Timestamp,
        file: String,
        text: String,
    ) -> Article {
        Article {
            id,
            capture,
            retrieved,
            file,
            text,
            url: None,
            publisher: None,
            published: None,
            language: None,
            title: None,
            byline: None,
            credits: Vec::new(),
            images: Vec::new(),
            pages: Vec::new(),
            headers: Vec::new(),
            notices: Vec::new(),
        }
    }
}
