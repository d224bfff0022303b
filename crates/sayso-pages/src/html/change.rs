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
        h1 { "Changes" }
        form.ask action=(address::CHANGES) method="get" {
            label for="since" { "What is new in the case since" }
            input type="text" id="since" name="since" required value=[asked.map(|a| plain(a.since))]
                placeholder="2031-03-05" aria-describedby="since-hint";
            button type="submit" { "Show" }
            p.hint id="since-hint" { "A day, or a time such as " code { "2031-03-05T18:00:00Z" }
                ". What counts is when the case got an article, not when it was published." }
        }
        @if let Some(visit) = visit {
            p { a href={ (address::CHANGES) "?since=" (LAST_VISIT) } { "Since your last visit" } ", " (time(visit)) }
        }
        (days(case))
        @if let Some(asked) = asked { (sections(asked, case)) }
    };
    page("Changes", address::CHANGES, case, main)
}

/// Links to the days on which the case got articles, the latest first.
fn days(case: &Case<'_>) -> Markup {
    let of = |a: &sayso_model::Article| a.retrieved.to_string().chars().take("2031-03-05".len()).collect();
    let days: std::collections::BTreeSet<String> = case.snapshot.articles.iter().map(of).collect();
    html! {
        @if !days.is_empty() {
            p { "The case got articles on " @for (i, day) in days.iter().rev().take(7).enumerate() {
                @if i > 0 { ", " }
                a href={ (address::CHANGES) "?since=" (day) "T00:00:00Z" } { (day) }
            } " (days in UTC)." }
        }
    }
}

fn sections(asked: ChangesAsked<'_>, case: &Case<'_>) -> Markup {
    html! {
        @if asked.changes.is_empty() { h2 { "Nothing changed since " (plain(asked.since)) } }
        @for (kind, title) in CHANGE_SECTIONS {
            @let of_kind: Vec<&ChangeView> = asked.changes.iter().filter(|c| c.kind == kind).collect();
            @if !of_kind.is_empty() {
                section {
                    h2 { (title) " " span.number { (of_kind.len()) } }
                    @if of_kind.len() > MOST { p.where { "The first " (MOST) " are shown; the JSON of this page has all." } }
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
                    span.aloud { " became " } " " }
                @if let Some(after) = change.after { (status(after)) }
            }
        }
        @if let Some(article) = &change.article { p.where { (outlet_of(case.snapshot, article)) } }
        // A moved status is explained at once; a first case has hundreds of the others.
        @if change.kind == ChangeKind::StatusMoved { (reasons(&change.reasons, case.snapshot)) }
        @else { (folded(&count(change.reasons.len(), "reason"), &change.reasons, case.snapshot)) }
    }
}
