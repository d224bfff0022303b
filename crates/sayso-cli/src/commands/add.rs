//! `sayso add INPUT...`: takes articles into the case and works out what follows.

use std::{collections::BTreeMap, ffi::OsString};

use clap::Args;
use jiff::Timestamp;
use sayso_capture::{CaptureError, Input, capture, inputs};
use sayso_model::{Capture, NoticeCode, Snapshot, Status};
use sayso_workbench::{Added, Engines, Progress, Workbench};

use crate::{
    failure::{Failure, Outcome},
    find::CaseArgument,
    progress::Bar,
    say::say,
    table::count,
    write,
};

/// Captures kept in one act: what an interruption can cost is less than a second of work.
const AT_ONCE: usize = 32;
/// Notices of one kind that are told one by one; more are counted.
const TOLD_ONE_BY_ONE: usize = 5;

/// Add articles to the case: the same bytes change nothing, new bytes for a known address are a revision
#[derive(Args)]
pub struct Add {
    #[command(flatten)]
    case: CaseArgument,
    /// Files, folders, or - for standard input
    #[arg(required = true)]
    inputs: Vec<OsString>,
}

impl Add {
    pub fn run(self) -> Result<Outcome, Failure> {
        let mut case = self.case.open()?;
        let engines = Engines::shipped()?;
        let (added, not_taken) = take(&mut case, &inputs(&self.inputs), Timestamp::now())?;
        case.refresh(&engines, &Bar::new())?;
        tell_notices(&added);
        write::text(&summary(&added, not_taken, &case.snapshot()?))?;
        Ok(if not_taken == 0 { Outcome::Done } else { Outcome::SomeNotTaken })
    }
}

/// Captures the inputs and keeps them, a number at a time; gives what was added and how many inputs could not be taken.
fn take(
    case: &mut Workbench,
    found: &[Result<Input, CaptureError>],
    now: Timestamp,
) -> Result<(Added, usize), Failure> {
    let (mut added, mut not_taken) = (Added::default(), 0);
    let bar = Bar::new();
    bar.begin("taking articles", found.len());
    for (batch, part) in found.chunks(AT_ONCE).enumerate() {
        let mut captures: Vec<Capture> = Vec::new();
        for input in part {
            match input.as_ref().map(|input| capture(input, now)) {
                Ok(Ok(capture)) => captures.push(capture),
                Ok(Err(error)) => not_taken += told(&error),
                Err(error) => not_taken += told(error),
            }
        }
        let part_added = case.add(&captures)?;
        for file in &part_added.without_text {
            not_taken += told(&CaptureError::WithoutText { file: file.clone() });
        }
        added.join(part_added);
        bar.reached(batch * AT_ONCE + part.len());
    }
    Ok((added, not_taken))
}

fn told(error: &CaptureError) -> usize {
    tell_not_taken(error);
    1
}

/// Tells which input could not be taken, why, and what to do.
pub fn tell_not_taken(error: &CaptureError) -> Outcome {
    say!("not taken: {error}");
    say!("  hint: {}", error.hint());
    Outcome::SomeNotTaken
}

/// Tells notices: a few of one kind one by one, many as a count.
fn tell_notices(added: &Added) {
    let mut by_code: BTreeMap<NoticeCode, Vec<&(String, sayso_model::Notice)>> = BTreeMap::new();
    for notice in &added.notices {
        by_code.entry(notice.1.code).or_default().push(notice);
    }
    for (code, notices) in by_code {
        for (file, notice) in notices.iter().take(TOLD_ONE_BY_ONE) {
            say!("notice: {file}: {}", notice.message);
        }
        if let Some(more) = notices.len().checked_sub(TOLD_ONE_BY_ONE).filter(|n| *n > 0) {
            say!("notice: {more} more of this kind ({})", code.as_str());
        }
    }
}

/// Three lines: what was taken, who speaks, what it adds up to.
pub fn summary(added: &Added, not_taken: usize, snapshot: &Snapshot) -> String {
    let mut first = format!(
        "{} added, {} revised, {} unchanged",
        count(added.new, "article"),
        added.revised,
        added.unchanged
    );
    if not_taken > 0 {
        first += &format!(", {} not taken", count(not_taken, "input"));
    }
    let speaking = snapshot
        .statements
        .iter()
        .filter_map(|s| s.actor.as_ref())
        .collect::<std::collections::BTreeSet<_>>();
    let second = format!(
        "{} by {} in {}",
        count(snapshot.statements.len(), "statement"),
        count(speaking.len(), "actor"),
        count(snapshot.articles.len(), "article")
    );
    format!("{first}\n{second}\n{}\n", claims_by_status(snapshot))
}

/// "41 claims: 2 confirmed, 3 contested, …".
pub fn claims_by_status(snapshot: &Snapshot) -> String {
    let of = |status: Status| snapshot.claims.iter().filter(|c| c.status == status).count();
    let parts: Vec<String> = Status::ALL
        .iter()
        .map(|&s| (of(s), s))
        .filter(|(n, _)| *n > 0)
        .map(|(n, s)| format!("{n} {s}"))
        .collect();
    let all = count(snapshot.claims.len(), "claim");
    if parts.is_empty() { all } else { format!("{all}: {}", parts.join(", ")) }
}
