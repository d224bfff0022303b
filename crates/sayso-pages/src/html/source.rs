//! The list of sources: who speaks in the case.

use maud::{Markup, html};

use super::{
    address,
    frame::{Case, page},
    parts::{count, head, known, table},
    plain::words,
    reasons::folded,
};
use crate::source::SourceRow;

/// The page that lists who speaks.
pub fn sources(rows: &[SourceRow], case: &Case<'_>) -> Markup {
    let main = html! {
        h1 { "Sources" }
        p.lead { (count(rows.len(), "actor")) " speak in the case, those with the most statements first." }
        @if !rows.is_empty() {
            (table("Who speaks", html! {
                (head(&["Name", "Kind", "Speaks for", "Statements", "By stance", "Claims", "Articles"]))
                tbody { @for row in rows { (line(row, case)) } }
            }))
        }
    };
    page("Sources", address::SOURCES, case, main)
}

fn line(row: &SourceRow, case: &Case<'_>) -> Markup {
    let stances: Vec<String> = row.stances.iter().map(|(stance, n)| format!("{stance} {n}")).collect();
    html! {
        tr id=(address::encoded(&row.id)) {
            th.claim scope="row" {
                (words(&row.name))
                @if !row.aliases.is_empty() {
                    p.where { "also: " @for (i, alias) in row.aliases.iter().enumerate() {
                        @if i > 0 { " · " } (words(alias))
                    } }
                }
                (folded("Why these are one actor", &row.reasons, case.snapshot))
            }
            td { (row.kind) }
            td { @if row.affiliation.is_some() { (known(row.affiliation.as_deref())) } }
            td.number { (row.statements) }
            td { (stances.join(", ")) }
            td.number { (row.claims) }
            td.number { (row.articles) }
        }
    }
}
