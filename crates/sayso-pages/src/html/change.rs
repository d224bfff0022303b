//! What is new since a time, by kind.

use maud::{Markup, html};
use sayso_model::ChangeKind;

use super::{
    address,
    frame::{Case, page},
    parts::{count, outlet_of, status, time},
    plain::{plain, words},
    reasons::{folded, reasons},
};
use crate::change::{CHANGE_SECTIONS, ChangeView};
use crate::texts::plurals;
use crate::texts::{change as texts, common};

/// Changes of one kind that a page shows: a first case has thousands.
const MOST: usize = 300;

/// What the page of changes was asked for, and what is new.
#[derive(Clone, Copy, Debug)]
pub struct ChangesAsked<'a> {
    /// The time, as it was understood.
    pub since: &'a str,
    /// What is new since then.
    pub changes: &'a [ChangeView],
}

/// The word that stands for the time of the last visit in the address of the page.
pub const LAST_VISIT: &str = "last-visit";

/// The page of changes; without a time it only asks for one.
///
/// `visit` is when the visitor was here last, where the browser has kept it.
pub fn changes(asked: Option<ChangesAsked<'_>>, visit: Option<jiff::Timestamp>, case: &Case<'_>) -> Markup {
    let main = html! {
        h1 { (common::CHANGES) }
        form.ask action=(address::CHANGES) method="get" {
            label for="since" { (texts::NEW_SINCE) }
            input type="text" id="since" name="since" required value=[asked.map(|a| plain(a.since))]
                placeholder="2031-03-05" aria-describedby="since-hint";
            button type="submit" { (common::SHOW) }
            p.hint id="since-hint" { (texts::day_or_time("2031-03-05T18:00:00Z")) }
        }
        @if let Some(visit) = visit {
            p { a href={ (address::CHANGES) "?since=" (LAST_VISIT) } { (texts::SINCE_YOUR_LAST_VISIT) } ", " (time(visit)) }
        }
        (days(case))
        @if let Some(asked) = asked { (sections(asked, case)) }
    };
    page(common::CHANGES, address::CHANGES, case, main)
}

/// Links to the days on which the case got articles, the latest first.
fn days(case: &Case<'_>) -> Markup {
    let of = |a: &sayso_model::Article| a.retrieved.to_string().chars().take("2031-03-05".len()).collect();
    let days: std::collections::BTreeSet<String> = case.snapshot.articles.iter().map(of).collect();
    html! {
        @if !days.is_empty() {
            p { (texts::got_on(html! { @for (i, day) in days.iter().rev().take(7).enumerate() {
                @if i > 0 { ", " }
                a href={ (address::CHANGES) "?since=" (day) "T00:00:00Z" } { (day) }
            } })) }
        }
    }
}

fn sections(asked: ChangesAsked<'_>, case: &Case<'_>) -> Markup {
    html! {
        @if asked.changes.is_empty() { h2 { (texts::nothing_since(plain(asked.since))) } }
        @for (kind, title) in CHANGE_SECTIONS {
            @let of_kind: Vec<&ChangeView> = asked.changes.iter().filter(|c| c.kind == kind).collect();
            @if !of_kind.is_empty() {
                section {
                    h2 { (title) " " span.number { (of_kind.len()) } }
                    @if of_kind.len() > MOST { p.where { (texts::first_shown(MOST)) } }
                    ul.changes { @for change in of_kind.into_iter().take(MOST) { li { (self::change(change, case)) } } }
                }
            }
        }
    }
}

fn change(change: &ChangeView, case: &Case<'_>) -> Markup {
    let is_there = change
        .claim
        .as_deref()
        .is_some_and(|id| case.index.claim(case.snapshot, &sayso_model::ClaimId::from_written(id)).is_some());
    html! {
        @if let Some(text) = &change.text {
            p {
                @if let (true, Some(id)) = (is_there, &change.claim) { a href=(address::claim(id)) { (words(text)) } }
                @else { (words(text)) }
            }
        }
        @if change.before.is_some() || change.after.is_some() {
            p {
                @if let Some(before) = change.before { (status(before)) " " span aria-hidden="true" { "→" }
                    span.aloud { " " (common::BECAME) " " } " " }
                @if let Some(after) = change.after { (status(after)) }
            }
        }
        @if let Some(article) = &change.article { p.where { (outlet_of(case.snapshot, article)) } }
        // A moved status is explained at once; a first case has hundreds of the others.
        @if change.kind == ChangeKind::StatusMoved { (reasons(&change.reasons, case.snapshot)) }
        @else { (folded(&count(change.reasons.len(), &plurals::REASON), &change.reasons, case.snapshot)) }
    }
}
