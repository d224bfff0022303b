//! Which of two articles that share text derives from the other? Credits tell first, then times; where neither does,
//! the answer is that it is unknown.

use sayso_model::{ArticleId, Evidence, Published, Reason, Span};

use crate::{
    media::{is_for_the_whole, medium},
    phrases::places_of,
    prepared::Prepared,
};

/// Words by which an article says that it stands elsewhere first, in lower case.
const SYNDICATION: [&str; 8] = [
    "syndicated feed",
    "go to source",
    "originally published",
    "originally appeared",
    "first appeared on",
    "first published by",
    "first published on",
    "republished from",
];

/// Finds the words by which an article says that it stands elsewhere first.
pub(crate) fn syndication_marker(text: &str) -> Option<Span> {
    places_of(&SYNDICATION, text).first().copied()
}

/// Which article derives from the other, and why; or why that is unknown.
pub(crate) struct Direction {
    pub derived: Option<ArticleId>,
    pub reason: Reason,
}

/// Decides the direction of a pair that shares text.
pub(crate) fn direction(first: &Prepared, second: &Prepared) -> Direction {
    by_credit(first, second)
        .or_else(|| by_common_credit(first, second))
        .or_else(|| by_marker(first, second))
        .or_else(|| by_time(first, second))
        .unwrap_or_else(|| unknown("nothing tells which of the two was first", Vec::new()))
}

fn unknown(text: impl Into<sayso_model::Text>, evidence: Vec<Evidence>) -> Direction {
    Direction { derived: None, reason: Reason::with(text, evidence) }
}

fn derives(article: &Prepared, text: String, evidence: Vec<Evidence>) -> Direction {
    Direction { derived: Some(article.id.clone()), reason: Reason::with(text, evidence) }
}

/// One of the two credits the publisher of the other.
fn by_credit(first: &Prepared, second: &Prepared) -> Option<Direction> {
    match (credit_of(first, second), credit_of(second, first)) {
        (None, None) => None,
        (Some(a), Some(b)) => {
            Some(unknown("each credits the other, so the direction is unknown", [a, b].concat()))
        }
        (Some(evidence), None) => Some(credited(first, second, evidence)),
        (None, Some(evidence)) => Some(credited(second, first, evidence)),
    }
}

/// `derived` credits `origin`: it derives from it unless it was certainly published before.
fn credited(derived: &Prepared, origin: &Prepared, evidence: Vec<Evidence>) -> Direction {
    let text = format!("{} credits {}", derived.name, origin.name);
    if is_before(derived.published, origin.published) {
        let text = format!("{text} but was published earlier, so it cannot derive from this article");
        return unknown(text, evidence);
    }
    derives(derived, text, evidence)
}

/// Where `article` credits the publisher of `other`, if that is not its own publisher too.
fn credit_of(article: &Prepared, other: &Prepared) -> Option<Vec<Evidence>> {
    let publisher = &other.publisher.as_ref()?.key;
    if article.publisher.as_ref().is_some_and(|own| own.key == *publisher) {
        return None;
    }
    let credit = article.credits.iter().find(|c| medium(&c.name).key == *publisher)?;
    Some(credit.span.map(|span| at(article, span)).into_iter().collect())
}

/// Both credit one third medium for the whole report, or only the later one does: then neither need have seen the other.
fn by_common_credit(first: &Prepared, second: &Prepared) -> Option<Direction> {
    let (a, b) = (whole_credits(first), whole_credits(second));
    if let Some((x, y)) = a.iter().find_map(|x| b.iter().find(|y| y.key == x.key).map(|y| (x, y))) {
        let text = format!("both credit {}, so neither need derive from the other", x.name);
        return Some(unknown(text, [&x.evidence[..], &y.evidence[..]].concat()));
    }
    let later = |article: &Prepared, other: &Prepared, credits: &[Named]| {
        let credit = credits.first().filter(|_| is_before(other.published, article.published))?;
        let text = format!("{} came later but credits {}, not {}", article.name, credit.name, other.name);
        Some(unknown(text, credit.evidence.clone()))
    };
    later(first, second, &a).or_else(|| later(second, first, &b))
}

/// A medium that an article credits for the whole report.
struct Named {
    key: String,
    name: String,
    evidence: Vec<Evidence>,
}

fn whole_credits(article: &Prepared) -> Vec<Named> {
    let own = article.publisher.as_ref().map(|p| p.key.as_str());
    let credits = article.credits.iter().filter(|c| is_for_the_whole(c));
    let named = credits.map(|c| Named {
        key: medium(&c.name).key,
        name: c.name.clone(),
        evidence: c.span.map(|span| at(article, span)).into_iter().collect(),
    });
    named.filter(|n| Some(n.key.as_str()) != own).collect()
}

/// One of the two says that it stands elsewhere first.
fn by_marker(first: &Prepared, second: &Prepared) -> Option<Direction> {
    let (derived, span) = match (first.syndication, second.syndication) {
        (Some(span), None) => (first, span),
        (None, Some(span)) => (second, span),
        _ => return None,
    };
    let other = if derived.id == first.id { second } else { first };
    // "From a syndicated feed" under an agency's name speaks of the agency's feed, not of the other outlet.
    if let Some(credit) = whole_credits(derived).first() {
        let text = format!("{} has it from elsewhere, which is {} by its credit", derived.name, credit.name);
        return Some(unknown(text, [&credit.evidence[..], &[at(derived, span)]].concat()));
    }
    (!is_before(derived.published, other.published)).then(|| {
        derives(
            derived,
            format!("{} says that its text stands elsewhere first", derived.name),
            vec![at(derived, span)],
        )
    })
}

/// One of the two was certainly published before the other.
fn by_time(first: &Prepared, second: &Prepared) -> Option<Direction> {
    let (earlier, later) = match () {
        () if is_before(first.published, second.published) => (first, second),
        () if is_before(second.published, first.published) => (second, first),
        () => return None,
    };
    let lead = lead(earlier.published?, later.published?);
    Some(derives(
        later,
        format!("{} was published {lead} earlier than {}", earlier.name, later.name),
        Vec::new(),
    ))
}

fn is_before(a: Option<Published>, b: Option<Published>) -> bool {
    a.zip(b).is_some_and(|(a, b)| a.is_before(b))
}

/// The time between two publications in words.
fn lead(earlier: Published, later: Published) -> String {
    let seconds = later.earliest().as_second() - earlier.earliest().as_second();
    let hours_known = matches!((earlier, later), (Published::At(..), Published::At(..)));
    match seconds {
        // Two times on neighbouring days in different offsets can be ordered by day and yet lie less than a day apart.
        s if s < 86_400 && !hours_known => "a day".to_owned(),
        s if s < 5_400 => counted((s / 60).max(1), "minute"),
        s if s < 172_800 && hours_known => counted((s + 1_800) / 3_600, "hour"),
        s => counted((s + 43_200) / 86_400, "day"),
    }
}

fn counted(number: i64, unit: &str) -> String {
    match (number, unit) {
        (1, "hour") => "an hour".to_owned(),
        (1, _) => format!("a {unit}"),
        _ => format!("{number} {unit}s"),
    }
}

fn at(article: &Prepared, span: Span) -> Evidence {
    Evidence::in_text(&article.id, span)
}
