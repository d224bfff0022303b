//! Figures in digits as they are written: "12,000", "12 000", "5,3 million", "2.3", "3/4", "½"; and digits that count nothing.

use super::token::Kind;
use crate::number::digits;

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

/// The end of a run of digits with the marks inside it, and what it counts.
pub(super) fn numeral(text: &str, at: usize) -> (usize, Kind) {
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

pub(super) fn vulgar_fraction(c: char) -> Option<f64> {
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
