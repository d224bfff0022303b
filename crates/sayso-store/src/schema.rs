//! Which tables are there, and how does an old case get the new ones? The migrations, one SQL file per schema version.

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use crate::error::Fault;

/// Marks a database as a case: "says" in ASCII. The same number stands in the SQL of version 1.
pub(crate) const APPLICATION_ID: i64 = 0x7361_7973;

/// The newest schema version that this program knows.
pub(crate) const VERSION: u32 = STEPS.len() as u32;

const STEPS: &[M<'static>] = &[M::up(include_str!("schema_v1.sql")), M::up(include_str!("schema_v2.sql"))];

/// Brings a database to [`VERSION`] in one transaction.
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), Fault> {
    migrations().to_latest(connection).map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => Fault::Sql(err),
        other => Fault::Row { what: "schema version", detail: other.to_string() },
    })
}

fn migrations() -> Migrations<'static> {
    Migrations::from_slice(STEPS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_migration_runs_on_an_empty_database() {
        assert_eq!(migrations().validate(), Ok(()));
    }

    #[test]
    fn a_migrated_database_is_marked_as_a_case() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection).unwrap();
        let read = |pragma| connection.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!(read("application_id"), APPLICATION_ID);
        assert_eq!(read("user_version"), i64::from(VERSION));
    }
}
