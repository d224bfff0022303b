//! Where is it kept? An embedded database with full-text search and migrations.
//!
//! The principal type is [`Store`]: one case, opened. A case is a folder with one database file, [`CASE_FILE`]. Reading is done
//! through the store, writing only through a [`Transaction`]: all of an act becomes durable with [`Transaction::commit`], or
//! nothing of it happens. A transaction reads like its store and sees what it has written itself.
//!
//! Captures, articles with their revisions, and log entries are kept: they are added and never changed. Readings, embeddings,
//! statements and [`Derived`] values can be rebuilt from them; [`Store::derived_is_current`] says whether the derived values
//! belong to what the case holds now.
//!
//! This is the only crate that knows SQL. It knows no rules: it keeps what it is given.
//!
//! ```
//! use sayso_model::{Article, ArticleId, Capture, Location, MediaType};
//! use sayso_store::{Put, Store};
//!
//! # let folder = tempfile::tempdir()?;
//! # let dir = folder.path().join("bridge");
//! # let text = "The mayor denied it.";
//! # let mut article = sayso_testkit::article("Harbour Gazette", text);
//! let capture = Capture::new(
//!     Location::File("gazette.txt".into()),
//!     "2026-03-14T09:30:00Z".parse()?,
//!     MediaType::Text,
//!     text.as_bytes().to_vec(),
//! );
//! # article.capture = capture.digest.clone();
//!
//! let mut store = Store::create(&dir)?;
//! let mut act = store.transaction()?;
//! act.put_capture(&capture, Some(&article.id))?;
//! assert_eq!(act.put_article(&article)?, Put::New);
//! act.commit()?;
//!
//! let store = Store::open(&dir)?;
//! assert_eq!(store.articles()?, [article]);
//! assert_eq!(store.search("mayor den*", 10)?.len(), 1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Errors
//! [`StoreError`]: the folder is no case, is one already, cannot be written, was written by a newer sayso, or its database is
//! damaged, busy or full. Each names the file.

mod articles;
mod captures;
mod check;
mod derived;
mod error;
mod excerpt;
mod generation;
mod interpreted;
mod log;
mod query;
mod readings;
mod replace;
mod rows;
mod schema;
mod seal;
mod search;
mod snapshot;
mod snippet;
mod statements;
mod store;
mod transaction;

pub use articles::{Put, Revision, say_the_same};
pub use captures::{Seen, Sighted, Sighting};
pub use derived::Derived;
pub use error::StoreError;
pub use log::LogEntry;
pub use replace::{replace, replace_secret};
pub use seal::{SEAL_FILE, Sealed};
pub use search::{Found, Hit};
pub use snippet::Snippet;
pub use store::{CASE_FILE, Store};
pub use transaction::Transaction;
