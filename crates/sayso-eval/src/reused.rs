//! Which articles share text, by exhaustive comparison? Every pair's common runs of five words are counted, without any index,
//! sketch or rule of the program, to measure what the program finds.

use std::{
    collections::{HashMap, HashSet},
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::Path,
};

use jiff::Timestamp;
use sayso_model::{Article, Capture, Digest, Location, MediaType};

use crate::{error::EvalError, table::rows};

/// From this value of a measure on, a pair is one that has to be found.
const ENOUGH: f64 = 0.5;

/// Runs that an article must have left to be judged: those of sixteen words. Less than that is a headline or caption.
const FEWEST: usize = 12;

/// Different reports of one publisher in which a line stands that is furniture of the page.
const REPORTS: usize = 3;

/// Reads articles from a table with the columns `publisher`, `scrape_time` and `text` (paragraphs parted by ` ### `), as the
/// program would read them from files, and the digest of the table.
///
/// # Errors
/// When the table cannot be read or lacks a column.
pub fn articles(path: &Path) -> Result<(Vec<Article>, Digest), EvalError> {
    let bytes = fs::read(path).map_err(|source| EvalError::File { path: path.into(), source })?;
    let rows = rows(&String::from_utf8_lossy(&bytes));
    let mut rows = rows.into_iter();
    let header = rows.next().unwrap_or_default();
    let column = |name: &str| header.iter().position(|field| field == name);
    let (Some(publisher), Some(time), Some(text)) =
        (column("publisher"), column("scrape_time"), column("text"))
    else {
        let reason = "no columns publisher, scrape_time and text".to_owned();
        return Err(EvalError::Annotation { path: path.into(), line: 1, reason });
    };
    let field = |row: &[String], at: usize| row.get(at).cloned().unwrap_or_default();
    let read = |(number, row): (usize, Vec<String>)| {
        let (publisher, time) = (field(&row, publisher), field(&row, time));
        let text = field(&row, text).replace(" ### ", "\n");
        let file = format!("outlet: {publisher}\npublished: {time}\n\n{text}");
        let location = Location::File(format!("{number}.txt"));
        let capture = Capture::new(location, Timestamp::UNIX_EPOCH, MediaType::Text, file.into_bytes());
        sayso_article::article(&capture)
    };
    let mut articles: Vec<Article> = Vec::new();
    let mut known = HashSet::new();
    // The same bytes twice are one article.
    articles.extend(rows.enumerate().map(read).filter(|article| known.insert(article.id.clone())));
    Ok((articles, Digest::of(&bytes)))
}

/// What two articles are compared by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Common runs of all runs (Jaccard).
    Jaccard,
    /// Common runs of those of the shorter text, lines that its publisher repeats everywhere left out.
    Containment,
    /// The same without runs that stand in quotation marks.
    OwnContainment,
}

/// The pairs that exhaustive comparison finds.
pub struct Exhaustive {
    pairs: Vec<HashSet<(usize, usize)>>,
}

/// The runs of five words of one article.
#[derive(Default)]
struct Runs {
    all: HashSet<u64>,
    report: HashSet<u64>,
    own: HashSet<u64>,
}

const MEASURES: [Measure; 3] = [Measure::Jaccard, Measure::Containment, Measure::OwnContainment];

impl Exhaustive {
    /// Compares all articles with each other.
    pub fn new(articles: &[Article]) -> Self {
        let all: Vec<HashSet<u64>> = articles.iter().map(|article| runs(&words(&article.text))).collect();
        let furniture = furniture(articles, &all);
        let runs: Vec<Runs> = articles
            .iter()
            .zip(all)
            .map(|(article, all)| {
                let (mut report, mut own) = (HashSet::new(), HashSet::new());
                parted(article, &furniture, &mut report, &mut own);
                Runs { all, report, own }
            })
            .collect();
        let pairs = MEASURES.map(|measure| {
            let counts = common(&runs.iter().map(|runs| runs.of(measure)).collect::<Vec<_>>());
            let enough =
                counts.into_iter().filter(|&((a, b), n)| value(measure, &runs[a], &runs[b], n) >= ENOUGH);
            enough.map(|(pair, _)| pair).collect()
        });
        Self { pairs: pairs.into() }
    }

