//! `sayso-eval reuse`: does the program find the pairs of articles that exhaustive comparison finds, and how does MinHash do?

use std::{
    collections::{HashMap, HashSet},
    io::{BufRead, Write},
};

use sayso_eval::{EvalError, Exhaustive, Measure, Prf, articles};
use sayso_model::{Article, ArticleId, TextReuse};
use sayso_origin::{Likeness, likenesses, text_reuse};
use serde::Deserialize;
use serde_json::json;

use crate::{
    arguments::Arguments,
    clock::processor_seconds,
    peer::{Started, failed, start},
};

/// Rounds of which the quickest counts, for the program and for its peer: what else the machine does only adds.
const ROUNDS: usize = 5;

/// Copies without a common credit that are printed; the rest is counted.
const SHOWN: usize = 25;

type Pair = (usize, usize);

/// From this value on, two articles count as alike.
const HALF: f64 = 0.5;

/// What is measured: how it is called, by which measure, how the program's own number is read, and the names of the figures.
struct Row {
    title: &'static str,
    measure: Measure,
    number: fn(&Likeness) -> f64,
    recall: &'static str,
    precision: &'static str,
}

const ROWS: [Row; 2] = [
    Row {
        title: "Jaccard index of a half or more",
        measure: Measure::Jaccard,
        number: |likeness| likeness.jaccard,
        recall: "jaccard-recall",
        precision: "jaccard-precision",
    },
    Row {
        title: "containment of a half or more",
        measure: Measure::Containment,
        number: |likeness| likeness.containment,
        recall: "containment-recall",
        precision: "containment-precision",
    },
];

/// Runs the benchmark and prints its figures.
pub fn run(given: &Arguments) -> Result<Vec<(&'static str, f64)>, EvalError> {
    let (articles, digest) = articles(&given.data)?;
    let (alike, seconds) = quickest(|| likenesses(&articles, HALF));
    let alike = alike.unwrap_or_default();
    let (reuse, aligning) = quickest(|| text_reuse(&articles));
    let reuse = reuse.unwrap_or_default();
    let known = Exhaustive::new(&articles);
    let numbers = Numbers::new(&articles);
    println!("data    {} articles, {digest:?}", articles.len());
    println!(
        "sayso   {seconds:.3} s of processor time, the quickest of {ROUNDS} rounds, for the pairs that are half alike"
    );
    let mut figures = Vec::new();
    for row in ROWS {
        let found = alike.iter().filter(|likeness| (row.number)(likeness) >= HALF);
        let pairs = found.map(|likeness| numbers.pair(&likeness.first, &likeness.second)).collect();
        let score = score(&pairs, known.pairs(row.measure));
        println!("        {:34} {score}   ({} pairs)", row.title, known.pairs(row.measure).len());
        figures.extend([(row.recall, 100.0 * score.recall()), (row.precision, 100.0 * score.precision())]);
    }
    let copies: HashMap<Pair, &TextReuse> =
        reuse.iter().map(|pair| (numbers.pair(&pair.first, &pair.second), pair)).collect();
    println!("        {} copies with passages, direction and reasons in {aligning:.2} s", reuse.len());
    figures.push(("copies-recall", copied(&known, &copies)));
    if let Some(words) = &given.peer {
        let answer = peer(words, &articles)?;
        let pairs = answer.pairs.iter().copied().collect();
        println!("peer    {} in {:.3} s of processor time", answer.name, answer.seconds);
        println!("        {:34} {}", ROWS[0].title, score(&pairs, known.pairs(Measure::Jaccard)));
        println!("sayso is {:.1} times as fast", answer.seconds / seconds);
        figures.push(("times-peer", answer.seconds / seconds));
    }
    without_credit(&articles, &copies);
    Ok(figures)
}

/// Prints which of the contained texts are reported as copies; gives the share of those that agree by a half in words that
/// stand outside quotation marks.
fn copied(known: &Exhaustive, copies: &HashMap<Pair, &TextReuse>) -> f64 {
    let [all, own] = [Measure::Containment, Measure::OwnContainment].map(|measure| {
        let gold = known.pairs(measure);
        (gold.iter().filter(|pair| copies.contains_key(*pair)).count(), gold.len())
    });
    println!(
        "        of the contained ones {} of {} are copies, of those contained without their quotations {} of {}",
        all.0, all.1, own.0, own.1
    );
    100.0 * own.0 as f64 / own.1.max(1) as f64
}

