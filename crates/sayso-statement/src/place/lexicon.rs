//! Which words before a name say that it is a place's, and which names are everyday words?

use std::{collections::HashSet, sync::OnceLock};

/// Everyday words that are towns too; see `data/README.md`.
const EVERYDAY: &str = include_str!("../../data/place-words.txt");

/// Whether a lower-case word is an everyday word.
pub(super) fn is_everyday(word: &str) -> bool {
    static WORDS: OnceLock<HashSet<&str>> = OnceLock::new();
    let all = || EVERYDAY.lines().filter(|l| !l.starts_with('#')).flat_map(str::split_whitespace).collect();
    WORDS.get_or_init(all).contains(word)
}

/// Prepositions that stand before places and seldom before people.
pub(super) fn is_locative(word: &str) -> bool {
    matches!(
        word,
        "in" | "near"
            | "outside"
            | "across"
            | "throughout"
            | "around"
            | "within"
            | "toward"
            | "towards"
            | "into"
            | "inside"
            | "beyond"
    )
}

/// Prepositions that stand before places and people alike.
pub(super) fn is_directional(word: &str) -> bool {
    matches!(
        word,
        "at" | "from" | "to" | "through" | "via" | "off" | "between" | "over" | "of" | "along" | "downtown"
    )
}

/// Nouns that name the kind of the place after "of", and sides of the compass: "the city of", "north of".
pub(super) fn is_kind_of_place(word: &str) -> bool {
    matches!(
        word,
        "city"
            | "town"
            | "village"
            | "township"
            | "borough"
            | "suburb"
            | "suburbs"
            | "port"
            | "state"
            | "province"
            | "region"
            | "county"
            | "district"
            | "capital"
            | "island"
            | "republic"
            | "north"
            | "south"
            | "east"
            | "west"
            | "northeast"
            | "northwest"
            | "southeast"
            | "southwest"
            | "outside"
            | "side"
            | "streets"
            | "outskirts"
            | "people"
            | "residents"
            | "east-west"
            | "miles"
            | "parts"
            | "coast"
    )
}

/// Words with a capital that stand before a place without being a part of its name: "Northern Texas", "Downtown Tulsa".
pub(super) fn is_part_of_place(word: &str) -> bool {
    matches!(
        word,
        "north"
            | "south"
            | "east"
            | "west"
            | "northern"
            | "southern"
            | "eastern"
            | "western"
            | "central"
            | "upper"
            | "lower"
            | "northeast"
            | "northwest"
            | "southeast"
            | "southwest"
            | "northeastern"
            | "northwestern"
            | "southeastern"
            | "southwestern"
            | "downtown"
            | "metro"
            | "metropolitan"
            | "greater"
            | "inner"
            | "mid"
            | "uptown"
            | "midtown"
            | "suburban"
            | "rural"
            | "historic"
            | "old"
            | "in"
            | "near"
    )
}
