//! An article of which only a name and the text are known: what invented and annotated texts are built on.

use sayso_model::Article;

/// An English article with this text, retrieved at the epoch; its id and file come from `name`, everything else is unknown.
pub fn blank(name: &str, text: &str) -> Article {
    Article { publisher: None, ..sayso_testkit::article(name, text) }
}
