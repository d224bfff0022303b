//! The list of articles.

use maud::{Markup, html};
use sayso_model::Snapshot;

use super::{
    address,
    frame::{Case, page},
    parts::{day, head, known, names, outlet_of, pages, percent, table},
    plain::words,
};
use crate::article::{ArticleRow, CopyView};
use crate::texts::{articles as texts, common};

/// Articles that a cell names as sharing text; the article's own page names all.
const COPIES_IN_A_CELL: usize = 3;

/// One page of the list of articles.
pub fn articles(rows: &[ArticleRow], page_number: usize, per_page: usize, case: &Case<'_>) -> Markup {
    let all = case.snapshot.articles.len();
    let main = html! {
        h1 { (common::ARTICLES) }
        p.lead { (texts::lead(all)) }
        @if !rows.is_empty() { (table(texts::THE_ARTICLES_OF_THE_CASE, list(rows, case.snapshot))) }
        (pages(address::ARTICLES, "", page_number, per_page, all))
    };
    page(common::ARTICLES, address::ARTICLES, case, main)
}

fn list(rows: &[ArticleRow], snapshot: &Snapshot) -> Markup {
    html! {
        (head(&[common::PUBLISHED, common::OUTLET, texts::TITLE, common::STATEMENTS, common::CREDITS, texts::SHARES_TEXT_WITH, texts::REPORT_STARTS_AT]))
        tbody {
            @for row in rows {
                tr data-line="" {
                    td.day { (day(row.published)) }
                    td { (known(row.publisher.as_deref())) }
                    th.claim scope="row" {
                        a href=(address::article(&row.id)) { (words(row.title.as_deref().unwrap_or(&row.file))) }
                        @if row.revisions > 1 { " " span.where { (texts::revisions(row.revisions)) } }
                    }
                    td.number { (row.statements) }
                    td { (names(&row.credits)) }
                    td { (copies(&row.copied_from, snapshot)) }
                    td { (known(row.origin.as_deref())) }
                }
            }
        }
    }
}

fn copies(copies: &[CopyView], snapshot: &Snapshot) -> Markup {
    if copies.is_empty() {
        return names(&[]);
    }
    let mut most: Vec<&CopyView> = copies.iter().collect();
    most.sort_by(|a, b| b.share.total_cmp(&a.share));
    html! {
        ul.plain {
            @for copy in most.iter().take(COPIES_IN_A_CELL) {
                li { (outlet_of(snapshot, &copy.article)) " (" (percent(copy.share)) ")" }
            }
            @if most.len() > COPIES_IN_A_CELL { li { (common::and_more(most.len() - COPIES_IN_A_CELL)) } }
        }
    }
}
