//! Does an article have a statement at second hand, from other media, or from whoever said it?

use crate::{hedge::sentence, proposition::Proposition};

/// Words for media in a sentence that say where its report comes from.
const MEDIA: &[&str] = &[
    "media",
    "newspaper",
    "newspapers",
    "newspaper's",
    "magazine",
    "broadcaster",
    "daily",
    "news agency",
    "press reports",
];
/// Words that make them the source: "according to Danish media", "the daily reported".
const TELLING: &[&str] =
    &["according to", "report", "reported", "reports", "citing", "quoted by", "wrote", "writes"];

/// Whether the sentence of a statement says that other media reported it, or credits one.
pub(crate) fn is_second_hand(p: &Proposition<'_>) -> bool {
    *p.second_hand.get_or_init(|| read(p))
}

fn read(p: &Proposition<'_>) -> bool {
    let sentence = sentence(&p.article.text, p.statement);
    if p.article.credits.iter().filter_map(|credit| credit.span).any(|span| sentence.contains(span)) {
        return true;
    }
    let lower = sentence.of(&p.article.text).to_lowercase();
    let has = |list: &[&str]| {
        let bounded = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        list.iter().any(|phrase| {
            lower.match_indices(phrase).any(|(at, found)| {
                bounded(lower[..at].chars().next_back()) && bounded(lower[at + found.len()..].chars().next())
            })
        })
    };
    has(MEDIA) && has(TELLING)
}
