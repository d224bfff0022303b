//! Which words are source, cue and content? Neural label scores and sentence embeddings.
//!
//! [`Reader`] reads the attributions of texts with the model that the program carries; [`Embedder`] places sentences in
//! meaning space. The network's [`Scores`] and their interpretation, [`attributions`], are separate steps, so whoever works
//! on the interpretation needs no model. The crate does no I/O: the models are part of the executable.
//!
//! ```
//! let reader = sayso_reader::Reader::shipped()?;
//! let text = "The harbour master said the bridge would stay closed until Friday.";
//! let reading = reader.read(text);
//! let attribution = &reading.attributions[0];
//! assert_eq!(attribution.source.map(|span| span.of(text)), Some("The harbour master"));
//! assert_eq!(attribution.cue.map(|span| span.of(text)), Some("said"));
//! # Ok::<(), sayso_reader::ReaderError>(())
//! ```
//!
//! # Errors
//! Only loading a model can fail ([`ReaderError`]). Reading cannot: any text yields a reading.

mod attributions;
mod bio;
mod board;
mod characters;
mod decode;
mod embedder;
mod engine;
mod error;
mod layout;
mod link;
mod name;
mod network;
mod outputs;
mod pairing;
mod reader;
mod repair;
mod scores;
mod shape;
mod shipped;
mod turns;
mod windows;
mod wordpiece;
mod workers;

pub use attributions::attributions;
pub use embedder::Embedder;
pub use error::ReaderError;
pub use name::Names;
pub use reader::{Reader, Window};
pub use scores::{Role, Scores, TAGS, Tag};
pub use shipped::{MANIFEST, embedding_model, reading_model};
