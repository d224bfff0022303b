//! What changed between two texts of one article.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{
    id::{ArticleId, ClaimId, StatementId},
    span::Span,
    statement::words,
};

/// Words that went and the words that came in their place; one of the two may be empty, which then says where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Rewording {
    /// In the earlier text.
    pub before: Span,
    /// In the later text.
    pub after: Span,
}

words!(
    /// Which of two texts something stands in.
    Side {
        /// The earlier one.
        Before = "before",
        /// The later one.
        After = "after",
    }
);

/// A statement some of whose words changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Touched {
    /// The text in which it stands.
    pub side: Side,
    /// The statement.
    pub statement: StatementId,
    /// The claim that it belongs to, where that is known.
    pub claim: Option<ClaimId>,
    /// What is said, in the words of that text.
    pub words: String,
}

/// How one text of an article differs from the one before it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revision {
    /// The article.
    pub article: ArticleId,
    /// The earlier headline; empty where there was none.
    pub title_before: String,
    /// The later headline.
    pub title_after: String,
    /// The earlier text.
    pub text_before: String,
    /// The later text.
    pub text_after: String,
    /// What changed in the headline.
    pub title: Vec<Rewording>,
    /// What changed in the text.
    pub text: Vec<Rewording>,
    /// The statements of either text whose words changed.
    pub touched: Vec<Touched>,
}
