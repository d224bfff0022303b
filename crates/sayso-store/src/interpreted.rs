//! Of which articles are the kept statements those that the present rules read in the present text?

use std::collections::BTreeSet;

use rusqlite::params;
use sayso_model::ArticleId;

use crate::{articles::stored, error::StoreError, rows::collect, store::Store, transaction::Transaction};

impl Store {
    /// The articles whose kept statements were read from their latest revision by these rules, as
    /// [`Transaction::mark_interpreted`] said.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn interpreted(&self, rules: &str) -> Result<BTreeSet<ArticleId>, StoreError> {
        const SQL: &str = "SELECT a.id FROM interpreted i JOIN article a ON a.number = i.article
            WHERE i.rules = ?1
            AND i.revision = (SELECT max(r.revision) FROM revision r WHERE r.article = i.article)";
        self.run(|connection| {
            collect(&mut connection.prepare_cached(SQL)?, [rules], |row| {
                Ok(ArticleId::from_written(row.get::<_, String>(0)?))
            })
        })
    }
}

impl Transaction<'_> {
    /// Notes that the statements that the case now holds of an article were read from its latest revision by these rules.
    ///
    /// # Errors
    /// When the case does not hold the article, or the database cannot be written.
    pub fn mark_interpreted(&mut self, article: &ArticleId, rules: &str) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO interpreted (article, revision, rules) VALUES (?1, ?2, ?3)
            ON CONFLICT (article) DO UPDATE SET revision = excluded.revision, rules = excluded.rules";
        self.write(|connection| {
            let stored = stored(connection, article)?;
            let stored = stored.ok_or_else(|| StoreError::UnknownArticle(article.clone()))?;
            connection.prepare_cached(SQL)?.execute(params![stored.number, stored.revision, rules])?;
            Ok(())
        })
    }
}
