//! Years: "2022", "the year 2000", "nineteen ninety-one", "'82", "1996-97".

use super::{
    lexicon::{month, year},
    meaning::{Found, Meaning},
    point::Point,
    rule_figures::two_digits,
    token::Tokens,
};
use crate::number::{ones, small, tens};

/// "2022", "the year 2000", "nineteen ninety-one".
pub(super) fn calendar_year(t: &Tokens, i: usize) -> Option<Found> {
    if let Some(year) = second_year(t, i) {
        return Found::date(i, i + 1, Meaning::Point(Point::Year(year)));
    }
    let named = if t.reads(i, &["the", "year"]) { 2 } else { 0 };
    let (year, used) = year_number(t, i + named)?;
    let to = i + named + used;
    let short = to == i + 2 && t.is(i, &["'", "’", "‘"]);
    if named == 0 && !short && !is_year(t, i, to, year) {
        return None;
    }
    Found::date(i, to, Meaning::Point(Point::Year(year)))
}

/// "97" of "1996-97" and "1996/97".
pub(super) fn second_year(t: &Tokens, i: usize) -> Option<i16> {
    let slash = t.before(i) == "/" && t.touches(i) && t.touches(i - 1);
    let first = year(t.word(i.checked_sub(if slash { 2 } else { 1 })?))?;
    let second: i16 = Some(t.word(i)).filter(|w| w.len() == 2 && (slash || t.glued(i)))?.parse().ok()?;
    // "2001-02" is a month as well: only what lasts over the turn of a year tells.
    let season =
        ["season", "school", "academic", "fiscal", "budget", "winter", "campaign", "term", "financial"];
    let year = first - first % 100 + second;
    let next = year == first + 1 || second > 12 && year > first;
    let sure = second > 12 || t.is(i + 1, &season) || t.is(i + 2, &["season", "year"]);
    let goes_on = t.glued(i + 1) || t.word(i + 1) == "/" && t.touches(i + 1);
    (next && sure && !goes_on).then_some(year)
}

/// The year at `i` in figures or words, with how many tokens it takes.
pub(super) fn year_number(t: &Tokens, i: usize) -> Option<(i16, usize)> {
    if let Some(year) = year(t.word(i)) {
        return Some((year, 1));
    }
    if let Some(year) = short_year(t, i).filter(|_| introduces_short_year(t, i)) {
        return Some((year, 2));
    }
    if t.word(i) == "twenty" {
        return spoken_twenty(t, i);
    }
    if t.reads(i, &["two", "thousand"]) {
        return spoken_thousand(t, i);
    }
    let hundreds = 100 * small(t.word(i)).filter(|n| [18.0, 19.0].contains(n))? as i16;
    let short = |n: i64| i16::try_from(n).ok();
    if let Some(teens) = teens(t.word(i + 1)) {
        return Some((hundreds + teens, 2));
    }
    if let ("oh" | "aught", Some(ones)) = (t.word(i + 1), ones(t.word(i + 2)).and_then(short)) {
        return Some((hundreds + ones, 3));
    }
    let tens = tens(t.word(i + 1)).and_then(short)?;
    match ones(t.word(i + 2)).and_then(short) {
        Some(ones) => Some((hundreds + tens + ones, 3)),
        _ => Some((hundreds + tens, 2)),
    }
}

/// "ten" to "nineteen" of a year.
fn teens(word: &str) -> Option<i16> {
    small(word).filter(|n| (10.0..20.0).contains(n)).map(|n| n as i16)
}

/// "twenty ten", "twenty twenty-four" after a word that introduces years: else they count things.
fn spoken_twenty(t: &Tokens, i: usize) -> Option<(i16, usize)> {
    let introduced =
        t.is(i.wrapping_sub(1), &["in", "since", "by", "until", "of", "year", "from", "late", "early"]);
    if !introduced || t.glued(i + 1) {
        return None;
    }
    let (year, used) = match (teens(t.word(i + 1)), tens(t.word(i + 1))) {
        (Some(teens), _) => (2000 + teens, 2),
        (_, Some(tens)) if t.word(i + 1) == "twenty" => {
            let ones = ones(t.word(i + 2)).unwrap_or(0);
            (2000 + i16::try_from(tens + ones).ok()?, 2 + usize::from(ones > 0))
        }
        _ => return None,
    };
    // "of twenty ten-year bonds".
    let ends = t.get(i + used).is_none_or(|w| w.is_mark() || w.is_capitalised()) || !t.glued(i + used);
    let counted = t.word(i + used).ends_with('s') && t.word(i + used).len() > 3;
    (ends && !counted).then_some((year, used))
}

