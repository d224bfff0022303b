//! The names in a content: persons, bodies, places; everything that names a country counts as that country.

use std::collections::BTreeSet;

use crate::{
    lexicon::{EMPTY, NOT_WHO},
    token::Token,
};

/// Gives the code of the country that words name ("Sweden", "Swedish", "Stockholm").
pub type CountryOf = fn(&str) -> Option<&'static str>;

/// A name in comparable form: `=SE` for a country, else the beginning of the word.
pub(crate) type Name = String;

/// Letters of a name that are compared: "Aldoria" and "Aldorian" are one, "Denmark" and "Danish" are one by their country.
const NAME_LETTERS: usize = 5;
/// Words that the name of a country has at most ("Democratic Republic of the Congo" is cut to what stands out).
const COUNTRY_WORDS: usize = 4;

/// A name with the range of tokens that it covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub name: Name,
    pub start: usize,
    pub end: usize,
}

/// The names among these tokens, in order. A first word, which any sentence capitalises, counts where it names a country or is
/// among the `known` names of its article.
pub(crate) fn names(tokens: &[Token<'_>], known: &BTreeSet<String>, country_of: CountryOf) -> Vec<Found> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some((code, words)) = country(&tokens[at..], country_of) {
            out.push(Found { name: format!("={code}"), start: at, end: at + words });
            at += words;
            continue;
        }
        let token = &tokens[at];
        let side = token.lower == "western";
        let named =
            token.is_name() && !token.is(NOT_WHO) && !token.is(EMPTY) && token.lower.chars().count() > 1;
        if side || named && (!token.opens || known.contains(&token.lower)) {
            out.push(Found { name: short(&token.lower), start: at, end: at + 1 });
        }
        at += 1;
    }
    out
}

fn country(tokens: &[Token<'_>], country_of: CountryOf) -> Option<(&'static str, usize)> {
    let head = tokens.first()?;
    // "pro-Aldorian" is a side, not the country; a word in small letters names none.
    if !head.text.chars().next().is_some_and(char::is_uppercase) {
        return None;
    }
    (1..=COUNTRY_WORDS.min(tokens.len())).rev().find_map(|n| {
        let words = tokens[..n].iter().map(|t| t.text).collect::<Vec<_>>().join(" ");
        country_of(&words)
            .or_else(|| country_of(words.trim_end_matches("'s").trim_end_matches("’s")))
            .map(|code| (code, n))
    })
}

/// "West" and "Western" are one, as are "Aldoria" and "Aldorian".
fn short(lower: &str) -> Name {
    let bare = lower.trim_end_matches("'s").trim_end_matches("’s");
    bare.strip_suffix("ern").unwrap_or(bare).chars().take(NAME_LETTERS).collect()
}

/// The words of a text that are capitalised where nothing but a name is.
pub(crate) fn known_names(text: &str) -> BTreeSet<String> {
    let tokens = Token::all(text);
    tokens
        .into_iter()
        .filter(|t| t.is_name() && !t.opens)
        .map(|t| t.lower.trim_end_matches("'s").trim_end_matches("’s").to_owned())
        .collect()
}

/// The names of an actor, by its own name.
pub(crate) fn names_of(words: &str, country_of: CountryOf) -> BTreeSet<Name> {
    let tokens = Token::all(words);
    let known = tokens.iter().filter(|t| t.is_name()).map(|t| t.lower.clone()).collect();
    names(&tokens, &known, country_of).into_iter().map(|f| f.name).collect()
}
