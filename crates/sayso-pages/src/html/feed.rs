//! What is new, as an Atom feed (RFC 4287).

use maud::{Markup, PreEscaped, html};

use super::{address, decision::label, plain::plain};
use crate::change::ChangeView;

/// Entries of a feed: what a reader of feeds will look through.
const MOST: usize = 200;

/// The feed of these changes; `base` is the server's address without a slash at its end.
pub fn feed(changes: &[ChangeView], base: &str, updated: &str, case: &str) -> String {
    let entries = changes.iter().take(MOST).enumerate().map(|(i, change)| entry(i, change, base, updated));
    let body: Markup = html! {
        feed xmlns="http://www.w3.org/2005/Atom" {
            title { (plain(case)) ": changes" }
            id { (base) (address::CHANGES) }
            updated { (updated) }
            author { name { "sayso" } }
            (PreEscaped(format!("<link rel=\"self\" href=\"{base}{}\"/>", address::FEED)))
            @for entry in entries { (entry) }
        }
    };
    format!("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{}", body.into_string())
}

fn entry(at: usize, change: &ChangeView, base: &str, updated: &str) -> Markup {
    let to = match (&change.claim, &change.article) {
        (Some(claim), _) => address::claim(claim),
        (None, Some(article)) => address::article(article),
        (None, None) => address::CHANGES.to_owned(),
    };
    let moved = match (change.before, change.after) {
        (Some(before), Some(after)) => format!(" ({before} → {after})"),
        _ => String::new(),
    };
    let what = change.text.as_deref().or(change.outlet.as_deref()).unwrap_or_default();
    let why: Vec<&str> = change.reasons.iter().map(|r| r.text.as_str()).collect();
    html! {
        entry {
            title { (label(change.kind)) (moved) ": " (plain(what)) }
            id { (base) (to) "?" (at) "-" (updated) }
            updated { (updated) }
            (PreEscaped(format!("<link href=\"{base}{to}\"/>")))
            summary { (plain(&why.join("; "))) }
        }
    }
}
