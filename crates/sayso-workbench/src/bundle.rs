//! A whole case in one file: what another desk needs to check it without us and to make the same ledger.
//!
//! A bundle is a ZIP archive of captures, sightings, log, readings, archives, the signed checkpoint, time stamps, and the claims as they were
//! worked out. The key that signs stays behind.

mod check;
mod open;
mod parts;

use std::fs;

use sayso_capture::zip::ZipWriter;
use sayso_model::Claim;
use sayso_store::{LogEntry, Seen, StoreError};
use thiserror::Error;

use crate::{
    CHECKPOINT_FILE, Engines, archive::ARCHIVE_FOLDER, error::WorkbenchError, timestamps::TIMESTAMP_FOLDER,
    workbench::Workbench,
};
use parts::{KeptReading, Manifest};

/// What the manifest calls this form of bundle.
const FORM: &str = "sayso bundle 1";

/// Says why a file is no bundle.
#[derive(Debug, Error)]
pub enum BundleError {
    /// The container cannot be read.
    #[error("the bundle is damaged: {0}")]
    Container(#[from] sayso_capture::zip::ZipError),
    /// A part is missing or cannot be read.
    #[error("the bundle is damaged: {part} {reason}")]
    Part {
        /// The part.
        part: String,
        /// What is wrong with it.
        reason: String,
    },
    /// It was written by a later version.
    #[error("the bundle is of the form {0:?}, which this version does not read")]
    Form(String),
}

/// A bundle in memory.
#[derive(Debug)]
pub struct Bundle {
    manifest: Manifest,
    log: Vec<LogEntry>,
    seen: Vec<Seen>,
    captures: Vec<(String, Vec<u8>)>,
    readings: Vec<KeptReading>,
    archives: Vec<(String, Vec<u8>)>,
    claims: Vec<Claim>,
    checkpoint: Option<String>,
    timestamps: Vec<(String, Vec<u8>)>,
    /// Whether the container is exactly what the parts give; a bit that was changed between them shows there.
    is_canonical: bool,
}

impl Workbench {
    /// Writes the case as a bundle. Everything should have been worked out and signed before.
    ///
    /// # Errors
    /// When the store or an archive cannot be read, or the bundle would be larger than 4 GiB.
    pub fn bundle(&self, engines: &Engines) -> Result<Vec<u8>, WorkbenchError> {
        let checkpoint = self.note()?.map(|note| note.to_string());
        let bundle = self.store.at_once(|| self.bundle_of(engines, checkpoint))?;
        let path = self.dir.join("bundle");
        bundle.written().map_err(|source| StoreError::Inaccessible { path, source }.into())
    }

    fn bundle_of(&self, engines: &Engines, checkpoint: Option<String>) -> Result<Bundle, WorkbenchError> {
        let mut captures = Vec::new();
        for digest in self.store.capture_digests()? {
            if let Some(capture) = self.store.capture(&digest)? {
                captures.push((digest.to_string(), capture.bytes));
            }
        }
        let mut archives = Vec::new();
        for (name, path) in self.archives()? {
            let bytes = fs::read(&path).map_err(|source| StoreError::Inaccessible { path, source })?;
            archives.push((name, bytes));
        }
        let readings = self.store.readings(&engines.reader.model().digest)?;
        Ok(Bundle {
            manifest: Manifest::of(engines),
            log: self.store.log_entries()?,
            seen: self.store.all_sightings()?,
            captures,
            readings: readings.into_iter().map(|(text, reading)| KeptReading { text, reading }).collect(),
            archives,
            claims: self.store.snapshot()?.claims.into(),
            checkpoint,
            timestamps: self.timestamp_files()?,
            is_canonical: true,
        })
    }
}

impl Bundle {
    /// The bundle's bytes: the same parts always give the same bytes.
    fn written(&self) -> std::io::Result<Vec<u8>> {
        let mut zip = ZipWriter::new(Vec::new());
        zip.file("manifest.json", &parts::to_json(&self.manifest)?)?;
        zip.file("log.jsonl", &parts::lines(self.log.iter().map(parts::LogLine::of))?)?;
        zip.file("sightings.jsonl", &parts::lines(self.seen.iter().map(parts::SeenLine::of))?)?;
        zip.file("readings.jsonl", &parts::lines(self.readings.iter())?)?;
        zip.file("claims.jsonl", &parts::lines(self.claims.iter())?)?;
        if let Some(checkpoint) = &self.checkpoint {
            zip.file(CHECKPOINT_FILE, checkpoint.as_bytes())?;
        }
        for (digest, bytes) in &self.captures {
            zip.file(&format!("captures/{digest}"), bytes)?;
        }
        for (name, bytes) in &self.archives {
            zip.file(&format!("{ARCHIVE_FOLDER}/{name}"), bytes)?;
        }
        for (name, bytes) in &self.timestamps {
            zip.file(&format!("{TIMESTAMP_FOLDER}/{name}"), bytes)?;
        }
        zip.finish()
    }
}
