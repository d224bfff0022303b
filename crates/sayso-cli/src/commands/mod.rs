//! The commands, one file each.

mod add;
mod articles;
mod bundle;
mod changes;
mod claims;
mod demo;
mod export;
mod init;
mod prove;
mod read;
mod search;
mod serve;
mod show;
mod sources;
mod timestamp;
mod user;
mod verify;
mod watch;

use clap::Subcommand;

use crate::failure::{Failure, Outcome};

#[derive(Subcommand)]
pub enum Command {
    Read(read::Read),
    Init(init::Init),
    Add(add::Add),
    Claims(claims::Claims),
    Show(show::Show),
    Articles(articles::Articles),
    Sources(sources::Sources),
    Changes(changes::Changes),
    Search(search::Search),
    Serve(serve::Serve),
    User(user::User),
    Export(export::Export),
    Verify(verify::Verify),
    Prove(prove::Prove),
    Timestamp(timestamp::Timestamp),
    Bundle(bundle::Bundle),
    Watch(watch::Watch),
    Demo(demo::Demo),
}

impl Command {
    pub fn run(self) -> Result<Outcome, Failure> {
        match self {
            Self::Read(command) => command.run(),
            Self::Init(command) => command.run(),
            Self::Add(command) => command.run(),
            Self::Claims(command) => command.run(),
            Self::Show(command) => command.run(),
            Self::Articles(command) => command.run(),
            Self::Sources(command) => command.run(),
            Self::Changes(command) => command.run(),
            Self::Search(command) => command.run(),
            Self::Serve(command) => command.run(),
            Self::User(command) => command.run(),
            Self::Export(command) => command.run(),
            Self::Verify(command) => command.run(),
            Self::Prove(command) => command.run(),
            Self::Timestamp(command) => command.run(),
            Self::Bundle(command) => command.run(),
            Self::Watch(command) => command.run(),
            Self::Demo(command) => command.run(),
        }
    }
}
