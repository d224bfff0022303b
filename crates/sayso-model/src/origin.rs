//! Where reports start: text shared between articles, and the origin of each statement.

use std::cell::RefCell;

use serde::{Deserialize, Deserializer, Serialize};

use crate::{
    article::Article,
    id::{ActorId, ArticleId, StatementId},
    shared::Shared,
    span::Span,
    text::{Recent, Text},
};

/// Which text of an article words stand in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Its one normalised text.
    #[default]
    Text,
    /// Its headline.
    Title,
}

impl Part {
    /// Whether it is the text, which is what is meant where nothing is said.
    pub fn is_text(&self) -> bool {
        *self == Self::Text
    }
}

/// Points at the words that a decision rests on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Evidence {
    /// The article.
    pub article: ArticleId,
    /// First byte and one past the last, in that part of the article.
    #[serde(flatten)]
    pub span: Span,
    /// The text or the headline.
    #[serde(default, skip_serializing_if = "Part::is_text")]
    pub part: Part,
}

impl Evidence {
    /// Points at words in the text of an article.
    pub fn in_text(article: &ArticleId, span: Span) -> Self {
        Self { article: article.clone(), span, part: Part::Text }
    }

    /// Points at words in the headline of an article.
    pub fn in_title(article: &ArticleId, span: Span) -> Self {
        Self { article: article.clone(), span, part: Part::Title }
    }

    /// The words, given their article; empty where it has no headline and one is meant.
    pub fn words<'a>(&self, article: &'a Article) -> &'a str {
        match self.part {
            Part::Text => self.span.of(&article.text),
            Part::Title => article.title.as_deref().map_or("", |title| self.span.of(title)),
        }
    }
}

/// Says in words why something was decided, and shows the words that it rests on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Reason {
    /// One sentence for a person, lower case, without a full stop.
    pub text: Text,
    /// The places that show it.
    #[serde(deserialize_with = "crate::tight::list")]
    pub evidence: Vec<Evidence>,
}

impl Reason {
    /// Makes a reason that rests on no single place.
    pub fn new(text: impl Into<Text>) -> Self {
        Self { text: text.into(), evidence: Vec::new() }
    }

    /// Makes a reason with the places that show it.
    pub fn with(text: impl Into<Text>, evidence: Vec<Evidence>) -> Self {
        Self { text: text.into(), evidence }
    }
}

/// A stretch of text that stands in two articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SharedPassage {
    /// Where it stands in the first article.
    pub first: Span,
    /// Where it stands in the second.
    pub second: Span,
}

/// Two articles share text because one derives from the other or both from a third.
///
/// `first < second` by id, so that a pair has one representation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TextReuse {
    /// One article.
    pub first: ArticleId,
    /// The other.
    pub second: ArticleId,
    /// Share of the first article's words that also stand in the second, 0 to 1.
    pub share_of_first: f64,
    /// Share of the second article's words that also stand in the first, 0 to 1.
    pub share_of_second: f64,
    /// The shared passages, in the order of the first article.
    #[serde(deserialize_with = "crate::tight::list")]
    pub passages: Vec<SharedPassage>,
    /// Which of the two derives from the other; `None` where text, credit and time do not tell.
    pub derived: Option<ArticleId>,
    /// Why this is reuse, and why the direction.
    #[serde(deserialize_with = "crate::tight::list")]
    pub reasons: Vec<Reason>,
}

/// What kind of place a report starts at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OriginKind {
    /// The actor who alone vouches for it.
    Actor,
    /// A credited agency or outlet.
    Credit,
    /// The earliest article that has the text.
    Article,
}

/// Where a report starts, as far as known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Origin {
    /// What it is.
    pub kind: OriginKind,
    /// An id that is equal for equal origins: `actor:government:nk`, `credit:reuters`, `article:a12…`.
    pub key: String,
    /// Its name for people.
    pub name: String,
}

impl Origin {
    /// The origin that is an actor.
    pub fn actor(id: &ActorId, name: &str) -> Self {
        Self { kind: OriginKind::Actor, key: format!("actor:{id}"), name: name.to_owned() }
    }

    /// The origin that is a credited medium; names that differ only in case and punctuation are one.
    pub fn credit(name: &str) -> Self {
        let slug = ActorId::derive("credit", name);
        Self { kind: OriginKind::Credit, key: slug.to_string(), name: name.to_owned() }
    }

    /// The origin that is an article.
    pub fn article(id: &ArticleId, name: &str) -> Self {
        Self { kind: OriginKind::Article, key: format!("article:{id}"), name: name.to_owned() }
    }
}

/// Reads an origin, sharing it with one that was read lately: most statements of one actor have the same.
pub(crate) fn recent_origin<'de, D: Deserializer<'de>>(from: D) -> Result<Shared<Origin>, D::Error> {
    thread_local!(static ORIGINS: RefCell<Recent<Shared<Origin>>> = const { RefCell::new(Recent::new()) });
    let origin = Shared::from(Origin::deserialize(from)?);
    Ok(ORIGINS.with_borrow_mut(|origins| origins.like(origin)))
}

/// Where one statement comes from, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StatementOrigin {
    /// The statement.
    pub statement: StatementId,
    /// Its origin.
    #[serde(deserialize_with = "recent_origin")]
    pub origin: Shared<Origin>,
    /// Why.
    #[serde(deserialize_with = "crate::tight::list")]
    pub reasons: Vec<Reason>,
}
