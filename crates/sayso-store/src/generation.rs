//! Do the derived values belong to what the case holds now? Counters in the `meta` table, and other single values.

use rusqlite::{Connection, OptionalExtension, params};

use crate::{
    error::{Fault, StoreError},
    store::Store,
    transaction::Transaction,
};

/// Key of the number of acts so far that changed articles or statements.
const GENERATION: &str = "generation";

/// Key of the generation that the derived values were worked out from.
const DERIVED: &str = "derived_generation";

impl Store {
    /// The number of acts so far that changed articles or statements: 0 for a new case, and one more with each such act, however
    /// many articles it changed.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn generation(&self) -> Result<u64, StoreError> {
        self.run(|connection| counter(connection, GENERATION))
    }

    /// The generation that actors, text reuse, origins and claims were worked out from.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn derived_generation(&self) -> Result<u64, StoreError> {
        self.run(|connection| counter(connection, DERIVED))
    }

    /// Whether actors, text reuse, origins and claims belong to the articles and statements that the case holds. They do not
    /// where the program ended between adding articles and working out what follows.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn derived_is_current(&self) -> Result<bool, StoreError> {
        self.read_at_once(|connection| Ok(counter(connection, GENERATION)? == counter(connection, DERIVED)?))
    }

    /// A single value that a caller keeps with the case, such as the version of the rules that its statements were made with.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn meta(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.run(|connection| value(connection, key))
    }
}

impl Transaction<'_> {
    /// Keeps a single value; it replaces an earlier one. The keys `generation` and `derived_generation` are the store's own.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn put_meta(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        self.write(|connection| set(connection, key, value))
    }

    /// Counts this transaction, once, among the acts that changed articles or statements.
    pub(crate) fn count_as_change(&mut self) -> Result<(), StoreError> {
        if !self.counted {
            let next = self.generation()? + 1;
            self.write(|connection| set(connection, GENERATION, &next.to_string()))?;
            self.counted = true;
        }
        Ok(())
    }

    /// Notes that the derived values belong to the present generation.
    pub(crate) fn mark_derived(&mut self) -> Result<(), StoreError> {
        let now = self.generation()?;
        self.write(|connection| set(connection, DERIVED, &now.to_string()))
    }
}

fn counter(connection: &Connection, key: &str) -> Result<u64, Fault> {
    let text = value(connection, key)?.unwrap_or_else(|| "0".to_owned());
    text.parse().map_err(|_| Fault::Row { what: "counter", detail: format!("{key} is {text:?}") })
}

pub(crate) fn value(connection: &Connection, key: &str) -> Result<Option<String>, Fault> {
    let mut statement = connection.prepare_cached("SELECT value FROM meta WHERE key = ?1")?;
    Ok(statement.query_row([key], |row| row.get(0)).optional()?)
}

pub(crate) fn set(connection: &Connection, key: &str, value: &str) -> Result<(), Fault> {
    const SQL: &str =
        "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = excluded.value";
    connection.prepare_cached(SQL)?.execute(params![key, value])?;
    Ok(())
}
