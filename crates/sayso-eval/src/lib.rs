//! How good is it? Scores against annotated data, with floors that only rise.
//!
//! [`Corpus`] holds texts with attributions marked by hand, in PolNeAR's stand-off form; [`AttributionScore`] compares
//! predicted attributions with them; [`Exhaustive`] and [`event`] give pairs of articles that are known to share text; [`read_gum`] and [`speakers`] ask whom mentions refer to; [`Floors`] says which figures must be reached.
//!
//! ```
//! use sayso_eval::Prf;
//! let score = Prf { hit: 3, predicted: 4, gold: 6 };
//! assert_eq!(score.to_string(), "p 75.00  r 50.00  f1 60.00");
//! ```
//!
//! # Errors
//! [`EvalError`] names the file that could not be read and why.

mod annotated;
mod annotated_marks;
mod bcubed_sets;
mod blank;
mod case_score;
mod claim_case;
mod claim_run;
mod corpus;
mod coverage;
mod error;
mod extraction;
mod floors;
mod grammar;
mod gum;
pub mod likened;
mod pairs;
mod prf;
mod referents;
mod reused;
pub mod said;
mod score;
mod table;
mod tags;
mod tokens;
mod told;

pub use annotated::{
    AnnotatedArticle, AnnotatedCase, AnnotatedClaim, AnnotatedDrift, AnnotatedStatement, Bounds, Places,
    WordPlaces,
};
pub use annotated_marks::marked_case;
pub use bcubed_sets::BCubed;
pub use blank::blank;
pub use case_score::{CaseScore, Matched};
pub use claim_case::{ClaimCase, Marked, MarkedArticle, read_claim_cases};
pub use claim_run::{Prepared, bcubed};
pub use corpus::{Corpus, Document, GoldAttribution};
pub use coverage::{Covered, PARAPHRASED, actors, descends, event, events, share_text};
pub use error::EvalError;
pub use extraction::{ExtractionScore, MarkedPage, day_in_address, read_pages};
pub use floors::Floors;
pub use gum::{EntityMention, GumDocument, Token, read_gum};
pub use pairs::{claimed_contents, cosines, separation};
pub use prf::Prf;
pub use referents::{Form, ReferentScore, Speaker, speakers};
pub use reused::{Exhaustive, Measure, articles};
pub use score::{AttributionScore, RoleScore};
pub use tags::TagAgreement;
pub use tokens::{Tokens, WordSet};
pub use told::Told;
