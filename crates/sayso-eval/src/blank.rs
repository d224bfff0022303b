//! An article of which only a name and the text are known: what invented and annotated texts are built on.

use jiff::Timestamp;
use sayso_model::{Article, ArticleId, Digest};

/// An English article with this text, retrieved at the epoch; its id and file come from `name`, everything else is unknown.
pub fn blank(name: &str, text: &str) -> Article {
    Article {
        id: ArticleId::derive(&[name]),
        capture: Digest::of(text.as_bytes()),
        retrieved: Timestamp::UNIX_EPOCH,
        file: format!("{name}.txt"),
        url: None,
        publisher: None,
        published: None,
        language: Some("en".to_owned()),
        title: None,
        byline: None,
        text: text.to_owned(),
        credits: Vec::new(),
        images: Vec::new(),
        pages: Vec::new(),
        headers: Vec::new(),
        notices: Vec::new(),
    }
}
