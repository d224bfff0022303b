//! Which number is a word? "seven", "ninety", "million".

/// Units and tens; each may stand alone.
const SMALL: &[(&str, f64)] = &[
    ("zero", 0.0),
    ("one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("eleven", 11.0),
    ("twelve", 12.0),
    ("thirteen", 13.0),
    ("fourteen", 14.0),
    ("fifteen", 15.0),
    ("sixteen", 16.0),
    ("seventeen", 17.0),
    ("eighteen", 18.0),
    ("nineteen", 19.0),
    ("twenty", 20.0),
    ("thirty", 30.0),
    ("forty", 40.0),
    ("fifty", 50.0),
    ("sixty", 60.0),
    ("seventy", 70.0),
    ("eighty", 80.0),
    ("ninety", 90.0),
];

/// Magnitudes, which multiply the number before them.
const MAGNITUDES: &[(&str, f64)] = &[
    ("dozen", 12.0),
    ("hundred", 1e2),
    ("thousand", 1e3),
    ("lakh", 1e5),
    ("million", 1e6),
    ("crore", 1e7),
    ("billion", 1e9),
    ("trillion", 1e12),
    ("mn", 1e6),
    ("mln", 1e6),
    ("bn", 1e9),
    ("bln", 1e9),
    ("tn", 1e12),
];

/// The factor of a magnitude word: "million", "dozen", "crore".
pub(crate) fn magnitude(word: &str) -> Option<f64> {
    lookup(MAGNITUDES, word)
}

/// The value of a number word from "zero" to "ninety".
pub(crate) fn small(word: &str) -> Option<f64> {
    lookup(SMALL, word)
}

/// The value of "one" to "nine".
pub(crate) fn ones(word: &str) -> Option<i64> {
    whole(word).filter(|n| (1..=9).contains(n))
}

/// The value of "twenty" to "ninety".
pub(crate) fn tens(word: &str) -> Option<i64> {
    whole(word).filter(|n| *n >= 20)
}

/// The hour that a word from "one" to "twelve" names.
pub(crate) fn hour(word: &str) -> Option<u8> {
    whole(word).filter(|n| (1..=12).contains(n)).and_then(|n| u8::try_from(n).ok())
}

/// The value of a number word from "zero" to "ninety" as a whole number.
fn whole(word: &str) -> Option<i64> {
    small(word).map(|n| n as i64)
}

fn lookup(table: &[(&str, f64)], word: &str) -> Option<f64> {
    table.iter().find(|(w, _)| *w == word).map(|(_, v)| *v)
}
