//! The façade over a case: make it, open it, add captures, work out what follows, take a snapshot.
//!
//! A [`Workbench`] holds the store and is the only writer. One act is one transaction: an act that has been reported as done
//! survives a crash, and what was not yet worked out is worked out the next time ([`Workbench::refresh`]). What follows from the
//! captures is computed by the stage crates and can always be rebuilt. [`read`] does the same for one article without a case.
//!
//! ```no_run
//! use sayso_workbench::{Engines, Silent, Workbench};
//! use sayso_model::{Capture, Location, MediaType};
//! let mut case = Workbench::create("harbour.case")?;
//! let text = b"The port said the pier was closed.".to_vec();
//! let capture = Capture::new(Location::StandardInput, "2031-03-04T06:00:00Z".parse()?, MediaType::Text, text);
//! case.add(&[capture])?;
//! case.refresh(&Engines::shipped()?, &Silent)?;
//! for claim in &case.snapshot()?.claims {
//!     println!("{} {}", claim.status, claim.text);
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Errors
//! [`WorkbenchError`] passes on what the store or the models say; reading news itself never fails.

mod act;
mod add;
mod archive;
mod before;
mod bundle;
mod checkpoint;
mod corrected;
mod derived;
mod engines;
mod error;
mod feeds;
mod filters;
mod infer;
mod kept_reuse;
mod log_proofs;
mod progress;
mod proof;
mod prove;
mod read;
mod refresh;
mod replay;
mod review;
mod revised;
mod revisions;
mod root;
mod status;
mod timestamps;
mod titles;
mod verify;
mod wacz;
mod workbench;

pub use add::Added;
pub use archive::ARCHIVE_FOLDER;
pub use bundle::{Bundle, BundleError};
pub use checkpoint::{CHECKPOINT_FILE, KEY_FILE};
pub use engines::Engines;
pub use error::WorkbenchError;
pub use log_proofs::LogProofs;
pub use progress::{Progress, Silent};
pub use proof::{Proven, ProvenSighting};
pub use prove::{Proof, Proofs};
pub use read::{ReadArticle, read};
pub use review::ReviewError;
pub use sayso_store::{Found, Hit, Snippet, StoreError};
pub use sayso_timestamp::{BlockHeader, Roots, TokenError, Witnesses};
pub use timestamps::{Attached, TIMESTAMP_FOLDER, TimestampError, TimestampRequest};
pub use verify::Verified;
pub use workbench::{Generation, Workbench};
