//! How many of a unit, and the TIMEX3 value of a duration.

use super::{lexicon::Unit, token::Tokens};
use crate::number::{Number, ones, parse, tens};

/// How many of a unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Amount {
    /// A whole number, and whether half a unit comes on top.
    Exact(i64, bool),
    /// A number with decimals: "3.2".
    Decimal(f64),
    /// "several", "a few", "12 to 18".
    Vague,
}

/// A longer number than this many words is no count of time.
const LONGEST: usize = 6;

/// The longest count of a unit: the universe is some fourteen billion years old.
const LARGEST: f64 = 2e10;

/// The amount that begins at token `i`, with how many tokens it takes.
pub(super) fn amount(tokens: &Tokens, i: usize) -> Option<(Amount, usize)> {
    if let Some(found) = idiom(tokens, i) {
        return Some(found);
    }
    let (low, used) = number(tokens, i)?;
    // "12 to 18 months", "two or three days", "six-to-eight-week": between two counts.
    let range = tokens.is(i + used, &["to", "or"]);
    match range.then(|| number(tokens, i + used + 1)).flatten() {
        Some((_, more)) => Some((Amount::Vague, used + 1 + more)),
        None => Some((low, used)),
    }
}

fn idiom(tokens: &Tokens, i: usize) -> Option<(Amount, usize)> {
    let one = tokens.is(i, &["a", "an"]);
    let next = i + usize::from(one);
    let len = usize::from(one);
    Some(match tokens.word(next) {
        "some" if crate::time::lexicon::unit(tokens.word(i + 1)).is_some_and(|(_, plural)| plural) => {
            (Amount::Vague, 1)
        }
        // "for another year"; "another day" alone counts none.
        "another"
            if crate::time::lexicon::unit(tokens.word(i + 1)).is_some_and(|(_, plural)| !plural)
                && wants_length(tokens.before(i)) =>
        {
            (Amount::Exact(1, false), 1)
        }
        "few" | "several" | "many" | "numerous"
            if !tokens.is(next + 1, &["dozen", "hundred", "thousand"]) && tokens.before(i) != "as" =>
        {
            (Amount::Vague, len + 1)
        }
        "couple" if tokens.word(next + 1) == "of" => (Amount::Exact(2, false), len + 2),
        "couple" if crate::time::lexicon::unit(tokens.word(next + 1)).is_some_and(|(_, plural)| plural) => {
            (Amount::Exact(2, false), len + 1)
        }
        "couple" | "dozen" if one => {
            (Amount::Exact(if tokens.word(next) == "dozen" { 12 } else { 2 }, false), 2)
        }
        "number" if one && tokens.word(next + 1) == "of" => (Amount::Vague, 3),
        "hundred" if one => (Amount::Exact(100, false), 2),
        "thousand" if one => (Amount::Exact(1000, false), 2),
        "half" if tokens.word(next + 1) == "dozen" => (Amount::Exact(6, false), len + 2),
        "half" if one => (Amount::Exact(0, true), 2),
        "half" => (Amount::Exact(0, true), 1 + usize::from(tokens.is(i + 1, &["a", "an"]))),
        "dozens" | "scores" | "hundreds" | "thousands" | "millions" | "billions"
            if tokens.word(i + 1) == "of" =>
        {
            (Amount::Vague, 2)
        }
        _ if one => (Amount::Exact(1, false), 1),
        _ => return None,
    })
}

/// Whether what follows a word is rather a length than one more of its kind.
fn wants_length(word: &str) -> bool {
    const BEFORE: &[&str] = &[
        "for", "in", "within", "after", "take", "takes", "taken", "took", "last", "lasts", "lasted", "wait",
        "waited", "spend", "spent", "least", "than", "about", "nearly", "almost", "until",
    ];
    BEFORE.contains(&word)
}

