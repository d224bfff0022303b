//! The list of sources: who speaks in the case.

use maud::{Markup, html};

use super::{
    address,
    frame::{Case, page},
    parts::{head, known, pages, table},
    plain::words,
    reasons::folded,
};
use crate::source::SourceRow;
use crate::texts::{common, source as texts};

/// One page of the list of who speaks.
pub fn sources(rows: &[SourceRow], page_number: usize, per_page: usize, case: &Case<'_>) -> Markup {
    let all = case.index.speakers(case.snapshot).count();
    let main = html! {
        h1 { (common::ACTORS) }
        p.lead { (texts::lead(all)) }
        @if !rows.is_empty() {
            (table(common::WHO_SPEAKS, html! {
                (head(&[common::NAME, common::KIND, common::SPEAKS_FOR, common::STATEMENTS, texts::BY_STANCE, common::CLAIMS, common::ARTICLES]))
                tbody { @for row in rows { (line(row, case)) } }
            }))
        }
        (pages(address::SOURCES, "", page_number, per_page, all))
    };
    page(common::ACTORS, address::SOURCES, case, main)
}

fn line(row: &SourceRow, case: &Case<'_>) -> Markup {
    let stances: Vec<String> = row.stances.iter().map(|(stance, n)| format!("{stance} {n}")).collect();
    html! {
        tr data-line="" id=(address::encoded(&row.id)) {
            th.claim scope="row" {
                a href=(address::actor(&row.id)) { (words(&row.name)) }
                @if !row.aliases.is_empty() {
                    p.where { (texts::ALSO) " " @for (i, alias) in row.aliases.iter().enumerate() {
                        @if i > 0 { " · " } (words(alias))
                    } }
                }
                (folded(texts::WHY_THESE_ARE_ONE_ACTOR, &row.reasons, case.snapshot))
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
