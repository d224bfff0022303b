//! What must hold for any text: no panic, and work that grows with the length of the text.
#![allow(clippy::unwrap_used)]

use std::time::Instant;

use sayso_statement::annotate;
use sayso_testkit::article;

/// Length of the shorter of two hard lines; the longer has four times as much.
const HARD_BYTES: usize = 30_000;

/// How much longer four times the text may take: linear time needs four times as long and quadratic time sixteen; between the two
/// is room for a busy machine.
const LONGER: f64 = 8.0;

/// How often both are timed before the verdict: other work on the machine only adds, so the least time of each counts.
const READINGS: usize = 20;

/// Words that, repeated, ask much of the rules for figures, times and places.
const HARD: &[&str] = &[
    "1,",
    "1 ",
    "1-",
    "1.",
    "a.",
    "of 1 ",
    "from 1 km ",
    "one hundred and ",
    "1 of 1 ",
    "$",
    "1 to ",
    "a'",
    "A 1 ",
    "half a ",
    "twenty-",
    "1/",
    "1 or ",
    "x1",
    "(1 km",
    "between ",
    "1 000 ",
    "1m ",
    "1,5 ",
    "fiscal ",
    "latest ",
    "same ",
    "the year-ago ",
    "year-ago ",
    "prior-year ",
    "3 days and ",
    "Friday, ",
    "since ",
    "early May ",
    "New York, ",
    "San José, ",
    "Luxembourg, ",
    "Springfield, Illinois, ",
    "St. St. ",
    "Paris-",
    "San San ",
    "Jordan, Georgia, Lebanon, ",
    "½",
    "9000000000000000000½ decades ",
];

fn seconds(text: &str) -> f64 {
    let article = article("hard", text);
    let began = Instant::now();
    let _ = annotate(&article);
    began.elapsed().as_secs_f64()
}

fn is_linear(piece: &str) -> bool {
    let short = piece.repeat(HARD_BYTES / piece.len());
    let long = short.repeat(4);
    let (mut least_short, mut least_long) = (f64::INFINITY, f64::INFINITY);
    (0..READINGS).any(|_| {
        least_short = seconds(&short).min(least_short);
        least_long = seconds(&long).min(least_long);
        least_long < LONGER * least_short
    })
}

/// What is hard to read, in one line, takes no more than in proportion to its length.
#[test]
fn hard_input_takes_linear_time() {
    let slow: Vec<&str> = HARD.iter().copied().filter(|piece| !is_linear(piece)).collect();
    assert!(slow.is_empty(), "more than linear: {slow:?}");
}
