//! The search: a field for words, and where they stand.

use std::ops::Range;

use maud::{Markup, html};

use super::{
    address,
    frame::{Case, page},
    parts::outlet_of,
    plain::{plain, quoted},
};
use crate::hit::HitView;
use crate::texts::{common, search as texts};

/// The page of the search; `query` is empty where nothing was asked yet.
pub fn search(query: &str, hits: &[HitView], most: usize, case: &Case<'_>) -> Markup {
    let main = html! {
        h1 { (common::SEARCH) }
        form.ask action=(address::SEARCH) method="get" role="search" aria-label=(common::SEARCH) {
            label for="q" { (texts::WHICH_WORDS) }
            input type="search" id="q" name="q" value=(plain(query)) autocomplete="off";
            button type="submit" { (common::SEARCH) }
            p.hint { (texts::hint()) }
        }
        @if !query.trim().is_empty() { (found(query, hits, most, case)) }
    };
    page(common::SEARCH, address::SEARCH, case, main)
}

fn found(query: &str, hits: &[HitView], most: usize, case: &Case<'_>) -> Markup {
    html! {
        h2 {
            @if hits.is_empty() { (texts::nothing_for(quoted(query))) }
            @else if hits.len() == most { (texts::best_for(most, quoted(query))) }
            @else { (texts::places_for(hits.len(), quoted(query))) }
        }
        ol.hits {
            @for hit in hits {
                li {
                    p.where { (texts::kind_in(hit.kind, outlet_of(case.snapshot, &hit.article))) }
                    p { a.words href=(address_of(hit)) { (snippet(hit)) } }
                }
            }
        }
    }
}

fn address_of(hit: &HitView) -> String {
    if hit.id == hit.article { address::article(&hit.id) } else { address::statement(&hit.article, &hit.id) }
}

/// The snippet with its matches marked.
fn snippet(hit: &HitView) -> Markup {
    let words = |range: Range<usize>| plain(hit.snippet.get(range).unwrap_or_default());
    let ends = std::iter::once(0).chain(hit.matches.iter().map(|m| m.1));
    let last = hit.matches.last().map_or(0, |m| m.1);
    html! {
        bdi {
            @for (before, (start, end)) in ends.zip(&hit.matches) {
                (words(before..*start)) mark.found { (words(*start..*end)) }
            }
            (words(last..hit.snippet.len()))
        }
    }
}
