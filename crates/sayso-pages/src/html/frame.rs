//! The frame around every page: head, navigation, search, main part, footer.

use maud::{DOCTYPE, Markup, html};
use sayso_model::Snapshot;

use super::{address, decision::done, plain::words};
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
    (address::LEDGER, "Claims"),
    (address::ARTICLES, "Articles"),
    (address::SOURCES, "Actors"),
    (address::TABLE, "Table"),
    (address::MAP, "Map"),
    (address::CALENDAR, "Calendar"),
    (address::CHANGES, "Changes"),
    (address::DECISIONS, "Decisions"),
    (address::ADD, "Add"),
];

/// The keys of the sheet, with what they do.
const KEYS: [(&str, &str); 11] = [
    ("j, k", "next, previous line or statement"),
    ("Enter", "open it"),
    ("a", "accept the reading"),
    ("r", "reject the reading"),
    ("e", "judge it: stance, source, words, origin"),
    ("m", "merge, or move to another claim"),
    ("s", "split the claim"),
    ("u", "undo the last decision"),
    ("/ or Ctrl+K", "search"),
    ("g then c, a, s, d", "claims, articles, actors, decisions"),
    ("?", "this sheet"),
];

/// A whole page. `section` is the address of the navigation's page that it belongs to.
pub(super) fn page(title: &str, section: &str, case: &Case<'_>, main: Markup) -> Markup {
    let body = html! {
        @if !case.is_current {
            p.notice role="status" {
                "Articles were added that have not been read yet. What is said in them is missing here until the command "
                "that adds them is done; if it was interrupted, run " code { "sayso claims" } "."
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
                title { (super::plain::plain(title)) " – sayso" }
                link rel="stylesheet" href=(address::STYLE);
                link rel="alternate" type="application/atom+xml" title="Changes" href=(address::FEED);
                script src=(address::SCRIPT) defer {}
            }
            body {
                a.skip href="#main" { "Skip to the content" }
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
            p { "sayso shows who asserts, denies and confirms a claim, and on how many independent origins it "
                "rests. It does not say that a claim is true or false." }
            details id="keys" {
                summary { "Keys" }
                dl.keys { @for (key, what) in KEYS { div { dt { kbd { (key) } } dd { (what) } } } }
            }
        }
    }
}

fn banner(section: &str, case: &str, visitor: Option<&Visitor>) -> Markup {
    html! {
        p.brand { a href=(address::LEDGER) { "sayso" } @if !case.is_empty() { " " span.case { (words(case)) } } }
        nav aria-label="Pages" {
            ul {
                @for (address, name) in PAGES {
                    li { a href=(address) aria-current=[(address == section).then_some("page")] { (name) } }
                }
            }
        }
        form.find action=(address::SEARCH) method="get" role="search" aria-label="Search from any page" {
            label.aloud for="find" { "Search in articles and statements" }
            input type="search" id="find" name="q" placeholder="Search" autocomplete="off" aria-keyshortcuts="Control+K";
        }
        @if let Some(visitor) = visitor.filter(|v| !v.name.is_empty()) {
            p.visitor {
                span.aloud { "You decide as " } (words(&visitor.name))
                @if visitor.signed_in {
                    form method="post" action=(address::SIGN_OUT) {
                        input type="hidden" name="token" value=(visitor.token);
                        button.link type="submit" { "Sign out" }
                    }
                }
            }
        }
    }
}
