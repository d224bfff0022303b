//! How are a bundle's parts written? As JSON, one value on each line.

use std::{
    collections::BTreeSet,
    io::{self, Cursor, Read as _},
};

use jiff::Timestamp;
use sayso_capture::zip::{ZipError, ZipReader};
use sayso_model::{ArticleId, Claim, Digest, Location, MediaType, Reading};
use sayso_store::{LogEntry, Seen, Sighting};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{Bundle, BundleError, FORM};
use crate::{CHECKPOINT_FILE, Engines, archive::ARCHIVE_FOLDER, infer, timestamps::TIMESTAMP_FOLDER};

/// Which program and models made a bundle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    pub form: String,
    /// Version of the program.
    pub version: String,
    /// Version of the rules and digest of the list of models.
    pub rules: String,
    pub reader: Digest,
    pub embedder: Digest,
}

impl Manifest {
    pub(super) fn of(engines: &Engines) -> Self {
        Self {
            form: FORM.to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            rules: infer::rules(),
            reader: engines.reader.model().digest.clone(),
            embedder: engines.embedder.model().digest.clone(),
        }
    }
}

/// A reading with the digest of its text.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct KeptReading {
    pub text: Digest,
    pub reading: Reading,
}

#[derive(Serialize, Deserialize)]
pub(super) struct LogLine {
    index: u64,
    leaf: Digest,
    kind: String,
    subject: String,
    time: Timestamp,
}

impl LogLine {
    pub(super) fn of(entry: &LogEntry) -> Self {
        let LogEntry { index, leaf_hash, kind, subject, time } = entry.clone();
        Self { index, leaf: leaf_hash, kind, subject, time }
    }

    fn entry(self) -> LogEntry {
        let Self { index, leaf, kind, subject, time } = self;
        LogEntry { index, leaf_hash: leaf, kind, subject, time }
    }
}

#[derive(Serialize, Deserialize)]
pub(super) struct SeenLine {
    capture: Digest,
    media_type: Option<MediaType>,
    location: Location,
    retrieved: Timestamp,
    article: Option<String>,
}

impl SeenLine {
    pub(super) fn of(seen: &Seen) -> Self {
        let Sighting { location, retrieved, article } = seen.sighting.clone();
        let article = article.map(|id| id.as_str().to_owned());
        Self { capture: seen.capture.clone(), media_type: seen.media_type, location, retrieved, article }
    }

    fn seen(self, index: u64) -> Seen {
        let Self { capture, media_type, location, retrieved, article } = self;
        let article = article.map(ArticleId::from_written);
        Seen { index, capture, media_type, sighting: Sighting { location, retrieved, article } }
    }
}

pub(super) fn to_json(value: &impl Serialize) -> io::Result<Vec<u8>> {
    Ok(serde_json::to_vec(value)?)
}

pub(super) fn lines<T: Serialize>(values: impl Iterator<Item = T>) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    for value in values {
        serde_json::to_writer(&mut out, &value)?;
        out.push(b'\n');
    }
    Ok(out)
}

fn from_json<T: DeserializeOwned>(part: &str, json: &[u8]) -> Result<T, BundleError> {
    serde_json::from_slice(json)
        .map_err(|error| BundleError::Part { part: part.to_owned(), reason: error.to_string() })
}

fn from_lines<T: DeserializeOwned>(part: &str, bytes: &[u8]) -> Result<Vec<T>, BundleError> {
    bytes.split(|b| *b == b'\n').filter(|line| !line.is_empty()).map(|line| from_json(part, line)).collect()
}

impl Bundle {
    /// Reads a bundle. What it says is not checked yet: see [`Bundle::verify`].
    ///
    /// # Errors
    /// When it is no bundle, or a part cannot be read.
    pub fn read(bytes: &[u8]) -> Result<Self, BundleError> {
        let mut zip = ZipReader::open(Cursor::new(bytes))?;
        let mut files: Vec<(String, Vec<u8>)> = Vec::new();
        // A bundle stores its parts as they are, each once: together they are no larger than the bundle. A directory may name the
        // same bytes many times over.
        let mut left = bytes.len() as u64;
        let mut names = BTreeSet::new();
        for entry in zip.entries.clone() {
            let mut content = Vec::new();
            let mut limited = zip.content(&entry)?.take(left + 1);
            limited.read_to_end(&mut content).map_err(ZipError::Io)?;
            left = left
                .checked_sub(content.len() as u64)
                .ok_or(ZipError::Damaged("its parts are larger than the whole"))?;
            if !names.insert(entry.name.clone()) {
                return Err(ZipError::Damaged("a part is in it twice").into());
            }
            files.push((entry.name, content));
        }
        let mut part = |name: &str| {
            let at = files.iter().position(|(found, _)| found == name)?;
            Some(files.remove(at).1)
        };
        let missing =
            |name: &str| BundleError::Part { part: name.to_owned(), reason: "is not there".to_owned() };
        let mut needed = |name: &str| part(name).ok_or_else(|| missing(name));
        let manifest: Manifest = from_json("manifest.json", &needed("manifest.json")?)?;
        if manifest.form != FORM {
            return Err(BundleError::Form(manifest.form));
        }
        let log: Vec<LogLine> = from_lines("log.jsonl", &needed("log.jsonl")?)?;
        let seen: Vec<SeenLine> = from_lines("sightings.jsonl", &needed("sightings.jsonl")?)?;
        let readings: Vec<KeptReading> = from_lines("readings.jsonl", &needed("readings.jsonl")?)?;
        let claims: Vec<Claim> = from_lines("claims.jsonl", &needed("claims.jsonl")?)?;
        let checkpoint = part(CHECKPOINT_FILE).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        let below = |folder: &str| -> Vec<(String, Vec<u8>)> {
            let prefix = format!("{folder}/");
            let inside = files
                .iter()
                .filter_map(|(name, bytes)| Some((name.strip_prefix(&prefix)?.to_owned(), bytes.clone())));
            inside.collect()
        };
        let mut bundle = Self {
            manifest,
            log: log.into_iter().map(LogLine::entry).collect(),
            seen: (0..).zip(seen).map(|(index, line)| line.seen(index)).collect(),
            captures: below("captures"),
            readings,
            archives: below(ARCHIVE_FOLDER),
            claims,
            checkpoint,
            timestamps: below(TIMESTAMP_FOLDER),
            is_canonical: false,
        };
        bundle.is_canonical = bundle.written().is_ok_and(|again| again == bytes);
        Ok(bundle)
    }
}
