//! Why was a page not fetched?

use std::{io, net::IpAddr};

use thiserror::Error;

use crate::http::BodyError;

/// Says why an address could not be fetched.
#[derive(Debug, Error)]
pub enum FetchError {
    /// It is no address that can be fetched.
    #[error("it is no http or https address")]
    Address,
    /// The host's name leads nowhere.
    #[error("the host {0} is not known")]
    UnknownHost(String),
    /// The host is a machine of an inner network.
    #[error("{host} is {address}, an address within a network and not on the internet")]
    Private {
        /// The host as the address names it.
        host: String,
        /// Where its name leads.
        address: IpAddr,
    },
    /// The site asks programs not to fetch it.
    #[error("the site's robots.txt asks programs not to fetch it")]
    Robots,
    /// The connection could not be made or broke off.
    #[error("the connection failed ({0})")]
    Connection(#[source] io::Error),
    /// The server took too long.
    #[error("the server did not answer in time")]
    Timeout,
    /// What the server sent is no HTTP.
    #[error("the answer is no HTTP: {0}")]
    NoHttp(&'static str),
    /// The answer is larger than a page can be.
    #[error("the answer is larger than {0} bytes")]
    TooLarge(u64),
    /// The content cannot be unwrapped.
    #[error(transparent)]
    Body(#[from] BodyError),
    /// The server leads on and on.
    #[error("it leads on to another address more than {0} times")]
    Redirects(usize),
    /// The server says no.
    #[error("the server answered with status {0}")]
    Status(u16),
    /// The page is no article.
    #[error("the content is {0}, which is no text")]
    Kind(String),
    /// The server does not show that it is the one that was asked.
    #[error("the server's certificate is not trusted: {0}")]
    Certificate(String),
    /// A file of roots holds none.
    #[error("it holds no root certificate in PEM: {0}")]
    Root(String),
    /// The secure connection cannot be prepared.
    #[error("secure connections cannot be made ({0})")]
    Tls(#[from] rustls::Error),
}

impl FetchError {
    /// Whether trying again may help: the server or the line was in trouble, and nothing was refused.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Connection(_) | Self::Timeout => true,
            Self::Status(status) => matches!(status, 408 | 425 | 429 | 500 | 502 | 503 | 504),
            _ => false,
        }
    }

    /// Advice in one sentence.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Private { .. } => "if this machine is meant, allow it by name: --allow-host NAME",
            Self::Robots => "ask the site, or fetch it all the same with --ignore-robots",
            Self::Status(401..=403) => {
                "the page needs a login or refuses programs: save it in the browser and add the file"
            }
            Self::Certificate(_) => {
                "nothing was taken: somebody may stand between, or the site has let its certificate lapse"
            }
            error if error.is_passing() => "try again later",
            _ => "open the address in a browser, save the page and add the file",
        }
    }
}
