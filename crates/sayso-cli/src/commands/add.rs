//! `sayso add INPUT...`: takes articles into the case and works out what follows.

use std::collections::BTreeMap;

use clap::Args;
use jiff::Timestamp;
use sayso_capture::CaptureError;
use sayso_model::{NoticeCode, Snapshot, Status};
use sayso_workbench::{Added, Engines, Workbench};

use crate::{
    failure::{Failure, Outcome},
    find::CaseArgument,
    progress::Bar,
    say::say,
    table::count,
    taking::{Batch, Inputs, Taker, tell_not_taken},
    write,
};

/// Captures kept in one act: what an interruption can cost is less than a second of work.
const AT_ONCE: usize = 32;
/// How archives name the program that wrote them.
pub const PROGRAM: &str = concat!("sayso/", env!("CARGO_PKG_VERSION"));
/// Notices of one kind that are told one by one; more are counted.
const TOLD_ONE_BY_ONE: usize = 5;

/// Add articles to the case: the same bytes change nothing, new bytes for a known address are a revision
#[derive(Args)]
pub struct Add {
    #[command(flatten)]
    case: CaseArgument,
    #[command(flatten)]
    inputs: Inputs,
}

impl Add {
    pub fn run(self) -> Result<Outcome, Failure> {
        let mut case = self.case.open()?;
        let engines = Engines::shipped()?;
        let (added, not_taken) = take(&mut case, &self.inputs, Timestamp::now())?;
        case.refresh(&engines, &Bar::new())?;
        case.sign()?;
        tell_notices(&added);
        write::text(&summary(&added, not_taken, &case.snapshot()?))?;
        Ok(if not_taken == 0 { Outcome::Done } else { Outcome::SomeNotTaken })
    }
}

/// Captures the inputs and keeps them, a number at a time; gives what was added and how many inputs could not be taken.
fn take(case: &mut Workbench, given: &Inputs, now: Timestamp) -> Result<(Added, usize), Failure> {
    let (mut added, mut without_text) = (Added::default(), 0);
    let mut keep = |batch: Batch| {
        let part = keep(case, &batch)?;
        without_text += part.without_text.len();
        added.join(part);
        Ok(())
    };
    let not_taken = Taker::new(&mut keep, &|_| AT_ONCE, &given.web).take(given, now, "taking articles")?;
    Ok((added, not_taken + without_text))
}

/// Keeps a batch: first what was sent and answered, then the articles. Tells which of them hold no text.
pub fn keep(case: &mut Workbench, batch: &Batch) -> Result<Added, Failure> {
    if let Some(first) = batch.exchanges.first() {
        let archive = sayso_capture::warc::archive(&batch.exchanges, PROGRAM).map_err(Failure::Output)?;
        case.keep_archive(&archive, first.time)?;
    }
    let part = case.add(&batch.captures)?;
    for file in &part.without_text {
        tell_not_taken(&CaptureError::WithoutText { file: file.clone() });
    }
    Ok(part)
}

/// Tells notices: a few of one kind one by one, many as a count.
pub fn tell_notices(added: &Added) {
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
