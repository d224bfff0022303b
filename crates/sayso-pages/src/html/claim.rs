//! The page of one claim: the status with its reasons, who stands where, on how many origins, and every statement.

use maud::{Markup, html};
use sayso_model::{Reliability, Snapshot, Stance, Status};

use super::{
    address,
    decision::{buttons, form, history, judged, reason},
    drift, excerpt,
    frame::{Case, page},
    graph,
    judge::note_fields,
    parts::{actor, count, day, grade_meaning, head, legend, meaning, moment, sign, status, table},
    plain::{cut, plain, quoted, words},
    reasons::{folded, reasons},
    timeline,
};
use crate::texts::plurals;
use crate::texts::{claim as texts, common};
use crate::{
    beside::BesideView,
    claim::{ClaimView, OriginView, PositionView, RelatedView, StatementView, one_line},
};

/// Characters of a claim in the title of its page: what a browser's tab and history show.
const LONGEST_TITLE: usize = 80;
/// Statements of one stance that are shown at once; the rest is on further pages of the list.
const STATEMENTS: usize = 60;

/// The page of one claim. `from` says how many statements of each stance are left out at the beginning.
pub fn claim(view: &ClaimView, from: usize, case: &Case<'_>) -> Markup {
    let main = html! {
        article.claim {
            p.kicker { (common::CLAIM) }
            h1.wording { (quoted(&view.row.claim)) }
            p.standing {
                (status(view.row.status)) " "
                strong { (count(view.row.articles, &plurals::ARTICLE)) ", " (count(view.row.independent_origins, &plurals::INDEPENDENT_ORIGIN)) }
                " " span.meaning { (meaning(view.row.status)) }
            }
            p.where { (texts::credibility(view.credibility.figure, view.credibility.rule)) }
            div.columns {
                div {
                    section aria-labelledby="why" { h2 id="why" { (texts::WHY_THIS_STATUS) } (reasons(&view.reasons, case.snapshot)) }
                    section aria-labelledby="change" {
                        h2 id="change" { (texts::WHAT_WOULD_CHANGE_IT) }
                        ul.reasons { @for what in &view.would_change { li { (what) } } }
                    }
                }
                section aria-labelledby="positions" {
                    h2 id="positions" { (common::WHO_STANDS_WHERE) }
                    (positions(&view.positions))
                }
            }
            (timeline::timeline(view))
            (graph::graph(view, case))
            section aria-labelledby="origins" {
                h2 id="origins" { (texts::origins_behind(view.row.independent_origins, view.row.articles)) }
                (origins(&view.origins, case))
            }
            (drift::drifts(&view.drift, case))
            section aria-labelledby="statements" {
                h2 id="statements" { (count(view.all_statements.len(), &plurals::STATEMENT)) }
                (statements(view, from, case))
            }
            (related(&view.related, case.snapshot))
            (beside(&view.beside))
            @if case.visitor.may_decide { section aria-labelledby="decide" { h2 id="decide" { (common::DECIDE) } (forms(view, case)) } }
            section aria-labelledby="history" { h2 id="history" { (common::DECISIONS) } (history(&view.reviews, case)) }
        }
        (legend())
    };
    page(&cut(&view.row.claim, LONGEST_TITLE), address::LEDGER, case, main)
}

fn positions(positions: &[PositionView]) -> Markup {
    table(
        texts::POSITIONS,
        html! {
            (head(&[common::WHO, common::RELIABILITY, common::STANCE, common::STATEMENTS, texts::FIRST_REPORT, common::LAST_REPORT]))
            tbody {
                @for p in positions {
                    tr {
                        th scope="row" { (actor(p.actor.as_ref())) }
                        td { (grade(p.reliability)) }
                        td { (stance(p.stance)) }
                        td.number { (p.statements.len()) }
                        td.day { (day(p.first)) }
                        td.day { (day(p.last)) }
                    }
                }
            }
        },
    )
}

/// The grade that a person gave an actor, read out with what it means.
fn grade(grade: Option<Reliability>) -> Markup {
    html! { @match grade {
        Some(grade) => { strong { (grade) } span.aloud { ", " (grade_meaning(grade)) } },
        None => { span.none aria-hidden="true" { "–" } span.aloud { (texts::NOT_JUDGED) } },
    } }
}

fn stance(stance: Stance) -> Markup {
    html! { span class=(format!("stance {stance}")) { span aria-hidden="true" { (sign(stance)) " " } (stance) } }
}

fn origins(origins: &[OriginView], case: &Case<'_>) -> Markup {
    html! {
        @if origins.is_empty() { p { (texts::NO_ORIGIN) } }
        ul.origins {
            @for origin in origins {
                li {
                    p { strong { (words(&origin.name)) } " – " (count(origin.statements.len(), &plurals::STATEMENT)) }
                    (folded(texts::WHY_ONE_ORIGIN, &origin.reasons, case.snapshot))
                }
            }
        }
    }
}

