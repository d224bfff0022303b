//! How does a browser get it? A server for one case: it shows it, and takes people's decisions about it.
//!
//! A [`Server`] answers with the pages of `sayso-pages` and with the JSON of the same views. What it answers stands in one
//! table, from which the router and the OpenAPI document are made. An address that other machines can reach is taken only where
//! [`Access`] says how visitors are known, and requests that a foreign page caused are refused.
//!
//! ```no_run
//! use sayso_web::{Access, Server, loopback};
//! let access = Access::Open { name: "Ana".to_owned() };
//! let server = Server::bind("harbour.case", loopback("127.0.0.1", 7878)?, access)?;
//! println!("http://{}", server.address());
//! server.run(sayso_web::interrupted())?;
//! # Ok::<(), sayso_web::WebError>(())
//! ```
//!
//! # Errors
//! [`WebError`] says why a server could not start. Once it runs, what goes wrong is told to whoever asked, as a page or JSON.

mod access;
mod act;
mod adding;
mod address;
mod answer;
mod back;
mod desk;
mod error;
mod events;
mod fetching;
mod guard;
mod openapi;
mod pages;
mod refusal;
mod router;
mod routes;
mod seen;
mod server;
mod since;
mod texts;
mod users;
mod visit;
mod world;

pub use access::Access;
pub use address::{any, loopback};
pub use error::WebError;
pub use server::{Server, interrupted};
pub use users::{Role, Users, hash};
pub use world::World;
