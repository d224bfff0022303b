//! The page of an article's capture: which bytes, from where, when, and the proof that the log holds them.

use maud::{Markup, html};
use serde::Serialize;

use super::{
    address,
    frame::{Case, page},
    plain::words,
};
use crate::texts::{capture as texts, common};

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
            p.kicker { (texts::CAPTURE) }
            h1 { (texts::THE_BYTES_BEHIND_AN_ARTICLE) }
            p { a href=(address::article(&view.article)) { (texts::BACK_TO_THE_ARTICLE) } }
            dl.known {
                div { dt { (common::SHA_256) } dd { code { (view.digest) } } }
                div { dt { (texts::BYTES) } dd { (view.bytes) } }
                div { dt { (texts::INTACT) } dd { @if view.intact { (texts::IS_INTACT) } @else { strong { (texts::IS_NOT_INTACT) } } } }
                div { dt { (texts::LOG) } dd { (texts::log_root(view.entries, &view.root)) } }
            }
            @for seen in &view.sightings {
                section {
                    h2 { (texts::seen(&seen.retrieved)) }
                    dl.known {
                        div { dt { (texts::FROM) } dd { (words(&seen.from)) } }
                        @if let (Some(index), Some(leaf)) = (seen.index, &seen.leaf) {
                            div { dt { (texts::LOG_ENTRY) } dd { (texts::log_leaf(index, leaf)) } }
                            div { dt { (texts::PROOF) } dd {
                                @if seen.verified { (texts::HOLDS) } @else { strong { (texts::DOES_NOT_HOLD) } }
                                @if !seen.proof.is_empty() { ol.proof { @for hash in &seen.proof { li { code { (hash) } } } } }
                            } }
                        } @else { div { dt { (texts::LOG_ENTRY) } dd { strong { (texts::THERE_IS_NONE) } } } }
                    }
                }
            }
        }
    };
    page(texts::CAPTURE, address::ARTICLES, case, main)
}
