//! Which articles are there, and which texts has each of them had? Articles as revisions.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::{Connection, Row, params};
use sayso_model::{Article, ArticleId};

use crate::{
    captures,
    error::{Fault, StoreError},
    rows::{collect, count_at, digest_at, from_json, json_rows, time_at, time_text, to_json},
    search, statements,
    store::Store,
    transaction::Transaction,
};

/// Says what putting an article did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Put {
    /// The case had no such article.
    New,
    /// The article was there with another text or other details; this is its revision with that number, 2 or more.
    Revised {
        /// The number.
        revision: u32,
    },
    /// The latest revision says the same: nothing was written.
    Unchanged,
}

/// One text that an article has had.
#[derive(Clone, Debug, PartialEq)]
pub struct Revision {
    /// The article that it is a text of.
    pub of: ArticleId,
    /// 1 for the first.
    pub number: u32,
    /// The article as it was kept.
    pub article: Article,
}

impl Store {
    /// The latest revision of every article, sorted by id.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn articles(&self) -> Result<Vec<Article>, StoreError> {
        self.run(latest)
    }

    /// The latest revision of one article.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn article(&self, id: &ArticleId) -> Result<Option<Article>, StoreError> {
        self.run(|connection| Ok(stored(connection, id)?.map(|stored| stored.article)))
    }

    /// All revisions of one article, the first first; empty for an article that the case does not hold.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn article_revisions(&self, id: &ArticleId) -> Result<Vec<Article>, StoreError> {
        const SQL: &str = "SELECT r.json FROM revision r JOIN article a ON a.number = r.article
            WHERE a.id = ?1 ORDER BY r.revision";
        self.run(|connection| json_rows(connection, "article", SQL, [id.as_str()]))
    }

    /// All revisions of all articles, sorted by article and number.
    ///
    /// # Errors
    /// When the database cannot be read, or a row does not agree with the article that is kept in it.
    pub fn all_revisions(&self) -> Result<Vec<Revision>, StoreError> {
        const SQL: &str = "SELECT a.id, r.revision, r.capture, r.retrieved, r.json
            FROM revision r JOIN article a ON a.number = r.article ORDER BY a.id, r.revision";
        self.run(|connection| collect(&mut connection.prepare_cached(SQL)?, [], revision_at))
    }

    /// The articles as they were at `time`: those that had been retrieved by then, in the revision that was the latest of those
    /// that had been retrieved by then. Sorted by id.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn articles_as_of(&self, time: Timestamp) -> Result<Vec<Article>, StoreError> {
        const SQL: &str = "SELECT r.json FROM revision r JOIN article a ON a.number = r.article
            WHERE r.revision = (SELECT max(m.revision) FROM revision m WHERE m.article = r.article AND m.retrieved <= ?1)
            ORDER BY a.id";
        self.run(|connection| json_rows(connection, "article", SQL, [time_text(time)]))
    }

    /// How many revisions each article has.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn revisions(&self) -> Result<BTreeMap<ArticleId, u32>, StoreError> {
        self.run(revision_counts)
    }
}

impl Transaction<'_> {
    /// Keeps an article, as its first or its next revision.
    ///
    /// Two articles say the same where they differ in nothing but when and from which bytes and file they were made, and in
    /// notices. A revision replaces the text that full-text search finds, and removes the article's statements: their spans
    /// refer to the earlier text.
    ///
    /// # Errors
    /// When the case does not hold the article's capture, or the database cannot be written.
    pub fn put_article(&mut self, article: &Article) -> Result<Put, StoreError> {
        let before = self.run(|connection| stored(connection, &article.id))?;
        if before.as_ref().is_some_and(|before| say_the_same(&before.article, article)) {
            return Ok(Put::Unchanged);
        }
        let put = self.write(|connection| {
            if !captures::exists(connection, &article.capture)? {
                return Err(StoreError::UnknownCapture(article.capture.clone()).into());
            }
            let (number, revision) = match &before {
                Some(before) => (before.number, before.revision + 1),
                None => (insert_article(connection, &article.id)?, 1),
            };
            insert_revision(connection, number, revision, article)?;
            statements::remove(connection, number)?;
            search::index_article(connection, number, article)?;
            Ok(if revision == 1 { Put::New } else { Put::Revised { revision } })
        })?;
        self.count_as_change()?;
        Ok(put)
    }
}

