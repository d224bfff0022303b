//! The headlines of a case: read like texts of their own, then set over their articles.

use std::collections::{BTreeMap, BTreeSet};

use sayso_model::{Actor, ActorId, Article, ArticleId, Digest, Headline, Reading, Statement};
use sayso_statement::{headline, headline_statements, resolve_headline};

use crate::infer::text_digest;

/// The headlines of some articles as texts, with what they say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Titles {
    /// Each headline with the article that it stands over.
    pub of: Vec<(ArticleId, Article)>,
    /// What they say, actors open.
    pub statements: Vec<Statement>,
}

/// The headlines of these articles, each with the article that it stands over.
pub(crate) fn heads(articles: &[Article]) -> Vec<(ArticleId, Article)> {
    articles.iter().filter_map(|article| Some((article.id.clone(), headline(article)?))).collect()
}

impl Titles {
    /// Those of these headlines that have a reading.
    pub fn of(heads: Vec<(ArticleId, Article)>, readings: &BTreeMap<Digest, Reading>) -> Self {
        let mut out = Self::default();
        for (article, title) in heads {
            let Some(reading) = readings.get(&text_digest(&title.text)) else { continue };
            out.statements.extend(headline_statements(&title, reading));
            out.of.push((article, title));
        }
        out
    }

    /// The headlines as articles.
    pub fn texts(&self) -> Vec<Article> {
        self.of.iter().map(|(_, title)| title.clone()).collect()
    }

    /// Says who speaks in them, given the statements and actors of the case. A headline over an article that says nothing is left out: there is
    /// nothing to compare it with.
    pub fn over(self, articles: &[Article], statements: &[Statement], actors: &[Actor]) -> Vec<Headline> {
        let by_id: BTreeMap<&ArticleId, &Article> = articles.iter().map(|a| (&a.id, a)).collect();
        let known: BTreeSet<&ActorId> = actors.iter().map(|a| &a.id).collect();
        let mut own: BTreeMap<&ArticleId, Vec<&Statement>> = BTreeMap::new();
        for statement in statements {
            own.entry(&statement.article).or_default().push(statement);
        }
        let mut said: BTreeMap<ArticleId, Vec<Statement>> = BTreeMap::new();
        for statement in self.statements {
            said.entry(statement.article.clone()).or_default().push(statement);
        }
        let resolved = |(id, title): (ArticleId, Article)| {
            let (article, own) = (by_id.get(&id)?, own.get(&id)?);
            let said = said.remove(&title.id).unwrap_or_default();
            Some(resolve_headline(article, own, &known, title, said))
        };
        self.of.into_iter().filter_map(resolved).collect()
    }
}
