//! How good is it? Scores against annotated data, with floors that only rise.
//!
//! [`Corpus`] holds texts with attributions marked by hand, in PolNeAR's stand-off form; [`AttributionScore`] compares
//! predicted attributions with them; [`Floors`] says which figures must be reached.
//!
//! ```
//! use sayso_eval::Prf;
//! let score = Prf { hit: 3, predicted: 4, gold: 6 };
//! assert_eq!(score.to_string(), "p 75.00  r 50.00  f1 60.00");
//! ```
//!
//! # Errors
//! [`EvalError`] names the file that could not be read and why.

mod corpus;
mod error;
mod floors;
mod prf;
mod score;
mod tags;
mod tokens;

pub use corpus::{Corpus, Document, GoldAttribution};
pub use error::EvalError;
pub use floors::Floors;
pub use prf::Prf;
pub use score::{AttributionScore, RoleScore};
pub use tags::TagAgreement;
pub use tokens::{Tokens, WordSet};
