//! Why a server could not start.

use std::{io, net::SocketAddr};

use sayso_workbench::WorkbenchError;
use thiserror::Error;

/// Says why a case is not served.
#[derive(Debug, Error)]
pub enum WebError {
    /// What was given is not the address of a machine's own interface.
    #[error("{given:?} is not an IP address")]
    NotAnAddress {
        /// The words.
        given: String,
    },
    /// Other machines could reach the address.
    #[error(
        "other machines could reach {given}, and there are no users: the whole case would be open to them"
    )]
    NotLoopback {
        /// The address.
        given: String,
    },
    /// The address cannot be listened on.
    #[error("cannot listen on {address}")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// What the system said.
        source: io::Error,
    },
    /// The case cannot be opened.
    #[error(transparent)]
    Case(#[from] WorkbenchError),
    /// The file of users cannot be read.
    #[error("cannot read the users in {file}")]
    Users {
        /// The file.
        file: String,
        /// What the system said.
        source: io::Error,
    },
    /// A line of that file is not one of a user.
    #[error("line {line} of {file} is not a name, a role and an argon2id hash")]
    UserLine {
        /// The file.
        file: String,
        /// The line, the first being 1.
        line: usize,
    },
    /// There is no user in that file.
    #[error("there is no user in {file}")]
    NoUsers {
        /// The file.
        file: String,
    },
    /// The system gives no random numbers.
    #[error("the system gives no random numbers, which passwords and forms need")]
    NoRandomness,
    /// The threads that answer could not be started.
    #[error("the server could not be started")]
    Start(#[source] io::Error),
}
