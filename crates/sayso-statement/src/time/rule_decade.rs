//! Decades and centuries: "the 1990s", "the '80s", "the nineteen eighties", "the 20th century", "500 B.C.".

use super::{
    lexicon::{ordinal, year},
    meaning::{Found, Meaning},
    point::Point,
    token::Tokens,
};

/// "the 1990s", "1980s", "the '80s", "the 20th century", "the nineties".
pub(super) fn decade(t: &Tokens, i: usize) -> Option<Found> {
    if let Some(found) = antiquity(t, i) {
        return Some(found);
    }
    let the = usize::from(t.word(i) == "the");
    let modifier = usize::from(t.is(i + the, &["early", "late", "mid"]));
    let at = i + the + modifier;
    let (point, used) = decade_number(t, at).or_else(|| century(t, at))?;
    Found::date(i, at + used, Meaning::Point(point))
}

/// "500 B.C.", "the fifth century B.C.", with the prefix of TIMEX3.
fn antiquity(t: &Tokens, i: usize) -> Option<Found> {
    let the = usize::from(t.word(i) == "the");
    let at = i + the;
    if let Some(number) =
        ordinal(t.word(at)).filter(|n| *n > 0 && t.word(at + 1) == "century" && before_christ(t, at + 2))
    {
        return Found::date(i, at + 3, Meaning::Value(format!("BC{:02}", number - 1)));
    }
    let year: u16 = Some(t.word(at)).filter(|w| the == 0 && w.len() <= 4)?.parse().ok()?;
    // "500 BC residents" are counted.
    let introduced = t.is(
        i.wrapping_sub(1),
        &[
            "in", "around", "about", "circa", "from", "to", "until", "by", "since", "before", "after", "(",
            "and",
        ],
    );
    (introduced && before_christ(t, at + 1))
        .then(|| Found::date(i, at + 2, Meaning::Value(format!("BC{year:04}"))))
        .flatten()
}

fn before_christ(t: &Tokens, i: usize) -> bool {
    t.is(i, &["b.c", "bc", "bce", "b.c.e"]) && t.is_capitalised(i) && !t.is_capitalised(i + 1)
}

fn decade_number(t: &Tokens, i: usize) -> Option<(Point, usize)> {
    let word = t.word(i);
    if let Some(spoken) = spoken_decade(t, i) {
        return Some(spoken);
    }
    if let Some(decade) = word.strip_suffix('s').and_then(year).filter(|y| y % 10 == 0) {
        return Some((Point::Decade(decade / 10), 1));
    }
    // "1990's".
    if year(word).is_some_and(|y| y % 10 == 0) && t.possessive(i + 1) == 2 {
        return year(word).map(|y| (Point::Decade(y / 10), 3));
    }
    // "the 70s", but not "in his 30s".
    let aged = i >= 2 && t.is(i - 2, &["my", "your", "his", "her", "their", "our", "s"]);
    if !aged
        && (t.is(i.wrapping_sub(1), &["the", "early", "late", "mid"]) || follows_decade(t, i))
        && !t.is(i + 1, &["degrees", "fahrenheit", "celsius"])
        && let Some(decade) = short_decade(word)
    {
        return Some((decade, 1));
    }
    // "'80s": the century is the last one in which they are over or usual.
    if t.is(i, &["'", "’", "‘"]) && t.touches(i + 1) {
        return Some((short_decade(t.word(i + 1))?, 2));
    }
    None
}

/// "80s" of "the 70s and 80s".
fn follows_decade(t: &Tokens, i: usize) -> bool {
    i > 2 && t.is(i - 1, &["and", "or"]) && short_decade(t.word(i - 2)).is_some() && t.word(i - 3) == "the"
}

/// "nineteen eighties", "the nineties".
fn spoken_decade(t: &Tokens, i: usize) -> Option<(Point, usize)> {
    const DECADES: [&str; 8] =
        ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
    let century = match t.word(i) {
        "nineteen" => 190,
        "eighteen" => 180,
        _ => 0,
    };
    let at = i + usize::from(century > 0);
    let tens = i16::try_from(DECADES.iter().position(|d| *d == t.word(at))?).ok()? + 2;
    // "in his twenties" is an age.
    let bare = t.is(i.wrapping_sub(1), &["the", "early", "late", "mid"])
        && !(i >= 2 && t.is(i - 2, &["his", "her", "their", "my", "s"]));
    match century {
        0 if bare => Some((Point::Decade(190 + tens), 1)),
        0 => None,
        century => Some((Point::Decade(century + tens), 2)),
    }
}

/// The decade of "80s".
fn short_decade(word: &str) -> Option<Point> {
    let tens: i16 = word.strip_suffix("0s").filter(|d| d.len() == 1)?.parse().ok()?;
    Some(Point::Decade(if tens >= 2 { 190 + tens } else { 200 + tens }))
}

fn century(t: &Tokens, i: usize) -> Option<(Point, usize)> {
    let (number, used) = match t.word(i) {
        "twenty" if t.word(i + 1) == "first" => (21, 2),
        word => (i16::from(ordinal(word)?), 1),
    };
    let century = |at: usize| t.is(at, &["century", "centuries"]);
    // "the 15th and 16th centuries" are two, and so is "from the 15th to the 19th century".
    let second = i + used + 1 + usize::from(t.word(i + used + 1) == "the");
    let paired =
        t.is(i + used, &["and", "or", "to"]) && ordinal(t.word(second)).is_some() && century(second + 1);
    // "the fifth century B.C.".
    if century(i + used) && before_christ(t, i + used + 1) {
        return None;
    }
    match number > 1 {
        true if century(i + used) => Some((Point::Century(number - 1), used + 1)),
        true if paired => Some((Point::Century(number - 1), used)),
        _ => None,
    }
}
