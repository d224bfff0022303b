//! What must hold for any article and any reading of it: no panic at any public function, spans that lie in the text, the same
//! answer twice, and twice the time at most about for twice the text.
#![allow(clippy::unwrap_used)]

use std::time::Instant;

use proptest::prelude::*;
use sayso_model::{Article, Attribution, Digest, ModelDigest, Name, NameKind, Reading, Referent, Span};
use sayso_statement::{annotate, interpret, resolve_actors, statements, surroundings};
use sayso_testkit::article;

/// Pieces of text that ask something of a rule: figures, dates, names, marks, letters of several bytes, half-finished phrases.
const FRAGMENTS: &[&str] = &[
    "12 000",
    "1,",
    "$4.2bn",
    "US$5",
    "½",
    "9000000000000000000",
    "3-1-2",
    "up to",
    "between",
    "one of the",
    "dozens of",
    "€5,3",
    "0300 local time",
    "midnight",
    "since",
    "March 6-7",
    "6 to 7 March",
    "31 April 2026",
    "the Oct. 7 attack",
    "Easter Island",
    "two-and-a-half decades",
    "fiscal",
    "the year-ago quarter",
    "early",
    "every other",
    "'80s",
    "9/11",
    "2031-02-30",
    "12/13/14",
    "nineteen ninety-one",
    "Brest, in France",
    "New York, New York",
    "St.",
    "Odesa region",
    "Washington, D.C.",
    "D-Ore.",
    "Köln",
    "Jordan",
    "Paris-based",
    "İstanbul",
    "San José (Costa Rica)",
    "Mayor",
    "Mr. Holm",
    "Ana Holm, 37,",
    "the ministry",
    "Seoul and",
    "said",
    "denied",
    "according to",
    "did not confirm",
    "if",
    "may have",
    "allegedly",
    "“",
    "”",
    "\"",
    "’s",
    "'",
    "(",
    ")",
    ",",
    ".",
    "…",
    "-",
    "–",
    ":",
    ";",
    "\n\n",
    "\n",
    "\u{a0}",
    "\u{202f}",
    "\u{200b}",
    "e\u{301}",
    "日本",
    "🚢",
    "ß",
    "she",
    "they",
    "its spokesman",
    "who",
    "that",
    "not",
    "no one",
    "a",
    "of",
];

/// Cases of the general property: some seconds on a busy machine.
const CASES: u32 = 300;

/// Texts of which the time is looked at; each is a few fragments over and over.
const TIMED: u32 = 24;

/// Bytes of the shorter text of the two that are timed; the longer has four times as much.
const BYTES: usize = 16_000;

/// How much longer four times the text may take: linear time needs four times as long and quadratic time sixteen; between the two
/// is room for a busy machine.
const LONGER: f64 = 8.0;

/// How often both are timed before the verdict: other work on the machine only adds, so the least time of each counts.
const READINGS: usize = 20;

fn fragment() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(FRAGMENTS)
}

fn text(length: impl Into<proptest::collection::SizeRange>) -> impl Strategy<Value = String> {
    let joined = (fragment(), proptest::sample::select(&[" ", " ", " ", "", ", "][..]));
    proptest::collection::vec(joined, length)
        .prop_map(|parts| parts.into_iter().flat_map(|(a, b)| [a, b]).collect())
}

/// Where words begin and end: any span between two of them slices the text.
fn edges(text: &str) -> Vec<usize> {
    let inner = text.char_indices().map(|(at, _)| at);
    inner.chain([text.len()]).collect()
}

/// A reading whose spans are cut by the numbers given, at any letter.
fn reading(text: &str, cuts: &[[u16; 4]]) -> Reading {
    let edges = edges(text);
    let edge = |n: u16| edges[usize::from(n) % edges.len()];
    let span = |a: u16, b: u16| Span::new(edge(a).min(edge(b)), edge(a).max(edge(b)));
    let mut attributions: Vec<Attribution> = cuts
        .iter()
        .map(|&[a, b, c, d]| Attribution {
            source: (a % 5 > 0).then(|| span(a, b)),
            cue: (b % 5 > 0).then(|| span(b, c)),
            content: if c % 3 == 0 { vec![span(c, d)] } else { halves(span(c, d), &edges) },
            score: f32::from(d) / f32::from(u16::MAX),
        })
        .collect();
    attributions.sort_by_key(|a| a.content[0].start);
    let kinds = [NameKind::Person, NameKind::Organization, NameKind::Place];
    let mut names: Vec<Name> =
        cuts.iter().map(|&[a, b, c, _]| Name { span: span(a, b), kind: kinds[usize::from(c) % 3] }).collect();
    names.sort_by_key(|n| n.span);
    names.dedup_by(|later, earlier| later.span.start < earlier.span.end);
    let referents =
        attributions.iter().filter_map(|a| Some(Referent { mention: a.source?, name: names.first()?.span }));
    let referents = referents.collect();
    Reading {
        model: ModelDigest { version: "by chance".into(), digest: Digest::of(b"") },
        attributions,
        names,
        referents,
        notices: vec![],
    }
}

