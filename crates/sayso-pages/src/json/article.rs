//! What is known of an article as JSON, and what was odd about it.

use sayso_model::{Article, Image, Notice, Published};
use serde::Serialize;

use super::SpanJson;

/// What is known of an article.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ArticleJson {
    /// The one text that all spans refer to.
    pub text: String,
    /// Headline.
    pub title: Option<String>,
    /// Outlet.
    pub publisher: Option<String>,
    /// ISO 8601 date, or date and time.
    pub published: Option<Published>,
    /// ISO 639-1 code.
    pub language: Option<String>,
    /// Author line.
    pub byline: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// Media that the article names as where the report comes from, each once.
    pub credits: Vec<String>,
    /// Its pictures.
    pub images: Vec<ImageJson>,
    /// Where the text of each page stands, where it has pages.
    pub pages: Vec<SpanJson>,
}

/// A picture of an article.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ImageJson {
    /// Its address.
    pub address: String,
    /// `picture`, or `poster` for the still of a video.
    pub kind: &'static str,
    /// What the page gives to readers who cannot see it.
    pub alt: Option<String>,
    /// What stands below it.
    pub caption: Option<String>,
}

impl From<&Image> for ImageJson {
    fn from(i: &Image) -> Self {
        Self {
            address: i.address.clone(),
            kind: i.kind.as_str(),
            alt: i.alt.clone(),
            caption: i.caption.clone(),
        }
    }
}

impl From<&Article> for ArticleJson {
    fn from(a: &Article) -> Self {
        Self {
            text: a.text.clone(),
            title: a.title.clone(),
            publisher: a.publisher.clone(),
            published: a.published,
            language: a.language.clone(),
            byline: a.byline.clone(),
            url: a.url.clone(),
            credits: credits(a),
            images: a.images.iter().map(ImageJson::from).collect(),
            pages: a.pages.iter().copied().map(SpanJson::from).collect(),
        }
    }
}

/// The names of the credited media, each once, in the order of the text.
pub(crate) fn credits(article: &Article) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for credit in &article.credits {
        if !out.contains(&credit.name) {
            out.push(credit.name.clone());
        }
    }
    out
}

/// What was odd about an article.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct NoticeJson {
    code: &'static str,
    message: String,
    start: Option<usize>,
    end: Option<usize>,
}

impl NoticeJson {
    /// The notice in words.
    pub(crate) fn message(&self) -> &str {
        &self.message
    }
}

impl From<&Notice> for NoticeJson {
    fn from(n: &Notice) -> Self {
        Self {
            code: n.code.as_str(),
            message: n.message.clone(),
            start: n.span.map(|s| s.start),
            end: n.span.map(|s| s.end),
        }
    }
}
