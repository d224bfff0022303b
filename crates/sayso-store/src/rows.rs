//! How does a value become a row and a value again? JSON for what this crate does not look into, sortable text for times.

use jiff::Timestamp;
use rusqlite::{CachedStatement, Connection, Params, Row};
use sayso_model::Digest;
use serde::{Serialize, de::DeserializeOwned};

use crate::error::{Fault, StoreError};

/// Writes a value as JSON, making sure that it can be read again: a score that is not a number, for one, cannot.
pub(crate) fn to_json<T: Serialize + DeserializeOwned>(
    what: &'static str,
    value: &T,
) -> Result<String, Fault> {
    let written =
        serde_json::to_string(value).and_then(|json| serde_json::from_str::<T>(&json).map(|_| json));
    written.map_err(|error| StoreError::Unwritable { what, detail: error.to_string() }.into())
}

/// Reads a value from the JSON in a row's column.
pub(crate) fn from_json<T: DeserializeOwned>(
    what: &'static str,
    row: &Row<'_>,
    column: usize,
) -> Result<T, Fault> {
    let json = row.get_ref(column)?.as_str().map_err(|error| broken(what, &error))?;
    serde_json::from_str(json).map_err(|error| broken(what, &error))
}

/// Reads one value from the JSON in the first column of each row.
pub(crate) fn json_rows<T: DeserializeOwned, C: FromIterator<T>>(
    connection: &Connection,
    what: &'static str,
    sql: &str,
    parameters: impl Params,
) -> Result<C, Fault> {
    collect(&mut connection.prepare_cached(sql)?, parameters, |row| from_json(what, row, 0))
}

/// Makes one value of each row.
pub(crate) fn collect<T, C: FromIterator<T>>(
    statement: &mut CachedStatement<'_>,
    parameters: impl Params,
    mut read: impl FnMut(&Row<'_>) -> Result<T, Fault>,
) -> Result<C, Fault> {
    statement.query_and_then(parameters, |row| read(row))?.collect()
}

/// Writes a time in RFC 3339, always with nine decimals: without them "…:00.5Z" would sort before "…:00Z".
pub(crate) fn time_text(time: Timestamp) -> String {
    format!("{time:.9}")
}

/// Reads what [`time_text`] wrote.
pub(crate) fn time_at(row: &Row<'_>, column: usize) -> Result<Timestamp, Fault> {
    let text = row.get_ref(column)?.as_str().map_err(|error| broken("time", &error))?;
    text.parse().map_err(|error| broken("time", &error))
}

/// Reads a digest.
pub(crate) fn digest_at(row: &Row<'_>, column: usize) -> Result<Digest, Fault> {
    let text: String = row.get(column)?;
    Digest::parse(&text).ok_or(Fault::Row { what: "digest", detail: text })
}

/// Reads a count or a number that is never negative.
pub(crate) fn count_at(row: &Row<'_>, column: usize) -> Result<u64, Fault> {
    let number: i64 = row.get(column)?;
    u64::try_from(number).map_err(|error| broken("number", &error))
}

/// A row holds what this program never writes.
pub(crate) fn broken(what: &'static str, error: &dyn std::error::Error) -> Fault {
    Fault::Row { what, detail: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_sort_as_text() {
        let times = ["2026-03-14T09:30:00Z", "2026-03-14T09:30:00.000000001Z", "2026-03-14T09:30:00.5Z"];
        let texts: Vec<String> = times.iter().map(|time| time_text(time.parse().unwrap())).collect();
        assert!(texts.is_sorted());
        assert_eq!(texts[0], "2026-03-14T09:30:00.000000000Z");
    }
}
