//! Fractions and shares in words: "two-thirds", "half the fleet", "a quarter of a million", "one in five".
//!
//! The same words order ("a third ship"), tell time ("the second quarter") and halve a match, so most count only where the
//! words beside them say so.

use super::lexicon::SHARE_HEDGES;
use crate::number::{digits, magnitude, small};

/// Denominators with their singular and plural.
const PARTS: &[(&str, &str, f64)] = &[
    ("half", "halves", 2.0),
    ("third", "thirds", 3.0),
    ("quarter", "quarters", 4.0),
    ("fourth", "fourths", 4.0),
    ("fifth", "fifths", 5.0),
    ("sixth", "sixths", 6.0),
    ("seventh", "sevenths", 7.0),
    ("eighth", "eighths", 8.0),
    ("ninth", "ninths", 9.0),
    ("tenth", "tenths", 10.0),
    ("twelfth", "twelfths", 12.0),
    ("twentieth", "twentieths", 20.0),
    ("hundredth", "hundredths", 100.0),
];

/// Words after "half" of which it is half.
const HALVED: &[&str] =
    &["of", "the", "its", "their", "his", "her", "our", "all", "a", "an", "those", "these"];

/// Words before "half" with which it is a part in a row and no share: "the first half of the match".
const ORDERED: &[&str] = &["first", "second", "other", "latter", "later", "former", "in", "opening", "same"];

/// The fraction at token `i` and the token after it.
pub(super) fn fraction(lower: &[&str], i: usize) -> Option<(f64, usize)> {
    let (value, to) = half(lower, i).or_else(|| parts(lower, i)).or_else(|| one_in(lower, i))?;
    Some(of_magnitude(lower, value, to))
}

fn word<'a>(lower: &[&'a str], i: usize) -> &'a str {
    lower.get(i).copied().unwrap_or_default()
}

fn before<'a>(lower: &[&'a str], i: usize) -> &'a str {
    i.checked_sub(1).map_or("", |i| lower[i])
}

/// "half the fleet", "more than half".
fn half(lower: &[&str], i: usize) -> Option<(f64, usize)> {
    let article = usize::from(word(lower, i) == "a" && word(lower, i + 1) == "half");
    if word(lower, i + article) != "half" || ORDERED.contains(&before(lower, i)) {
        return None;
    }
    let next = word(lower, i + article + 1);
    (HALVED.contains(&next) || SHARE_HEDGES.contains(before(lower, i))).then_some((0.5, i + article + 1))
}

/// "two-thirds", "one third", "a third of".
fn parts(lower: &[&str], i: usize) -> Option<(f64, usize)> {
    let first = word(lower, i);
    let article = matches!(first, "a" | "an");
    let above = if article { 1.0 } else { small(first).or_else(|| digits(first))? };
    let hyphen = usize::from(word(lower, i + 1) == "-");
    let part = word(lower, i + 1 + hyphen);
    let to = i + 2 + hyphen;
    let (singular, _, below) = PARTS.iter().find(|(one, many, _)| *one == part || *many == part)?;
    if above < 1.0 || above >= *below {
        return None;
    }
    let singular = *singular == part;
    let next = word(lower, to);
    let shared = next == "of" || SHARE_HEDGES.contains(before(lower, i)) && ends_phrase(next);
    // "one third" is a share by itself; "one quarter" may be three months.
    let plain = if singular { !article && (hyphen == 1 || part == "third") } else { above > 1.0 };
    ((singular == (above == 1.0)) && (plain || shared)).then_some((above / below, to))
}

/// Whether a noun phrase cannot go on with `next`: "by a third," but not "by a third party".
fn ends_phrase(next: &str) -> bool {
    const ENDS: &[&str] =
        &["", "in", "on", "at", "to", "from", "since", "by", "and", "or", "more", "less", "as", "compared"];
    ENDS.contains(&next) || !next.starts_with(char::is_alphanumeric)
}

/// "one in five", "two out of seven", "nine out of ten".
fn one_in(lower: &[&str], i: usize) -> Option<(f64, usize)> {
    let above = small(word(lower, i)).or_else(|| digits(word(lower, i)).filter(|v| *v < 10.0))?;
    let link = match (word(lower, i + 1), word(lower, i + 2)) {
        ("in" | "of", "every") | ("out", "of") => 2,
        ("in", _) | ("of", "10" | "ten") => 1,
        _ => return None,
    };
    let whole = word(lower, i + 1 + link);
    // "3 in 4" may go on with days; "3 out of 4" is a share.
    let out_of = word(lower, i + 1) == "out";
    let below = small(whole).or_else(|| digits(whole).filter(|v| out_of || above == 1.0 || *v == 10.0))?;
    // "two in 2019" and "five in six months" are no shares; those of news are of ten, of a hundred, of a thousand.
    let usual = below <= 10.0 || (above == 1.0 && matches!(below as u32, 12 | 20 | 50 | 100 | 1000));
    let timed = word(lower, i + 2 + link);
    const TIMES: &[&str] = &["day", "days", "week", "weeks", "month", "months", "year", "years", "hours"];
    (above >= 1.0 && above.fract() == 0.0 && above < below && usual && !TIMES.contains(&timed))
        .then_some((above / below, i + 2 + link))
}

/// "half a million", "a quarter of a million", "half a dozen".
fn of_magnitude(lower: &[&str], value: f64, to: usize) -> (f64, usize) {
    let of = usize::from(word(lower, to) == "of");
    let article = usize::from(matches!(word(lower, to + of), "a" | "an"));
    match magnitude(word(lower, to + of + article)).filter(|_| article == 1) {
        Some(factor) => (value * factor, to + of + 2),
        None => (value, to),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, at: usize) -> Option<f64> {
        fraction(&text.split(' ').collect::<Vec<_>>(), at).map(|(value, _)| value)
    }

    #[test]
    fn shares_are_told_from_rows() {
        assert_eq!(read("half the fleet", 0), Some(0.5));
        assert_eq!(read("the first half of the match", 2), None);
        assert_eq!(read("a third of it", 0), Some(1.0 / 3.0));
        assert_eq!(read("a third ship", 0), None);
        assert_eq!(read("by a third party", 1), None);
        assert_eq!(read("fell by a third .", 2), Some(1.0 / 3.0));
        assert_eq!(read("two - thirds of", 0), Some(2.0 / 3.0));
    }

    #[test]
    fn one_in_five_is_a_fifth() {
        assert_eq!(read("one in five dockers", 0), Some(0.2));
        assert_eq!(read("nine out of ten dockers", 0), Some(0.9));
        assert_eq!(read("five in six months", 0), None);
        assert_eq!(read("two in 2019 alone", 0), None);
    }

    #[test]
    fn fractions_multiply_magnitudes() {
        assert_eq!(read("half a million people", 0), Some(5e5));
        assert_eq!(read("a quarter of a million people", 0), Some(2.5e5));
        assert_eq!(read("half a dozen", 0), Some(6.0));
    }
}