/// The statements below one heading for each stance.
fn statements(view: &ClaimView, from: usize, case: &Case<'_>) -> Markup {
    let longest = Stance::ALL.iter().map(|k| of(view, *k).len()).max().unwrap_or(0);
    html! {
        @for kind in Stance::ALL {
            @let with = of(view, *kind);
            @if !with.is_empty() {
                h3 { (stance(*kind)) " " span.number { (with.len()) } }
                ul.statements { @for s in with.iter().skip(from).take(STATEMENTS) { li data-line="" { (statement(s, case)) } } }
            }
        }
        (super::parts::pages(&address::claim(&view.row.id), "", from / STATEMENTS, STATEMENTS, longest))
    }
}

/// How many statements of a stance are left out before this page of them.
pub fn statements_before(page: usize) -> usize {
    page.saturating_mul(STATEMENTS)
}

fn of(view: &ClaimView, stance: Stance) -> Vec<&StatementView> {
    view.all_statements.iter().filter(|s| s.statement.stance == stance).collect()
}

/// One statement in a list: who, the sentence, where, and what can be decided.
pub(super) fn statement(view: &StatementView, case: &Case<'_>) -> Markup {
    let s = &view.statement;
    let place = address::statement(s.article.as_deref().unwrap_or_default(), &s.id);
    html! {
        p.who {
            (actor(s.actor.as_ref())) " " (s.stance) ", " span.certainty { (s.certainty) }
            @if let Some(origin) = &view.origin { span.where { " " (texts::ORIGIN) " " (words(origin)) } }
        }
        blockquote { p { (excerpt::sentence(view, case.snapshot)) } }
        p.where { a href=(place) data-key="open" { (plain(&view.outlet)) } " · " (moment(view.published)) " · " (judged(view.judged.as_ref())) }
        p { (buttons(&s.id, case)) }
        (folded(texts::WHY_THIS_ORIGIN, &view.origin_reasons, case.snapshot))
    }
}

/// Claims that bear on it, with why.
fn related(related: &[RelatedView], snapshot: &Snapshot) -> Markup {
    html! {
        @if !related.is_empty() {
            section aria-labelledby="related" {
                h2 id="related" { (texts::CLAIMS_THAT_BEAR_ON_IT) }
                ul.plain { @for other in related {
                    li {
                        (status(other.status)) " " (other.related.kind.replace('-', " ")) " "
                        a href=(address::claim(&other.related.claim)) { (words(&other.text)) }
                        (folded(common::WHY, &other.related.reasons, snapshot))
                    }
                } }
            }
        }
    }
}

/// Claims that the same articles carry.
fn beside(beside: &[BesideView]) -> Markup {
    html! {
        @if !beside.is_empty() {
            section aria-labelledby="claims-beside" {
                h2 id="claims-beside" { (texts::CLAIMS_BESIDE_IT) }
                ul.plain { @for other in beside {
                    li { (status(other.status)) " " a href=(address::claim(&other.id)) { (words(&other.claim)) }
                        " " span.where { (texts::in_common(other.articles)) } }
                } }
            }
        }
    }
}

fn forms(view: &ClaimView, case: &Case<'_>) -> Markup {
    let id = || html! { input type="hidden" name="claim" value=(view.row.id); };
    html! {
        (form(texts::SET_THE_STATUS, "", "set-status", case, html! {
            (id())
            label for="status" { (common::STATUS) }
            select id="status" name="status" { @for s in Status::ALL { option value=(s) selected[*s == view.row.status] { (s) } } }
            (reason("why-status", true))
        }))
        (form(texts::MERGE_INTO_ANOTHER_CLAIM, "m", "merge-claims", case, html! {
            (id())
            label for="into" { (texts::WHICH_CLAIM) }
            input id="into" name="into" list="beside" required autocomplete="off";
            datalist id="beside" { @for other in &view.beside { option value=(other.id) { (plain(&one_line(&other.claim))) } } }
            (reason("why-merge", false))
        }))
        @if view.all_statements.len() > 1 {
            (form(texts::SPLIT_OFF_STATEMENTS, "s", "split-claim", case, html! {
                (id())
                fieldset {
                    legend { (texts::WHICH_STATEMENTS) }
                    @for s in view.all_statements.iter().take(STATEMENTS) {
                        label.choice { input type="checkbox" name="statements" value=(s.statement.id); " " (words(&cut(&s.sentence, 160))) }
                    }
                }
                (reason("why-split", false))
            }))
        }
        (form(common::ADD_A_NOTE_OR_EVIDENCE, "", "note", case, note_fields(&view.row.id)))
    }
}