    /// The pairs of which a measure is at least one half.
    pub fn pairs(&self, measure: Measure) -> &HashSet<(usize, usize)> {
        &self.pairs[measure as usize]
    }
}

impl Runs {
    fn of(&self, measure: Measure) -> &HashSet<u64> {
        match measure {
            Measure::Jaccard => &self.all,
            Measure::Containment => &self.report,
            Measure::OwnContainment => &self.own,
        }
    }
}

fn value(measure: Measure, a: &Runs, b: &Runs, common: usize) -> f64 {
    let (a, b) = (a.of(measure).len(), b.of(measure).len());
    if a.min(b) < FEWEST {
        return 0.0;
    }
    let of = if measure == Measure::Jaccard { a + b - common } else { a.min(b) };
    common as f64 / of as f64
}

/// How many runs each two sets have in common, of those that have any.
fn common(sets: &[&HashSet<u64>]) -> HashMap<(usize, usize), usize> {
    let mut holders: HashMap<u64, Vec<usize>> = HashMap::new();
    for (number, set) in sets.iter().enumerate() {
        set.iter().for_each(|&run| holders.entry(run).or_default().push(number));
    }
    let mut counts = HashMap::new();
    for holders in holders.values() {
        for (at, &b) in holders.iter().enumerate() {
            holders[..at].iter().for_each(|&a| *counts.entry((a, b)).or_default() += 1);
        }
    }
    counts
}

/// Lines that a publisher has in several different reports, by publisher; articles that share half of the shorter are one report.
fn furniture(articles: &[Article], all: &[HashSet<u64>]) -> HashSet<(String, String)> {
    let mut report: Vec<usize> = (0..articles.len()).collect();
    for b in 0..articles.len() {
        for a in (0..b).filter(|&a| articles[a].publisher == articles[b].publisher) {
            let both = all[a].intersection(&all[b]).count();
            if 2 * both >= all[a].len().min(all[b].len()) {
                let (from, to) = (report[b], report[a]);
                report.iter_mut().filter(|r| **r == from).for_each(|r| *r = to);
            }
        }
    }
    let mut reports: HashMap<(String, String), HashSet<usize>> = HashMap::new();
    for (article, report) in articles.iter().zip(report) {
        for line in article.text.lines() {
            reports.entry(key(article, line)).or_default().insert(report);
        }
    }
    reports.into_iter().filter(|(_, reports)| reports.len() >= REPORTS).map(|(key, _)| key).collect()
}

fn key(article: &Article, line: &str) -> (String, String) {
    (article.publisher.clone().unwrap_or_default(), line.trim().to_owned())
}

/// Collects the runs of an article outside furniture, and those of them that do not stand within a quotation.
fn parted(
    article: &Article,
    furniture: &HashSet<(String, String)>,
    report: &mut HashSet<u64>,
    own: &mut HashSet<u64>,
) {
    let (mut kept, mut quoted) = (Vec::new(), Vec::new());
    for line in article.text.lines().filter(|line| !furniture.contains(&key(article, line))) {
        let mut open = false;
        for part in line.split_inclusive(['“', '”', '"']) {
            let found = words(part);
            quoted.extend(found.iter().map(|_| open));
            kept.extend(found);
            open = if part.ends_with('"') {
                !open
            } else {
                part.ends_with('“') || (open && !part.ends_with('”'))
            };
        }
    }
    for (words, quoted) in kept.windows(5).zip(quoted.windows(5)) {
        report.insert(hash(words));
        if quoted.contains(&false) {
            own.insert(hash(words));
        }
    }
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

fn runs(words: &[String]) -> HashSet<u64> {
    words.windows(5).map(hash).collect()
}

fn hash(words: &[String]) -> u64 {
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    hasher.finish()
}
