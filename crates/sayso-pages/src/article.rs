//! Articles: which the case holds, and where their text comes from.

use sayso_model::{Article, ArticleId, Published, Snapshot, TextReuse};
use serde::Serialize;

use crate::{
    index::Index,
    json::{ArticleJson, ReasonJson, StatementJson, credits, reasons},
    review::{ReviewView, reviews_about},
    revised::RevisionView,
};

/// One line of the list of articles.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ArticleRow {
    /// The article's id.
    pub id: String,
    /// The path as given.
    pub file: String,
    /// Outlet.
    pub publisher: Option<String>,
    /// When it was published.
    pub published: Option<Published>,
    /// Headline.
    pub title: Option<String>,
    /// Language.
    pub language: Option<String>,
    /// How many statements it makes.
    pub statements: usize,
    /// Media that it credits.
    pub credits: Vec<String>,
    /// From which articles it took text.
    pub copied_from: Vec<CopyView>,
    /// Where its report starts.
    pub origin: Option<String>,
    /// How many texts it has had.
    pub revisions: u32,
}

/// An article that another shares text with.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CopyView {
    /// The other article's id.
    pub article: String,
    /// Share of the words that also stand there, 0 to 1.
    pub share: f64,
    /// `whole` or `partial`.
    pub kind: &'static str,
    /// Why.
    pub reasons: Vec<ReasonJson>,
}

/// An article with its statements.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ArticleView {
    /// Its line in the list.
    #[serde(flatten)]
    pub row: ArticleRow,
    /// Text and metadata.
    pub article: ArticleJson,
    /// What is said in it, in text order.
    pub all_statements: Vec<StatementJson>,
    /// Why its report starts where it does.
    pub origin_reasons: Vec<ReasonJson>,
    /// SHA-256 of the bytes that this text was made from.
    pub capture: String,
    /// When they were got.
    pub retrieved: String,
    /// What people decided about the article and what is said in it.
    pub reviews: Vec<ReviewView>,
    /// What changed from each of its texts to the next; whoever has the earlier texts fills it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub revised: Vec<RevisionView>,
}

/// Share of an article's words from which it is derived wholly: a changed headline, credit line or closing sentence is left.
const WHOLE: f64 = 0.8;

/// Makes the list of articles, by publication time and then by file.
pub fn articles(snapshot: &Snapshot, index: &Index) -> Vec<ArticleRow> {
    index.articles_by_time(snapshot).map(|a| row(snapshot, index, a)).collect()
}

/// Makes one page of the list: `per_page` articles, the first page being 0.
pub fn articles_page(snapshot: &Snapshot, index: &Index, page: usize, per_page: usize) -> Vec<ArticleRow> {
    let shown = index.articles_by_time(snapshot).skip(page.saturating_mul(per_page)).take(per_page);
    shown.map(|a| row(snapshot, index, a)).collect()
}

/// Makes the view of one article; `None` where the case does not hold it.
pub fn article(snapshot: &Snapshot, index: &Index, id: &ArticleId) -> Option<ArticleView> {
    let article = snapshot.article(id)?;
    let json = |s: &sayso_model::Statement| {
        StatementJson::in_case(snapshot, s, index.claim_of(snapshot, &s.id).map(|c| c.id.to_string()))
    };
    let ids = std::iter::once(id.as_str()).chain(index.of_article(snapshot, id).map(|s| s.id.as_str()));
    Some(ArticleView {
        row: row(snapshot, index, article),
        article: article.into(),
        all_statements: index.of_article(snapshot, id).map(json).collect(),
        origin_reasons: snapshot.article_origins.get(id).map(|(_, why)| reasons(why)).unwrap_or_default(),
        capture: article.capture.to_string(),
        retrieved: article.retrieved.to_string(),
        reviews: reviews_about(snapshot, index, ids),
        revised: Vec::new(),
    })
}

fn row(snapshot: &Snapshot, index: &Index, article: &Article) -> ArticleRow {
    ArticleRow {
        id: article.id.to_string(),
        file: article.file.clone(),
        publisher: article.publisher.clone(),
        published: article.published,
        title: article.title.clone(),
        language: article.language.clone(),
        statements: index.of_article(snapshot, &article.id).count(),
        credits: credits(article),
        copied_from: copies(snapshot, index, &article.id),
        origin: snapshot.article_origins.get(&article.id).map(|(o, _)| o.name.clone()),
        revisions: snapshot.revisions.get(&article.id).copied().unwrap_or(1),
    }
}

/// The articles that this one names as sharing its text: all, but for those that derive from it.
pub(crate) fn copies(snapshot: &Snapshot, index: &Index, id: &ArticleId) -> Vec<CopyView> {
    index.reuse_of(snapshot, id).filter_map(|pair| copy(pair, id)).collect()
}

fn copy(pair: &TextReuse, id: &ArticleId) -> Option<CopyView> {
    let (other, share) = match () {
        () if pair.first == *id => (&pair.second, pair.share_of_first),
        () if pair.second == *id => (&pair.first, pair.share_of_second),
        () => return None,
    };
    let kind = if share >= WHOLE { "whole" } else { "partial" };
    (pair.derived.as_ref() != Some(other)).then(|| CopyView {
        article: other.to_string(),
        share: (share * 1000.0).round() / 1000.0,
        kind,
        reasons: reasons(&pair.reasons),
    })
}
