//! Small parts that several pages share: status, names, times, counts.

use maud::{Markup, html};
use sayso_model::{Published, Reliability, Snapshot, Status};

use super::{
    address,
    plain::{plain, words},
};
use crate::texts::plurals::Plural;
use crate::texts::{common, parts as texts};
use crate::{claim::outlet, json::ActorJson};

/// Names that a cell of a table shows; the claim's own page shows all.
const NAMES_IN_A_CELL: usize = 4;

/// What a status says, in the words of the glossary: always about who says what.
pub(super) fn meaning(status: Status) -> &'static str {
    match status {
        Status::Contested => texts::CONTESTED,
        Status::Confirmed => texts::CONFIRMED,
        Status::Corroborated => texts::CORROBORATED,
        Status::SingleSource => texts::SINGLE_SOURCE,
        Status::Unconfirmed => texts::UNCONFIRMED,
    }
}

/// What a grade of reliability says, in the words of the Admiralty code.
pub(super) fn grade_meaning(grade: Reliability) -> &'static str {
    match grade {
        Reliability::A => texts::COMPLETELY_RELIABLE,
        Reliability::B => texts::USUALLY_RELIABLE,
        Reliability::C => texts::FAIRLY_RELIABLE,
        Reliability::D => texts::NOT_USUALLY_RELIABLE,
        Reliability::E => texts::UNRELIABLE,
        Reliability::F => texts::RELIABILITY_CANNOT_BE_JUDGED,
    }
}

/// The status as a label.
pub(super) fn status(status: Status) -> Markup {
    let shape = match status {
        Status::Confirmed => "◆",
        Status::Corroborated => "●●",
        Status::Contested => "✕",
        Status::SingleSource => "●",
        Status::Unconfirmed => "○",
    };
    html! { span class=(format!("status {status}")) { span aria-hidden="true" { (shape) " " } (status) } }
}

/// The statuses with what they mean.
pub(super) fn legend() -> Markup {
    html! {
        details.legend {
            summary { (texts::STATUSES) }
            dl { @for s in Status::ALL { dt { (status(*s)) } dd { (meaning(*s)) } } }
        }
    }
}

/// Names in a cell of a table, or a dash that is read out as "none".
pub(super) fn names(names: &[String]) -> Markup {
    if names.is_empty() {
        return html! { span.none aria-hidden="true" { "–" } span.aloud { (common::NONE) } };
    }
    html! {
        @for (i, name) in names.iter().take(NAMES_IN_A_CELL).enumerate() {
            @if i > 0 { ", " }
            (name_of(name))
        }
        @if names.len() > NAMES_IN_A_CELL { " " (common::and_more(names.len() - NAMES_IN_A_CELL)) }
    }
}

/// An actor's name, linked to its line in the list of sources.
pub(super) fn actor(actor: Option<&ActorJson>) -> Markup {
    match actor {
        Some(actor) => html! { a href=(address::actor(&actor.id)) { (name_of(&actor.name)) } },
        None => html! { span.unknown { (texts::UNNAMED) } },
    }
}

/// A name; a link or a cell must not be left without words where there is none.
fn name_of(name: &str) -> Markup {
    if name.trim().is_empty() {
        html! { span.unknown { (texts::UNNAMED) } }
    } else {
        words(name)
    }
}

/// The outlet of an article, linked to the article.
pub(super) fn outlet_of(snapshot: &Snapshot, article: &str) -> Markup {
    let id = sayso_model::ArticleId::from_written(article);
    let name = snapshot.article(&id).map_or_else(|| article.to_owned(), outlet);
    html! { a href=(address::article(article)) { (words(&name)) } }
}

/// The day of a publication.
pub(super) fn day(published: Option<Published>) -> Markup {
    match published {
        Some(at) => html! { time datetime=(at) { (at.day()) } },
        None => unknown(),
    }
}

/// Day and time of a publication, as precisely as is known.
pub(super) fn moment(published: Option<Published>) -> Markup {
    match published {
        Some(at) => html! { time datetime=(at) { (readable(&at.to_string())) } },
        None => unknown(),
    }
}

/// `2031-03-04T07:20:00Z` as `2031-03-04 07:20 UTC`; what is not of that form stays as it is.
fn readable(iso: &str) -> String {
    let parts = (iso.get(..10), iso.get(11..16), iso.get(16..19), iso.get(19..));
    let (Some(day), Some(minute), Some(":00"), Some(offset)) = parts else {
        return iso.replacen('T', " ", 1);
    };
    format!("{day} {minute} {}", if offset == "Z" { texts::UTC } else { offset })
}

/// Text that may not be known.
pub(super) fn known(text: Option<&str>) -> Markup {
    text.map_or_else(unknown, words)
}

fn unknown() -> Markup {
    html! { span.unknown { (texts::UNKNOWN) } }
}

/// "1 article", "2 articles".
pub(super) fn count(n: usize, noun: &Plural) -> String {
    noun.of(n)
}

/// A share as a whole percentage; a small one is not shown as none.
pub(super) fn percent(share: f64) -> String {
    let percent = (100.0 * share).round();
    if percent < 1.0 { texts::LESS_THAN_ONE_PERCENT.to_owned() } else { format!("{percent:.0}\u{A0}%") }
}

/// A table that scrolls sideways by itself where it is wider than the page; the keyboard reaches it.
pub(super) fn table(caption: &str, table: Markup) -> Markup {
    html! {
        div.scroll role="region" aria-label=(plain(caption)) tabindex="0" {
            table { caption { (plain(caption)) } (table) }
        }
    }
}

/// The head of a table with these headings.
pub(super) fn head(headings: &[&str]) -> Markup {
    html! { thead { tr { @for heading in headings { th scope="col" { (heading) } } } } }
}

/// Links to the other pages of a list, with the number of all lines.
pub(super) fn pages(address: &str, query: &str, page: usize, per_page: usize, all: usize) -> Markup {
    let last = all.saturating_sub(1) / per_page.max(1);
    let to = |page: usize| {
        let query = if query.is_empty() { String::new() } else { format!("{query}&") };
        format!("{address}?{query}page={}", page + 1)
    };
    html! {
        @if last > 0 {
            nav.pages aria-label=(texts::PAGES_OF_THIS_LIST) {
                @if page > 0 { a rel="prev" href=(to(page - 1)) { (texts::PREVIOUS) } }
                span { (texts::page_of(page + 1, last + 1, all)) }
                @if page < last { a rel="next" href=(to(page + 1)) { (texts::NEXT) } }
            }
        }
    }
}

/// A moment in UTC, to the minute.
pub(super) fn time(at: jiff::Timestamp) -> Markup {
    let text = at.to_string();
    let minute = text.get(..16).unwrap_or(&text).replacen('T', " ", 1);
    html! { time datetime=(text) { (minute) " " (texts::UTC) } }
}

/// The mark of a stance: a shape, so that it can be told without colour.
pub(super) fn sign(stance: sayso_model::Stance) -> &'static str {
    use sayso_model::Stance;
    match stance {
        Stance::Asserts => "●",
        Stance::Confirms => "◆",
        Stance::Denies => "✕",
        Stance::Doubts => "?",
        Stance::Withholds => "–",
        Stance::Conditional => "◌",
    }
}
