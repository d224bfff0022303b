//! An article of which only a name and the text are known: what invented and annotated texts are built on.

use jiff::Timestamp;
use sayso_model::{Article, ArticleId, Digest};

/// An English article with this text, retrieved at the epoch; its id and file come from `name`, everything else is unknown.
pub fn blank(name: &str, text: &str) -> Article {
    let (id, capture) = (ArticleId::derive(&[name]), Digest::of(text.as_bytes()));
    let file = format!("{name}.txt");
    Article {
        language: Some("en".to_owned()),
        ..Article::of_text(id, capture, Timestamp::UNIX_EPOCH, file, text.to_owned())
    }
}
