//! What must hold for any text: no panic, and work that grows with the length of the text.
#![allow(clippy::unwrap_used)]

use std::{
    sync::{Mutex, PoisonError},
    time::Instant,
};

use sayso_model::{Attribution, Digest, ModelDigest, Reading, Span};
use sayso_statement::{annotate, resolve_actors, statements};
use sayso_testkit::article;

/// Length of the shorter of two hard lines; the longer has four times as much.
const HARD_BYTES: usize = 30_000;

/// How much longer four times the text may take: linear time needs four times as long and quadratic time sixteen; between the two
/// is room for a busy machine.
const LONGER: f64 = 8.0;

/// How often both are timed before the verdict: other work on the machine only adds, so the least time of each counts.
const READINGS: usize = 20;

/// What is timed is timed alone.
static ALONE: Mutex<()> = Mutex::new(());

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

/// Sentences that, repeated, ask much of the rules for attributions; the reader is taken to have found each "said".
const HARD_TO_ATTRIBUTE: &[&str] = &[
    "The port said likewise. ",
    "It fell, it sank, the mayor said, ",
    "It fell, the mayor said, citing officials. ",
    "Aldoria denied it; he said it fell; ",
    "Sweden and Denmark said so: one said it. ",
    "This was said by Brenn. ",
    "said ",
    "Sweden, Denmark, ",
    "The two countries said it. ",
    "and said that and that ",
    "in which he said ",
];

/// A reading in which every "said" attributes the words around it to nobody.
fn reading(text: &str) -> Reading {
    let attribution = |(at, word): (usize, &str)| Attribution {
        source: None,
        cue: Some(Span::new(at, at + word.len())),
        content: vec![Span::new(at.saturating_sub(12), at), Span::new(at + word.len(), at + 20)],
        score: 1.0,
    };
    Reading {
        model: ModelDigest { version: "by hand".into(), digest: Digest::of(b"") },
        attributions: text.match_indices("said").map(attribution).collect(),
        names: vec![],
        referents: vec![],
        notices: vec![],
    }
}

fn seconds_to_attribute(text: &str) -> f64 {
    let article = article("hard", text);
    let reading = reading(text);
    let began = Instant::now();
    let mut all = statements(&article, &reading);
    let _ = resolve_actors(std::slice::from_ref(&article), &mut all);
    began.elapsed().as_secs_f64()
}

fn is_linear(piece: &str, seconds: fn(&str) -> f64) -> bool {
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
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let slow: Vec<&str> = HARD.iter().copied().filter(|piece| !is_linear(piece, seconds)).collect();
    assert!(slow.is_empty(), "more than linear: {slow:?}");
}

/// The same of what is hard to attribute.
#[test]
fn hard_attributions_take_linear_time() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let hard = HARD_TO_ATTRIBUTE.iter().copied();
    let slow: Vec<&str> = hard.filter(|piece| !is_linear(piece, seconds_to_attribute)).collect();
    assert!(slow.is_empty(), "more than linear: {slow:?}");
}
