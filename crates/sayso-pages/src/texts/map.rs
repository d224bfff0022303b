//! Texts of `html/map.rs`.

use super::plurals;

pub const PLACE: &str = "Place";
pub const COUNTRY: &str = "Country";
pub const MAP_OF_THE_PLACES: &str = "Map of the places";

pub fn places(n: usize) -> String {
    let places = plurals::PLACE.of(n);
    format!("{places} named in statements. A circle's area grows with the statements that name the place.")
}

pub fn drawn(n: usize) -> String {
    format!("{}, also in the table below", plurals::PLACE.of(n))
}

pub fn days(n: usize) -> String {
    let days = plurals::DAY.of(n);
    format!("{days} on which something is reported to have happened, or to be going to happen.")
}
