//! Who says what, in which article? The statements of each article's latest text.

use rusqlite::{Connection, params};
use sayso_model::{ArticleId, Statement};

use crate::{
    articles::stored,
    error::{Fault, StoreError},
    rows::{json_rows, to_json},
    search,
    store::Store,
    transaction::Transaction,
};

impl Store {
    /// The statements of all articles, sorted by id.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn statements(&self) -> Result<Vec<Statement>, StoreError> {
        self.run(all)
    }
}

impl Transaction<'_> {
    /// Puts these statements in the place of all that the article had, for reading and for full-text search, and returns how many
    /// are kept.
    ///
    /// Their spans refer to the article's latest revision. Statements with the same id have the same words; the first is kept.
    ///
    /// # Errors
    /// When the case does not hold the article, or the database cannot be written.
    pub fn replace_statements(
        &mut self,
        article: &ArticleId,
        statements: &[Statement],
    ) -> Result<usize, StoreError> {
        let kept = self.write(|connection| {
            let stored = stored(connection, article)?;
            let stored = stored.ok_or_else(|| StoreError::UnknownArticle(article.clone()))?;
            remove(connection, stored.number)?;
            let mut kept = 0;
            for statement in statements {
                if let Some(number) = insert(connection, stored.number, statement)? {
                    search::index_statement(connection, number, statement, &stored.article.text)?;
                    kept += 1;
                }
            }
            Ok(kept)
        })?;
        self.count_as_change()?;
        Ok(kept)
    }
}

/// All statements, sorted by id.
pub(crate) fn all<C: FromIterator<Statement>>(connection: &Connection) -> Result<C, Fault> {
    json_rows(connection, "statement", "SELECT json FROM statement ORDER BY id", [])
}

/// Removes the statements of the article with this table number, from full-text search too.
pub(crate) fn remove(connection: &Connection, article: i64) -> Result<(), Fault> {
    search::forget_statements(connection, article)?;
    connection.prepare_cached("DELETE FROM statement WHERE article = ?1")?.execute([article])?;
    Ok(())
}

/// Inserts a statement and returns its table number; `None` where one with its id is there.
fn insert(connection: &Connection, article: i64, statement: &Statement) -> Result<Option<i64>, Fault> {
    const SQL: &str =
        "INSERT INTO statement (id, article, json) VALUES (?1, ?2, ?3) ON CONFLICT (id) DO NOTHING";
    let json = to_json("statement", statement)?;
    let inserted = connection.prepare_cached(SQL)?.execute(params![statement.id.as_str(), article, json])?;
    Ok((inserted == 1).then(|| connection.last_insert_rowid()))
}