/// A content in two parts.
fn halves(span: Span, edges: &[usize]) -> Vec<Span> {
    let middle = edges[edges.partition_point(|e| *e < span.start.midpoint(span.end))];
    vec![Span::new(span.start, middle.min(span.end)), Span::new(middle.min(span.end), span.end)]
}

/// Everything that the crate does with one article, through all its public functions.
fn all_of(article: &Article, reading: &Reading) -> (Vec<sayso_model::Statement>, usize) {
    let (mut found, annotations) = interpret(article, reading);
    let actors = resolve_actors(std::slice::from_ref(article), &mut found);
    let around = surroundings(article, &found.iter().collect::<Vec<_>>());
    assert_eq!(around.len(), found.len());
    (found, annotations.places.len() + actors.len())
}

/// Whether four times the text takes linear rather than quadratic time; the least times measured, in seconds.
fn is_linear(piece: &str) -> (bool, f64, f64) {
    let short = piece.repeat(BYTES / piece.len());
    let long = short.repeat(4);
    let (mut least_short, mut least_long) = (f64::INFINITY, f64::INFINITY);
    let linear = (0..READINGS).any(|_| {
        least_short = seconds(&short, 3).min(least_short);
        least_long = seconds(&long, 3).min(least_long);
        least_long < LONGER * least_short
    });
    (linear, least_short, least_long)
}

fn seconds(text: &str, cuts_each: usize) -> f64 {
    let article = dated(text);
    let step = (text.len() / 200).max(1);
    let cut = |i: usize| {
        let at = |k: usize| u16::try_from((i * step + k * cuts_each) % 60_000).unwrap_or_default();
        [at(0), at(1), at(1), at(7)]
    };
    let reading = reading(text, &(0..text.len() / 200).map(cut).collect::<Vec<_>>());
    let began = Instant::now();
    let _ = all_of(&article, &reading);
    began.elapsed().as_secs_f64()
}

fn dated(text: &str) -> Article {
    Article { published: "2031-03-04".parse().ok(), ..article("Nordhaven Tide", text) }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_article_and_reading_give_statements(text in text(0..60), cuts in proptest::collection::vec(any::<[u16; 4]>(), 0..6)) {
        let article = dated(&text);
        let reading = reading(&text, &cuts);
        let (found, _) = all_of(&article, &reading);
        prop_assert_eq!(&all_of(&article, &reading).0, &found);
        prop_assert_eq!(statements(&article, &reading).len(), found.len());
        for span in found.iter().flat_map(|s| s.source.iter().chain(&s.cue).chain(&s.content)) {
            prop_assert!(text.get(span.start..span.end).is_some());
        }
    }

    #[test]
    fn annotations_lie_in_the_text_in_order(text in text(0..120)) {
        let found = annotate(&dated(&text));
        let lists: [Vec<Span>; 3] = [
            found.quantities.iter().map(|q| q.span).collect(),
            found.times.iter().map(|t| t.span).collect(),
            found.places.iter().map(|p| p.span).collect(),
        ];
        for list in lists {
            prop_assert!(list.iter().all(|s| text.get(s.start..s.end).is_some_and(|words| !words.is_empty())));
            prop_assert!(list.windows(2).all(|pair| pair[0].end <= pair[1].start), "{:?}", list);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: TIMED, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn four_times_the_text_takes_about_four_times_as_long(piece in text(1..6)) {
        let (linear, short, long) = is_linear(&piece);
        prop_assert!(linear, "{piece:?}: {short} s and {long} s");
    }
}

/// Chance seldom repeats one fragment with nothing between, and that makes the longest words.
#[test]
fn each_fragment_without_end_takes_linear_time() {
    for piece in FRAGMENTS {
        let (linear, short, long) = is_linear(piece);
        assert!(linear, "{piece:?}: {short} s and {long} s");
    }
}
