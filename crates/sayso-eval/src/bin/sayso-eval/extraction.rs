//! `sayso-eval extraction`: how well and how fast is the article told from its page, and how does another program do it beside us?

use std::{
    collections::BTreeMap,
    fs,
    io::Write as _,
    process::{Command, Stdio},
    time::Instant,
};

use jiff::Timestamp;
use sayso_eval::{EvalError, ExtractionScore, MarkedPage, day_in_address, read_pages};
use sayso_model::{Article, Capture, Location, MediaType};
use serde::Deserialize;
use serde_json::json;

use crate::arguments::Arguments;

/// Rounds; the fastest counts on both sides, since other programs on the machine can only make a round slower.
const ROUNDS: usize = 3;

/// Runs the benchmark and prints its figures.
pub fn run(given: &Arguments) -> Result<Vec<(&'static str, f64)>, EvalError> {
    let pages = read_pages(&given.data)?;
    let captures: Vec<Capture> = pages.iter().map(capture).collect();
    let mut fastest = f64::INFINITY;
    let mut articles = Vec::new();
    for _ in 0..ROUNDS {
        let (began, on_processor) = (Instant::now(), processor_seconds());
        articles = captures.iter().map(sayso_article::article).collect();
        let took = processor_seconds().zip(on_processor).map(|(now, then)| now - then);
        fastest = fastest.min(took.unwrap_or_else(|| began.elapsed().as_secs_f64()));
    }
    let mut score = ExtractionScore::default();
    pages.iter().zip(&articles).for_each(|(page, article)| score.add(&page.text, &article.text));
    tell("sayso", &score, fastest);
    dates(&pages, &articles);
    if let Some(path) = &given.jsonl {
        write(path, &articles).map_err(|source| EvalError::File { path: path.clone(), source })?;
    }
    let mut figures = vec![("f1", 100.0 * score.f1())];
    if let Some(peer) = &given.peer {
        let slower = beside(peer, given, &pages, &articles)? / fastest;
        println!("the fastest of the peer's ways takes {slower:.1} times as long");
        figures.push(("times-peer", slower));
    }
    Ok(figures)
}

/// Processor time of this thread so far, where the system tells: on a busy machine the clock on the wall measures the others too.
fn processor_seconds() -> Option<f64> {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: f64 = told.split(' ').next()?.parse().ok()?;
    Some(nanoseconds / 1e9)
}

fn capture(page: &MarkedPage) -> Capture {
    let location = Location::File(format!("{}.html", page.id));
    Capture::new(location, Timestamp::UNIX_EPOCH, MediaType::Html, page.html.clone())
}

fn tell(who: &str, score: &ExtractionScore, seconds: f64) {
    let ExtractionScore { pages, .. } = score;
    let (p, r, f) = (score.precision(), score.recall(), score.f1());
    println!(
        "{who:28} pages {pages} precision {p:.4} recall {r:.4} F1 {f:.4}  {seconds:.2} s of processor time"
    );
}

/// How often a date and an author line were found, and how often the date is the one that the address names.
fn dates(pages: &[MarkedPage], articles: &[Article]) {
    let dated = articles.iter().filter(|a| a.published.is_some()).count();
    let signed = articles.iter().filter(|a| a.byline.is_some()).count();
    println!("  publication date found on {dated}, author line on {signed} of {} pages", pages.len());
    let named =
        pages.iter().zip(articles).filter_map(|(page, a)| Some((day_in_address(&page.url)?, a.published)));
    let (mut all, mut found, mut same, mut near) = (0, 0, 0, 0);
    for (named, published) in named {
        all += 1;
        let Some(published) = published else { continue };
        found += 1;
        let days = (published.day() - named).get_days().abs();
        same += usize::from(days == 0);
        // Publishers far from each other's midnight: an address may name the day before or after.
        near += usize::from(days <= 1);
    }
    println!(
        "  of {all} addresses that name a day {found} pages are dated: {same} on that day, {near} at most a day off"
    );
}

fn write(path: &std::path::Path, articles: &[Article]) -> std::io::Result<()> {
    let mut out = fs::File::create(path)?;
    for article in articles {
        writeln!(out, "{}", json!({"file": article.file, "article": {"text": article.text}}))?;
    }
    Ok(())
}

/// What the peer says of one of its ways: see `training/extraction_peer.py`.
#[derive(Deserialize)]
struct PeerLine {
    way: String,
    seconds: f64,
    texts: BTreeMap<String, String>,
    dates: BTreeMap<String, Option<String>>,
    authors: BTreeMap<String, Option<String>>,
}

/// Has the peer extract the same pages; gives the seconds of its fastest way.
fn beside(
    words: &str,
    given: &Arguments,
    pages: &[MarkedPage],
    articles: &[Article],
) -> Result<f64, EvalError> {
    let fail = |source| EvalError::File { path: words.into(), source };
    let mut parts = words.split_whitespace();
    let program = parts.next().ok_or_else(|| fail(std::io::ErrorKind::NotFound.into()))?;
    let output =
        Command::new(program).args(parts).arg(&given.data).stderr(Stdio::inherit()).output().map_err(fail)?;
    let mut fastest = f64::INFINITY;
    for line in output.stdout.split(|b| *b == b'\n').filter(|line| !line.is_empty()) {
        let peer: PeerLine = serde_json::from_slice(line).map_err(|e| fail(e.into()))?;
        let mut score = ExtractionScore::default();
        for page in pages {
            score.add(&page.text, peer.texts.get(&page.id).map_or("", String::as_str));
        }
        tell(&peer.way, &score, peer.seconds);
        agreement(&peer, pages, articles);
        fastest = fastest.min(peer.seconds);
    }
    Ok(fastest)
}

/// How often the two name the same day and the same author, where both name one.
fn agreement(peer: &PeerLine, pages: &[MarkedPage], articles: &[Article]) {
    let (mut days, mut authors) = ((0, 0), (0, 0));
    for (page, article) in pages.iter().zip(articles) {
        if let (Some(ours), Some(Some(theirs))) = (article.published, peer.dates.get(&page.id)) {
            days = (days.0 + usize::from(ours.day().to_string() == *theirs), days.1 + 1);
        }
        if let (Some(ours), Some(Some(theirs))) = (&article.byline, peer.authors.get(&page.id)) {
            authors = (authors.0 + usize::from(same_names(ours, theirs)), authors.1 + 1);
        }
    }
    println!(
        "  both give a date on {} pages, the same day on {}; both give an author on {}, with a name in common on {}",
        days.1, days.0, authors.1, authors.0
    );
}

/// Whether two author lines share a word of three letters or more that begins in upper case.
fn same_names(one: &str, other: &str) -> bool {
    let names = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        words.filter(|w| w.len() > 2).map(str::to_lowercase).collect()
    };
    let other = names(other);
    names(one).iter().any(|name| other.contains(name))
}
