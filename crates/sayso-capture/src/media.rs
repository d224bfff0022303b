//! Is it a text, a page or a document? By the extension where it says so, else by the first bytes.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

use sayso_model::MediaType;

use crate::binary;

/// Bytes in which a doctype or first tag is looked for: the window in which the HTML standard looks for `meta charset`.
const SNIFFED: usize = 1024;

/// What an extension says, without regard to case; `None` for an extension that no article has.
pub(crate) fn of_extension(extension: &str) -> Option<MediaType> {
    match extension.to_ascii_lowercase().as_str() {
        "txt" | "md" | "markdown" | "text" => Some(MediaType::Text),
        "html" | "htm" | "xhtml" => Some(MediaType::Html),
        "eml" | "mht" | "mhtml" => Some(MediaType::Message),
        "pdf" => Some(MediaType::Pdf),
        _ => None,
    }
}

/// What the content type of an answer says; `None` for what is no article.
pub(crate) fn of_type(content_type: Option<&str>) -> Option<MediaType> {
    match content_type? {
        "text/html" | "application/xhtml+xml" => Some(MediaType::Html),
        "text/plain" | "text/markdown" => Some(MediaType::Text),
        "message/rfc822" | "multipart/related" => Some(MediaType::Message),
        "application/pdf" => Some(MediaType::Pdf),
        _ => None,
    }
}

/// A file that holds many articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Container {
    Warc,
    Wacz,
    JsonLines,
    Csv,
}

/// Which container a file is, by its name, else by its first bytes.
pub(crate) fn container(path: &Path) -> io::Result<Option<Container>> {
    let named = container_name(path);
    if named.is_some() || path.extension().is_some_and(|e| of_extension(&e.to_string_lossy()).is_some()) {
        return Ok(named);
    }
    let mut start = [0; 10];
    let mut file = File::open(path)?;
    // What is no regular file, such as a pipe, gives its bytes only once.
    if !file.metadata()?.is_file() {
        return Ok(None);
    }
    let length = file.read(&mut start)?;
    Ok(start[..length].starts_with(b"WARC/1.").then_some(Container::Warc))
}

fn container_name(path: &Path) -> Option<Container> {
    let name = path.file_name()?.to_string_lossy().to_ascii_lowercase();
    let ends = |ends: &[&str]| ends.iter().any(|end| name.ends_with(end));
    match () {
        () if ends(&[".warc", ".warc.gz", ".wet.gz", ".wet"]) => Some(Container::Warc),
        () if ends(&[".wacz"]) => Some(Container::Wacz),
        () if ends(&[".jsonl", ".ndjson"]) => Some(Container::JsonLines),
        () if ends(&[".csv", ".tsv"]) => Some(Container::Csv),
        () => None,
    }
}

/// Whether a file is taken where its folder was given. Tables are not: a folder of articles often holds one about them.
pub(crate) fn is_taken_from_folders(path: &Path, extension: &str) -> bool {
    let is_archive = matches!(container_name(path), Some(Container::Warc | Container::Wacz));
    is_archive || of_extension(extension).is_some()
}

/// The media type of a file: its extension's, else what its bytes look like.
pub(crate) fn of_file(path: &Path, bytes: &[u8]) -> MediaType {
    let extension = path.extension().and_then(|e| of_extension(&e.to_string_lossy()));
    extension.unwrap_or_else(|| sniff(bytes))
}

/// A PDF document begins with its mark, an HTML page with a doctype or one of the tags that open a page, after comments and white space.
pub(crate) fn sniff(bytes: &[u8]) -> MediaType {
    if bytes.starts_with(binary::PDF) {
        return MediaType::Pdf;
    }
    let start = &bytes[..bytes.len().min(SNIFFED)];
    // Dropping NUL and the bytes of byte order marks makes ASCII of UTF-16, which is enough to see a tag.
    let ascii: String = start.iter().filter(|b| b.is_ascii() && **b != 0).map(|b| char::from(*b)).collect();
    let mut rest = ascii.trim_start();
    while let Some((_, after)) = rest.strip_prefix("<!--").and_then(|r| r.split_once("-->")) {
        rest = after.trim_start();
    }
    let rest = rest.to_ascii_lowercase();
    if rest.starts_with("from: <saved by ") {
        return MediaType::Message;
    }
    let opens_page = ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| rest.starts_with(tag));
    let is_xhtml = rest.starts_with("<?xml") && rest.contains("html");
    if opens_page || is_xhtml { MediaType::Html } else { MediaType::Text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_doctype_after_a_comment_makes_a_page() {
        assert_eq!(sniff(b"\xEF\xBB\xBF\n<!-- saved from -->\n<!DOCTYPE html><p>x"), MediaType::Html);
        assert_eq!(sniff(b"<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\">"), MediaType::Html);
        assert_eq!(sniff(b"\xFF\xFE<\0h\0t\0m\0l\0>\0"), MediaType::Html);
    }

    #[test]
    fn a_text_that_speaks_of_html_is_text() {
        assert_eq!(sniff(b"The <html> tag is old."), MediaType::Text);
        assert_eq!(sniff(b""), MediaType::Text);
        assert_eq!(sniff(b"<!-- never closed"), MediaType::Text);
    }

    #[test]
    fn the_extension_decides_before_the_bytes() {
        assert_eq!(of_file(Path::new("a.TXT"), b"<html>"), MediaType::Text);
        assert_eq!(of_file(Path::new("a.htm"), b"plain"), MediaType::Html);
        assert_eq!(of_file(Path::new("a.asp"), b"<html>"), MediaType::Html);
        assert_eq!(of_file(Path::new("report"), b"%PDF-1.7"), MediaType::Pdf);
    }
}
