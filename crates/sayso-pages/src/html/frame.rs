//! The frame around every page: head, navigation, main part, footer.

use maud::{DOCTYPE, Markup, html};
use sayso_model::Snapshot;

use super::{address, plain::words};

/// What every page shows or looks up, whatever it is about.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// What the case is called: its folder.
    pub name: &'a str,
    /// Articles and claims, for looking up words and names.
    pub snapshot: &'a Snapshot,
    /// Whether everything that follows from the articles has been worked out.
    pub is_current: bool,
}

/// The pages of the navigation: address and name.
const PAGES: [(&str, &str); 5] = [
    (address::LEDGER, "Claims"),
    (address::ARTICLES, "Articles"),
    (address::SOURCES, "Sources"),
    (address::CHANGES, "Changes"),
    (address::SEARCH, "Search"),
];

/// A whole page. `here` is the address of the navigation's page that it belongs to.
pub(super) fn page(title: &str, here: &str, case: &Case<'_>, main: Markup) -> Markup {
    let notice = (!case.is_current).then(|| html! {
        p.notice role="status" {
            "Articles were added that have not been read yet. What is said in them is missing here until the command "
            "that adds them is done; if it was interrupted, run " code { "sayso claims" } "."
        }
    });
    bare(title, here, case.name, html! { @if let Some(notice) = notice { (notice) } (main) })
}

/// The same without looking at a case.
pub(super) fn bare(title: &str, here: &str, case: &str, main: Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (super::plain::plain(title)) " – sayso" }
                link rel="stylesheet" href=(address::STYLE);
            }
            body {
                a.skip href="#main" { "Skip to the content" }
                header { (banner(here, case)) }
                main id="main" tabindex="-1" { (main) }
                footer {
                    p { "sayso shows who asserts, denies and confirms a claim, and on how many independent origins it "
                        "rests. It does not say that a claim is true or false." }
                }
            }
        }
    }
}

fn banner(here: &str, case: &str) -> Markup {
    html! {
        p.brand { a href=(address::LEDGER) { "sayso" } @if !case.is_empty() { " " span.case { (words(case)) } } }
        nav aria-label="Pages" {
            ul {
                @for (address, name) in PAGES {
                    li { a href=(address) aria-current=[(address == here).then_some("page")] { (name) } }
                }
            }
        }
    }
}