/// Whether a year of two figures can stand at `i`: "in '82", "summer '82", "March '98", "1996 and '97", "fiscal '97".
fn introduces_short_year(t: &Tokens, i: usize) -> bool {
    const BEFORE: &[&str] = &[
        "in", "since", "of", "by", "from", "until", "till", "for", "to", "through", "early", "late", "mid",
        "before", "after", "during", "between", "fiscal", "year", "summer", "winter", "spring", "fall",
        "autumn", "the",
    ];
    let Some(before) = i.checked_sub(1) else { return false };
    let listed = t.is(before, &["and", "or", ","])
        && before > 0
        && (year(t.word(before - 1)).is_some() || before > 1 && short_year(t, before - 2).is_some());
    listed || t.is(before, BEFORE) || month(t.word(before)).is_some() && t.is_capitalised(before)
}

/// "'82"; the century is the one that news looks back on.
pub(super) fn short_year(t: &Tokens, i: usize) -> Option<i16> {
    if t.touches(i) || !t.is(i, &["'", "’", "‘"]) || !t.touches(i + 1) || t.word(i + 1).len() != 2 {
        return None;
    }
    two_digits(t.word(i + 1))
}

/// "two thousand" is a year only after "the year", "two thousand and four" after "in" as well.
fn spoken_thousand(t: &Tokens, i: usize) -> Option<(i16, usize)> {
    let and = usize::from(t.word(i + 2) == "and");
    let ones = ones(t.word(i + 2 + and)).and_then(|ones| i16::try_from(ones).ok());
    match ones {
        Some(ones) if t.is(i.wrapping_sub(1), &["year", "in", "since", "by", "until"]) => {
            Some((2000 + ones, 3 + and))
        }
        _ => (t.before(i) == "year").then_some((2000, 2)),
    }
}

/// Whether four digits mean a year rather than a count.
fn is_year(t: &Tokens, i: usize, to: usize, year: i16) -> bool {
    let before = t.before(i);
    let joins = matches!(before, "mid" | "late" | "early" | "pre" | "post" | "fiscal");
    if t.glued(i) && !joins && super::lexicon::year(before).is_none() {
        return false;
    }
    let glued_after = t.glued(to) && super::lexicon::year(t.word(to)).is_none() && t.word(to).len() != 2;
    // "around 2002, when" is a year, "around 2002 sailors" a count.
    let closes = t.get(to).is_none_or(|w| w.is_mark())
        || t.is(to, &["when", "and", "in", "at", "as", "with", "until", "after"]);
    // "no later than 2031".
    let compared = before == "than" && i > 1 && t.is(i - 2, &["later", "earlier", "sooner"]);
    let dated = (matches!(before, "around" | "about") && closes || compared) && (1900..=2049).contains(&year);
    if glued_after || counts(before) || hedges(before) && !dated || measures(t.word(to)) || people(t.word(to))
    {
        return false;
    }
    // A count of things stands before its plural: "2031 sailors", "1900 tonnes".
    let counted =
        t.get(to).is_some_and(|w| w.lower.ends_with('s') && !w.is_capitalised() && w.lower.len() > 3);
    let recent = (1900..=2049).contains(&year);
    // "1871 - 1880", "(c. 1818".
    let range = matches!(before, "-" | "—") && i > 1 && super::lexicon::year(t.word(i - 2)).is_some();
    let circa = matches!(before, "circa" | "c" | "ca") || before == "." && i > 1 && t.is(i - 2, &["c", "ca"]);
    dated || range || circa || introduces_year(before) && (recent || !counted) || recent && !counted
}

/// Whether a number after this word is an amount or a name: "$2031", "flight 2031".
fn counts(word: &str) -> bool {
    matches!(word, "$" | "£" | "€" | "#" | "no" | "number" | "flight" | "resolution" | "highway")
}

/// Whether a number after this word is a count: "more than 2000", "some 2000", "about 2000".
fn hedges(word: &str) -> bool {
    matches!(
        word,
        "than" | "some" | "about" | "around" | "nearly" | "almost" | "least" | "most" | "over" | "roughly"
    )
}

/// Plurals that do not end in s: "2000 people".
fn people(word: &str) -> bool {
    matches!(
        word,
        "people" | "men" | "women" | "children" | "police" | "troops" | "personnel" | "cattle" | "sheep"
    )
}

/// Whether a number before this word is measured in it.
fn measures(word: &str) -> bool {
    const MEASURES: &[&str] = &[
        "percent", "%", "miles", "km", "feet", "meters", "metres", "pounds", "tons", "gmt", "hours",
        "points", "square", "cubic", "mw", "kw", "mwh", "kwh", "kg", "yuan", "yen", "won", "euro", "baht",
        "rand", "hectares",
    ];
    MEASURES.contains(&word) || matches!(word, "kilometers" | "kilometres")
}

fn introduces_year(word: &str) -> bool {
    const BEFORE: &[&str] = &[
        "in", "since", "from", "to", "until", "till", "by", "of", "early", "late", "mid", "before", "after",
        "between", "during", "and", "(", "–", "through", "for", "the", "due", "s", ",", "or", "its", "his",
        "their", "a", "'", "’", "that", "/",
    ];
    BEFORE.contains(&word)
}
