//! The frame around every page: head, navigation, search, main part, footer.

use maud::{DOCTYPE, Markup, html};
use sayso_model::Snapshot;

use super::{address, decision::done, plain::words};
use crate::texts::{common, frame as texts};
use crate::{change::ChangeView, index::Index, review::ReviewView};

/// Who looks at a page, and whether they may decide anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visitor {
    /// Their name, as decisions will bear it; empty where they may not decide.
    pub name: String,
    /// Whether pages offer to decide.
    pub may_decide: bool,
    /// What a form has to send back, so that no other page can send it in their name.
    pub token: String,
    /// Whether they signed in, and so can sign out.
    pub signed_in: bool,
}

/// What the last decision did, told once on the page that follows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// The decision.
    pub review: ReviewView,
    /// What followed from it.
    pub changes: Vec<ChangeView>,
}

/// What every page shows or looks up, whatever it is about.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// What the case is called: its folder.
    pub name: &'a str,
    /// Articles and claims, for looking up words and names.
    pub snapshot: &'a Snapshot,
    /// Where to find them.
    pub index: &'a Index,
    /// Whether everything that follows from the articles has been worked out.
    pub is_current: bool,
    /// Who looks.
    pub visitor: &'a Visitor,
    /// What they have just decided.
    pub done: Option<&'a Done>,
    /// The address of this page, to come back to after a decision.
    pub here: &'a str,
}

/// The pages of the navigation: address, name, and the key that opens it after `g`.
const PAGES: [(&str, &str); 9] = [
    (address::LEDGER, common::CLAIMS),
    (address::ARTICLES, common::ARTICLES),
    (address::SOURCES, common::ACTORS),
    (address::TABLE, common::TABLE),
    (address::MAP, common::MAP),
    (address::CALENDAR, common::CALENDAR),
    (address::CHANGES, common::CHANGES),
    (address::DECISIONS, common::DECISIONS),
    (address::ADD, common::ADD),
];

/// The keys of the sheet, with what they do.
const KEYS: [(&str, &str); 11] = [
    ("j, k", texts::NEXT_OR_PREVIOUS),
    (texts::ENTER, texts::OPEN_IT),
    ("a", texts::ACCEPT_THE_READING),
    ("r", texts::REJECT_THE_READING),
    ("e", texts::JUDGE_IT),
    ("m", texts::MERGE_OR_MOVE),
    ("s", texts::SPLIT_THE_CLAIM),
    ("u", texts::UNDO_THE_LAST_DECISION),
    (texts::SEARCH_KEYS, texts::SEARCH),
    (texts::GO_KEYS, texts::GO_PAGES),
    ("?", texts::THIS_SHEET),
];

/// A whole page. `section` is the address of the navigation's page that it belongs to.
pub(super) fn page(title: &str, section: &str, case: &Case<'_>, main: Markup) -> Markup {
    let body = html! {
        @if !case.is_current {
            p.notice role="status" {
                (texts::NOT_READ_YET) " " code { "sayso claims" } "."
            }
        }
        @if let Some(decided) = case.done { (done(decided, case)) }
        (main)
        @if case.visitor.may_decide {
            // Buttons in lists belong to this one form, so that a list of thousands stays small.
            form id="judge" method="post" action=(address::ACT) { (hidden(case)) }
        }
    };
    framed(title, section, case.name, Some(case.visitor), body)
}

/// What every form that decides sends along.
pub(super) fn hidden(case: &Case<'_>) -> Markup {
    html! {
        input type="hidden" name="token" value=(case.visitor.token);
        input type="hidden" name="back" value=(case.here);
    }
}

/// The same without looking at a case.
pub(super) fn bare(title: &str, section: &str, case: &str, main: Markup) -> Markup {
    framed(title, section, case, None, main)
}

fn framed(title: &str, section: &str, case: &str, visitor: Option<&Visitor>, main: Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (super::plain::plain(title)) " " (texts::TITLE_END) }
                link rel="stylesheet" href=(address::STYLE);
                link rel="alternate" type="application/atom+xml" title=(common::CHANGES) href=(address::FEED);
                script src=(address::SCRIPT) defer {}
            }
            body data-changed=(texts::THE_CASE_HAS_CHANGED) data-again=(texts::SHOW_IT_AS_IT_IS_NOW) {
                a.skip href="#main" { (texts::SKIP_TO_THE_CONTENT) }
                header { (banner(section, case, visitor)) }
                main id="main" tabindex="-1" { (main) }
                (footer())
            }
        }
    }
}

fn footer() -> Markup {
    html! {
        footer {
            p { (texts::WHAT_SAYSO_DOES) }
            details id="keys" {
                summary { (texts::KEYS) }
                dl.keys { @for (key, what) in KEYS { div { dt { kbd { (key) } } dd { (what) } } } }
            }
        }
    }
}

fn banner(section: &str, case: &str, visitor: Option<&Visitor>) -> Markup {
    html! {
        p.brand { a href=(address::LEDGER) { (texts::NAME) } @if !case.is_empty() { " " span.case { (words(case)) } } }
        nav aria-label=(texts::PAGES) {
            ul {
                @for (address, name) in PAGES {
                    li { a href=(address) aria-current=[(address == section).then_some("page")] { (name) } }
                }
            }
        }
        form.find action=(address::SEARCH) method="get" role="search" aria-label=(texts::SEARCH_FROM_ANY_PAGE) {
            label.aloud for="find" { (texts::SEARCH_IN) }
            input type="search" id="find" name="q" placeholder=(common::SEARCH) autocomplete="off" aria-keyshortcuts="Control+K";
        }
        @if let Some(visitor) = visitor.filter(|v| !v.name.is_empty()) {
            p.visitor {
                span.aloud { (texts::YOU_DECIDE_AS) " " } (words(&visitor.name))
                @if visitor.signed_in {
                    form method="post" action=(address::SIGN_OUT) {
                        input type="hidden" name="token" value=(visitor.token);
                        button.link type="submit" { (texts::SIGN_OUT) }
                    }
                }
            }
        }
    }
}
