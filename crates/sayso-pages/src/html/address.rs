//! Where is each page? The addresses that pages link to.

use crate::json::{EvidenceJson, SpanJson};

/// Address of the style sheet.
pub const STYLE: &str = "/style.css";
/// Address of the script for keys and live updates.
pub const SCRIPT: &str = "/app.js";
/// Where decisions are sent.
pub const ACT: &str = "/act";
/// Where articles are added.
pub const ADD: &str = "/add";
/// Where filters are kept and removed.
pub const FILTERS: &str = "/filters";
/// Where one signs in.
pub const SIGN_IN: &str = "/sign-in";
/// Where one signs out.
pub const SIGN_OUT: &str = "/sign-out";
/// The ledger.
pub(super) const LEDGER: &str = "/";
/// The list of articles.
pub(super) const ARTICLES: &str = "/articles";
/// Who speaks.
pub(super) const SOURCES: &str = "/sources";
/// Actors and claims.
pub(super) const TABLE: &str = "/table";
/// The places.
pub(super) const MAP: &str = "/map";
/// The days.
pub(super) const CALENDAR: &str = "/calendar";
/// The search.
pub(super) const SEARCH: &str = "/search";
/// What is new.
pub(super) const CHANGES: &str = "/changes";
/// The same as a feed.
pub(super) const FEED: &str = "/changes.atom";
/// What people decided.
pub(super) const DECISIONS: &str = "/decisions";

/// Second readings.
pub(super) const SECOND: &str = "/second";

/// The page on which a statement is read a second time.
pub(super) fn second(statement: &str) -> String {
    format!("{SECOND}/{statement}")
}

/// The page of a claim.
pub(super) fn claim(id: &str) -> String {
    format!("/claims/{id}")
}

/// The page of an article.
pub(super) fn article(id: &str) -> String {
    format!("/articles/{id}")
}

/// The page on which an article's capture is shown with its proof.
pub(super) fn capture(id: &str) -> String {
    format!("/captures/{id}")
}

/// The place in an article where a statement begins.
pub(super) fn statement(article: &str, statement: &str) -> String {
    format!("/articles/{article}#{statement}")
}

/// The page on which a statement is judged.
pub(super) fn judge(statement: &str) -> String {
    format!("/statements/{statement}")
}

/// The page of an article with the words of a span brought out.
pub(super) fn place(article: &str, span: SpanJson) -> String {
    format!("/articles/{article}?show={}-{}#shown", span.start, span.end)
}

/// The page of an article with the words of a piece of evidence brought out; a headline is at its top.
pub(super) fn evidence(place: &EvidenceJson) -> String {
    if place.part.is_text() { self::place(&place.article, place.span) } else { article(&place.article) }
}

/// An actor's page. Its id may hold letters of any script, which an address must not.
pub(super) fn actor(id: &str) -> String {
    format!("{SOURCES}/{}", encoded(id))
}

/// Percent-encodes what is not plain in an address (RFC 3986, unreserved).
pub(super) fn encoded(text: &str) -> String {
    use std::fmt::Write as _;
    text.bytes().fold(String::new(), |mut out, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
        out
    })
}
