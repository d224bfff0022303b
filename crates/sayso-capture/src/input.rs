//! What was asked for? Turns arguments into files, walking folders in sorted order.

use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
};

use walkdir::{DirEntry, WalkDir};

use crate::{error::CaptureError, media};

/// One thing to capture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A file, by its path as given or as found below a given folder.
    File(PathBuf),
    /// Standard input, written `-`.
    StandardInput,
    /// A page, a feed or a sitemap on the web.
    Address(String),
}

impl Input {
    /// The path, the address, or `-`. A path that is not Unicode is shown with U+FFFD.
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => path.to_string_lossy().into_owned(),
            Self::StandardInput => "-".to_owned(),
            Self::Address(url) => url.clone(),
        }
    }
}

/// Turns arguments into inputs, in their order; folders give their files, sorted by name.
///
/// Below a folder hidden files are skipped, and so is every file with an extension that no article has; a file that is named
/// itself is taken whatever its extension. Links to files are followed, links to folders are not, so that no loop can arise.
///
/// # Errors
/// An argument that gives nothing (a missing path, a folder without articles) gives one error entry in its place;
/// a subfolder that cannot be read gives one too. The other inputs still come. A path that is not Unicode is a path like any
/// other; errors show it with U+FFFD.
pub fn inputs<S: AsRef<OsStr>>(args: &[S]) -> Vec<Result<Input, CaptureError>> {
    args.iter().flat_map(|arg| expand(arg.as_ref())).collect()
}

fn expand(arg: &OsStr) -> Vec<Result<Input, CaptureError>> {
    if arg == "-" {
        return vec![Ok(Input::StandardInput)];
    }
    let name = arg.to_string_lossy();
    if is_address(&name) {
        return vec![Ok(Input::Address(name.into_owned()))];
    }
    match std::fs::metadata(arg) {
        Err(source) => vec![Err(CaptureError::from_io(&name, source))],
        Ok(data) if data.is_dir() => walk(arg),
        Ok(_) => vec![Ok(Input::File(PathBuf::from(arg)))],
    }
}

pub(crate) fn is_address(arg: &str) -> bool {
    let lower = arg.get(..8).unwrap_or(arg).to_ascii_lowercase();
    lower.starts_with("http://") || lower.starts_with("https://")
}

fn walk(folder: &OsStr) -> Vec<Result<Input, CaptureError>> {
    let name = folder.to_string_lossy();
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter();
    let found: Vec<_> =
        entries.filter_entry(|e| !is_hidden(e)).filter_map(|e| article_file(&name, e)).collect();
    if found.is_empty() {
        return vec![Err(CaptureError::EmptyFolder { folder: name.into_owned() })];
    }
    found
}

/// The folder that was given itself is never hidden: `.` and `.drafts` were asked for by name.
fn is_hidden(entry: &DirEntry) -> bool {
    entry.depth() > 0 && entry.file_name().as_encoded_bytes().starts_with(b".")
}

fn article_file(folder: &str, entry: walkdir::Result<DirEntry>) -> Option<Result<Input, CaptureError>> {
    match entry {
        Ok(entry) => {
            let wanted = entry.path().is_file() && has_article_extension(entry.path());
            wanted.then(|| Ok(Input::File(entry.into_path())))
        }
        Err(error) => {
            let file = error.path().map_or(folder.to_owned(), |p| p.to_string_lossy().into_owned());
            Some(Err(CaptureError::from_io(&file, error.into())))
        }
    }
}

fn has_article_extension(path: &Path) -> bool {
    match path.extension() {
        None => true,
        Some(extension) => media::is_taken_from_folders(path, &extension.to_string_lossy()),
    }
}
