//! Actors: whom a source names, within an article and across articles.
//!
//! [`describe`](describe::describe_sources) works out, for each source of one article, a name, a kind and an affiliation;
//! [`resolve_actors`] joins the descriptions of many articles into actors, with the reasons.

mod acronym;
mod apposition;
mod bodies;
mod describe;
mod document;
mod family;
mod generic;
mod group;
mod human;
mod kind;
mod known;
mod leaked;
mod merge;
mod named;
mod names;
pub(crate) mod nouns;
mod opener;
mod people;
mod pronoun;
mod role;
mod run;
mod same;
mod similar;
mod states;
mod topic;
mod unnamed;

pub use merge::resolve_actors;

use sayso_model::{ActorKind, Evidence};

/// A body, state or person by kind and name: what an actor's id is made from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Party {
    pub kind: ActorKind,
    pub name: String,
    /// The state for which a ministry, an army or the like speaks.
    pub state: Option<&'static str>,
}

impl Party {
    /// A party that speaks for no state.
    pub fn new(kind: ActorKind, name: impl Into<String>) -> Self {
        Self { kind, name: name.into(), state: None }
    }

    /// The government of the state with this name.
    pub fn government(state: &str) -> Self {
        Self::new(ActorKind::Government, state)
    }
}

/// What one source says about whom it names.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Description {
    /// Kind and fullest name that the article gives.
    pub party: Party,
    /// For whom it speaks.
    pub affiliation: Option<Party>,
    /// The words that were resolved.
    pub words: String,
    /// Where they stand.
    pub place: Evidence,
    /// Why the words mean this party, where they are not its own name.
    pub reason: Option<String>,
}
