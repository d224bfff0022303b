//! The names in a content: persons, bodies, places; everything that names a country counts as that country.

use std::collections::BTreeSet;

use crate::token::Token;

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

/// The names among these tokens, in order. A first word counts only where it names a country: any word is capitalised there.
pub(crate) fn names(tokens: &[Token<'_>], country_of: CountryOf) -> Vec<Found> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some((code, words)) = country(&tokens[at..], country_of) {
            out.push(Found { name: format!("={code}"), start: at, end: at + words });
            at += words;
            continue;
        }
        let token = &tokens[at];
        let first = at == 0 || token.opens;
        if token.is_name()
            && (!first || tokens.get(at + 1).is_some_and(|t| t.is_name() && !t.opens))
            && token.lower.chars().count() > 1
        {
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

fn short(lower: &str) -> Name {
    lower.trim_end_matches("'s").trim_end_matches("’s").chars().take(NAME_LETTERS).collect()
}

/// The names of an actor, by its own name.
pub(crate) fn names_of(words: &str, country_of: CountryOf) -> BTreeSet<Name> {
    let tokens = Token::all(words);
    let mut found: BTreeSet<Name> = names(&tokens, country_of).into_iter().map(|f| f.name).collect();
    if let Some(first) = tokens.first().filter(|t| t.is_name() && country_of(words).is_none()) {
        if !found.iter().any(|n| n.starts_with('=')) {
            found.insert(short(&first.lower));
        }
    }
    found
}