/// The place of each article in the table.
struct Numbers<'a>(HashMap<&'a ArticleId, usize>);

impl<'a> Numbers<'a> {
    fn new(articles: &'a [Article]) -> Self {
        Self(articles.iter().enumerate().map(|(number, article)| (&article.id, number)).collect())
    }

    fn pair(&self, first: &ArticleId, second: &ArticleId) -> Pair {
        let (a, b) = (self.0[first], self.0[second]);
        (a.min(b), a.max(b))
    }
}

fn quickest<T>(run: impl Fn() -> T) -> (Option<T>, f64) {
    let (mut result, mut best) = (None, f64::INFINITY);
    for _ in 0..ROUNDS {
        best = best.min(processor_seconds(|| result = Some(run())));
    }
    (result, best)
}

fn score(found: &HashSet<Pair>, gold: &HashSet<Pair>) -> Prf {
    Prf { hit: found.intersection(gold).count(), predicted: found.len(), gold: gold.len() }
}

/// Prints the copies by another publisher of which no credit tells: what nobody sees who only reads credit lines.
fn without_credit(articles: &[Article], found: &HashMap<Pair, &TextReuse>) {
    let share = |r: &TextReuse| r.share_of_first.max(r.share_of_second);
    let halves: Vec<(&Pair, &&TextReuse)> = found
        .iter()
        .filter(|((a, b), r)| share(r) >= HALF && articles[*a].publisher != articles[*b].publisher)
        .collect();
    let of = halves.len();
    let mut pairs = halves;
    pairs.retain(|((a, b), _)| is_silent(&articles[*a], &articles[*b]));
    pairs.sort_by(|a, b| share(b.1).total_cmp(&share(a.1)).then(a.0.cmp(b.0)));
    println!(
        "{} of {of} copies of half a text or more between two publishers have no common credit ({:.0} %):",
        pairs.len(),
        100.0 * pairs.len() as f64 / of.max(1) as f64
    );
    println!("  share  earlier or first            later or second             direction");
    for ((a, b), reuse) in pairs.iter().take(SHOWN) {
        let name = |n: usize| articles[n].publisher.as_deref().unwrap_or("?");
        let turned = reuse.derived.as_ref() == Some(&articles[*a].id);
        let (from, to) = if turned { (*b, *a) } else { (*a, *b) };
        let direction = if reuse.derived.is_some() { "known" } else { "unknown" };
        println!("  {:4.0} %  {:26}  {:26}  {direction}", 100.0 * share(reuse), name(from), name(to));
    }
}

/// Whether two articles credit neither a common medium nor one another.
fn is_silent(a: &Article, b: &Article) -> bool {
    let credits =
        |of: &Article, name: &str| of.credits.iter().any(|credit| credit.name.eq_ignore_ascii_case(name));
    let credits_other =
        |of: &Article, other: &Article| other.publisher.as_ref().is_some_and(|name| credits(of, name));
    !a.credits.iter().any(|credit| credits(b, &credit.name)) && !credits_other(a, b) && !credits_other(b, a)
}

/// What another program says of the same articles.
#[derive(Deserialize)]
struct Answer {
    name: String,
    seconds: f64,
    pairs: Vec<Pair>,
}

/// Sends the texts to another program; see `training/reuse_peer.py` for what is said between the two.
fn peer(words: &str, articles: &[Article]) -> Result<Answer, EvalError> {
    let fail = |source: std::io::Error| failed(words, source);
    let Started { mut child, mut input, mut output } = start(words)?;
    for article in articles {
        writeln!(input, "{}", json!(article.text)).map_err(fail)?;
    }
    writeln!(input, "{ROUNDS}").map_err(fail)?;
    drop(input);
    let mut line = String::new();
    output.read_line(&mut line).map_err(fail)?;
    child.wait().map_err(fail)?;
    serde_json::from_str(&line).map_err(|e| fail(e.into()))
}
