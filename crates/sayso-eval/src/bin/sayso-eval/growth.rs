//! `sayso-eval growth`: what do time and memory of finding text reuse come to in cases of growing size?

use std::{fs, time::Instant};

use sayso_eval::{Covered, events};
use sayso_model::Article;
use sayso_origin::ReuseIndex;

use crate::{arguments::Arguments, clock::processor_seconds};

/// Articles without `--articles`.
const ARTICLES: usize = 100_000;

/// The smallest case of the table; each further one is ten times as large, the last as large as asked for.
const FIRST: usize = 1_000;

/// Articles from which on the growth is told: below, starting counts.
const FROM: usize = 10_000;

/// Articles that are added one by one at each size, to see what one more costs.
const FURTHER: usize = 200;

/// Runs the benchmark and prints its table.
pub fn run(given: &Arguments) -> Vec<(&'static str, f64)> {
    let wanted = given.articles.unwrap_or(ARTICLES);
    let mut invented =
        events(0..u64::MAX).flatten().filter(|c: &Covered| !c.is_absent).map(|covered| covered.article);
    let mut index = ReuseIndex::new();
    let (mut used, mut articles, mut words) = (0.0, 0, 0);
    let (mut rows, mut slow): (Vec<(usize, f64)>, f64) = (Vec::new(), 0.0);
    let mut next = FIRST.min(wanted);
    println!(
        "  articles       words      pairs   steps each   processor s   of it listing   MB at most   ms for one more: middle, 19 of 20, most"
    );
    while articles < wanted {
        let batch: Vec<Article> = invented.by_ref().take((next - articles).min(FIRST)).collect();
        articles += batch.len();
        words += batch.iter().map(|article| article.text.split_whitespace().count()).sum::<usize>();
        used += processor_seconds(|| batch.iter().for_each(|article| index.take(article)));
        if articles < next {
            continue;
        }
        let mut pairs = 0;
        let listing = processor_seconds(|| index.each(|_| pairs += 1));
        let (memory, total) = (peak_memory(), used + listing);
        let more: Vec<Article> = invented.by_ref().take(FURTHER).collect();
        let one = one_by_one(&mut index, &more);
        let [middle, nearly_all, most] = [FURTHER / 2, FURTHER - FURTHER / 20, FURTHER - 1].map(|at| one[at]);
        let steps = index.work() / articles as u64;
        println!(
            "{articles:10} {words:11} {pairs:10} {steps:12} {total:13.1} {listing:15.1} {memory:>12} {middle:19.2} {nearly_all:.2} {most:.2}"
        );
        rows.push((articles, total));
        slow = nearly_all;
        next = (10 * next).min(wanted);
    }
    let mut figures = vec![
        ("articles-per-second", articles as f64 / rows.last().map_or(1.0, |row| row.1)),
        ("additions-per-second", 1000.0 / slow),
    ];
    if let [.., (fewer, short), (more, long)] = rows[..] {
        let exponent = (long / short).ln() / (more as f64 / fewer as f64).ln();
        println!("from {fewer} to {more} articles time grows with the power {exponent:.2}");
        println!("from {FROM} on, over all sizes, with the power {:.2}", over_all(&rows));
        figures.push(("below-square", 2.0 - exponent));
    }
    figures
}

/// The power with which time grows over all rows from [`FROM`] on: the slope of the line of least squares through their logarithms.
fn over_all(rows: &[(usize, f64)]) -> f64 {
    let points: Vec<(f64, f64)> =
        rows.iter().filter(|row| row.0 >= FROM).map(|row| ((row.0 as f64).ln(), row.1.ln())).collect();
    let mean = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / points.len() as f64;
    let (x, y) = (mean(|p| p.0), mean(|p| p.1));
    let along: f64 = points.iter().map(|p| (p.0 - x) * (p.1 - y)).sum();
    along / points.iter().map(|p| (p.0 - x).powi(2)).sum::<f64>()
}

/// Adds articles one by one, each with the question which pairs it makes; the milliseconds by the clock, sorted. On a machine that
/// does other things too the longest tell more of those than of this.
fn one_by_one(index: &mut ReuseIndex, articles: &[Article]) -> Vec<f64> {
    let mut each: Vec<f64> = articles
        .iter()
        .map(|article| {
            let began = Instant::now();
            drop(index.insert(article));
            1000.0 * began.elapsed().as_secs_f64()
        })
        .collect();
    each.sort_by(f64::total_cmp);
    each
}

/// The most memory that the process has held, in MB, where the system says so.
fn peak_memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    let kilobytes: Option<usize> = line.trim().trim_end_matches("kB").trim().parse().ok();
    kilobytes.map_or_else(|| "?".to_owned(), |kilobytes| (kilobytes / 1024).to_string())
}
