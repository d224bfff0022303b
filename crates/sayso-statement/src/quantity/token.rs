//! Tokens for reading figures: "$4.2bn", "40-metre" and "10-20" fall into their parts, which know whether they touch.
//!
//! The words of [`crate::text`] keep hyphens and digits together, which serves names; a figure needs the parts.

use std::borrow::Cow;

use sayso_model::Span;

use super::numeral::{numeral, vulgar_fraction};
use crate::text::is_possessive;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    /// A figure in digits: "12,000", "2.3", "½".
    Numeral(f64),
    /// Digits that count nothing by their shape: "12:30", "9/11", "1.2.3", "0401".
    Code,
    /// Letters.
    Word,
    /// A mark.
    Mark,
}

/// One part of a text.
#[derive(Clone, Debug)]
pub(super) struct Token<'a> {
    /// The letters as they stand.
    pub text: &'a str,
    /// In lower case.
    pub lower: Cow<'a, str>,
    /// Where they stand.
    pub span: Span,
    /// What they are.
    pub kind: Kind,
    /// Whether nothing stands between this and the token before.
    pub glued: bool,
    /// Whether a sentence, a quotation or a paragraph begins here.
    pub opens: bool,
}

impl Token<'_> {
    pub fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    pub fn is_mark(&self) -> bool {
        self.kind == Kind::Mark
    }

    pub fn is_capitalised(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    pub fn value(&self) -> Option<f64> {
        match self.kind {
            Kind::Numeral(value) => Some(value),
            _ => None,
        }
    }
}

/// Marks after which a capital letter is no sign of a name.
const OPENERS: &[&str] = &[".", "!", "?", "…", ":", "“", "”", "\"", "‘", "«", "•", "*", "|"];

/// Splits `text` into tokens.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut out: Vec<Token<'_>> = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    let mut gap = "\n\n";
    while let Some(c) = text[at..].chars().next() {
        if c.is_whitespace() {
            let rest = text[at..].trim_start();
            let end = text.len() - rest.len();
            gap = &text[at..end];
            at = end;
            continue;
        }
        let (end, kind) = token_at(text, at, c);
        let word = &text[at..end];
        let paragraph = gap.bytes().filter(|b| *b == b'\n').count() > 1;
        let opens = paragraph || out.last().is_none_or(|t| OPENERS.contains(&t.text));
        let lower = if word.chars().any(char::is_uppercase) {
            Cow::Owned(word.to_lowercase())
        } else {
            Cow::Borrowed(word)
        };
        out.push(Token {
            text: word,
            lower,
            span: Span::new(at, end),
            kind,
            glued: gap.is_empty() && at > 0,
            opens,
        });
        gap = "";
        at = end;
    }
    out
}

/// Where the token that begins at byte `at` with `c` ends, and what it is.
fn token_at(text: &str, at: usize, c: char) -> (usize, Kind) {
    let begins_decimal = c == '.'
        && text[at + 1..].starts_with(|d: char| d.is_ascii_digit())
        && !text[..at].ends_with(|d: char| d.is_alphanumeric() || d == '.');
    if c.is_ascii_digit() || begins_decimal {
        return numeral(text, at);
    }
    if let Some(value) = vulgar_fraction(c) {
        return (at + c.len_utf8(), Kind::Numeral(value));
    }
    if c.is_alphabetic() {
        return (word_end(text, at), Kind::Word);
    }
    (at + c.len_utf8(), Kind::Mark)
}

/// The end of a word: letters, apostrophes before letters other than a possessive "s", and the stops of "U.S." and "a.m.".
fn word_end(text: &str, at: usize) -> usize {
    let mut end = at;
    let mut single = 0;
    for (i, c) in text[at..].char_indices() {
        let here = at + i;
        if c.is_alphabetic() {
            single += 1;
        } else if c == '.'
            && single == 1
            && (end_is_dotted(text, at, here) || single_letter(&text[here + 1..]))
        {
            single = 0;
        } else if !(matches!(c, '\'' | '’') && joins(&text[here + c.len_utf8()..])) {
            break;
        } else {
            single = 2;
        }
        end = here + c.len_utf8();
    }
    end
}

/// Whether a stop stands within the word already: the last one of "U.S." belongs to it.
fn end_is_dotted(text: &str, at: usize, here: usize) -> bool {
    text[at..here].contains('.')
}

/// Whether a single letter follows: the "S" of "U.S.", the "m" of "p.m".
fn single_letter(rest: &str) -> bool {
    let mut chars = rest.chars();
    chars.next().is_some_and(char::is_alphabetic) && !chars.next().is_some_and(char::is_alphanumeric)
}

/// Whether what follows an apostrophe goes on with the word: "don't", but not the "s" of a possessive.
fn joins(rest: &str) -> bool {
    rest.starts_with(char::is_alphabetic) && !is_possessive(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        tokens(text).into_iter().map(|t| t.text).collect()
    }

    #[test]
    fn figures_fall_into_their_parts() {
        assert_eq!(
            split("$4.2bn, 40-metre 10–20"),
            ["$", "4.2", "bn", ",", "40", "-", "metre", "10", "–", "20"]
        );
        assert_eq!(split("a .5 share. 12,000 men"), ["a", ".5", "share", ".", "12,000", "men"]);
    }

    #[test]
    fn words_keep_stops_and_apostrophes() {
        assert_eq!(
            split("the U.S. don't. At 7 a.m. Ana’s"),
            ["the", "U.S.", "don't", ".", "At", "7", "a.m.", "Ana", "’", "s"]
        );
    }

    #[test]
    fn clocks_dates_and_versions_are_codes() {
        for code in ["12:30", "9/11", "1.2.3", "0401", "24/7", "03/04/2031"] {
            assert_eq!(tokens(code)[0].kind, Kind::Code, "{code}");
        }
        assert_eq!(tokens("3/4")[0].kind, Kind::Numeral(0.75));
        assert_eq!(split("3,4"), ["3", ",", "4"]);
    }

    #[test]
    fn spaces_part_thousands() {
        for (text, value) in
            [("12 000 men", 12_000.0), ("1 050 000 men", 1_050_000.0), ("7\u{a0}350 men", 7350.0)]
        {
            assert_eq!(tokens(text)[0].kind, Kind::Numeral(value), "{text}");
        }
        for two in [
            "In March 12 300 men",
            "on line 12 300 men",
            "lost 12 300 Poles",
            "0 000",
            "20 000 1234",
            "+44 000",
        ] {
            assert!(tokens(two).iter().all(|t| !t.text.contains(' ')), "{two}");
        }
    }

    #[test]
    fn a_plain_space_parts_any_thousands_of_a_phrase_in_lower_case() {
        assert_eq!(tokens("killed 12 300 men")[1].kind, Kind::Numeral(12_300.0));
    }

    #[test]
    fn a_comma_before_decimals_needs_a_magnitude_or_a_price() {
        assert_eq!(tokens("5,3 million")[0].kind, Kind::Numeral(5.3));
        assert_eq!(tokens("€4,50 each")[1].kind, Kind::Numeral(4.5));
        assert_eq!(split("piers 5,3 shut"), ["piers", "5", ",", "3", "shut"]);
        assert_eq!(split("€5,3,4"), ["€", "5", ",", "3", ",", "4"]);
    }

    #[test]
    fn sentences_and_paragraphs_open() {
        let opens: Vec<bool> = tokens("It sank. Two died\n\nOne left").iter().map(|t| t.opens).collect();
        assert_eq!(opens, [true, false, false, true, false, true, false]);
    }
}
