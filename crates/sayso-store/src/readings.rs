//! What did a model make of a text? Readings and embeddings, by the digests of text and model.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension, Row, params};
use sayso_model::{Digest, Embedding, Reading};

use crate::{
    error::{Fault, StoreError},
    rows::{collect, digest_at, from_json, to_json},
    store::Store,
    transaction::Transaction,
};

impl Store {
    /// The reading of the text with this digest by the model with that digest.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn reading(&self, text: &Digest, model: &Digest) -> Result<Option<Reading>, StoreError> {
        const SQL: &str = "SELECT json FROM reading WHERE text = ?1 AND model = ?2";
        self.run(|connection| one(connection, SQL, text, model, |row| from_json("reading", row, 0)))
    }

    /// All readings by one model, by the digest of the text.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn readings(&self, model: &Digest) -> Result<BTreeMap<Digest, Reading>, StoreError> {
        const SQL: &str = "SELECT text, json FROM reading WHERE model = ?1";
        self.run(|connection| {
            collect(&mut connection.prepare_cached(SQL)?, [model.as_str()], |row| {
                Ok((digest_at(row, 0)?, from_json("reading", row, 1)?))
            })
        })
    }

    /// The digests of all texts that one model has read.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn read_texts(&self, model: &Digest) -> Result<BTreeSet<Digest>, StoreError> {
        self.run(|connection| texts(connection, "SELECT text FROM reading WHERE model = ?1", model))
    }

    /// The digests of all texts that one model has embedded.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn embedded_texts(&self, model: &Digest) -> Result<BTreeSet<Digest>, StoreError> {
        self.run(|connection| texts(connection, "SELECT text FROM embedding WHERE model = ?1", model))
    }

    /// Text, model and the digest of the stored form of every reading, sorted.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn reading_digests(&self) -> Result<Vec<(Digest, Digest, Digest)>, StoreError> {
        const SQL: &str = "SELECT text, model, json FROM reading ORDER BY text, model";
        self.run(|connection| {
            collect(&mut connection.prepare_cached(SQL)?, [], |row| {
                let json = row.get_ref(2)?.as_bytes().unwrap_or_default();
                Ok((digest_at(row, 0)?, digest_at(row, 1)?, Digest::of(json)))
            })
        })
    }

    /// The embedding of the text with this digest by the model with that digest.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn embedding(&self, text: &Digest, model: &Digest) -> Result<Option<Embedding>, StoreError> {
        const SQL: &str = "SELECT vector FROM embedding WHERE text = ?1 AND model = ?2";
        self.run(|connection| one(connection, SQL, text, model, |row| embedding_at(row, 0)))
    }

    /// All embeddings by one model, by the digest of the text.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn embeddings(&self, model: &Digest) -> Result<BTreeMap<Digest, Embedding>, StoreError> {
        const SQL: &str = "SELECT text, vector FROM embedding WHERE model = ?1";
        self.run(|connection| {
            collect(&mut connection.prepare_cached(SQL)?, [model.as_str()], |row| {
                Ok((digest_at(row, 0)?, embedding_at(row, 1)?))
            })
        })
    }
}

impl Transaction<'_> {
    /// Keeps the reading of a text, under the digest of the model that the reading names; it replaces an earlier one.
    /// Returns the digest of its stored form.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn put_reading(&mut self, text: &Digest, reading: &Reading) -> Result<Digest, StoreError> {
        const SQL: &str = "INSERT INTO reading (text, model, json) VALUES (?1, ?2, ?3)
            ON CONFLICT DO UPDATE SET json = excluded.json";
        self.write(|connection| {
            let json = to_json("reading", reading)?;
            let model = reading.model.digest.as_str();
            connection.prepare_cached(SQL)?.execute(params![text.as_str(), model, json])?;
            Ok(Digest::of(json.as_bytes()))
        })
    }

    /// Keeps the embedding of a text by the model with that digest; it replaces an earlier one.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn put_embedding(
        &mut self,
        text: &Digest,
        model: &Digest,
        embedding: &Embedding,
    ) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO embedding (text, model, vector) VALUES (?1, ?2, ?3)
            ON CONFLICT DO UPDATE SET vector = excluded.vector";
        self.write(|connection| {
            let vector = embedding.to_bytes();
            connection.prepare_cached(SQL)?.execute(params![text.as_str(), model.as_str(), vector])?;
            Ok(())
        })
    }
}

fn texts(connection: &Connection, sql: &str, model: &Digest) -> Result<BTreeSet<Digest>, Fault> {
    collect(&mut connection.prepare_cached(sql)?, [model.as_str()], |row| digest_at(row, 0))
}

/// Reads the one row that a text and a model have.
fn one<T>(
    connection: &Connection,
    sql: &str,
    text: &Digest,
    model: &Digest,
    read: impl FnOnce(&Row<'_>) -> Result<T, Fault>,
) -> Result<Option<T>, Fault> {
    let mut statement = connection.prepare_cached(sql)?;
    let row = statement.query_row([text.as_str(), model.as_str()], |row| Ok(read(row))).optional()?;
    row.transpose()
}

fn embedding_at(row: &Row<'_>, column: usize) -> Result<Embedding, Fault> {
    let bytes: Vec<u8> = row.get(column)?;
    let detail = || format!("it has {} bytes", bytes.len());
    Embedding::from_bytes(&bytes).ok_or_else(|| Fault::Row { what: "embedding", detail: detail() })
}
