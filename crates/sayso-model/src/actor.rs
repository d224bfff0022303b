//! Whoever a source resolves to.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{id::ActorId, origin::Reason};

/// What an actor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActorKind {
    /// A named person.
    Person,
    /// A body: an agency, a company, a research centre, an alliance.
    Organization,
    /// A state, spoken of by its name, capital or palace.
    Government,
    /// An outlet.
    Publisher,
    /// Someone whom the text does not name, typed by what it says of them ("a US official").
    Anonymous,
}

impl ActorKind {
    /// The kind as it is written in JSON and ids.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Government => "government",
            Self::Publisher => "publisher",
            Self::Anonymous => "anonymous",
        }
    }
}

impl fmt::Display for ActorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The person, body or outlet that sources resolve to, across articles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Actor {
    /// The actor's id.
    pub id: ActorId,
    /// The fullest name that the articles give.
    pub name: String,
    /// What the actor is.
    pub kind: ActorKind,
    /// Other words that were resolved to this actor, sorted.
    #[serde(deserialize_with = "crate::tight::list")]
    pub aliases: Vec<String>,
    /// The body or state for which the actor speaks, where the texts say so.
    pub affiliation: Option<ActorId>,
    /// Why the aliases are one actor.
    #[serde(deserialize_with = "crate::tight::list")]
    pub reasons: Vec<Reason>,
}
