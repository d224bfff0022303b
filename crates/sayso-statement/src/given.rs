//! Is a word a given name? One list for the rules of actors and of places.

use std::{
    collections::{HashMap, HashSet},
    sync::OnceLock,
};

/// Given names; see `data/README.md`.
const GIVEN: &str = include_str!("../data/given-names.txt");

/// Given names of women and of men; see `data/README.md`.
const OF_WOMEN: &str = include_str!("../data/given-women.txt");
const OF_MEN: &str = include_str!("../data/given-men.txt");

/// Whether the lower-case word is a given name that only women bear, or only men; `None` where it may be either or no name.
pub(crate) fn is_womans_name(word: &str) -> Option<bool> {
    static NAMES: OnceLock<HashMap<&str, bool>> = OnceLock::new();
    let lists = [(OF_WOMEN, true), (OF_MEN, false)];
    let all = || {
        let names = lists.into_iter().flat_map(|(list, woman)| words_of(list).map(move |name| (name, woman)));
        names.collect()
    };
    NAMES.get_or_init(all).get(word).copied()
}

/// The words of a list, comments left out.
fn words_of(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|l| !l.starts_with('#')).flat_map(str::split_whitespace)
}

/// Whether the lower-case word is a common given name.
pub(crate) fn is_given_name(word: &str) -> bool {
    static NAMES: OnceLock<HashSet<&str>> = OnceLock::new();
    NAMES.get_or_init(|| words_of(GIVEN).collect()).contains(word)
}
