//! `sayso user`: a line for the file of users.

use clap::{Args, ValueEnum};
use sayso_web::hash;

use crate::{
    failure::{Failure, Outcome},
    write,
};

/// Shortest password that is taken: the fewest letters that guides for passwords which people choose ask for (NIST SP 800-63B).
const SHORTEST: usize = 8;

/// Print a line for the file of `sayso serve --users`; the password is read from standard input
#[derive(Args)]
pub struct User {
    /// Name that the user signs in with and that decisions bear, without spaces
    name: String,
    /// What the user may do: look, decide, or undo everybody's decisions
    #[arg(long, value_enum, default_value = "editor")]
    role: Role,
}

#[derive(Clone, Copy, ValueEnum)]
enum Role {
    Reader,
    Editor,
    Owner,
}

impl User {
    pub fn run(self) -> Result<Outcome, Failure> {
        if self.name.is_empty() || self.name.starts_with('#') || self.name.contains(char::is_whitespace) {
            return Err(Failure::wrong_use(
                format!("{:?} is no name", self.name),
                "give a name without spaces",
            ));
        }
        let mut password = String::new();
        std::io::stdin()
            .read_line(&mut password)
            .map_err(|source| Failure::Surroundings { doing: "read the password", source })?;
        let password = password.trim_end_matches(['\r', '\n']);
        if password.chars().count() < SHORTEST {
            let hint = "write one of eight letters or more on standard input";
            return Err(Failure::wrong_use("the password is too short".to_owned(), hint));
        }
        let role = match self.role {
            Role::Reader => "reader",
            Role::Editor => "editor",
            Role::Owner => "owner",
        };
        let hash = hash(password).map_err(|e| Failure::wrong_use(e.to_string(), "try again"))?;
        write::text(&format!("{} {role} {hash}\n", self.name))?;
        Ok(Outcome::Done)
    }
}
