//! The ledger as the start page shows it.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::{
    address,
    frame::{Case, hidden, page},
    parts::{self, head, legend, sign, status, table},
    plain::{plain, words},
};
use crate::ledger_page::{GroupBy, LedgerPage, LedgerQuery, PageRow, PositionMark, Sort};
use crate::texts::{common, ledger as texts};

/// Marks in one line of the table; the claim's own page shows all, and the number of the rest is said.
const MOST_MARKS: usize = 7;
const SORTS: [(&str, &str, Sort); 3] = [
    ("articles", texts::MOST_ARTICLES, Sort::Articles),
    ("origins", texts::MOST_ORIGINS, Sort::Origins),
    ("latest", texts::LATEST_REPORT, Sort::Latest),
];
const GROUPS: [(&str, &str, GroupBy); 3] = [
    ("none", texts::NOT_GROUPED, GroupBy::Nothing),
    ("status", texts::BY_STATUS, GroupBy::Status),
    ("actor", texts::BY_ACTOR, GroupBy::Actor),
];

/// The page of the ledger.
pub fn ledger(
    view: &LedgerPage,
    asked: &LedgerQuery,
    named: &BTreeMap<String, String>,
    case: &Case<'_>,
) -> Markup {
    let all: usize = view.of_status.iter().map(|(_, n)| n).sum();
    let main = html! {
        h1 { (common::CLAIMS) }
        @if view.articles == 0 {
            p { (texts::empty_case(address::ADD, "sayso add FILES")) }
        } @else {
            p.lead { (texts::lead(all, view.statements, view.articles)) }
            (filters(view, asked, all))
            (narrow(asked))
            (saved(&query(asked, asked.status), named, case))
            (lines(view, asked))
            (legend())
        }
    };
    page(common::CLAIMS, address::LEDGER, case, main)
}

/// What was asked, as a query, without the page; `status` may be another one.
fn query(asked: &LedgerQuery, status: Option<sayso_model::Status>) -> String {
    let mut parts = Vec::new();
    if let Some(status) = status {
        parts.push(format!("status={status}"));
    }
    if let Some(actor) = &asked.actor {
        parts.push(format!("actor={}", address::encoded(actor.as_str())));
    }
    if !asked.words.is_empty() {
        parts.push(format!("words={}", address::encoded(&asked.words)));
    }
    if asked.all {
        parts.push("all=true".to_owned());
    }
    parts.extend(
        SORTS.iter().filter(|s| s.2 == asked.sort && s.2 != Sort::Articles).map(|s| format!("sort={}", s.0)),
    );
    let group = GROUPS.iter().filter(|g| g.2 == asked.group && g.2 != GroupBy::Nothing);
    parts.extend(group.map(|g| format!("group={}", g.0)));
    parts.join("&")
}

/// Links to the claims with each status that occurs, with their numbers.
fn filters(view: &LedgerPage, asked: &LedgerQuery, all: usize) -> Markup {
    let here = |on: bool| on.then_some("true");
    let to = |asked: &LedgerQuery, status| format!("{}?{}", address::LEDGER, query(asked, status));
    let brief = LedgerQuery { all: false, ..asked.clone() };
    let whole = LedgerQuery { all: true, ..asked.clone() };
    html! {
        nav.filters aria-label=(texts::CLAIMS_BY_STATUS) {
            ul {
                li { a href=(to(&brief, None)) aria-current=[here(asked.status.is_none() && !asked.all)] { (texts::IN_BRIEF) } }
                @for (s, n) in &view.of_status {
                    li { a href=(to(&brief, Some(*s))) aria-current=[here(asked.status == Some(*s))] { (status(*s)) " " (n) } }
                }
                li { a href=(to(&whole, None)) aria-current=[here(asked.all && asked.status.is_none())] { (texts::all(all)) } }
            }
        }
    }
}

/// Words, order and groups: a form, so that it works without a script and its address can be kept.
fn narrow(asked: &LedgerQuery) -> Markup {
    html! {
        form.narrow action=(address::LEDGER) method="get" {
            @if let Some(status) = asked.status { input type="hidden" name="status" value=(status); }
            @if let Some(actor) = &asked.actor { input type="hidden" name="actor" value=(plain(actor.as_str())); }
            @if asked.all { input type="hidden" name="all" value="true"; }
            label { (common::WORDS) " " input type="search" name="words" value=(plain(&asked.words)); }
            label { (texts::ORDER) " " select name="sort" {
                @for (value, name, sort) in SORTS { option value=(value) selected[sort == asked.sort] { (name) } }
            } }
            label { (texts::GROUPS) " " select name="group" {
                @for (value, name, group) in GROUPS { option value=(value) selected[group == asked.group] { (name) } }
            } }
            button type="submit" { (common::SHOW) }
            @if let Some(actor) = &asked.actor { span.where { (texts::on_which(words(actor.as_str()))) } }
        }
    }
}

