//! The program `sayso`: reads the command line, runs one command, tells the outcome by its exit code.
//!
//! This crate alone prints, reads the clock, the environment and the terminal. Each command is one file in `commands/` with its
//! documentation for users.

mod commands;
mod failure;
mod find;
mod progress;
mod say;
mod show_text;
mod table;
mod taking;
mod web;
mod write;

use std::process::ExitCode;

use clap::Parser;

use crate::{commands::Command, failure::Outcome};

/// On whose say-so? Works out from articles about a contested event who says what, who denies it, and on how many independent
/// origins each claim rests. It never says that something is true.
#[derive(Parser)]
#[command(name = "sayso", version, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match arguments.command.run() {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::SomeNotTaken) => ExitCode::from(1),
        Err(failure) => {
            failure.report();
            failure.exit_code()
        }
    }
}
