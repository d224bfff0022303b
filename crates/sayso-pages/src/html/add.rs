//! Where articles are added from the browser, and how far the work has come.

use maud::{Markup, html};
use serde::Serialize;

use super::{
    address,
    frame::{Case, hidden, page},
    plain::words,
};

/// How far the reading of added articles has come.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct AddView {
    /// Whether anything is being read or compared.
    pub running: bool,
    /// What is being done.
    pub stage: String,
    /// Steps that are done.
    pub done: usize,
    /// All steps.
    pub steps: usize,
    /// What became of what was given last.
    pub last: Option<String>,
    /// What could not be taken, and why.
    pub refused: Vec<String>,
}

/// The page that takes texts and files.
pub fn add(view: &AddView, case: &Case<'_>) -> Markup {
    let main = html! {
        h1 { "Add articles" }
        @if let Some(last) = &view.last { p role="status" { (words(last)) } }
        @if !view.refused.is_empty() {
            p { "Not taken:" }
            ul.reasons { @for refused in &view.refused { li { (words(refused)) } } }
        }
        @if view.running {
            p role="status" { "Working: " (view.stage)
                @if view.steps > 0 { ", " (view.done) " of " (view.steps) } ". The pages show what is new when it is done." }
            @if view.steps > 0 { progress max=(view.steps) value=(view.done) aria-label=(view.stage) {} }
        }
        @if case.visitor.may_decide {
            form.ask.adding method="post" action=(address::ADD) data-adding="" {
                (hidden(case))
                label for="text" { "The article: its text, or the source of its page" }
                textarea id="text" name="text" rows="12" required aria-describedby="text-hint" {}
                p.hint id="text-hint" { "It may begin with lines such as " code { "url: https://…" } ", " code { "outlet: …" } " and "
                    code { "published: 2031-03-04" } ", and an empty line." }
                label for="name" { "Name of the file" span.where { " (may stay empty)" } }
                input id="name" name="name" maxlength="200";
                p.files hidden {
                    label for="files" { "Or files: choose them here, or drop them on the page" }
                    input id="files" type="file" multiple accept=".txt,.md,.html,.htm,text/plain,text/html";
                }
                button type="submit" { "Add" }
            }
            h2 { "Fetch from the web" }
            form.ask.adding method="post" action=(address::ADD) {
                (hidden(case))
                label for="addresses" { "Addresses of articles or feeds, one in each line" }
                textarea id="addresses" name="addresses" rows="5" required aria-describedby="addresses-hint" {}
                p.hint id="addresses-hint" { "They are asked one after the other, as their robots.txt allows; addresses of this machine and of "
                    "its network are refused. What was sent and answered is kept with the case." }
                button type="submit" { "Fetch" }
            }
        } @else { p { "Your role does not allow adding." } }
    };
    page("Add articles", address::ADD, case, main)
}
