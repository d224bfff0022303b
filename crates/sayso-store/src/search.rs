//! Where do these words stand? Full-text search over articles and statements, and the upkeep of its index.

use rusqlite::{Connection, params};
use sayso_model::{Article, ArticleId, Span, Statement, StatementId};

use crate::{
    error::{Fault, StoreError},
    excerpt::Excerpts,
    query,
    rows::collect,
    snippet::{Snippet, indexable},
    store::Store,
};

/// What a hit is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Found {
    /// The article as a whole: the words stand in its title or text.
    Article,
    /// A statement: the words stand in its source, cue or content.
    Statement(StatementId),
}

/// One place where the words that were looked for stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// What was found.
    pub found: Found,
    /// The article that it is or stands in.
    pub article: ArticleId,
    /// Some of its words, with the matches.
    pub snippet: Snippet,
    /// The BM25 score with its sign turned: the smaller, the better.
    pub rank: f64,
}

impl Store {
    /// Finds at most `limit` articles and statements that hold all words of `query`, the best first; equal ranks are in the order
    /// of their ids.
    ///
    /// Case and diacritics do not matter. Words in quotation marks must stand together, and `*` at the end of a word or phrase finds
    /// words that go on. No other sign has a meaning, so every query is valid; one without words finds nothing, and of one
    /// with more than a hundred different words and phrases the first hundred are looked for.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn search(&self, query: &str, limit: usize) -> Result<Vec<Hit>, StoreError> {
        let Some(query) = query::to_fts5(query) else { return Ok(Vec::new()) };
        self.read_at_once(|connection| {
            let mut ranked = ranked_articles(connection, &query.all, limit)?;
            ranked.extend(ranked_statements(connection, &query.all, limit)?);
            ranked.sort_by(|a, b| {
                a.rank.total_cmp(&b.rank).then_with(|| (&a.found, &a.article).cmp(&(&b.found, &b.article)))
            });
            ranked.truncate(limit);
            let excerpts = Excerpts::new()?;
            let hit = |place| with_snippet(connection, &excerpts, &query.any, place);
            ranked.into_iter().map(hit).collect()
        })
    }
}

/// A hit before its snippet is made, which takes longer than finding it.
struct Ranked {
    number: i64,
    found: Found,
    article: ArticleId,
    rank: f64,
}

fn ranked_articles(connection: &Connection, query: &str, limit: usize) -> Result<Vec<Ranked>, Fault> {
    const SQL: &str =
        "SELECT a.number, a.id, w.rank FROM article_words w JOIN article a ON a.number = w.rowid
        WHERE article_words MATCH ?1 ORDER BY w.rank, a.id LIMIT ?2";
    collect(&mut connection.prepare_cached(SQL)?, params![query, row_limit(limit)], |row| {
        let article = ArticleId::from_written(row.get::<_, String>(1)?);
        Ok(Ranked { number: row.get(0)?, found: Found::Article, article, rank: row.get(2)? })
    })
}

fn ranked_statements(connection: &Connection, query: &str, limit: usize) -> Result<Vec<Ranked>, Fault> {
    const SQL: &str = "SELECT s.number, a.id, w.rank, s.id FROM statement_words w
        JOIN statement s ON s.number = w.rowid JOIN article a ON a.number = s.article
        WHERE statement_words MATCH ?1 ORDER BY w.rank, s.id LIMIT ?2";
    collect(&mut connection.prepare_cached(SQL)?, params![query, row_limit(limit)], |row| {
        let article = ArticleId::from_written(row.get::<_, String>(1)?);
        let found = Found::Statement(StatementId::from_written(row.get::<_, String>(3)?));
        Ok(Ranked { number: row.get(0)?, found, article, rank: row.get(2)? })
    })
}

fn row_limit(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}

fn with_snippet(
    connection: &Connection,
    excerpts: &Excerpts,
    query: &str,
    place: Ranked,
) -> Result<Hit, Fault> {
    const ARTICLE: &str = "SELECT title, text FROM article_words WHERE rowid = ?1";
    const STATEMENT: &str = "SELECT '', words FROM statement_words WHERE rowid = ?1";
    let sql = if place.found == Found::Article { ARTICLE } else { STATEMENT };
    let (title, text): (String, String) =
        connection.prepare_cached(sql)?.query_row([place.number], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let snippet = excerpts.snippet(query, &title, &text)?;
    Ok(Hit { found: place.found, article: place.article, snippet, rank: place.rank })
}

/// Makes the article's words findable, in place of those of its earlier revision.
pub(crate) fn index_article(connection: &Connection, number: i64, article: &Article) -> Result<(), Fault> {
    connection.prepare_cached("DELETE FROM article_words WHERE rowid = ?1")?.execute([number])?;
    let title = indexable(article.title.as_deref().unwrap_or_default());
    connection
        .prepare_cached("INSERT INTO article_words (rowid, title, text) VALUES (?1, ?2, ?3)")?
        .execute(params![number, title, indexable(&article.text)])?;
    Ok(())
}

/// Makes the statement's words findable.
pub(crate) fn index_statement(
    connection: &Connection,
    number: i64,
    statement: &Statement,
    text: &str,
) -> Result<(), Fault> {
    connection
        .prepare_cached("INSERT INTO statement_words (rowid, words) VALUES (?1, ?2)")?
        .execute(params![number, indexable(&all_words(statement, text))])?;
    Ok(())
}

/// Makes the words of an article's statements no longer findable.
pub(crate) fn forget_statements(connection: &Connection, article: i64) -> Result<(), Fault> {
    const SQL: &str =
        "DELETE FROM statement_words WHERE rowid IN (SELECT number FROM statement WHERE article = ?1)";
    connection.prepare_cached(SQL)?.execute([article])?;
    Ok(())
}

/// The words of source, cue and content as they stand in the text, with an ellipsis where words between them are left out.
fn all_words(statement: &Statement, text: &str) -> String {
    let mut spans: Vec<Span> =
        statement.content.iter().chain(&statement.source).chain(&statement.cue).copied().collect();
    spans.sort();
    let mut joined: Vec<Span> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(last) if Span::new(last.end, span.start).of(text).trim().is_empty() => {
                *last = last.hull(span)
            }
            _ => joined.push(span),
        }
    }
    joined.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" … ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_stand_together_stay_together() {
        let text = "The harbour master, aged 61, denied that the old bridge was closed.";
        let article = sayso_testkit::article("a", text);
        let statement =
            sayso_testkit::statement(&article, "The harbour master", "denied", "the old bridge was closed");
        assert_eq!(all_words(&statement, text), "The harbour master … denied … the old bridge was closed");
        let tight = sayso_testkit::statement(&article, "The harbour", "master", "harbour master, aged 61");
        assert_eq!(all_words(&tight, text), "The harbour master, aged 61");
    }
}
