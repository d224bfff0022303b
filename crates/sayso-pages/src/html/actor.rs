//! The page of one actor, and the table of actors and claims.

use maud::{Markup, html};
use sayso_model::{Reliability, Stance};

use super::{
    address,
    claim::statement,
    decision::{form, history, reason},
    frame::{Case, page},
    judge::note_fields,
    parts::{count, grade_meaning, head, known, pages, sign, status, table as framed_table},
    plain::{cut, plain, words},
    reasons::reasons,
};
use crate::actor::{ActorView, TableColumn, TableLine, TableView};

/// Letters of a claim at the head of a column.
const HEADING: usize = 70;

/// The page of one actor.
pub fn actor(view: &ActorView, page_number: usize, per_page: usize, case: &Case<'_>) -> Markup {
    let row = &view.row;
    let main = html! {
        article {
            p.kicker { "Actor" }
            h1 { (words(&row.name)) }
            dl.known {
                div { dt { "Kind" } dd { (row.kind) } }
                div { dt { "Speaks for" } dd { (known(row.affiliation.as_deref())) } }
                div { dt { "Reliability" } dd { (reliability(row.reliability)) } }
                div { dt { "Also" } dd { @if row.aliases.is_empty() { "–" } (words(&row.aliases.join(" · "))) } }
                div { dt { "Speaks in" } dd {
                    (count(row.statements, "statement")) ", " (count(row.articles, "article")) ", "
                    a href={ (address::LEDGER) "?all=true&actor=" (address::encoded(&row.id)) } { (count(row.claims, "claim")) }
                } }
            }
            (reasons(&row.reasons, case.snapshot))
            section aria-labelledby="stands" {
                h2 id="stands" { "Where it stands" }
                (framed_table("Claims on this page of its statements", html! {
                    (head(&["Claim", "Stance", "Status"]))
                    tbody { @for cell in &view.positions {
                        tr {
                            th.claim scope="row" { a href=(address::claim(&cell.claim)) { (words(&cell.text)) } }
                            td { (stances(&cell.stances)) }
                            td { (status(cell.status)) }
                        }
                    } }
                }))
            }
            section aria-labelledby="said" {
                h2 id="said" { "What it said, in the order of publication" }
                ul.statements { @for s in &view.all_statements { li data-line="" { (statement(s, case)) } } }
                (pages(&address::actor(&row.id), "", page_number, per_page, row.statements))
            }
            @if case.visitor.may_decide { section aria-labelledby="decide" { h2 id="decide" { "Decide" } (forms(view, case)) } }
            section aria-labelledby="history" { h2 id="history" { "Decisions" } (history(&view.reviews, case)) }
        }
    };
    page(&row.name, address::SOURCES, case, main)
}

/// The grade that a person gave, with what it means.
fn reliability(grade: Option<Reliability>) -> Markup {
    html! { @match grade {
        Some(grade) => { strong { (grade) } " – " (grade_meaning(grade)) span.by-person { " ✓ set by a person: see the decisions below" } },
        None => { span.unknown { "nobody has judged it" } },
    } }
}

fn forms(view: &ActorView, case: &Case<'_>) -> Markup {
    let id = || html! { input type="hidden" name="actor" value=(plain(&view.row.id)); };
    html! {
        (form("Grade the reliability", "", "set-reliability", case, html! {
            (id())
            label for="grade" { "Reliability" }
            select id="grade" name="grade" { @for grade in Reliability::ALL {
                option value=(grade) selected[view.row.reliability == Some(*grade)] { (grade) " – " (grade_meaning(*grade)) }
            } }
            (reason("why-grade", false))
        }))
        (form("Merge into another actor", "m", "merge-actors", case, html! {
            (id())
            label for="into" { "The actor who takes its statements: a name, address or id" }
            input id="into" name="into" required autocomplete="off";
            (reason("why-merge", false))
        }))
        @if !view.row.aliases.is_empty() {
            (form("Take a name away", "s", "split-actor", case, html! {
                (id())
                label for="alias" { "The name that is somebody else's" }
                select id="alias" name="alias" { @for alias in &view.row.aliases { option { (plain(alias)) } } }
                (reason("why-split", false))
            }))
        }
        (form("Add a note or evidence", "", "note", case, note_fields(&view.row.id)))
    }
}

fn stances(stances: &[(Stance, usize)]) -> Markup {
    html! {
        @for (stance, n) in stances {
            span class=(format!("mark {stance}")) {
                span aria-hidden="true" { (sign(*stance)) } span.aloud { (stance) }
                @if *n > 1 { span.times { "×" (n) } }
            } " "
        }
    }
}

/// The page of the table of actors and claims.
pub fn table(view: &TableView, page_number: usize, per_page: usize, case: &Case<'_>) -> Markup {
    let main = html! {
        h1 { "Who stands where" }
        p.lead { "Actors as lines, claims as columns, in the order of the ledger." }
        p.key { @for stance in Stance::ALL { span class=(format!("mark {stance}")) { (sign(*stance)) " " (stance) } " " } }
        (framed_table("Actors and claims", html! {
            thead { tr {
                th scope="col" { "Actor" }
                @for TableColumn { id, text, status: s } in &view.claims { th.column scope="col" { a href=(address::claim(id)) { (words(&cut(text, HEADING))) } " " (status(*s)) } }
            } }
            tbody { @for TableLine { id, name, cells } in &view.actors {
                tr data-line="" {
                    th scope="row" { a href=(address::actor(id)) { (words(name)) } }
                    @for cell in cells { td { (stances(cell)) } }
                }
            } }
        }))
        (pages(address::TABLE, "", page_number, per_page, view.all_claims))
    };
    page("Table", address::TABLE, case, main)
}
