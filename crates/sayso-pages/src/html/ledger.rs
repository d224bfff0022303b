//! The ledger as the start page shows it.

use maud::{Markup, html};
use sayso_model::Status;

use super::{
    address,
    frame::{Case, page},
    parts::{self, count, head, legend, names, status, table},
    plain::words,
};
use crate::ledger::{LedgerRow, LedgerView};

/// Which claims the page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LedgerFilter {
    /// Only claims with this status.
    pub status: Option<Status>,
    /// Also claims that rest on a single statement.
    pub all: bool,
}

impl LedgerFilter {
    /// Where nothing else is asked for, claims with a single statement are counted and not shown: most of them are asides.
    fn shows(self, row: &LedgerRow) -> bool {
        self.wants(row) && (self.all || self.status.is_some() || row.statements > 1)
    }

    fn wants(self, row: &LedgerRow) -> bool {
        self.status.is_none_or(|s| s == row.status)
    }
}

/// The page of the ledger.
pub fn ledger(view: &LedgerView, filter: LedgerFilter, case: &Case<'_>) -> Markup {
    let main = html! {
        h1 { "Claims" }
        @if view.articles == 0 {
            p { "The case holds no articles yet. Add some: " code { "sayso add FILES" } }
        } @else {
            p.lead {
                (count(view.claims.len(), "claim")) " in " (count(view.statements, "statement")) " of "
                (count(view.articles, "article")) ". Each line says who asserts and who denies a claim, and how many "
                "independent origins those who support it have."
            }
            (filters(view, filter))
            (lines(view, filter))
            (legend())
        }
    };
    page("Claims", address::LEDGER, case, main)
}

/// Links to the claims with each status that occurs, with their numbers.
fn filters(view: &LedgerView, filter: LedgerFilter) -> Markup {
    let number = |s: Status| view.claims.iter().filter(|c| c.status == s).count();
    let here = |on: bool| on.then_some("true");
    html! {
        nav.filters aria-label="Claims by status" {
            ul {
                li { a href=(address::LEDGER) aria-current=[here(filter == LedgerFilter::default())] { "in brief" } }
                @for s in Status::ALL.iter().copied().filter(|s| number(*s) > 0) {
                    li {
                        a href={ (address::LEDGER) "?status=" (s) } aria-current=[here(filter.status == Some(s))] {
                            (status(s)) " " (number(s))
                        }
                    }
                }
                li {
                    a href={ (address::LEDGER) "?all=true" } aria-current=[here(filter.all)] { "all " (view.claims.len()) }
                }
            }
        }
    }
}

fn lines(view: &LedgerView, filter: LedgerFilter) -> Markup {
    let shown: Vec<&LedgerRow> = view.claims.iter().filter(|r| filter.shows(r)).collect();
    let hidden = view.claims.iter().filter(|r| filter.wants(r)).count() - shown.len();
    let caption = match filter.status {
        Some(s) => format!("Claims that are {s}"),
        None if hidden > 0 => "Claims with more than one statement".to_owned(),
        None => "All claims".to_owned(),
    };
    html! {
        @if !shown.is_empty() { (table(&caption, rows(&shown))) } @else { p { "There is no such claim." } }
        @if hidden > 0 {
            p { a href={ (address::LEDGER) "?all=true" } {
                (count(hidden, "more claim")) ", each resting on a single statement"
            } }
        }
    }
}

fn rows(shown: &[&LedgerRow]) -> Markup {
    let reserved = shown.iter().any(|r| !r.doubted_by.is_empty() || !r.withheld_by.is_empty());
    let mut headings = vec!["Status", "Claim", "Asserted by", "Denied by", "Confirmed by"];
    if reserved {
        headings.push("Doubted, withheld or conditional");
    }
    headings.extend(["Origins", "Articles", "Last report"]);
    html! {
        (head(&headings))
        tbody { @for row in shown { (line(row, reserved)) } }
    }
}

fn line(row: &LedgerRow, reserved: bool) -> Markup {
    let others: Vec<String> = row.doubted_by.iter().chain(&row.withheld_by).cloned().collect();
    html! {
        tr {
            td { (status(row.status)) }
            th.claim scope="row" { a href=(address::claim(&row.id)) { (words(&row.claim)) } }
            td { (names(&row.asserted_by)) }
            td.denied { (names(&row.denied_by)) }
            td { (names(&row.confirmed_by)) }
            @if reserved { td { (names(&others)) } }
            td.number { (row.independent_origins) }
            td.number { (row.articles) }
            td.day { (last(row)) }
        }
    }
}

/// The day of the last report.
fn last(row: &LedgerRow) -> Markup {
    match &row.last_change {
        Some(at) => {
            html! { time datetime=(at) { (at.chars().take("2031-03-04".len()).collect::<String>()) } }
        }
        None => parts::known(None),
    }
}
