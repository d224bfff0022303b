//! How does a browser get it? A server for one case, for reading only, on this machine alone.
//!
//! A [`Server`] answers with the pages of `sayso-pages` and with the JSON of the same views. What it answers stands in one
//! table, from which the router and the OpenAPI document are made. There are no users yet, and so it refuses every address
//! that other machines can reach, and requests that a foreign page caused.
//!
//! ```no_run
//! use sayso_web::{Server, loopback};
//! let server = Server::bind("harbour.case", loopback("127.0.0.1", 7878)?)?;
//! println!("http://{}", server.address());
//! server.run(sayso_web::interrupted())?;
//! # Ok::<(), sayso_web::WebError>(())
//! ```
//!
//! # Errors
//! [`WebError`] says why a server could not start. Once it runs, what goes wrong is told to whoever asked, as a page or JSON.

mod address;
mod answer;
mod desk;
mod error;
mod guard;
mod openapi;
mod pages;
mod refusal;
mod router;
mod routes;
mod server;
mod since;

pub use address::loopback;
pub use error::WebError;
pub use server::{Server, interrupted};
