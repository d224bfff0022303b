//! What does a person see? View models, which are the JSON, and their HTML.
//!
//! Every page and command shows a view: a plain value made from a [`sayso_model::Snapshot`], with words sliced from the
//! articles and ids looked up. Serialised, it is the JSON of `docs/CONTRACT.md`; the terminal and the browser render the same
//! value. The crate opens nothing and knows neither the store nor the network.
//!
//! ```
//! use sayso_model::Snapshot;
//! let ledger = sayso_pages::ledger(&Snapshot::default());
//! assert!(ledger.claims.is_empty());
//! ```

mod actor;
mod article;
mod beside;
mod change;
mod claim;
mod credibility;
mod export;
mod hit;
pub mod html;
mod index;
mod json;
mod ledger;
mod ledger_page;
mod lists;
mod places;
mod read;
mod review;
mod revised;
mod second;
mod short;
mod source;
mod statement;
mod texts;

pub use actor::{ActorView, Cell, Stances, TableColumn, TableLine, TableView, actor, table};
pub use article::{ArticleRow, ArticleView, CopyView, article, articles, articles_page};
pub use beside::BesideView;
pub use change::{CHANGE_SECTIONS, ChangeView, changes};
pub use claim::{
    ClaimView, DriftSide, DriftView, OriginView, PositionView, RelatedView, StatementView, claim,
};
pub use credibility::{Credibility, credibility};
pub use export::{ExportView, export};
pub use hit::HitView;
pub use index::Index;
pub use json::{
    ActorJson, ArticleJson, EvidenceJson, ImageJson, PlaceJson, QuantityJson, ReasonJson, SpanJson,
    StatementJson, TimeJson, WordsJson,
};
pub use ledger::{LedgerRow, LedgerView, ledger};
pub use ledger_page::{GroupBy, LedgerPage, LedgerQuery, Sort, ledger_page};
pub use places::{EventView, PlaceView, events, places};
pub use read::{ReadView, read};
pub use review::{ReviewView, reviews};
pub use revised::{RevisionView, RewordingView, TouchedView};
pub use second::{Agreement, GivenReading, OpenReading, SecondView, second, seconds};
pub use short::ShortIds;
pub use source::{SourceRow, source, sources, sources_page};
pub use statement::{StatementPage, statement};
