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
        "other machines could reach {given}, and sayso has no users and passwords yet: the whole case would be open to them"
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
    /// The threads that answer could not be started.
    #[error("the server could not be started")]
    Start(#[source] io::Error),
}
