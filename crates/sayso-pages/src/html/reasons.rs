//! Why something was decided, with the words that show it.

use maud::{Markup, html};
use sayso_model::{ArticleId, Snapshot};

use super::{
    address, parts,
    plain::{cut, plain, quoted},
};
use crate::texts::plurals;
use crate::{
    claim::one_line,
    json::{EvidenceJson, ReasonJson},
};

/// Characters of evidence that are shown; the link leads to the whole.
const LONGEST_EVIDENCE: usize = 240;
/// Places that are shown below a reason; the JSON has all.
const MOST_PLACES: usize = 4;

/// Reasons as a list; nothing where there is none.
pub(super) fn reasons(reasons: &[ReasonJson], snapshot: &Snapshot) -> Markup {
    html! {
        @if !reasons.is_empty() {
            ul.reasons { @for reason in reasons { li { (one(reason, snapshot)) } } }
        }
    }
}

/// The same, folded away behind a line of text.
pub(super) fn folded(summary: &str, list: &[ReasonJson], snapshot: &Snapshot) -> Markup {
    html! {
        @if !list.is_empty() { details { summary { (summary) } (reasons(list, snapshot)) } }
    }
}

fn one(reason: &ReasonJson, snapshot: &Snapshot) -> Markup {
    let shown = reason.evidence.iter().take(MOST_PLACES);
    let hidden = reason.evidence.len().saturating_sub(MOST_PLACES);
    html! {
        bdi { (plain(&reason.text)) }
        @if !reason.evidence.is_empty() {
            ul.evidence {
                @for place in shown { li { (evidence(place, snapshot)) } }
                @if hidden > 0 { li { (parts::count(hidden, &plurals::MORE_PLACE)) } }
            }
        }
    }
}

fn evidence(place: &EvidenceJson, snapshot: &Snapshot) -> Markup {
    let article = snapshot.article(&ArticleId::from_written(place.article.as_str()));
    let words = article.map(|a| one_line(place.words(a)));
    html! {
        @if let Some(words) = words.filter(|w| !w.is_empty()) {
            a.words href=(address::evidence(place)) { (quoted(&cut(&words, LONGEST_EVIDENCE))) }
            " "
        }
        span.where {
            @if !place.part.is_text() { "headline, " }
            (parts::outlet_of(snapshot, &place.article))
        }
    }
}