/// A number in figures or words with a half at most: "36", "two", "2 1/2", "one and a half", "2½".
pub(super) fn number(tokens: &Tokens, i: usize) -> Option<(Amount, usize)> {
    let first = tokens.word(i);
    if let Some(whole) = first.strip_suffix('½') {
        let whole = if whole.is_empty() { 0 } else { whole.parse().ok().filter(|&w| w < LARGEST as i64)? };
        return Some((Amount::Exact(whole, true), 1));
    }
    if first == "one" && !tokens.is(i + 1, &["hundred", "thousand", "million", "billion"]) {
        let half = tokens.reads(i + 1, &["and", "a", "half"]);
        return Some((Amount::Exact(1, half), if half { 4 } else { 1 }));
    }
    if let Some(tens) = tens(first)
        && let Some(ones) = ones(tokens.word(i + 1))
    {
        return Some((Amount::Exact(tens + ones, false), 2));
    }
    let mut words = [""; LONGEST];
    for (k, slot) in words.iter_mut().enumerate() {
        *slot = tokens.word(i + k);
    }
    let (number, used) = parse(&words)?;
    let Number::Exact(value) = number else { return Some((Amount::Vague, used)) };
    if !(0.0..LARGEST).contains(&value) {
        return None;
    }
    let half = (value.fract() - 0.5).abs() < f64::EPSILON;
    if value.fract() != 0.0 && !half {
        return Some((Amount::Decimal(value), used));
    }
    let whole = value.trunc() as i64;
    Some(match fraction(tokens, i + used) {
        0 => (Amount::Exact(whole, half), used),
        more => (Amount::Exact(whole, true), used + more),
    })
}

/// How many tokens a half takes that stands at `i`: "1/2", "and a half", "-and-a-half".
fn fraction(tokens: &Tokens, i: usize) -> usize {
    match () {
        () if tokens.reads(i, &["1", "/", "2"]) => 3,
        () if tokens.reads(i, &["and", "a", "half"]) => 3,
        () if tokens.word(i) == "½" => 1,
        () => 0,
    }
}

/// The ISO 8601 period of an amount: `P3D`, `PT2H`, `P2Y6M`, `PXW`. Units that ISO lacks are counted in years.
pub(super) fn value(amount: Amount, unit: Unit) -> String {
    let (letter, factor, timed) = match unit {
        Unit::Second => ('S', 1, true),
        Unit::Minute => ('M', 1, true),
        Unit::Hour => ('H', 1, true),
        Unit::Day => ('D', 1, false),
        Unit::Weekend => return weekends(amount),
        Unit::Week => ('W', 1, false),
        Unit::Fortnight => ('W', 2, false),
        Unit::Month => ('M', 1, false),
        // No letter of ISO 8601, but that of TimeML.
        Unit::Quarter => ('Q', 1, false),
        Unit::Year => ('Y', 1, false),
        Unit::Decade => ('Y', 10, false),
        Unit::Century => ('Y', 100, false),
    };
    let prefix = if timed { "PT" } else { "P" };
    match amount {
        Amount::Vague => format!("{prefix}X{letter}"),
        Amount::Decimal(count) => format!("{prefix}{}{letter}", count * factor as f64),
        Amount::Exact(count, false) => format!("{prefix}{}{letter}", count * factor),
        Amount::Exact(count, true) if factor > 1 => {
            format!("{prefix}{}{letter}", count * factor + factor / 2)
        }
        Amount::Exact(count, true) => half(count, unit, prefix, letter),
    }
}

fn weekends(amount: Amount) -> String {
    match amount {
        Amount::Exact(count, _) => format!("P{count}WE"),
        Amount::Decimal(_) | Amount::Vague => "PXWE".to_owned(),
    }
}

/// A count and a half, the half in the next smaller unit where that is whole.
fn half(count: i64, unit: Unit, prefix: &str, letter: char) -> String {
    let small = match unit {
        Unit::Year => "6M",
        Unit::Hour => "30M",
        Unit::Minute => "30S",
        Unit::Day => "T12H",
        _ => return format!("{prefix}{count}.5{letter}"),
    };
    match count {
        0 => format!("{prefix}{small}"),
        _ => format!("{prefix}{count}{letter}{small}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Amount, usize)> {
        amount(&Tokens::of(text), 0)
    }

    #[test]
    fn counts_are_read_in_figures_words_and_halves() {
        assert_eq!(read("36 hours"), Some((Amount::Exact(36, false), 1)));
        assert_eq!(read("twenty-four hours"), Some((Amount::Exact(24, false), 2)));
        assert_eq!(read("2 1/2 years"), Some((Amount::Exact(2, true), 4)));
        assert_eq!(read("2½ years"), Some((Amount::Exact(2, true), 1)));
        assert_eq!(read("a couple of days"), Some((Amount::Exact(2, false), 3)));
        assert_eq!(read("12 to 18 months"), Some((Amount::Vague, 3)));
        assert_eq!(read("harbour"), None);
    }

    #[test]
    fn halves_go_into_the_next_smaller_unit() {
        assert_eq!(value(Amount::Exact(2, true), Unit::Year), "P2Y6M");
        assert_eq!(value(Amount::Exact(0, true), Unit::Hour), "PT30M");
        assert_eq!(value(Amount::Exact(2, false), Unit::Decade), "P20Y");
        assert_eq!(value(Amount::Exact(3, false), Unit::Quarter), "P3Q");
    }
}
