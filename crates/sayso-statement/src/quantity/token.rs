//! Tokens for reading figures: "$4.2bn", "40-metre" and "10-20" fall into their parts, which know whether they touch.
//!
//! The words of [`crate::text`] keep hyphens and digits together, which serves names; a figure needs the parts.

use std::borrow::Cow;

use sayso_model::Span;

use crate::number::digits;

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

/// The most digits of a figure without commas; longer ones are identifiers.
const LONGEST_NUMERAL: usize = 12;

/// The most bytes of one run of digits and marks: a bound, so that "1,1,1,…" is not read again from each of its figures.
const LONGEST_RUN: usize = 40;

/// Spaces that may part the thousands of a figure: plain, without a break, narrow, thin.
const SPACES: [char; 4] = [' ', '\u{a0}', '\u{202f}', '\u{2009}'];

/// The most bytes of a figure with a decimal comma: three digits, the comma, two decimals and one byte to see that it ends.
const DECIMALS: usize = 7;

/// Denominators of a slashed fraction; "9/11" and "24/7" are none.
const DENOMINATORS: std::ops::RangeInclusive<f64> = 2.0..=5.0;

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

/// The end of a run of digits with the marks inside it, and what it counts.
fn numeral(text: &str, at: usize) -> (usize, Kind) {
    if let Some(found) = spaced(text, at).or_else(|| decimal_comma(text, at)) {
        return found;
    }
    let bytes = text.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let inside = |i: usize| matches!(bytes.get(i), Some(b',' | b'.' | b':' | b'/')) && digit(i + 1);
    let mut end = at;
    while end < at + LONGEST_RUN && (digit(end) || inside(end)) {
        end += 1;
    }
    let run = &text[at..end];
    if run.len() > LONGEST_NUMERAL && !run.contains(',') {
        return (end, Kind::Code);
    }
    if run.len() > 1 && run.starts_with('0') && !run.starts_with("0.") {
        return (end, Kind::Code);
    }
    if let Some(value) = digits(run).or_else(|| slashed(run)) {
        return (end, Kind::Numeral(value));
    }
    // "3,4": a list of figures without spaces; all else in one run is a clock, a date, a version, an address.
    match run.split_once(',').and_then(|(first, _)| Some((first.len(), digits(first)?))) {
        Some((length, value)) if !run.contains([':', '/']) => (at + length, Kind::Numeral(value)),
        _ => (end, Kind::Code),
    }
}

/// "12 000": thousands apart by a space. A space that does not break parts any three digits. A plain one does before a zero, with
/// which no figure begins, and within a phrase in lower case ("killed 12 300 men"): "In March 12 300 men" has two figures.
fn spaced(text: &str, at: usize) -> Option<(usize, Kind)> {
    let digits = |from: usize| text[from..].bytes().take(4).take_while(u8::is_ascii_digit).count();
    let first = digits(at);
    let stands_free =
        !text[..at].trim_end_matches(SPACES).ends_with(|c: char| c.is_ascii_digit() || "+.,".contains(c));
    if !(1..=3).contains(&first) || text[at..].starts_with('0') || !stands_free {
        return None;
    }
    let mut value: f64 = text[at..at + first].parse().ok()?;
    let mut end = at + first;
    while end - at < LONGEST_RUN
        && let Some(space) = text[end..].chars().next().filter(|c| SPACES.contains(c))
    {
        let group = end + space.len_utf8();
        let first_plain = space == ' ' && end == at + first;
        if digits(group) != 3
            || first_plain && !text[group..].starts_with('0') && !counts_on(text, at, group + 3)
        {
            break;
        }
        value = value * 1000.0 + text[group..group + 3].parse::<f64>().ok()?;
        end = group + 3;
    }
    let goes_on =
        text[end..].trim_start_matches(SPACES).starts_with(|c: char| c.is_ascii_digit() || c == '-');
    (end > at + first && !goes_on).then_some((end, Kind::Numeral(value)))
}

/// Whether the figures between the bytes `at` and `end` stand in one phrase in lower case, behind no word that takes a number.
fn counts_on(text: &str, at: usize, end: usize) -> bool {
    const NUMBERED: &[&str] = &[
        "page", "pages", "line", "lines", "room", "gate", "group", "unit", "part", "chapter", "day", "no",
        "number", "top", "flight", "bus", "route", "platform", "pier", "and", "to", "or", "aged",
    ];
    let before = text[..at].trim_end_matches(' ');
    let from = before.char_indices().rev().take(LONGEST_RUN).take_while(|(_, c)| c.is_alphabetic()).last();
    let word = from.map_or("", |(from, _)| &before[from..]);
    let numbered = NUMBERED.contains(&word.to_lowercase().as_str());
    let after = text[end..].strip_prefix(' ').unwrap_or_default();
    word.starts_with(char::is_lowercase) && !numbered && after.starts_with(char::is_lowercase)
}

/// "5,3 million", "€5,30", "5,3 %": a comma for the decimals, as the continent writes; elsewhere it parts two figures.
fn decimal_comma(text: &str, at: usize) -> Option<(usize, Kind)> {
    let run = text[at..].bytes().take(DECIMALS).take_while(|b| b.is_ascii_digit() || *b == b',').count();
    let (whole, decimals) = text[at..at + run].split_once(',')?;
    let plain = !whole.is_empty() && whole.len() <= 3 && (1..=2).contains(&decimals.len());
    if !plain || decimals.contains(',') {
        return None;
    }
    let behind = text[at + run..].trim_start_matches(SPACES);
    let scaled = ["million", "billion", "trillion", "mln", "bln", "bn", "%", "percent", "per cent"];
    let priced = text[..at].ends_with(['€', '£', '₽', '₴']);
    let counts = priced && !behind.starts_with(|c: char| c.is_ascii_digit() || c == ',')
        || scaled.iter().any(|word| behind.starts_with(word));
    let value = format!("{whole}.{decimals}").parse().ok().filter(|_| counts)?;
    Some((at + run, Kind::Numeral(value)))
}

/// The value of "1/2" or "3/4".
fn slashed(run: &str) -> Option<f64> {
    let (above, below) = run.split_once('/')?;
    let (above, below) = (digits(above)?, digits(below)?);
    (above >= 1.0 && above < below && DENOMINATORS.contains(&below)).then_some(above / below)
}

fn vulgar_fraction(c: char) -> Option<f64> {
    Some(match c {
        '½' => 0.5,
        '¼' => 0.25,
        '¾' => 0.75,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        '⅕' => 0.2,
        '⅛' => 0.125,
        _ => return None,
    })
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
    let mut chars = rest.chars();
    let first = chars.next();
    let possessive = first == Some('s') && !chars.next().is_some_and(char::is_alphanumeric);
    first.is_some_and(char::is_alphabetic) && !possessive
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
