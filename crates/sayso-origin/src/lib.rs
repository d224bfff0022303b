//! Which article copied which, where does each report start, and from which origin does each statement come?
//!
//! The principal type is [`ReuseIndex`]: it takes articles one by one and finds the pairs that share passages because
//! one derives from the other or both from a third. [`text_reuse`] does the same for a slice. Quotations and the page's
//! furniture do not count, since two reporters can take one quotation from the same press conference. On the pairs rest
//! [`article_origins`] and [`statement_origins`], which say where a report or a statement starts.
//!
//! ```
//! use sayso_origin::text_reuse;
//!
//! let report = "The ferry Aurelia ran aground off Lindholm early on Tuesday with 214 passengers on board. \
//!     Divers found a crack of four metres below the waterline, and the harbour master closed the channel until Friday.";
//! let mut first = sayso_testkit::article("Seaview", report);
//! first.published = "2031-05-03".parse().ok();
//! let mut second = sayso_testkit::article("Harbour Post", &format!("{report} Nobody was hurt."));
//! second.published = "2031-05-04".parse().ok();
//!
//! let pairs = text_reuse(&[first, second.clone()]);
//! assert_eq!(pairs.len(), 1);
//! assert_eq!(pairs[0].derived, Some(second.id));
//! assert_eq!(pairs[0].reasons[1].text, "Seaview was published a day earlier than Harbour Post");
//! ```
//!
//! **No I/O, no clock, no errors**: any articles give an answer, the same values give the same answer in any order, and
//! where text, credit and time do not tell a direction the answer is that it is unknown. The crate knows neither claims
//! nor how statements were found.

mod align;
mod candidates;
mod carriers;
mod direction;
mod fingerprint;
mod furniture;
mod likeness;
mod lines;
mod marks;
mod media;
mod nearby;
mod phrases;
mod places;
mod postings;
mod prepared;
mod quotation;
mod recurrence;
mod report;
mod retelling;
mod reuse;
mod root;
mod runs;
mod sketch;
mod statement_origin;
mod verdict;
mod versions;
mod words;

pub use likeness::{Likeness, likenesses};
pub use retelling::{Retelling, retellings};
pub use reuse::{ReuseIndex, text_reuse};
pub use root::{Root, article_origins, root_of};
pub use statement_origin::{OriginInput, statement_origins};
