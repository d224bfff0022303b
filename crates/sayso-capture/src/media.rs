//! Is it text or a page? By the extension where it says so, else by the first bytes.

use std::path::Path;

use sayso_model::MediaType;

/// Bytes in which a doctype or first tag is looked for: the window in which the HTML standard looks for `meta charset`.
const SNIFFED: usize = 1024;

/// What an extension says, without regard to case; `None` for an extension that no article has.
pub(crate) fn of_extension(extension: &str) -> Option<MediaType> {
    match extension.to_ascii_lowercase().as_str() {
        "txt" | "md" | "markdown" | "text" => Some(MediaType::Text),
        "html" | "htm" | "xhtml" => Some(MediaType::Html),
        _ => None,
    }
}

/// The media type of a file: its extension's, else what its bytes look like.
pub(crate) fn of_file(path: &Path, bytes: &[u8]) -> MediaType {
    let extension = path.extension().and_then(|e| of_extension(&e.to_string_lossy()));
    extension.unwrap_or_else(|| sniff(bytes))
}

/// An HTML page begins with a doctype or one of the tags that open a page, after comments and white space.
pub(crate) fn sniff(bytes: &[u8]) -> MediaType {
    let start = &bytes[..bytes.len().min(SNIFFED)];
    // Dropping NUL and the bytes of byte order marks makes ASCII of UTF-16, which is enough to see a tag.
    let ascii: String = start.iter().filter(|b| b.is_ascii() && **b != 0).map(|b| char::from(*b)).collect();
    let mut rest = ascii.trim_start();
    while let Some((_, after)) = rest.strip_prefix("<!--").and_then(|r| r.split_once("-->")) {
        rest = after.trim_start();
    }
    let rest = rest.to_ascii_lowercase();
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
    }
}
