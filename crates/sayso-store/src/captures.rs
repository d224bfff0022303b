//! What exactly was got, from where, when? Captures and the places where their bytes were seen.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params, types::ValueRef};
use sayso_model::{ArticleId, Capture, Digest, Location, MediaType};

use crate::{
    error::{Fault, StoreError},
    rows::{collect, count_at, digest_at, from_json, time_at, time_text, to_json},
    store::Store,
    transaction::Transaction,
};

/// Says what was new about a capture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sighted {
    /// The bytes were not in the case.
    New,
    /// The bytes were in the case; that they were seen at this place was not, or other bytes have been there in between.
    Elsewhere,
    /// These bytes were the last that were seen at this place: nothing was written.
    Unchanged,
}

/// Says where and when a capture's bytes were seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sighting {
    /// The place.
    pub location: Location,
    /// When they were read there.
    pub retrieved: Timestamp,
    /// The article that was made from them, where one was.
    pub article: Option<ArticleId>,
}

/// One sighting with its place in the order of all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// 0 for the first sighting of the case; there is no gap.
    pub index: u64,
    /// Whose bytes were seen.
    pub capture: Digest,
    /// What they were taken as; `None` where the case does not hold the capture, which is damage.
    pub media_type: Option<MediaType>,
    /// Where and when.
    pub sighting: Sighting,
}

impl Store {
    /// Whether the case holds these bytes.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn has_capture(&self, digest: &Digest) -> Result<bool, StoreError> {
        self.run(|connection| exists(connection, digest))
    }

    /// The capture with this digest, as it was first seen.
    ///
    /// The bytes are given as they are stored; [`Store::check`] compares them with the digest.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn capture(&self, digest: &Digest) -> Result<Option<Capture>, StoreError> {
        const SQL: &str = "SELECT s.location, s.retrieved, c.media_type, c.bytes
            FROM capture c JOIN sighting s ON s.capture = c.digest WHERE c.digest = ?1 ORDER BY s.number LIMIT 1";
        self.run(|connection| {
            let mut statement = connection.prepare_cached(SQL)?;
            let mut rows = statement.query([digest.as_str()])?;
            let Some(row) = rows.next()? else { return Ok(None) };
            Ok(Some(Capture {
                digest: digest.clone(),
                location: from_json("location", row, 0)?,
                retrieved: time_at(row, 1)?,
                media_type: from_json("media type", row, 2)?,
                bytes: row.get(3)?,
            }))
        })
    }

    /// The digests of all captures, sorted.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn capture_digests(&self) -> Result<Vec<Digest>, StoreError> {
        self.run(|connection| {
            let mut statement = connection.prepare_cached("SELECT digest FROM capture ORDER BY digest")?;
            collect(&mut statement, [], |row| digest_at(row, 0))
        })
    }

    /// Where and when these bytes were seen, in the order in which that was recorded.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn sightings(&self, digest: &Digest) -> Result<Vec<Sighting>, StoreError> {
        const SQL: &str =
            "SELECT location, retrieved, article FROM sighting WHERE capture = ?1 ORDER BY number";
        self.run(|connection| {
            collect(&mut connection.prepare_cached(SQL)?, [digest.as_str()], |row| {
                let article = row.get::<_, Option<String>>(2)?.map(ArticleId::from_written);
                Ok(Sighting {
                    location: from_json("location", row, 0)?,
                    retrieved: time_at(row, 1)?,
                    article,
                })
            })
        })
    }

    /// All sightings of all captures, in the order in which they were recorded.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn all_sightings(&self) -> Result<Vec<Seen>, StoreError> {
        const SQL: &str = "SELECT s.number, s.capture, c.media_type, s.location, s.retrieved, s.article
            FROM sighting s LEFT JOIN capture c ON c.digest = s.capture ORDER BY s.number";
        self.run(|connection| collect(&mut connection.prepare_cached(SQL)?, [], seen_at))
    }
}

/// Reads one row of all sightings.
fn seen_at(row: &Row<'_>) -> Result<Seen, Fault> {
    let is_there = row.get_ref(2)? != ValueRef::Null;
    Ok(Seen {
        // The database counts from 1.
        index: count_at(row, 0)?.saturating_sub(1),
        capture: digest_at(row, 1)?,
        media_type: is_there.then(|| from_json("media type", row, 2)).transpose()?,
        sighting: Sighting {
            location: from_json("location", row, 3)?,
            retrieved: time_at(row, 4)?,
            article: row.get::<_, Option<String>>(5)?.map(ArticleId::from_written),
        },
    })
}

impl Transaction<'_> {
    /// Keeps a capture, and which article it gives.
    ///
    /// Bytes that the case holds are not stored again, and nothing at all is written where they are what was last seen at this
    /// place: adding a folder twice changes nothing.
    ///
    /// # Errors
    /// When the bytes do not have the capture's digest, or the database cannot be written.
    pub fn put_capture(
        &mut self,
        capture: &Capture,
        article: Option<&ArticleId>,
    ) -> Result<Sighted, StoreError> {
        if Digest::of(&capture.bytes) != capture.digest {
            return Err(StoreError::WrongDigest(capture.digest.clone()));
        }
        self.write(|connection| {
            let location = to_json("location", &capture.location)?;
            let known = exists(connection, &capture.digest)?;
            if known && last_seen_at(connection, &location)?.as_deref() == Some(capture.digest.as_str()) {
                return Ok(Sighted::Unchanged);
            }
            if !known {
                insert_bytes(connection, capture)?;
            }
            insert_sighting(connection, capture, &location, article)?;
            Ok(if known { Sighted::Elsewhere } else { Sighted::New })
        })
    }
}

pub(crate) fn exists(connection: &Connection, digest: &Digest) -> Result<bool, Fault> {
    let mut statement = connection.prepare_cached("SELECT 1 FROM capture WHERE digest = ?1")?;
    Ok(statement.exists([digest.as_str()])?)
}

/// The digest of the bytes that were last seen at a place.
fn last_seen_at(connection: &Connection, location: &str) -> Result<Option<String>, Fault> {
    const SQL: &str = "SELECT capture FROM sighting WHERE location = ?1 ORDER BY number DESC LIMIT 1";
    Ok(connection.prepare_cached(SQL)?.query_row([location], |row| row.get(0)).optional()?)
}

fn insert_bytes(connection: &Connection, capture: &Capture) -> Result<(), Fault> {
    let media_type = to_json("media type", &capture.media_type)?;
    connection
        .prepare_cached("INSERT INTO capture (digest, media_type, bytes) VALUES (?1, ?2, ?3)")?
        .execute(params![capture.digest.as_str(), media_type, capture.bytes])?;
    Ok(())
}

fn insert_sighting(
    connection: &Connection,
    capture: &Capture,
    location: &str,
    article: Option<&ArticleId>,
) -> Result<(), Fault> {
    const SQL: &str = "INSERT INTO sighting (capture, location, retrieved, article) VALUES (?1, ?2, ?3, ?4)";
    let retrieved = time_text(capture.retrieved);
    let article = article.map(ArticleId::as_str);
    connection.prepare_cached(SQL)?.execute(params![
        capture.digest.as_str(),
        location,
        retrieved,
        article
    ])?;
    Ok(())
}
