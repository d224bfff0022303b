//! `sayso-eval case`: how well is an annotated case worked out, from its documents to claims, statuses and drift?

use std::path::Path;

use jiff::Timestamp;
use sayso_eval::{AnnotatedCase, CaseScore, EvalError, Matched};
use sayso_model::{Capture, Snapshot};
use sayso_workbench::{Engines, Silent, Workbench, WorkbenchError};

use crate::arguments::Arguments;

/// Works the case out, prints the figures and gives those that have floors, in per cent.
pub fn run(given: &Arguments) -> Result<Vec<(&'static str, f64)>, EvalError> {
    let gold = AnnotatedCase::read(&given.data)?;
    let captures = captures(&given.data.join("docs"))?;
    let folder = std::env::temp_dir().join(format!("sayso-eval-case-{}", std::process::id()));
    let case = worked_out(&folder, &captures).map_err(EvalError::Case);
    std::fs::remove_dir_all(&folder).map_err(|source| EvalError::File { path: folder, source })?;
    let case = case?;
    let score = CaseScore::of(&gold, &case);
    let stance = score.share(|m| Some(m.found.stance.to_string() == m.gold.stance));
    let (actors, grouping) = (score.actors(), score.grouping(&case));
    println!("statements            {}", score.statements);
    println!("sources overlap       {:.4}", score.share(|m: &Matched<'_>| m.source));
    println!("stance                {stance:.4}");
    println!(
        "certainty             {:.4}",
        score.share(|m| Some(m.found.certainty.to_string() == m.gold.certainty))
    );
    println!("figures               {:.4}", score.share(CaseScore::figure));
    println!(
        "actors, BCubed        p {:.4}  r {:.4}  f1 {:.4}",
        actors.precision,
        actors.recall,
        actors.f1()
    );
    println!(
        "claims, BCubed        p {:.4}  r {:.4}  f1 {:.4}",
        grouping.precision,
        grouping.recall,
        grouping.f1()
    );
    let [claims, status, origins] = score.claims;
    println!("status right          {status} of {claims} claims");
    println!("origins right         {origins} of {claims} claims");
    println!("copies                {}", score.copies);
    println!("credits               {}", score.credits);
    let [wanted, found, reported] = score.drift;
    println!("drift                 {found} of {wanted} with their kind, {reported} reported");
    if given.misses {
        print_misses(&score);
    }
    Ok(vec![
        ("statements-f1", 100.0 * score.statements.f1()),
        ("stance", 100.0 * stance),
        ("actors-f1", 100.0 * actors.f1()),
        ("claims-f1", 100.0 * grouping.f1()),
    ])
}

/// The captures of a folder, as `sayso add` takes them.
fn captures(folder: &Path) -> Result<Vec<Capture>, EvalError> {
    let mut out = Vec::new();
    for input in sayso_capture::inputs(&[folder]) {
        let capture = input.and_then(|input| sayso_capture::capture(&input, Timestamp::UNIX_EPOCH));
        out.push(capture.map_err(|error| EvalError::Annotation {
            path: folder.into(),
            line: 1,
            reason: error.to_string(),
        })?);
    }
    Ok(out)
}

fn worked_out(folder: &Path, captures: &[Capture]) -> Result<Snapshot, WorkbenchError> {
    let mut case = Workbench::create(folder)?;
    case.add(captures)?;
    case.refresh(&Engines::shipped()?, &Silent)?;
    case.snapshot()
}

/// What was not found, and what was read otherwise.
fn print_misses(score: &CaseScore<'_>) {
    for (doc, gold) in &score.missed {
        println!(
            "missed    {doc} {} | {} | {}",
            gold.stance,
            gold.source.as_deref().unwrap_or("-"),
            gold.content
        );
    }
    for Matched { gold, found, .. } in &score.matched {
        if found.stance.to_string() != gold.stance {
            println!(
                "stance    {} read as {} | {} | {}",
                gold.stance,
                found.stance,
                gold.cue.as_deref().unwrap_or("-"),
                gold.content
            );
        }
    }
}