/// The filters that have names, and a form that gives this one a name.
fn saved(now: &str, filters: &BTreeMap<String, String>, case: &Case<'_>) -> Markup {
    html! {
        @if !filters.is_empty() {
            nav.saved aria-label=(texts::SAVED_FILTERS) {
                ul { @for (name, query) in filters {
                    li {
                        a href={ (address::LEDGER) "?" (query) } aria-current=[(query == now).then_some("true")] { (words(name)) }
                        @if case.visitor.may_decide { (removal(name, case)) }
                    }
                } }
            }
        }
        @if case.visitor.may_decide && !now.is_empty() && !filters.values().any(|query| query == now) {
            details.keep {
                summary { (texts::SAVE_THIS_FILTER) }
                form.narrow method="post" action=(address::FILTERS) {
                    (hidden(case))
                    input type="hidden" name="query" value=(now);
                    label { (common::NAME) " " input name="name" required maxlength="60" autocomplete="off"; }
                    button type="submit" { (texts::SAVE) }
                }
            }
        }
    }
}

fn removal(name: &str, case: &Case<'_>) -> Markup {
    html! {
        form method="post" action=(address::FILTERS) {
            (hidden(case))
            button.link type="submit" name="remove" value=(plain(name)) aria-label={ (texts::remove_filter(plain(name))) } { "×" }
        }
    }
}

fn lines(view: &LedgerPage, asked: &LedgerQuery) -> Markup {
    let caption = match asked.status {
        Some(s) => texts::claims_that_are(s.as_str(), view.found),
        None if view.single > 0 => texts::claims_with_more(view.found),
        None => texts::all_claims(view.found),
    };
    html! {
        @if !view.rows.is_empty() { (table(&caption, rows(&view.rows))) } @else { p { (texts::THERE_IS_NO_SUCH_CLAIM) } }
        (parts::pages(address::LEDGER, &query(asked, asked.status), asked.page, view.per_page, view.found))
        @if view.single > 0 {
            p { a href={ (address::LEDGER) "?" (query(&LedgerQuery { all: true, ..asked.clone() }, None)) } {
                (texts::more_single(view.single))
            } }
        }
    }
}

fn rows(shown: &[PageRow]) -> Markup {
    let starts = |i: usize| i == 0 || shown[i - 1].group != shown[i].group;
    html! {
        (head(&[common::STATUS, common::CLAIM, common::WHO_STANDS_WHERE, texts::ORIGINS, common::ARTICLES, common::LAST_REPORT]))
        tbody {
            @for (i, row) in shown.iter().enumerate() {
                @if !row.group.is_empty() && starts(i) { tr.group { th colspan="6" scope="rowgroup" { (words(&row.group)) } } }
                (line(row))
            }
        }
    }
}

fn line(page_row: &PageRow) -> Markup {
    let row = &page_row.row;
    html! {
        tr data-line="" {
            td { (status(row.status)) @if let Some(who) = &page_row.set_by { span.by-person { (texts::set_by(words(who))) } } }
            th.claim scope="row" { a href=(address::claim(&row.id)) { (words(&row.claim)) } }
            td { (marks(&page_row.marks)) }
            td.number { (row.independent_origins) }
            td.number { (row.articles) }
            td.day { (last(row.last_change.as_deref())) }
        }
    }
}

/// A small mark for each actor: the shape says the stance, and so does a word for those who listen.
fn marks(marks: &[PositionMark]) -> Markup {
    html! {
        ul.marks {
            @for mark in marks.iter().take(MOST_MARKS) {
                li class=(format!("mark {}", mark.stance)) {
                    span aria-hidden="true" { (sign(mark.stance)) } span.aloud { (mark.stance) ": " } " "
                    (words(mark.actor.as_ref().map_or("unnamed", |a| a.name.as_str())))
                    @if mark.statements > 1 { span.times { "×" (mark.statements) } }
                }
            }
            @if marks.len() > MOST_MARKS { li.mark { (common::and_more(marks.len() - MOST_MARKS)) } }
        }
    }
}

/// The day of the last report.
fn last(at: Option<&str>) -> Markup {
    match at {
        Some(at) => {
            html! { time datetime=(at) { (at.chars().take("2031-03-04".len()).collect::<String>()) } }
        }
        None => parts::known(None),
    }
}
