//! `sayso timestamp`: somebody outside says when the log was there.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use jiff::Timestamp as Time;
use sayso_workbench::{BlockHeader, Roots, TimestampError, Witnesses, WorkbenchError};

use crate::{
    failure::{Failure, Outcome},
    find::CaseArgument,
    write,
};

/// Have somebody outside attest when the log was there: ask for a time stamp of its checkpoint, and attach what comes back
///
/// Whoever can write the case can write another history and sign it. A time stamp of an authority (RFC 3161) or of OpenTimestamps
/// shows that the checkpoint was there by then.
#[derive(Args)]
pub struct Timestamp {
    #[command(subcommand)]
    act: Act,
}

#[derive(Subcommand)]
enum Act {
    /// Put the present checkpoint aside and write the query for an authority; nothing is sent
    Request {
        #[command(flatten)]
        case: CaseArgument,
    },
    /// Attach a token that came back: the response of an authority (.tsr) or an OpenTimestamps proof (.ots)
    Attach {
        #[command(flatten)]
        case: CaseArgument,
        /// The token
        file: PathBuf,
        #[command(flatten)]
        trusted: Trusted,
    },
}

/// Whom the reader of time stamps trusts.
#[derive(Args)]
pub struct Trusted {
    /// Root certificate of a time-stamp authority that you trust, PEM or DER; may be given several times
    #[arg(long = "trust", value_name = "CERT")]
    roots: Vec<PathBuf>,
    /// File with the header of a Bitcoin block, 160 hexadecimal digits, from a source that you trust; may be given several times
    #[arg(long = "block-header", value_name = "FILE")]
    headers: Vec<PathBuf>,
}

impl Trusted {
    pub fn witnesses(&self) -> Result<Witnesses, Failure> {
        let mut roots = Roots::default();
        for file in &self.roots {
            roots.add(&read(file)?).map_err(|error| refused(file, &error))?;
        }
        let header = |file: &PathBuf| {
            let text = String::from_utf8_lossy(&read(file)?).into_owned();
            BlockHeader::parse(&text).map_err(|error| refused(file, &error))
        };
        Ok(Witnesses { roots, headers: self.headers.iter().map(header).collect::<Result<_, _>>()? })
    }
}

fn refused(file: &Path, error: &dyn std::fmt::Display) -> Failure {
    Failure::wrong_use(
        format!("{}: {error}", file.display()),
        "give a file that your authority or your node gave you",
    )
}

fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(file).map_err(|source| {
        Failure::wrong_use(
            format!("{} cannot be read: {source}", file.display()),
            "name a file that is there",
        )
    })
}

impl Timestamp {
    pub fn run(self) -> Result<Outcome, Failure> {
        match self.act {
            Act::Request { case } => request(&case),
            Act::Attach { case, file, trusted } => attach(&case, &file, &trusted),
        }
    }
}

fn request(case: &CaseArgument) -> Result<Outcome, Failure> {
    let mut case = case.open_current()?;
    case.sign()?;
    let asked = case.request_timestamp().map_err(told)?;
    let (query, checkpoint) = (asked.query.display(), asked.checkpoint.display());
    write::text(&format!(
        "checkpoint of {} entries, SHA-256 {}\n\
         RFC 3161:       curl -H 'Content-Type: application/timestamp-query' --data-binary @{query} AUTHORITY > token.tsr\n\
         OpenTimestamps: ots stamp {checkpoint}\n\
         then:           sayso timestamp attach FILE\n",
        asked.entries, asked.digest
    ))?;
    Ok(Outcome::Done)
}

fn attach(case: &CaseArgument, file: &Path, trusted: &Trusted) -> Result<Outcome, Failure> {
    let (token, trusted) = (read(file)?, trusted.witnesses()?);
    let mut case = case.open()?;
    let attached = case.attach_timestamp(&token, Time::now(), &trusted).map_err(told)?;
    case.sign()?;
    let what = if attached.is_new { "attached as" } else { "known already:" };
    let mut text = format!("{what} {}, of the checkpoint of {} entries\n", attached.file, attached.entries);
    attached.shown.iter().for_each(|shown| text += &format!("{shown}\n"));
    write::text(&text)?;
    Ok(Outcome::Done)
}

/// What is wrong with a token is for whoever gave it to mend, and no fault of the case.
fn told(error: WorkbenchError) -> Failure {
    let WorkbenchError::Timestamp(error) = error else { return error.into() };
    let hint = match &error {
        TimestampError::NoCheckpoint(_) => "`sayso timestamp request` puts aside what is to be stamped",
        TimestampError::Unsigned => "add an article first: an empty case has nothing to stamp",
        TimestampError::Checkpoint(_) | TimestampError::OtherLog(_) => "`sayso verify` says what differs",
        TimestampError::Token(_) => "have the checkpoint stamped again: `sayso timestamp request`",
    };
    Failure::wrong_use(error.to_string(), hint)
}
