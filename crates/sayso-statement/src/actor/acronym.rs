//! Which acronyms does the article explain, and what are they short for?

use sayso_model::Article;

use super::names::{Name, names};
use crate::text::sentences;

/// Letters of an acronym at most.
const LONGEST_ACRONYM: usize = 10;

/// The acronyms that the article explains, with their full names.
pub(crate) fn explained_acronyms(article: &Article) -> Vec<(String, String)> {
    let text = &article.text;
    let found: Vec<Name> = sentences(text).into_iter().flat_map(|s| names(text, s)).collect();
    acronyms(text, &found)
}

/// "National Seismology Centre (SNSN)": the acronyms that the article explains.
pub(super) fn acronyms(text: &str, names: &[Name]) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for name in names {
        let rest = &text[name.span.end..];
        let Some(inner) = rest.trim_start().strip_prefix('(') else { continue };
        let length =
            inner.chars().take(LONGEST_ACRONYM + 1).take_while(|c| c.is_alphabetic()).map(char::len_utf8);
        let acronym = &inner[..length.sum()];
        let plain = (2..=LONGEST_ACRONYM).contains(&acronym.chars().count())
            && inner[acronym.len()..].starts_with(')');
        if plain && acronym.chars().filter(|c| c.is_uppercase()).count() >= 2 {
            out.push((acronym.to_owned(), name.span.of(text).to_owned()));
        }
    }
    out
}
