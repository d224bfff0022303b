//! What does a WACZ file hold? The archives within it, whose digests its `datapackage.json` lists.

use std::{
    collections::BTreeMap,
    fs::File,
    io::{self, BufRead, Read},
};

use jiff::Timestamp;
use ring::digest::{Context, SHA256};
use sayso_model::Capture;
use serde_json::Value;

use crate::{
    CaptureError,
    warc::Pages,
    zip::{Entry, ZipError, ZipReader},
};

/// Largest `datapackage.json` that is read; it has some 200 bytes for each of about ten files.
const MAX_PACKAGE: u64 = 4 * 1024 * 1024;

/// Gives the pages of all archives in a WACZ file to `each`, one at a time; errors too. `again` opens the file once more, for
/// revisits.
///
/// # Errors
/// When the file cannot be read or is no WACZ file. Archives whose digest is not the one listed are refused one by one.
pub(crate) fn pages(
    file: File,
    again: &dyn Fn() -> io::Result<File>,
    name: &str,
    retrieved: Timestamp,
    each: &mut dyn FnMut(Result<Capture, CaptureError>),
) -> Result<(), CaptureError> {
    let mut zip = ZipReader::open(file).map_err(|error| refused(name, &error))?;
    let listed = listed(&mut zip).map_err(|error| refused(name, &error))?;
    let is_archive = |entry: &&Entry| {
        entry.name.starts_with("archive/")
            && (entry.name.ends_with(".warc") || entry.name.ends_with(".warc.gz"))
    };
    let archives: Vec<Entry> = zip.entries.iter().filter(is_archive).cloned().collect();
    if archives.is_empty() {
        return Err(CaptureError::Archive {
            file: name.to_owned(),
            reason: "there is no archive/*.warc in it".to_owned(),
        });
    }
    for entry in archives {
        let shown = format!("{name}/{}", entry.name);
        let digest = digest(&mut zip, &entry).map_err(|error| refused(&shown, &error))?;
        if listed.get(&entry.name).is_some_and(|promised| *promised != digest) {
            let reason = "its digest is not the one that datapackage.json lists".to_owned();
            each(Err(CaptureError::Archive { file: shown, reason }));
            continue;
        }
        let content = zip.content(&entry).map_err(|error| refused(&shown, &error))?;
        let lookup = |offset, read: &mut dyn FnMut(&mut dyn Read)| {
            let mut zip = ZipReader::open(again()?).map_err(io::Error::other)?;
            let mut content = zip.content(&entry).map_err(io::Error::other)?;
            io::copy(&mut content.by_ref().take(offset), &mut io::sink())?;
            read(&mut content);
            Ok(())
        };
        Pages::new(content, shown, retrieved).looking_up(lookup).for_each(&mut *each);
    }
    Ok(())
}

fn refused(name: &str, error: &ZipError) -> CaptureError {
    CaptureError::Archive { file: name.to_owned(), reason: error.to_string() }
}

/// The digests that the package lists, by path; nothing where there is no list.
fn listed(zip: &mut ZipReader<File>) -> Result<BTreeMap<String, String>, ZipError> {
    let Some(entry) = zip.entries.iter().find(|entry| entry.name == "datapackage.json").cloned() else {
        return Ok(BTreeMap::new());
    };
    let mut json = Vec::new();
    zip.content(&entry)?.take(MAX_PACKAGE).read_to_end(&mut json)?;
    let package: Value =
        serde_json::from_slice(&json).map_err(|_| ZipError::Damaged("datapackage.json is no JSON"))?;
    let resource = |resource: &Value| {
        Some((
            resource["path"].as_str()?.to_owned(),
            resource["hash"].as_str()?.strip_prefix("sha256:")?.to_lowercase(),
        ))
    };
    Ok(package["resources"].as_array().into_iter().flatten().filter_map(resource).collect())
}

fn digest(zip: &mut ZipReader<File>, entry: &Entry) -> Result<String, ZipError> {
    let mut content = zip.content(entry)?;
    let mut context = Context::new(&SHA256);
    loop {
        let buffer = content.fill_buf()?;
        if buffer.is_empty() {
            return Ok(crate::hex(context.finish().as_ref()));
        }
        context.update(buffer);
        let length = buffer.len();
        content.consume(length);
    }
}
