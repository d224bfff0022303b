//! The case's pages as one web archive: what was fetched as it was archived, what came from files as resources.

use std::fs;

use sayso_capture::{package, warc::RecordWriter};
use sayso_model::{Location, MediaType};
use sayso_store::{Seen, StoreError};

use crate::{error::WorkbenchError, verify::capture, workbench::Workbench};

/// The archive of what was not fetched.
const FILES: &str = "files.warc.gz";

impl Workbench {
    /// Packs the archives of fetched pages, and captures from elsewhere as resource records, into one WACZ file.
    ///
    /// # Errors
    /// When the store or an archive cannot be read, or the package would be larger than 4 GiB.
    pub fn wacz(&self, software: &str) -> Result<Vec<u8>, WorkbenchError> {
        let mut archives = Vec::new();
        for (name, path) in self.archives()? {
            let bytes = fs::read(&path).map_err(|source| StoreError::Inaccessible { path, source })?;
            archives.push((name, bytes));
        }
        archives.extend(self.files_archive(software)?.map(|bytes| (FILES.to_owned(), bytes)));
        // The time of the latest act, so that the same case gives the same package.
        let path = self.dir.join("wacz");
        package(&archives, &self.latest()?.to_string(), software)
            .map_err(|source| StoreError::Inaccessible { path, source }.into())
    }

    /// An archive of the captures that were not fetched; `None` where there are none.
    fn files_archive(&self, software: &str) -> Result<Option<Vec<u8>>, WorkbenchError> {
        let seen = self.store.all_sightings()?;
        let seen: Vec<&Seen> =
            seen.iter().filter(|s| !matches!(s.sighting.location, Location::Address { .. })).collect();
        let Some(first) = seen.first() else { return Ok(None) };
        let path = self.dir.join("wacz");
        let failed = |source| StoreError::Inaccessible { path: path.clone(), source };
        let mut writer = RecordWriter::new(Vec::new(), 0);
        writer.info(FILES, software, first.sighting.retrieved).map_err(failed)?;
        for seen in seen {
            let Some(kept) = self.store.capture(&seen.capture)? else { continue };
            let article = sayso_article::article(&capture(seen, kept.media_type, kept.bytes.clone()));
            // What has no address on the web is known by its digest (RFC 6920 has such names, which replay programs do not).
            let url = article.url.unwrap_or_else(|| format!("urn:sha256:{}", seen.capture));
            let kind = match kept.media_type {
                MediaType::Html => "text/html",
                MediaType::Text => "text/plain",
                MediaType::Message => "message/rfc822",
                MediaType::Pdf => "application/pdf",
            };
            writer.resource(&url, seen.sighting.retrieved, kind, &kept.bytes).map_err(failed)?;
        }
        Ok(Some(writer.into_inner()))
    }
}
