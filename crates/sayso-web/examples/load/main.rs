//! How quick are the pages of a large case? Makes one of invented articles, serves it, asks for pages at a steady rate and prints
//! for each kind of page how long answers took, and how much memory the server had.
//!
//! ```text
//! cargo run --release -p sayso-web --example load -- make FOLDER [ARTICLES]
//! cargo run --release -p sayso-web --example load -- serve FOLDER          # prints the address
//! cargo run --release -p sayso-web --example load -- measure ADDRESS [SECONDS] [PER_SECOND]
//! # with DECIDE=1 decisions are made all the while; with LISTS=1 the JSON of whole lists is asked for afterwards
//! ```
#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::expect_used)]

mod decide;
mod http;
mod made;
mod make;
mod measure;

use std::env;

use sayso_web::{Access, Server, interrupted, loopback};

fn main() {
    let given: Vec<String> = env::args().skip(1).collect();
    let word = |i: usize| given.get(i).map(String::as_str);
    match (word(0), word(1)) {
        (Some("make"), Some(folder)) => make::make(folder, word(2).map_or(20_000, |n| n.parse().unwrap())),
        (Some("serve"), Some(folder)) => {
            let access = Access::Open { name: "Ana".to_owned() };
            let server = Server::bind(folder, loopback("127.0.0.1", 0).unwrap(), access).unwrap();
            println!("{}", server.address());
            server.run(interrupted()).unwrap();
        }
        (Some("measure"), Some(address)) => measure::measure(
            address.parse().unwrap(),
            word(2).map_or(30, |n| n.parse().unwrap()),
            word(3).map_or(50, |n| n.parse().unwrap()),
        ),
        _ => println!("make FOLDER [ARTICLES] | serve FOLDER | measure ADDRESS [SECONDS] [PER_SECOND]"),
    }
}
