//! The headline of an article, read as a text of its own.

use serde::{Deserialize, Serialize};

use crate::{actor::Actor, article::Article, id::ArticleId, statement::Statement};

/// What the headline of an article says, and who says it there.
///
/// A headline is no part of the article's text: its statements carry no claim of their own but are compared with what the article itself says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Headline {
    /// The article that it stands over.
    pub of: ArticleId,
    /// The headline as a text: all spans of `statements` are within it. Its id is not that of the article.
    pub title: Article,
    /// What it says; where nobody is named as saying it, one statement in the outlet's own voice.
    pub statements: Vec<Statement>,
    /// Who speaks in it and is not among the actors of the case.
    pub speakers: Vec<Actor>,
}
