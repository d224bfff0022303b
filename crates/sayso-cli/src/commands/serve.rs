//! `sayso serve`: the case in a browser.

use std::path::PathBuf;

use clap::Args;
use sayso_web::{Access, Server, Users, WebError, any, interrupted};

use crate::{
    failure::{Failure, Outcome},
    find::CaseArgument,
    write,
};

/// Show the case in a browser, where people also decide about it, until Ctrl-C
///
/// Prints the address. Only this machine can reach it, unless users are known: give --users or --proxy-header for that.
#[derive(Args)]
pub struct Serve {
    #[command(flatten)]
    case: CaseArgument,
    /// Address to listen on; one that other machines can reach needs --users or --proxy-header
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1")]
    bind: String,
    /// Port to listen on; 0 takes any free one
    #[arg(long, value_name = "N", default_value_t = 7878)]
    port: u16,
    /// Name that decisions bear where nobody signs in
    #[arg(long, value_name = "NAME", env = "USER", default_value = "somebody")]
    name: String,
    /// File of users who sign in: lines with name, role (reader, editor or owner) and password hash, as `sayso user` prints them
    #[arg(long, value_name = "FILE")]
    users: Option<PathBuf>,
    /// Header in which a proxy in front names the user; with --users only the users of the file are let in
    #[arg(long, value_name = "HEADER")]
    proxy_header: Option<String>,
}

impl Serve {
    pub fn run(self) -> Result<Outcome, Failure> {
        let address = match self.bind.as_str() {
            "localhost" => any("127.0.0.1", self.port),
            given => any(given, self.port),
        };
        let address = address.map_err(failure)?;
        let users = self.users.as_deref().map(Users::read).transpose().map_err(failure)?;
        let access = match (self.proxy_header, users) {
            (Some(header), users) => Access::Proxy { header, users },
            (None, Some(users)) => Access::Users(users),
            (None, None) => Access::Open { name: self.name },
        };
        // Works out what an interrupted run left open before the first page is shown.
        drop(self.case.open_current()?);
        let server = Server::bind(self.case.folder()?, address, access).map_err(failure)?;
        write::text(&format!("http://{}/\n", server.address()))?;
        server.run(interrupted()).map_err(failure)?;
        Ok(Outcome::Done)
    }
}

/// The failure with what a person can do about it.
fn failure(error: WebError) -> Failure {
    let hint = match &error {
        WebError::Case(_) => "",
        WebError::NotAnAddress { .. } => "leave --bind away, or give 127.0.0.1 or ::1",
        WebError::NotLoopback { .. } => {
            "leave --bind away, or make users with `sayso user` and give their file with --users; a tunnel works too: ssh -L \
             7878:127.0.0.1:7878 HOST"
        }
        WebError::Listen { .. } => "choose another port with --port, or --port 0 for any free one",
        WebError::Users { .. } | WebError::UserLine { .. } | WebError::NoUsers { .. } => {
            "write a line for each user with `sayso user NAME >> FILE`"
        }
        WebError::NoRandomness | WebError::Start(_) => "close other programs and try again",
    };
    let because = std::error::Error::source(&error).map(|cause| format!(": {cause}")).unwrap_or_default();
    match error {
        WebError::Case(error) => Failure::Case(error),
        other => Failure::wrong_use(format!("{other}{because}"), hint),
    }
}
