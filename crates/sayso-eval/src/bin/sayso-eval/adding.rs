//! `sayso-eval adding`: what does one more article cost in a large case, from its bytes to the new ledger?

use std::{path::Path, time::Instant};

use sayso_eval::{EvalError, events};
use sayso_model::{Article, Capture, Location, MediaType};
use sayso_workbench::{Engines, Silent, Workbench, WorkbenchError};

use crate::arguments::Arguments;

/// Articles without `--articles`.
const ARTICLES: usize = 10_000;
/// Articles that are added one by one.
const FURTHER: usize = 9;

/// Makes the case, unless one is at `--data` already, adds articles one by one and prints what each took.
pub fn run(given: &Arguments) -> Result<Vec<(&'static str, f64)>, EvalError> {
    let kept = !given.data.as_os_str().is_empty();
    let folder = if kept {
        given.data.clone()
    } else {
        std::env::temp_dir().join(format!("sayso-eval-{}.case", std::process::id()))
    };
    let figures = in_case(&folder, given.articles.unwrap_or(ARTICLES)).map_err(EvalError::Case)?;
    if !kept {
        std::fs::remove_dir_all(&folder).map_err(|source| EvalError::File { path: folder, source })?;
    }
    Ok(figures)
}

fn in_case(folder: &Path, articles: usize) -> Result<Vec<(&'static str, f64)>, WorkbenchError> {
    let engines = Engines::shipped()?;
    let mut invented = events(0..u64::MAX).flatten().filter(|c| !c.is_absent).map(|c| capture(&c.article));
    let first: Vec<Capture> = invented.by_ref().take(articles).collect();
    let mut case =
        if Workbench::is_case(folder) { Workbench::open(folder)? } else { Workbench::create(folder)? };
    let began = Instant::now();
    case.add(&first)?;
    case.refresh(&engines, &Silent)?;
    println!("{articles} articles worked out in {:.1} s", began.elapsed().as_secs_f64());
    let mut each = Vec::new();
    // A case that was kept has what earlier runs added.
    let added_before = case.snapshot()?.articles.len().saturating_sub(articles);
    for one in invented.by_ref().skip(added_before).take(FURTHER) {
        let began = Instant::now();
        case.add(&[one])?;
        case.refresh(&engines, &Silent)?;
        each.push(began.elapsed().as_secs_f64());
        println!("one more: {:.2} s", began.elapsed().as_secs_f64());
    }
    each.remove(0);
    each.sort_by(f64::total_cmp);
    let middle = each[each.len() / 2];
    let snapshot = case.snapshot()?;
    println!(
        "{} articles, {} statements, {} claims: one more article {middle:.2} s in the middle of {}, the first of an opened case left out",
        snapshot.articles.len(),
        snapshot.statements.len(),
        snapshot.claims.len(),
        each.len()
    );
    Ok(vec![("additions-per-second", 1.0 / middle)])
}

/// The bytes that the article would come as.
fn capture(article: &Article) -> Capture {
    let mut text = String::new();
    for (key, value) in
        [("outlet", article.publisher.clone()), ("published", article.published.map(|p| p.to_string()))]
    {
        text += &value.map(|value| format!("{key}: {value}\n")).unwrap_or_default();
    }
    text += &format!("url: https://news.example/{}\n\n{}", article.id, article.text);
    Capture::new(Location::StandardInput, article.retrieved, MediaType::Text, text.into_bytes())
}
