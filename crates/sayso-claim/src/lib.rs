//! Which statements make the same claim, who stands where, on how many independent origins, and what changed on the way?
//!
//! [`claims`] groups statements whose contents say the same, whatever their stance; adds up the positions of the actors;
//! counts independent origins; derives the status by the rules of the glossary; and finds drift. [`changes`] compares two
//! snapshots. Every decision carries its reasons. No I/O, no clock; the order of the inputs does not matter; nothing fails.
//!
//! ```
//! use std::collections::BTreeMap;
//! use sayso_claim::{ClaimInput, Meaning, claims};
//! use sayso_model::Embedding;
//! let article = sayso_testkit::article("x", "The port said the pier was closed.");
//! let statement = sayso_testkit::statement(&article, "The port", "said", "the pier was closed");
//! let meanings = BTreeMap::from([(statement.id.clone(), Meaning::from(Embedding::normalised(vec![1.0])))]);
//! let input = ClaimInput {
//!     articles: std::slice::from_ref(&article),
//!     statements: std::slice::from_ref(&statement),
//!     actors: &[],
//!     meanings: &meanings,
//!     country_of: |_| None,
//!     first_seen: &BTreeMap::new(),
//!     reuse: &[],
//!     origins: &[],
//!     headlines: &[],
//! };
//! assert_eq!(claims(&input)[0].text, "the pier was closed");
//! ```

mod answer;
mod build;
mod candidates;
mod change;
mod cluster;
mod compared;
mod doer;
mod drift;
mod features;
mod figure;
mod group;
mod headline;
mod hedge;
mod independence;
mod lexicon;
mod meaning;
mod names;
mod nearness;
mod position;
mod proposition;
mod rank;
mod related;
mod relay;
mod reprint;
mod revision;
mod scorer;
mod sides;
mod speaker;
mod status;
mod telling;
mod token;
mod wording;
mod wordings;

pub use build::{ClaimInput, claims, claims_of, ledger_order, pair_features};
pub use change::changes;
pub use features::{FEATURE_NAMES, FEATURES};
pub use meaning::Meaning;
pub use names::CountryOf;
pub use revision::{CorrectionKind, Told, correction_notice, revision};
