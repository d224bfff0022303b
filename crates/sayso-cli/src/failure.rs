//! What is told when a command cannot be done: the error, its causes, what to do, and the exit code.

use std::{error::Error, process::ExitCode};

use sayso_workbench::{StoreError, WorkbenchError};

use crate::say::say;

/// How a command ended that did its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Exit code 0.
    Done,
    /// Some inputs could not be taken, the others were; or a check found differences. Exit code 1.
    SomeNotTaken,
}

/// Why a command was not done.
#[derive(Debug)]
pub enum Failure {
    /// The command was used wrongly: exit code 2.
    Use {
        /// What is wrong.
        message: String,
        /// What to do.
        hint: String,
    },
    /// The case, the disk or a model failed: exit code 3.
    Case(WorkbenchError),
    /// Standard output could not be written: exit code 3.
    Output(std::io::Error),
    /// Something outside the case failed: a folder that is gone or may not be written. Exit code 3.
    Surroundings {
        /// What was being done.
        doing: &'static str,
        /// What the operating system says.
        source: std::io::Error,
    },
}

impl Failure {
    pub fn wrong_use(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Use { message: message.into(), hint: hint.into() }
    }

    /// Prints the error, its causes and the advice to standard error.
    pub fn report(&self) {
        match self {
            Self::Use { message, hint } => {
                say!("error: {message}");
                say!("hint: {hint}");
            }
            Self::Case(error) => {
                say!("error: {error}");
                causes(error);
                if let Some(hint) = hint(error) {
                    say!("hint: {hint}");
                }
            }
            // Whoever reads our output may stop reading ("sayso claims | head"): that is no error to speak of.
            Self::Output(error) if error.kind() == std::io::ErrorKind::BrokenPipe => {}
            Self::Output(error) => say!("error: the output could not be written: {error}"),
            Self::Surroundings { doing, source } => say!("error: cannot {doing}: {source}"),
        }
    }

    pub fn exit_code(&self) -> ExitCode {
        match self {
            Self::Use { .. } => ExitCode::from(2),
            Self::Output(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Self::Case(_) | Self::Output(_) | Self::Surroundings { .. } => ExitCode::from(3),
        }
    }
}

fn causes(error: &dyn Error) {
    let mut cause = error.source();
    while let Some(deeper) = cause {
        say!("  because: {deeper}");
        cause = deeper.source();
    }
}

/// What a person can do about an error of a case.
fn hint(error: &WorkbenchError) -> Option<&'static str> {
    let WorkbenchError::Store(store) = error else { return None };
    Some(match store {
        StoreError::AlreadyACase { .. } => "choose another folder, or use this case with --case",
        StoreError::NotACase { .. } => "make one with `sayso init DIR`, or name one with --case DIR",
        StoreError::Newer { .. } => "install the sayso that wrote it, or a later one",
        StoreError::Damaged { .. } => {
            "restore the folder from a copy; the captures in it may be whole: keep it"
        }
        StoreError::Busy { .. } => "wait until the other command is done and try again",
        StoreError::ReadOnly { .. } => "copy the case to a folder that you may write",
        StoreError::Full { .. } => "free some room and run the command again: what was done is kept",
        StoreError::Inaccessible { .. } => "check that the folder is there and that you may write it",
        _ => return None,
    })
}

impl From<WorkbenchError> for Failure {
    fn from(error: WorkbenchError) -> Self {
        Self::Case(error)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::Output(error)
    }
}
