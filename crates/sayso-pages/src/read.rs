//! What `sayso read` shows of one input.

use std::collections::BTreeMap;

use sayso_model::{Actor, Article, Place, Quantity, Statement, TimeExpression};
use serde::Serialize;

use crate::json::{ArticleJson, NoticeJson, PlaceJson, QuantityJson, StatementJson, TimeJson};

/// One input, read.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReadView {
    /// The path as given, or `-`.
    pub file: String,
    /// The article.
    pub article: ArticleJson,
    /// What is said in it, in text order.
    pub statements: Vec<StatementJson>,
    /// Figures of the whole text.
    pub quantities: Vec<QuantityJson>,
    /// Times of the whole text.
    pub times: Vec<TimeJson>,
    /// Places of the whole text.
    pub places: Vec<PlaceJson>,
    /// What was odd.
    pub(crate) notices: Vec<NoticeJson>,
}

impl ReadView {
    /// The notices in words.
    pub fn notice_messages(&self) -> impl Iterator<Item = &str> {
        self.notices.iter().map(NoticeJson::message)
    }
}

/// Makes the view of one article that was read without a case.
pub fn read(
    article: &Article,
    statements: &[Statement],
    actors: &[Actor],
    (quantities, times, places): (&[Quantity], &[TimeExpression], &[Place]),
) -> ReadView {
    let actors: BTreeMap<_, _> = actors.iter().map(|a| (&a.id, a)).collect();
    let text = &article.text;
    let json =
        |s: &Statement| StatementJson::of(text, s, s.actor.as_ref().and_then(|id| actors.get(id)).copied());
    ReadView {
        file: article.file.clone(),
        article: article.into(),
        statements: statements.iter().map(json).collect(),
        quantities: quantities.iter().map(|q| QuantityJson::of(text, q)).collect(),
        times: times.iter().map(|t| TimeJson::of(text, t)).collect(),
        places: places.iter().map(|p| PlaceJson::of(text, p)).collect(),
        notices: article.notices.iter().map(NoticeJson::from).collect(),
    }
}
