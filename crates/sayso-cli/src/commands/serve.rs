//! `sayso serve`: the case in a browser.

use clap::Args;
use sayso_web::{Server, WebError, interrupted, loopback};

use crate::{
    failure::{Failure, Outcome},
    find::CaseArgument,
    write,
};

/// Show the case in a browser, for reading only, until Ctrl-C
///
/// Prints the address. Only this machine can reach it: there are no users and passwords yet.
#[derive(Args)]
pub struct Serve {
    #[command(flatten)]
    case: CaseArgument,
    /// Address of this machine to listen on
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1")]
    bind: String,
    /// Port to listen on; 0 takes any free one
    #[arg(long, value_name = "N", default_value_t = 7878)]
    port: u16,
}

impl Serve {
    pub fn run(self) -> Result<Outcome, Failure> {
        let address = loopback(&self.bind, self.port).map_err(failure)?;
        // Works out what an interrupted run left open before the first page is shown.
        drop(self.case.open_current()?);
        let server = Server::bind(self.case.folder()?, address).map_err(failure)?;
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
            "leave --bind away; to read from elsewhere, tunnel the port: ssh -L 7878:127.0.0.1:7878 HOST"
        }
        WebError::Listen { .. } => "choose another port with --port, or --port 0 for any free one",
        WebError::Start(_) => "close other programs and try again",
    };
    let because = std::error::Error::source(&error).map(|cause| format!(": {cause}")).unwrap_or_default();
    match error {
        WebError::Case(error) => Failure::Case(error),
        other => Failure::wrong_use(format!("{other}{because}"), hint),
    }
}
