//! The page of an article's capture: which bytes, from where, when, and the proof that the log holds them.

use maud::{Markup, html};
use serde::Serialize;

use super::{
    address,
    frame::{Case, page},
    plain::words,
};

/// One capture of an article with its place in the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CaptureView {
    /// The article's id.
    pub article: String,
    /// SHA-256 of the bytes.
    pub digest: String,
    /// How many bytes there are.
    pub bytes: usize,
    /// Whether the bytes that are kept have this digest.
    pub intact: bool,
    /// Where and when they were seen.
    pub sightings: Vec<SightingView>,
    /// The root of the log now.
    pub root: String,
    /// How many entries the log has.
    pub entries: u64,
}

/// One time that bytes were seen, and its entry in the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SightingView {
    /// The path, or `-`.
    pub from: String,
    /// When.
    pub retrieved: String,
    /// Place of the entry in the log.
    pub index: Option<u64>,
    /// Hash of the entry.
    pub leaf: Option<String>,
    /// The hashes that lead from the leaf to the root (RFC 6962).
    pub proof: Vec<String>,
    /// Whether they do.
    pub verified: bool,
}

/// The page of a capture.
pub fn capture(view: &CaptureView, case: &Case<'_>) -> Markup {
    let main = html! {
        article {
            p.kicker { "Capture" }
            h1 { "The bytes behind an article" }
            p { a href=(address::article(&view.article)) { "Back to the article" } }
            dl.known {
                div { dt { "SHA-256" } dd { code { (view.digest) } } }
                div { dt { "Bytes" } dd { (view.bytes) } }
                div { dt { "Intact" } dd { @if view.intact { "yes: the bytes that are kept have this digest" } @else { strong { "no: the bytes that are kept have another digest" } } } }
                div { dt { "Log" } dd { (view.entries) " entries, root " code { (view.root) } } }
            }
            @for seen in &view.sightings {
                section {
                    h2 { "Seen " (seen.retrieved) }
                    dl.known {
                        div { dt { "From" } dd { (words(&seen.from)) } }
                        @if let (Some(index), Some(leaf)) = (seen.index, &seen.leaf) {
                            div { dt { "Log entry" } dd { (index) ", leaf " code { (leaf) } } }
                            div { dt { "Proof" } dd {
                                @if seen.verified { "holds: these hashes lead from the leaf to the root" } @else { strong { "does not hold" } }
                                @if !seen.proof.is_empty() { ol.proof { @for hash in &seen.proof { li { code { (hash) } } } } }
                            } }
                        } @else { div { dt { "Log entry" } dd { strong { "there is none" } } } }
                    }
                }
            }
        }
    };
    page("Capture", address::ARTICLES, case, main)
}
