//! Decisions: what the last one did, the list of all, and the small buttons that make one.

use maud::{Markup, html};
use sayso_model::Standing;

use super::{
    address,
    frame::{Case, Done, hidden, page},
    parts::{count, status, time},
    plain::{plain, words},
};
use crate::{change::ChangeView, review::ReviewView};

/// Consequences that are named after a decision; the page of changes has all.
const MOST: usize = 8;

/// What was just decided, and what followed from it.
pub(super) fn done(done: &Done, case: &Case<'_>) -> Markup {
    html! {
        section.done role="status" aria-label="What was decided" {
            p { "You " (words(&done.review.text)) "." @if done.review.standing == Standing::WithoutEffect { " It has no effect." } }
            @if done.changes.is_empty() { p.where { "No claim changed." } }
            ul { @for change in done.changes.iter().take(MOST) { li { (followed(change)) } } }
            @if done.changes.len() > MOST { p { (count(done.changes.len() - MOST, "more claim")) " changed." } }
            (undo(done.review.number, case))
        }
    }
}

fn followed(change: &ChangeView) -> Markup {
    let text = change.text.as_deref().unwrap_or_default();
    html! {
        @if let (Some(before), Some(after)) = (change.before, change.after) {
            (status(before)) " " span aria-hidden="true" { "→" } span.aloud { " became " } " " (status(after)) " "
        } @else { (label(change.kind)) ": " }
        @if let Some(id) = &change.claim { a href=(address::claim(id)) { (words(text)) } } @else { (words(text)) }
    }
}

/// The button that undoes a decision.
pub(super) fn undo(number: u64, case: &Case<'_>) -> Markup {
    html! {
        @if case.visitor.may_decide {
            button type="submit" form="judge" name="undo" value=(number) data-key="u" { "Undo" span.aloud { " decision " (number) } }
        }
    }
}

/// Accept, reject and more, for one statement in a list.
pub(super) fn buttons(statement: &str, case: &Case<'_>) -> Markup {
    html! {
        @if case.visitor.may_decide {
            span.judge {
                button type="submit" form="judge" name="accept" value=(statement) data-key="a" { "Accept" }
                button type="submit" form="judge" name="reject" value=(statement) data-key="r" { "Reject" }
                a href=(address::judge(statement)) data-key="e" { "Judge…" }
            }
        }
    }
}

/// Says whether a person or only the program stands behind a reading.
pub(super) fn judged(by: Option<&(String, &'static str)>) -> Markup {
    match by {
        Some((who, how)) => html! { span.by-person { "✓ " (how) " by " (words(who)) } },
        None => html! { span.by-program { "read by the program" } },
    }
}

/// Decisions as a list, each with its button.
pub(super) fn history(reviews: &[ReviewView], case: &Case<'_>) -> Markup {
    html! {
        @if reviews.is_empty() { p.where { "Nobody has decided anything here. What you see was read and worked out by the program." } }
        ol.history { @for review in reviews { li class=[(review.standing != Standing::Holds).then_some("undone")] { (one(review, case)) } } }
    }
}

fn one(review: &ReviewView, case: &Case<'_>) -> Markup {
    html! {
        p {
            strong { (words(&review.author)) } " " (words(&review.text)) " "
            span.where {
                (time(review.time)) " · decision " (review.number)
                @match review.standing {
                    Standing::Holds => {},
                    Standing::Undone => { " · undone" },
                    Standing::WithoutEffect => { " · without effect now" },
                }
            }
        }
        @if let Some(before) = &review.before { p.where { "before: " (words(before)) } }
        @if !review.reason.is_empty() { blockquote { p { (words(&review.reason)) } } }
        @if let Some(evidence) = &review.evidence { p.where { "evidence: " (words(evidence)) } }
        @if review.standing == Standing::Holds { (undo(review.number, case)) }
    }
}

/// The page of all decisions.
pub fn decisions(reviews: &[ReviewView], page_number: usize, per_page: usize, case: &Case<'_>) -> Markup {
    let shown = reviews.iter().skip(page_number.saturating_mul(per_page)).take(per_page).cloned();
    let main = html! {
        h1 { "Decisions" }
        p { a href=(address::SECOND) { "Second readings" } " – how far two people who do not know of each other read alike." }
        p.lead { (count(reviews.len(), "decision")) " by people, the latest first. Each is an entry of the log; undoing one adds another." }
        (history(&shown.collect::<Vec<_>>(), case))
        (super::parts::pages(address::DECISIONS, "", page_number, per_page, reviews.len()))
    };
    page("Decisions", address::DECISIONS, case, main)
}

/// A form that decides, behind a line that opens it.
pub(super) fn form(title: &str, key: &str, act: &str, case: &Case<'_>, fields: Markup) -> Markup {
    html! {
        @if case.visitor.may_decide {
            details.form data-key=[(!key.is_empty()).then_some(key)] {
                summary { (title) }
                form method="post" action=(address::ACT) {
                    (hidden(case))
                    input type="hidden" name="act" value=(act);
                    (fields)
                    button type="submit" { (plain(title)) }
                }
            }
        }
    }
}

/// The field for the reason of a decision.
pub(super) fn reason(id: &str, required: bool) -> Markup {
    html! {
        label for=(id) { "Why" @if !required { span.where { " (may stay empty)" } } }
        textarea id=(id) name="reason" rows="2" maxlength="4000" required[required] {}
    }
}

pub(super) fn label(kind: sayso_model::ChangeKind) -> &'static str {
    use sayso_model::ChangeKind;
    match kind {
        ChangeKind::NewClaim => "new claim",
        ChangeKind::NewStatement => "new statement",
        ChangeKind::StatusMoved => "status moved",
        ChangeKind::ClaimGone => "claim gone",
        ChangeKind::NewArticle => "new article",
        ChangeKind::ArticleRevised => "revised article",
        ChangeKind::ArticleCorrected => "corrected article",
    }
}