/// An article's latest revision and its place in the tables.
pub(crate) struct Stored {
    pub(crate) number: i64,
    pub(crate) revision: u32,
    pub(crate) article: Article,
}

/// Finds the latest revision of one article.
pub(crate) fn stored(connection: &Connection, id: &ArticleId) -> Result<Option<Stored>, Fault> {
    const SQL: &str =
        "SELECT a.number, r.revision, r.json FROM article a JOIN revision r ON r.article = a.number
        WHERE a.id = ?1 ORDER BY r.revision DESC LIMIT 1";
    let mut statement = connection.prepare_cached(SQL)?;
    let found = statement.query_and_then([id.as_str()], |row| {
        Ok(Stored { number: row.get(0)?, revision: row.get(1)?, article: from_json("article", row, 2)? })
    })?;
    found.last().transpose()
}

/// The latest revision of every article, sorted by id.
pub(crate) fn latest(connection: &Connection) -> Result<Vec<Article>, Fault> {
    const SQL: &str = "SELECT r.json FROM revision r JOIN article a ON a.number = r.article
        WHERE r.revision = (SELECT max(m.revision) FROM revision m WHERE m.article = r.article) ORDER BY a.id";
    json_rows(connection, "article", SQL, [])
}

/// How many revisions each article has.
pub(crate) fn revision_counts(connection: &Connection) -> Result<BTreeMap<ArticleId, u32>, Fault> {
    const SQL: &str =
        "SELECT a.id, count(*) FROM revision r JOIN article a ON a.number = r.article GROUP BY a.id";
    collect(&mut connection.prepare_cached(SQL)?, [], |row| {
        let count = u32::try_from(count_at(row, 1)?).unwrap_or(u32::MAX);
        Ok((ArticleId::from_written(row.get::<_, String>(0)?), count))
    })
}

/// Reads one revision. What the row says beside the article is what the article says.
fn revision_at(row: &Row<'_>) -> Result<Revision, Fault> {
    let of = ArticleId::from_written(row.get::<_, String>(0)?);
    let article: Article = from_json("article", row, 4)?;
    let number = u32::try_from(count_at(row, 1)?).unwrap_or(u32::MAX);
    let agrees =
        of == article.id && digest_at(row, 2)? == article.capture && time_at(row, 3)? == article.retrieved;
    if !agrees {
        let detail = format!("revision {number} of {of} says otherwise than its row");
        return Err(Fault::Row { what: "article", detail });
    }
    Ok(Revision { of, number, article })
}

/// Whether a reader of the two would learn the same: they differ in nothing but when and from which bytes and file they were
/// made, in notices and in pictures.
pub fn say_the_same(before: &Article, now: &Article) -> bool {
    let comparable = Article {
        capture: before.capture.clone(),
        retrieved: before.retrieved,
        file: before.file.clone(),
        notices: before.notices.clone(),
        // Addresses of pictures change from fetch to fetch; a text does not become another one by that.
        images: before.images.clone(),
        ..now.clone()
    };
    comparable == *before
}

fn insert_article(connection: &Connection, id: &ArticleId) -> Result<i64, Fault> {
    connection.prepare_cached("INSERT INTO article (id) VALUES (?1)")?.execute([id.as_str()])?;
    Ok(connection.last_insert_rowid())
}

fn insert_revision(
    connection: &Connection,
    number: i64,
    revision: u32,
    article: &Article,
) -> Result<(), Fault> {
    const SQL: &str =
        "INSERT INTO revision (article, revision, capture, retrieved, json) VALUES (?1, ?2, ?3, ?4, ?5)";
    let (retrieved, json) = (time_text(article.retrieved), to_json("article", article)?);
    connection.prepare_cached(SQL)?.execute(params![
        number,
        revision,
        article.capture.as_str(),
        retrieved,
        json
    ])?;
    Ok(())
}
