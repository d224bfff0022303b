//! Is the database what was written? Checks of its pages, its references and the bytes of its captures.

use rusqlite::Connection;
use sayso_model::Digest;

use crate::{
    error::{Fault, StoreError},
    rows::{collect, digest_at},
    store::Store,
};

impl Store {
    /// Looks for damage in the whole database and says in words what it found; nothing where all is well.
    ///
    /// It reads every page, so it takes as long as reading the file twice.
    ///
    /// # Errors
    /// When the damage is such that the check itself cannot go on.
    pub fn check(&self) -> Result<Vec<String>, StoreError> {
        self.read_at_once(|connection| {
            let mut findings = broken_pages(connection)?;
            findings.extend(broken_references(connection)?);
            findings.extend(changed_captures(connection)?);
            Ok(findings)
        })
    }
}

/// The database's own findings, over its full-text indexes too.
fn broken_pages(connection: &Connection) -> Result<Vec<String>, Fault> {
    let mut statement = connection.prepare_cached("PRAGMA integrity_check")?;
    let findings: Vec<String> = collect(&mut statement, [], |row| Ok(row.get(0)?))?;
    Ok(findings.into_iter().filter(|finding| finding != "ok").collect())
}

fn broken_references(connection: &Connection) -> Result<Vec<String>, Fault> {
    let mut statement = connection.prepare_cached("PRAGMA foreign_key_check")?;
    collect(&mut statement, [], |row| {
        let (table, refers_to): (String, String) = (row.get(0)?, row.get(2)?);
        Ok(format!("a {table} refers to a {refers_to} that is not there"))
    })
}

fn changed_captures(connection: &Connection) -> Result<Vec<String>, Fault> {
    let mut statement = connection.prepare_cached("SELECT digest, bytes FROM capture ORDER BY digest")?;
    let findings: Vec<Option<String>> = collect(&mut statement, [], |row| {
        let digest = digest_at(row, 0)?;
        let bytes = row.get_ref(1)?.as_blob().unwrap_or_default();
        let kept = Digest::of(bytes) == digest;
        Ok((!kept).then(|| format!("capture {digest} no longer has the bytes that it was stored with")))
    })?;
    Ok(findings.into_iter().flatten().collect())
}
