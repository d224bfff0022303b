//! Where articles are added from the browser, and how far the work has come.

use maud::{Markup, html};
use serde::Serialize;

use super::{
    address,
    frame::{Case, hidden, page},
    plain::words,
};
use crate::texts::{add as texts, common};

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
        h1 { (texts::ADD_ARTICLES) }
        @if let Some(last) = &view.last { p role="status" { (words(last)) } }
        @if !view.refused.is_empty() {
            p { (texts::NOT_TAKEN) }
            ul.reasons { @for refused in &view.refused { li { (words(refused)) } } }
        }
        @if view.running {
            p role="status" { (texts::working(&view.stage, view.done, view.steps)) }
            @if view.steps > 0 { progress max=(view.steps) value=(view.done) aria-label=(view.stage) {} }
        }
        @if case.visitor.may_decide {
            form.ask.adding method="post" action=(address::ADD) data-adding="" {
                (hidden(case))
                label for="text" { (texts::THE_ARTICLE) }
                textarea id="text" name="text" rows="12" required aria-describedby="text-hint" {}
                p.hint id="text-hint" { (texts::header_lines("url: https://…", "outlet: …", "published: 2031-03-04")) }
                label for="name" { (texts::NAME_OF_THE_FILE) span.where { " " (common::MAY_STAY_EMPTY) } }
                input id="name" name="name" maxlength="200";
                p.files hidden {
                    label for="files" { (texts::OR_FILES) }
                    input id="files" type="file" multiple accept=".txt,.md,.html,.htm,text/plain,text/html";
                }
                button type="submit" { (common::ADD) }
            }
            h2 { (texts::FETCH_FROM_THE_WEB) }
            form.ask.adding method="post" action=(address::ADD) {
                (hidden(case))
                label for="addresses" { (texts::ADDRESSES) }
                textarea id="addresses" name="addresses" rows="5" required aria-describedby="addresses-hint" {}
                p.hint id="addresses-hint" { (texts::FETCH_HINT) }
                button type="submit" { (texts::FETCH) }
            }
        } @else { p { (texts::NOT_ALLOWED) } }
    };
    page(texts::ADD_ARTICLES, address::ADD, case, main)
}
