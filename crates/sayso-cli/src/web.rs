//! The web as commands reach it: a client with the user's permissions, the clock, and chance.

use clap::Args;
use sayso_capture::fetch::{Allowed, Fetcher, Limits};
use sayso_web::World;

use crate::failure::Failure;

/// Whom a site can complain to where the user names nobody: what this program is.
const CONTACT: &str = "a person's news verification workbench; one page at a time";

/// What fetching may do.
#[derive(Args, Clone, Debug)]
pub struct WebArguments {
    /// Host of an inner network that may be fetched from, by the name in its address; may be given several times
    #[arg(long = "allow-host", value_name = "HOST")]
    allow_hosts: Vec<String>,
    /// Fetch also what a site's robots.txt asks programs not to fetch
    #[arg(long)]
    ignore_robots: bool,
    /// Address or name under which sites can reach whoever fetches
    #[arg(long, value_name = "WORDS", default_value = CONTACT)]
    contact: String,
}

impl WebArguments {
    /// A client with these permissions.
    pub fn fetcher(&self) -> Result<Fetcher<'static>, Failure> {
        let allowed = Allowed::new(self.allow_hosts.iter().cloned());
        let contact: String = self.contact.chars().filter(|c| c.is_ascii_graphic() || *c == ' ').collect();
        Fetcher::new(Limits::default(), allowed, !self.ignore_robots, &contact, &World).map_err(|error| {
            Failure::wrong_use(error.to_string(), "fetch the pages with a browser and add the files")
        })
    }
}
