//! The quantities, times and places of a whole article, whoever speaks of them.

use std::collections::BTreeMap;

use sayso_model::{Article, Notice, Place, Quantity, Span, TimeExpression, TimeKind};

use crate::{
    place::{Evidence, Named, places},
    quantity::quantities,
    time::times,
};

/// What an article's text says of how many, when and where; each list in text order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Annotations {
    /// Figures.
    pub quantities: Vec<Quantity>,
    /// Time expressions.
    pub times: Vec<TimeExpression>,
    /// Place names.
    pub places: Vec<Place>,
    /// What was odd about reading the statements; empty where only figures, times and places were read.
    pub notices: Vec<Notice>,
}

/// Reads the quantities, times and places of an English article; of others nothing.
pub fn annotate(article: &Article) -> Annotations {
    annotate_with(article, &[])
}

/// Reads the same with the help of names that a tagger has read, in text order and without overlap.
pub fn annotate_with(article: &Article, names: &[Named]) -> Annotations {
    if article.language.as_deref().is_some_and(|l| l != "en") {
        return Annotations::default();
    }
    let evidence = Evidence { names, publisher: article.publisher.as_deref() };
    let places = places(&article.text, &evidence);
    let times = times(&article.text, article.published.map(|p| p.day()), home(&places));
    // A number within a date or a clock time counts nothing; a length of time is a figure as well.
    let dates = times.iter().filter(|t| matches!(t.kind, TimeKind::Date | TimeKind::Time));
    let taken: Vec<Span> = dates.map(|t| t.span).collect();
    Annotations { quantities: quantities(&article.text, &taken), places, times, notices: Vec::new() }
}

/// The country in which more than half of the places lie: the one that the article is about.
fn home(places: &[Place]) -> Option<&str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for country in places.iter().filter_map(|p| p.country.as_deref()) {
        *counts.entry(country).or_default() += 1;
    }
    let (country, most) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    (2 * most > places.len()).then_some(country)
}
