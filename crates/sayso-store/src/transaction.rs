//! How does an act become durable as a whole? The only type that writes.

use std::ops::Deref;

use rusqlite::{Connection, TransactionBehavior};

use crate::{
    error::{Fault, StoreError},
    seal,
    store::Store,
};

/// One act in the making. [`Transaction::commit`] makes all of it durable; dropped, nothing of it happens.
///
/// It reads like the [`Store`] that it borrows, and sees what it has written itself. A method that returns an error has written
/// nothing; the act can go on without it or be dropped.
#[derive(Debug)]
#[must_use = "a transaction that is dropped writes nothing"]
pub struct Transaction<'s> {
    store: &'s Store,
    inner: rusqlite::Transaction<'s>,
    /// Whether this act has counted itself as one that changed articles or statements.
    pub(crate) counted: bool,
    /// Rows that this connection had changed before the act.
    changes_before: i64,
}

fn changes(connection: &Connection) -> Result<i64, Fault> {
    Ok(connection.query_row("SELECT total_changes()", [], |row| row.get(0))?)
}

impl<'s> Transaction<'s> {
    pub(crate) fn begin(store: &'s mut Store) -> Result<Self, StoreError> {
        let store: &'s Store = store;
        // The lock is taken at once: taking it at the first write could fail after reading what has become outdated.
        let begun = rusqlite::Transaction::new_unchecked(&store.connection, TransactionBehavior::Immediate);
        let inner = begun.map_err(|error| Fault::Sql(error).about(store.file()))?;
        let changes_before = store.run(changes)?;
        Ok(Self { store, inner, counted: false, changes_before })
    }

    /// Runs one write method's work: where it fails, nothing of it stays in the act, so that a caller may go on without it.
    pub(crate) fn write<T>(
        &mut self,
        work: impl FnOnce(&Connection) -> Result<T, Fault>,
    ) -> Result<T, StoreError> {
        self.run(|connection| {
            let execute = |sql| connection.prepare_cached(sql)?.execute([]);
            execute("SAVEPOINT step")?;
            let done = work(connection);
            if done.is_err() {
                execute("ROLLBACK TO step")?;
            }
            execute("RELEASE step")?;
            done
        })
    }

    /// Makes the act durable: once this has returned `Ok`, it survives a crash of the program and of the machine.
    ///
    /// # Errors
    /// When the disk is full or fails; then nothing of the act has happened.
    pub fn commit(self) -> Result<(), StoreError> {
        let Self { store, inner, changes_before, .. } = self;
        // An act that changed nothing is none.
        if store.run(changes)? != changes_before {
            store.run(seal::count_act)?;
            store.has_written.set(true);
        }
        inner.commit().map_err(|error| Fault::Sql(error).about(store.file()))
    }
}

impl Deref for Transaction<'_> {
    type Target = Store;

    fn deref(&self) -> &Store {
        self.store
    }
}
