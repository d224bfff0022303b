//! Which statements make the same claim, who stands where, on how many independent origins, and what changed on the way?
//!
//! [`claims`] groups statements whose contents say the same, whatever their stance; adds up the positions of the actors;
//! counts independent origins; derives the status by the rules of the glossary; and finds drift. [`changes`] compares two
//! snapshots. Every decision carries its reasons. No I/O, no clock; the order of the inputs does not matter; nothing fails.
//!
//! ```
//! use std::collections::BTreeMap;
//! use sayso_claim::{ClaimInput, claims};
//! use sayso_model::{Embedding, Status};
//! let article = sayso_testkit::article("x", "The port said the pier was closed.");
//! let statement = sayso_testkit::statement(&article, "The port", "said", "the pier was closed");
//! let embeddings = BTreeMap::from([(statement.id.clone(), Embedding::normalised(vec![1.0]))]);
//! let input = ClaimInput {
//!     articles: std::slice::from_ref(&article),
//!     statements: std::slice::from_ref(&statement),
//!     actors: &[],
//!     embeddings: &embeddings,
//!     first_seen: &BTreeMap::new(),
//!     reuse: &[],
//!     origins: &[],
//! };
//! assert_eq!(claims(&input)[0].text, "the pier was closed");
//! ```

mod answer;
mod build;
mod change;
mod context;
mod drift;
mod group;
mod independence;
mod position;
mod proposition;
mod similarity;
mod status;
mod wording;

pub use build::{ClaimInput, claims};
pub use change::changes;
pub use context::in_context;
