//! Decisions: what the last one did, the list of all, and the small buttons that make one.

use maud::{Markup, html};
use sayso_model::Standing;

use super::{
    address,
    frame::{Case, Done, hidden, page},
    parts::{status, time},
    plain::{plain, words},
};
use crate::texts::{common, decision as texts};
use crate::{change::ChangeView, review::ReviewView};

/// Consequences that are named after a decision; the page of changes has all.
const MOST: usize = 8;

/// What was just decided, and what followed from it.
pub(super) fn done(done: &Done, case: &Case<'_>) -> Markup {
    html! {
        section.done role="status" aria-label=(texts::WHAT_WAS_DECIDED) {
            p { (texts::you(words(&done.review.text))) @if done.review.standing == Standing::WithoutEffect { " " (texts::IT_HAS_NO_EFFECT) } }
            @if done.changes.is_empty() { p.where { (texts::NO_CLAIM_CHANGED) } }
            ul { @for change in done.changes.iter().take(MOST) { li { (followed(change)) } } }
            @if done.changes.len() > MOST { p { (texts::more_changed(done.changes.len() - MOST)) } }
            (undo(done.review.number, case))
        }
    }
}

fn followed(change: &ChangeView) -> Markup {
    let text = change.text.as_deref().unwrap_or_default();
    html! {
        @if let (Some(before), Some(after)) = (change.before, change.after) {
            (status(before)) " " span aria-hidden="true" { "→" } span.aloud { " " (common::BECAME) " " } " " (status(after)) " "
        } @else { (label(change.kind)) ": " }
        @if let Some(id) = &change.claim { a href=(address::claim(id)) { (words(text)) } } @else { (words(text)) }
    }
}

/// The button that undoes a decision.
pub(super) fn undo(number: u64, case: &Case<'_>) -> Markup {
    html! {
        @if case.visitor.may_decide {
            button type="submit" form="judge" name="undo" value=(number) data-key="u" { (texts::UNDO) span.aloud { " " (texts::decision(number)) } }
        }
    }
}

/// Accept, reject and more, for one statement in a list.
pub(super) fn buttons(statement: &str, case: &Case<'_>) -> Markup {
    html! {
        @if case.visitor.may_decide {
            span.judge {
                button type="submit" form="judge" name="accept" value=(statement) data-key="a" { (texts::ACCEPT) }
                button type="submit" form="judge" name="reject" value=(statement) data-key="r" { (texts::REJECT) }
                a href=(address::judge(statement)) data-key="e" { (texts::JUDGE) }
            }
        }
    }
}

/// Says whether a person or only the program stands behind a reading.
pub(super) fn judged(by: Option<&(String, &'static str)>) -> Markup {
    match by {
        Some((who, how)) => html! { span.by-person { (texts::judged_by(how, words(who))) } },
        None => html! { span.by-program { (texts::READ_BY_THE_PROGRAM) } },
    }
}

/// Decisions as a list, each with its button.
pub(super) fn history(reviews: &[ReviewView], case: &Case<'_>) -> Markup {
    html! {
        @if reviews.is_empty() { p.where { (texts::NO_DECISION) } }
        ol.history { @for review in reviews { li class=[(review.standing != Standing::Holds).then_some("undone")] { (one(review, case)) } } }
    }
}

fn one(review: &ReviewView, case: &Case<'_>) -> Markup {
    html! {
        p {
            strong { (words(&review.author)) } " " (words(&review.text)) " "
            span.where {
                (time(review.time)) " " "· " (texts::decision(review.number))
                @match review.standing {
                    Standing::Holds => {},
                    Standing::Undone => { " " (texts::UNDONE) },
                    Standing::WithoutEffect => { " " (texts::WITHOUT_EFFECT_NOW) },
                }
            }
        }
        @if let Some(before) = &review.before { p.where { (texts::before(words(before))) } }
        @if !review.reason.is_empty() { blockquote { p { (words(&review.reason)) } } }
        @if let Some(evidence) = &review.evidence { p.where { (texts::evidence(words(evidence))) } }
        @if review.standing == Standing::Holds { (undo(review.number, case)) }
    }
}

/// The page of all decisions.
pub fn decisions(reviews: &[ReviewView], page_number: usize, per_page: usize, case: &Case<'_>) -> Markup {
    let shown = reviews.iter().skip(page_number.saturating_mul(per_page)).take(per_page).cloned();
    let main = html! {
        h1 { (common::DECISIONS) }
        p { a href=(address::SECOND) { (common::SECOND_READINGS) } " " (texts::WHAT_SECOND_READINGS_ARE) }
        p.lead { (texts::lead(reviews.len())) }
        (history(&shown.collect::<Vec<_>>(), case))
        (super::parts::pages(address::DECISIONS, "", page_number, per_page, reviews.len()))
    };
    page(common::DECISIONS, address::DECISIONS, case, main)
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
        label for=(id) { (common::WHY) @if !required { span.where { " " (common::MAY_STAY_EMPTY) } } }
        textarea id=(id) name="reason" rows="2" maxlength="4000" required[required] {}
    }
}

pub(super) fn label(kind: sayso_model::ChangeKind) -> &'static str {
    use sayso_model::ChangeKind;
    match kind {
        ChangeKind::NewClaim => texts::NEW_CLAIM,
        ChangeKind::NewStatement => texts::NEW_STATEMENT,
        ChangeKind::StatusMoved => texts::STATUS_MOVED,
        ChangeKind::ClaimGone => texts::CLAIM_GONE,
        ChangeKind::NewArticle => texts::NEW_ARTICLE,
        ChangeKind::ArticleRevised => texts::REVISED_ARTICLE,
        ChangeKind::ArticleCorrected => texts::CORRECTED_ARTICLE,
    }
}
