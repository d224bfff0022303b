//! Which bytes are there? Reads one input, at most as much as an article can hold.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

use jiff::Timestamp;
use sayso_model::{Capture, Location, MediaType};

use crate::{binary, error::CaptureError, input::Input, media};

/// Largest file that is taken as one article: 10 MiB. The longest news articles hold some 200 KB of text and the heaviest news
/// pages some 5 MB of HTML; what is larger is an archive or a dump, and reading it as one article would mislead.
pub const MAX_ARTICLE_BYTES: u64 = 10 * 1024 * 1024;

/// Reads one input to its end and returns its bytes unchanged, with their digest, place, kind and the time `retrieved`.
///
/// # Errors
/// When the input cannot be read, holds more than [`MAX_ARTICLE_BYTES`], or is no text.
pub fn capture(input: &Input, retrieved: Timestamp) -> Result<Capture, CaptureError> {
    match input {
        Input::Address(url) => Err(CaptureError::Address { url: url.clone() }),
        Input::StandardInput => capture_from(io::stdin().lock(), retrieved),
        Input::File(path) => {
            let name = input.name();
            let bytes = read_file(path, &name)?;
            let media_type = media::of_file(path, &bytes);
            refuse_binary(&bytes, media_type, &name)?;
            Ok(Capture::new(Location::File(name), retrieved, media_type, bytes))
        }
    }
}

/// Captures what `reader` gives as standard input: at most one byte more than [`MAX_ARTICLE_BYTES`] is read.
///
/// # Errors
/// As [`capture`].
pub fn capture_from(reader: impl Read, retrieved: Timestamp) -> Result<Capture, CaptureError> {
    let bytes = read_limited(reader, "-")?;
    let media_type = media::sniff(&bytes);
    refuse_binary(&bytes, media_type, "-")?;
    Ok(Capture::new(Location::StandardInput, retrieved, media_type, bytes))
}

fn read_file(path: &Path, name: &str) -> Result<Vec<u8>, CaptureError> {
    let file = File::open(path).map_err(|e| CaptureError::from_io(name, e))?;
    let data = file.metadata().map_err(|e| CaptureError::from_io(name, e))?;
    if data.is_dir() {
        return Err(CaptureError::IsFolder { folder: name.to_owned() });
    }
    if data.len() > MAX_ARTICLE_BYTES {
        return Err(too_large(name, data.len()));
    }
    // Pipes and devices state no size, and a file may grow while it is read: the limit holds for what comes, too.
    read_limited(file, name)
}

fn read_limited(reader: impl Read, name: &str) -> Result<Vec<u8>, CaptureError> {
    let mut bytes = Vec::new();
    reader.take(MAX_ARTICLE_BYTES + 1).read_to_end(&mut bytes).map_err(|e| CaptureError::from_io(name, e))?;
    let size = bytes.len() as u64;
    if size > MAX_ARTICLE_BYTES { Err(too_large(name, size)) } else { Ok(bytes) }
}

fn refuse_binary(bytes: &[u8], media_type: MediaType, name: &str) -> Result<(), CaptureError> {
    let refused = |looks_like| Err(CaptureError::Binary { file: name.to_owned(), looks_like });
    binary::looks_like(bytes, media_type).map_or(Ok(()), refused)
}

fn too_large(name: &str, size: u64) -> CaptureError {
    CaptureError::TooLarge { file: name.to_owned(), size, limit: MAX_ARTICLE_BYTES }
}
