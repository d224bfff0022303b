//! The program `sayso-eval`: one subcommand per benchmark, figures on standard output.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod adding;
mod arguments;
mod attribution;
mod capture;
mod case;
mod claims;
mod clock;
mod coverage;
mod cues;
mod extraction;
mod grouping;
mod growth;
mod pairs;
mod peer;
mod referents;
mod reuse;
mod speed;
mod statements;
mod tags;

use std::process::ExitCode;

use arguments::Arguments;
use sayso_eval::{EvalError, Floors};

const USAGE: &str = "usage:
  sayso-eval attribution --data DIR [--model FILE] [--jsonl OUT] [--check]
  sayso-eval speed --data DIR [--model FILE] [--peer COMMAND] [--check]
  sayso-eval statements --data DIR [--check]
  sayso-eval referents --data DIR [--model FILE] [--check]
  sayso-eval case --data DIR [--misses] [--check]
  sayso-eval claims --data DIR [--jsonl OUT]
  sayso-eval cues [--out FILE] [--check]
  sayso-eval grouping [--check]
  sayso-eval reuse --data FILE [--peer COMMAND] [--check]
  sayso-eval coverage [--articles N] [--check]
  sayso-eval growth [--articles N] [--check]
  sayso-eval adding [--articles N] [--data FOLDER] [--check]
  sayso-eval extraction --data DIR [--peer COMMAND] [--jsonl OUT] [--check]
  sayso-eval capture --data FILE|DIR
  sayso-eval pairs --data DIR [--reference-model FILE]
  sayso-eval tags --data DIR --reference-model FILE [--model FILE] [--check]

DIR holds text/*.txt and attributions/*.ann; that of referents the files of GUM in
CoNLL-U, that of pairs a gold.jsonl, that of case docs/*.txt, gold.jsonl, claims.json and drift.json, that of extraction ground-truth.json
and html/*.html.gz, capture takes that too or a WARC file, that of claims cases
(*.md, *.json and folders of annotated ones; --jsonl writes the features of all pairs), that of adding is where its case is kept. FILE of reuse is a table of articles; coverage, growth
and adding invent theirs. Without --model the shipped model is measured. --jsonl also writes the
attributions as `sayso read --json` would. --peer names another program that runs the same windows. --check compares the figures with floors.json and exits 1 if one is too low.";

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let command = words.next().unwrap_or_default();
    let needs_data = !matches!(command.as_str(), "adding" | "coverage" | "cues" | "grouping" | "growth");
    let outcome = match (command.as_str(), Arguments::parse(words, needs_data)) {
        ("attribution", Some(given)) => {
            attribution::run(&given).and_then(|figures| judge("attribution", &given, &figures))
        }
        ("speed", Some(given)) => speed::run(&given).and_then(|figures| judge("speed", &given, &figures)),
        ("statements", Some(given)) => {
            statements::run(&given).and_then(|figures| judge("statements", &given, &figures))
        }
        ("case", Some(given)) => case::run(&given).and_then(|figures| judge("case", &given, &figures)),
        ("claims", Some(given)) => claims::run(&given).map(|()| ExitCode::SUCCESS),
        ("cues", Some(given)) => cues::run(&given).and_then(|figures| judge("cues", &given, &figures)),
        ("adding", Some(given)) => adding::run(&given).and_then(|figures| judge("adding", &given, &figures)),
        ("grouping", Some(given)) => judge("grouping", &given, &grouping::run()),
        ("reuse", Some(given)) => reuse::run(&given).and_then(|figures| judge("reuse", &given, &figures)),
        ("coverage", Some(given)) => judge("coverage", &given, &coverage::run(&given)),
        ("growth", Some(given)) => judge("growth", &given, &growth::run(&given)),
        ("extraction", Some(given)) => {
            extraction::run(&given).and_then(|figures| judge("extraction", &given, &figures))
        }
        ("capture", Some(given)) => capture::run(&given).map(|_| ExitCode::SUCCESS),
        ("pairs", Some(given)) => pairs::run(&given).map(|_| ExitCode::SUCCESS),
        ("referents", Some(given)) => {
            referents::run(&given).and_then(|figures| judge("referents", &given, &figures))
        }
        ("tags", Some(given)) if given.reference_model.is_some() => {
            tags::run(&given).and_then(|figures| judge("tags", &given, &figures))
        }
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    outcome.unwrap_or_else(|error| {
        report(&error);
        ExitCode::from(3)
    })
}

/// Compares the figures with their floors if that was asked for.
fn judge(benchmark: &str, given: &Arguments, figures: &[(&str, f64)]) -> Result<ExitCode, EvalError> {
    if !given.check {
        return Ok(ExitCode::SUCCESS);
    }
    let broken = Floors::shipped()?.broken(benchmark, figures);
    broken.iter().for_each(|line| eprintln!("{line}"));
    Ok(if broken.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// Prints an error and what it rests on.
fn report(error: &dyn std::error::Error) {
    eprintln!("error: {error}");
    let mut cause = error.source();
    while let Some(reason) = cause {
        eprintln!("  because: {reason}");
        cause = reason.source();
    }
}
