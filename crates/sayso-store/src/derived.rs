//! What do all statements together add up to? Actors, text reuse, origins and claims, replaced as a whole.

use rusqlite::{Connection, params};
use sayso_model::{Actor, Claim, List, StatementOrigin, TextReuse};

use crate::{
    error::{Fault, StoreError},
    rows::{json_rows, to_json},
    transaction::Transaction,
};

/// What was worked out from all articles and statements of a case at one moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Derived {
    /// Who speaks; each id once.
    pub actors: Vec<Actor>,
    /// Which articles share text; each pair once.
    pub reuse: Vec<TextReuse>,
    /// Where statements come from; each statement once.
    pub origins: Vec<StatementOrigin>,
    /// What the statements add up to, in ledger order, which is kept; each id once.
    pub claims: Vec<Claim>,
}

impl Transaction<'_> {
    /// Puts these values in the place of all that were derived before, and notes that they belong to what the case holds now, with
    /// all that this transaction has written so far.
    ///
    /// # Errors
    /// When an id comes twice in one list, or the database cannot be written.
    pub fn replace_derived(&mut self, derived: &Derived) -> Result<(), StoreError> {
        self.write(|connection| {
            remove(connection)?;
            insert_actors(connection, &derived.actors)?;
            insert_reuse(connection, &derived.reuse)?;
            insert_origins(connection, &derived.origins)?;
            insert_claims(connection, &derived.claims)
        })?;
        self.mark_derived()
    }
}

/// Who speaks, sorted by id.
pub(crate) fn actors(connection: &Connection) -> Result<Vec<Actor>, Fault> {
    json_rows(connection, "actor", "SELECT json FROM actor ORDER BY id", [])
}

/// Which articles share text, sorted by their ids.
pub(crate) fn reuse(connection: &Connection) -> Result<Vec<TextReuse>, Fault> {
    json_rows(connection, "text reuse", "SELECT json FROM reuse ORDER BY first, second", [])
}

/// Where statements come from, sorted by their ids.
pub(crate) fn origins(connection: &Connection) -> Result<List<StatementOrigin>, Fault> {
    json_rows(connection, "origin", "SELECT json FROM statement_origin ORDER BY statement", [])
}

/// The claims in the order in which they were given.
pub(crate) fn claims(connection: &Connection) -> Result<List<Claim>, Fault> {
    json_rows(connection, "claim", "SELECT json FROM claim ORDER BY place", [])
}

fn remove(connection: &Connection) -> Result<(), Fault> {
    for sql in ["DELETE FROM actor", "DELETE FROM reuse", "DELETE FROM statement_origin", "DELETE FROM claim"]
    {
        connection.prepare_cached(sql)?.execute([])?;
    }
    Ok(())
}

fn insert_actors(connection: &Connection, actors: &[Actor]) -> Result<(), Fault> {
    let mut insert = connection.prepare_cached("INSERT INTO actor (id, json) VALUES (?1, ?2)")?;
    for actor in actors {
        insert.execute(params![actor.id.as_str(), to_json("actor", actor)?])?;
    }
    Ok(())
}

fn insert_reuse(connection: &Connection, reuse: &[TextReuse]) -> Result<(), Fault> {
    let mut insert =
        connection.prepare_cached("INSERT INTO reuse (first, second, json) VALUES (?1, ?2, ?3)")?;
    for pair in reuse {
        insert.execute(params![pair.first.as_str(), pair.second.as_str(), to_json("text reuse", pair)?])?;
    }
    Ok(())
}

fn insert_origins(connection: &Connection, origins: &[StatementOrigin]) -> Result<(), Fault> {
    let mut insert =
        connection.prepare_cached("INSERT INTO statement_origin (statement, json) VALUES (?1, ?2)")?;
    for origin in origins {
        insert.execute(params![origin.statement.as_str(), to_json("origin", origin)?])?;
    }
    Ok(())
}

fn insert_claims(connection: &Connection, claims: &[Claim]) -> Result<(), Fault> {
    let mut insert = connection.prepare_cached("INSERT INTO claim (place, id, json) VALUES (?1, ?2, ?3)")?;
    for (place, claim) in (0_i64..).zip(claims) {
        insert.execute(params![place, claim.id.as_str(), to_json("claim", claim)?])?;
    }
    Ok(())
}
