//! `sayso-eval grouping`: what does grouping statements into claims come to in cases of growing size, given their embeddings?

use std::{collections::BTreeMap, time::Instant};

use jiff::Timestamp;
use sayso_claim::{ClaimInput, Meaning, claims};
use sayso_eval::{BCubed, bcubed, said};
use sayso_model::{Article, Statement, StatementId};

use crate::clock::all_threads;

/// Sizes of the cases, in statements; the last is what one desk gathers on one matter in a year.
const SIZES: &[usize] = &[12_500, 25_000, 50_000, 100_000];

/// Rounds of each size, of which the least time counts: other work on the machine only adds to it.
const ROUNDS: usize = 3;

/// Prints one line for each size.
pub fn run() -> Vec<(&'static str, f64)> {
    println!("statements   claims   processor s   by the clock s   BCubed p        r");
    let mut rows: Vec<(usize, f64)> = Vec::new();
    let mut last = 0.0;
    for &size in SIZES {
        let case = said::case(size);
        let meanings: BTreeMap<StatementId, Meaning> =
            case.iter().map(|s| (s.statement.id.clone(), s.meaning.clone())).collect();
        let articles: Vec<Article> = case.iter().filter_map(|s| s.article.clone()).collect();
        let expected: BTreeMap<StatementId, String> =
            case.iter().map(|s| (s.statement.id.clone(), s.claim.to_string())).collect();
        let statements: Vec<Statement> = case.into_iter().map(|s| s.statement).collect();
        let first_seen: BTreeMap<_, Timestamp> = BTreeMap::new();
        let input = ClaimInput {
            articles: &articles,
            statements: &statements,
            actors: &[],
            meanings: &meanings,
            country_of: |_| None,
            first_seen: &first_seen,
            reuse: &[],
            headlines: &[],
            origins: &[],
        };
        let (mut found, mut used) = (Vec::new(), f64::INFINITY);
        last = f64::INFINITY;
        for _ in 0..ROUNDS {
            let began = Instant::now();
            used = all_threads(|| found = claims(&input)).min(used);
            last = began.elapsed().as_secs_f64().min(last);
        }
        let BCubed { precision, recall, .. } = bcubed(&found, &expected);
        println!("{size:10} {:8} {used:13.1} {last:16.1} {precision:10.3} {recall:8.3}", found.len());
        rows.push((size, used));
    }
    let (Some(first), Some(end)) = (rows.first(), rows.last()) else { return Vec::new() };
    let exponent = (end.1 / first.1).ln() / (end.0 as f64 / first.0 as f64).ln();
    println!("from {} to {} statements time grows with the power {exponent:.2}", first.0, end.0);
    vec![("times-two-minutes", 120.0 / last), ("below-square", 2.0 - exponent)]
}
