//! Where is each page? The addresses that pages link to.

use crate::json::SpanJson;

/// Address of the style sheet.
pub const STYLE: &str = "/style.css";
/// The ledger.
pub(super) const LEDGER: &str = "/";
/// The list of articles.
pub(super) const ARTICLES: &str = "/articles";
/// Who speaks.
pub(super) const SOURCES: &str = "/sources";
/// The search.
pub(super) const SEARCH: &str = "/search";
/// What is new.
pub(super) const CHANGES: &str = "/changes";

/// The page of a claim.
pub(super) fn claim(id: &str) -> String {
    format!("/claims/{id}")
}

/// The page of an article.
pub(super) fn article(id: &str) -> String {
    format!("/articles/{id}")
}

/// The place in an article where a statement begins.
pub(super) fn statement(article: &str, statement: &str) -> String {
    format!("/articles/{article}#{statement}")
}

/// The page of an article with the words of a span brought out.
pub(super) fn place(article: &str, span: SpanJson) -> String {
    format!("/articles/{article}?show={}-{}#shown", span.start, span.end)
}

/// An actor's line in the list of sources. Its id may hold letters of any script, which an address must not.
pub(super) fn actor(id: &str) -> String {
    format!("{SOURCES}#{}", encoded(id))
}

/// Percent-encodes what is not plain in an address (RFC 3986, unreserved).
pub(super) fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |out, byte| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
            out + &char::from(byte).to_string()
        }
        _ => out + &format!("%{byte:02X}"),
    })
}
