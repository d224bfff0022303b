//! What do we call things? The values, ids and spans that the stages of sayso hand to each other.
//!
//! Every noun of the glossary that crosses a stage boundary is one plain type here. The types hold no behaviour beyond
//! what keeps them well-formed, and the crate knows neither files, clocks, databases nor the network.
//!
//! ```
//! use sayso_model::{Span, ArticleId};
//! let text = "The ministry said “nothing happened”.";
//! let source = Span::new(0, 12);
//! assert_eq!(source.of(text), "The ministry");
//! assert!(ArticleId::derive(&["https://example.org/1"]).as_str().starts_with('a'));
//! ```

mod actor;
mod article;
mod capture;
mod claim;
mod digest;
mod embedding;
mod headline;
mod id;
mod image;
mod notice;
mod origin;
mod published;
mod reading;
mod review;
mod revision;
mod second;
mod shared;
mod snapshot;
mod span;
mod statement;
mod text;
mod tight;

pub use actor::{Actor, ActorKind};
pub use article::{Article, Credit, CreditKind};
pub use capture::{Capture, Location, MediaType};
pub use claim::{
    Change, ChangeKind, Claim, Drift, DriftKind, IndependentOrigin, Position, RelatedClaim, RelatedKind,
    Status,
};
pub use digest::Digest;
pub use embedding::{EMBEDDING_WIDTH, Embedding};
pub use headline::Headline;
pub use id::{ActorId, ArticleId, ClaimId, StatementId};
pub use image::{Image, ImageKind};
pub use notice::{Notice, NoticeCode};
pub use origin::{Evidence, Origin, OriginKind, Part, Reason, SharedPassage, StatementOrigin, TextReuse};
pub use published::{Published, PublishedError};
pub use reading::{Attribution, ModelDigest, Name, NameKind, Reading, Referent};
pub use review::{Act, CopyVerdict, Reliability, Review, Standing, standing};
pub use revision::{Revision, Rewording, Side, Touched};
pub use second::{SecondReading, second_readings};
pub use shared::{Items, List, Shared};
pub use snapshot::Snapshot;
pub use span::Span;
pub use statement::{
    Certainty, Place, Quantity, Quotation, Relation, Stance, Statement, TimeExpression, TimeKind, Voice,
};
pub use text::Text;
