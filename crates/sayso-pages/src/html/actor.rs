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
use crate::texts::plurals;
use crate::texts::{actor as texts, common};

/// Letters of a claim at the head of a column.
const HEADING: usize = 70;

/// The page of one actor.
pub fn actor(view: &ActorView, page_number: usize, per_page: usize, case: &Case<'_>) -> Markup {
    let row = &view.row;
    let main = html! {
        article {
            p.kicker { (texts::ACTOR) }
            h1 { (words(&row.name)) }
            dl.known {
                div { dt { (common::KIND) } dd { (row.kind) } }
                div { dt { (common::SPEAKS_FOR) } dd { (known(row.affiliation.as_deref())) } }
                div { dt { (common::RELIABILITY) } dd { (reliability(row.reliability)) } }
                div { dt { (texts::ALSO) } dd { @if row.aliases.is_empty() { "–" } (words(&row.aliases.join(" · "))) } }
                div { dt { (texts::SPEAKS_IN) } dd {
                    (count(row.statements, &plurals::STATEMENT)) ", " (count(row.articles, &plurals::ARTICLE)) ", "
                    a href={ (address::LEDGER) "?all=true&actor=" (address::encoded(&row.id)) } { (count(row.claims, &plurals::CLAIM)) }
                } }
            }
            (reasons(&row.reasons, case.snapshot))
            section aria-labelledby="stands" {
                h2 id="stands" { (texts::WHERE_IT_STANDS) }
                (framed_table(texts::CLAIMS_OF_THIS_PAGE, html! {
                    (head(&[common::CLAIM, common::STANCE, common::STATUS]))
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
                h2 id="said" { (texts::WHAT_IT_SAID) }
                ul.statements { @for s in &view.all_statements { li data-line="" { (statement(s, case)) } } }
                (pages(&address::actor(&row.id), "", page_number, per_page, row.statements))
            }
            @if case.visitor.may_decide { section aria-labelledby="decide" { h2 id="decide" { (common::DECIDE) } (forms(view, case)) } }
            section aria-labelledby="history" { h2 id="history" { (common::DECISIONS) } (history(&view.reviews, case)) }
        }
    };
    page(&row.name, address::SOURCES, case, main)
}

/// The grade that a person gave, with what it means.
fn reliability(grade: Option<Reliability>) -> Markup {
    html! { @match grade {
        Some(grade) => { strong { (grade) } " – " (grade_meaning(grade)) span.by-person { " " (texts::SET_BY_A_PERSON) } },
        None => { span.unknown { (texts::NOBODY_HAS_JUDGED_IT) } },
    } }
}

fn forms(view: &ActorView, case: &Case<'_>) -> Markup {
    let id = || html! { input type="hidden" name="actor" value=(plain(&view.row.id)); };
    html! {
        (form(texts::GRADE_THE_RELIABILITY, "", "set-reliability", case, html! {
            (id())
            label for="grade" { (common::RELIABILITY) }
            select id="grade" name="grade" { @for grade in Reliability::ALL {
                option value=(grade) selected[view.row.reliability == Some(*grade)] { (grade) " – " (grade_meaning(*grade)) }
            } }
            (reason("why-grade", false))
        }))
        (form(texts::MERGE_INTO_ANOTHER_ACTOR, "m", "merge-actors", case, html! {
            (id())
            label for="into" { (texts::WHICH_ACTOR) }
            input id="into" name="into" required autocomplete="off";
            (reason("why-merge", false))
        }))
        @if !view.row.aliases.is_empty() {
            (form(texts::TAKE_A_NAME_AWAY, "s", "split-actor", case, html! {
                (id())
                label for="alias" { (texts::WHICH_NAME) }
                select id="alias" name="alias" { @for alias in &view.row.aliases { option { (plain(alias)) } } }
                (reason("why-split", false))
            }))
        }
        (form(common::ADD_A_NOTE_OR_EVIDENCE, "", "note", case, note_fields(&view.row.id)))
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
        h1 { (common::WHO_STANDS_WHERE) }
        p.lead { (texts::TABLE_LEAD) }
        p.key { @for stance in Stance::ALL { span class=(format!("mark {stance}")) { (sign(*stance)) " " (stance) } " " } }
        (framed_table(texts::ACTORS_AND_CLAIMS, html! {
            thead { tr {
                th scope="col" { (texts::ACTOR) }
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
    page(common::TABLE, address::TABLE, case, main)
}
