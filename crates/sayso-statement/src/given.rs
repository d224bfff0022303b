//! Is a word a given name? One list for the rules of actors and of places.

use std::{collections::HashSet, sync::OnceLock};

/// Given names; see `data/README.md`.
const GIVEN: &str = include_str!("../data/given-names.txt");

/// Whether the lower-case word is a common given name.
pub(crate) fn is_given_name(word: &str) -> bool {
    static NAMES: OnceLock<HashSet<&str>> = OnceLock::new();
    let all = || GIVEN.lines().filter(|l| !l.starts_with('#')).flat_map(str::split_whitespace).collect();
    NAMES.get_or_init(all).contains(word)
}
