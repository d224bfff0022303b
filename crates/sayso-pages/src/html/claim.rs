//! The page of one claim: status with reasons, who stands where, origins, drift, and every statement in its words.

use maud::{Markup, html};
use sayso_model::{Snapshot, Stance};

use super::{
    address, excerpt,
    frame::{Case, page},
    parts::{actor, count, day, head, legend, meaning, moment, names, outlet_of, status, table},
    plain::{cut, plain, quoted, words},
    reasons::{folded, reasons},
};
use crate::{
    claim::{ClaimView, DriftSide, DriftView, OriginView, PositionView, StatementView},
    ledger::LedgerRow,
};

/// Characters of the wording that the title of the window shows.
const LONGEST_TITLE: usize = 80;

/// The page of one claim.
pub fn claim(view: &ClaimView, case: &Case<'_>) -> Markup {
    let snapshot = case.snapshot;
    let main = html! {
        article.claim {
            p.kicker { "Claim" }
            h1.wording { (quoted(&view.row.claim)) }
            (summary(&view.row))
            (reasons(&view.reasons, snapshot))
            section aria-labelledby="positions" {
                h2 id="positions" { "Who stands where" }
                (positions(&view.positions))
            }
            section aria-labelledby="origins" {
                h2 id="origins" { (count(view.row.independent_origins, "independent origin")) " behind "
                    (count(view.row.articles, "article")) }
                (origins(&view.origins, snapshot))
            }
            @if !view.drift.is_empty() {
                section aria-labelledby="drift" {
                    h2 id="drift" { "How it changed in retelling" }
                    ol.drift { @for d in &view.drift { li { (drift(d, snapshot)) } } }
                }
            }
            section aria-labelledby="statements" {
                h2 id="statements" { (count(view.all_statements.len(), "statement")) }
                (statements(&view.all_statements, snapshot))
            }
        }
        (legend())
    };
    page(&cut(&view.row.claim, LONGEST_TITLE), address::LEDGER, case, main)
}

/// The status, and who stands behind it, in one glance.
fn summary(row: &LedgerRow) -> Markup {
    let sides = [
        ("Asserted by", &row.asserted_by),
        ("Confirmed by", &row.confirmed_by),
        ("Denied by", &row.denied_by),
        ("Doubted by", &row.doubted_by),
        ("Withheld or under a condition by", &row.withheld_by),
    ];
    html! {
        div.summary {
            p { (status(row.status)) " " span.meaning { (meaning(row.status)) } }
            dl { @for (label, who) in sides { @if !who.is_empty() { div { dt { (label) } dd { (names(who)) } } } } }
        }
    }
}

fn positions(positions: &[PositionView]) -> Markup {
    table(
        "Each actor with each attitude that it takes",
        html! {
            (head(&["Who", "Stance", "Statements", "First report", "Last report"]))
            tbody {
                @for p in positions {
                    tr {
                        th scope="row" { (actor(p.actor.as_ref())) }
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

fn stance(stance: Stance) -> Markup {
    html! { span class=(format!("stance {stance}")) { (stance) } }
}

fn origins(origins: &[OriginView], snapshot: &Snapshot) -> Markup {
    html! {
        @if origins.is_empty() { p { "Nobody supports it in a way that an origin could be counted for." } }
        ul.origins {
            @for origin in origins {
                li {
                    p { strong { (words(&origin.name)) } " – " (count(origin.statements.len(), "statement")) }
                    (folded("Why this counts as one origin", &origin.reasons, snapshot))
                }
            }
        }
    }
}

fn drift(drift: &DriftView, snapshot: &Snapshot) -> Markup {
    let side = |label: &str, side: &DriftSide| {
        html! {
            div { dt { (label) } dd { span.words { (quoted(&side.text)) } " " span.where { (outlet_of(snapshot, &side.article)) } } }
        }
    };
    html! {
        p { strong { (drift.kind) } }
        dl { (side("Earlier wording", &drift.from)) (side("Changed wording", &drift.to)) }
        (reasons(&drift.reasons, snapshot))
    }
}

/// The statements below one heading for each stance.
fn statements(all: &[StatementView], snapshot: &Snapshot) -> Markup {
    html! {
        @for kind in Stance::ALL {
            @let with: Vec<&StatementView> = all.iter().filter(|s| s.statement.stance == *kind).collect();
            @if !with.is_empty() {
                h3 { (stance(*kind)) " " span.number { (with.len()) } }
                ul.statements { @for s in with { li { (statement(s, snapshot)) } } }
            }
        }
    }
}

fn statement(view: &StatementView, snapshot: &Snapshot) -> Markup {
    let s = &view.statement;
    let place = address::statement(s.article.as_deref().unwrap_or_default(), &s.id);
    html! {
        p.who {
            (actor(s.actor.as_ref())) " " (s.stance) ", " span.certainty { (s.certainty) }
            @if let Some(origin) = &view.origin { span.where { " · origin: " (words(origin)) } }
        }
        blockquote { p { (excerpt::sentence(view, snapshot)) } }
        p.where { a href=(place) { (plain(&view.outlet)) } " · " (moment(view.published)) }
        (folded("Why this origin", &view.origin_reasons, snapshot))
    }
}
