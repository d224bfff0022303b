//! Which words beside a name say that it is a town's or a region's?

/// Whether a stop after this word belongs to it: "St. Paul", "W. Columbia".
pub(super) fn is_shortened(word: &str) -> bool {
    matches!(word, "St" | "Ste" | "Mt" | "Ft" | "N" | "S" | "E" | "W" | "ST" | "MT" | "FT")
}

/// Whether the two words before a name make it a town's: "city of Tulsa", "Mara Holm, 37, of Tulsa", "Mara Holm, 37, Tulsa".
pub(super) fn leads_to_town(one: &str, two: &str) -> bool {
    match two {
        "of" => matches!(one, "city" | "City" | "town" | "Town" | "village" | "Village" | "," | "both"),
        "," => one.len() == 2 && one.bytes().all(|b| b.is_ascii_digit()),
        _ => false,
    }
}

/// Whether the word after a name makes it a region's.
pub(super) fn speaks_of_region(word: &str) -> bool {
    let word = word.to_lowercase();
    matches!(
        word.as_str(),
        "region"
            | "province"
            | "oblast"
            | "state"
            | "governorate"
            | "prefecture"
            | "voivodeship"
            | "canton"
            | "voters"
            | "lawmakers"
    )
}

/// Whether the word after a name makes it a town's: no country and no state has a fire department.
pub(super) fn speaks_of_town(word: &str) -> bool {
    matches!(
        word,
        "Police"
            | "police"
            | "Fire"
            | "firefighters"
            | "man"
            | "woman"
            | "resident"
            | "residents"
            | "City"
            | "Mayor"
            | "mayor"
            | "boys"
            | "girls"
            | "firefighter"
            | "homeowner"
            | "trustees"
            | "High"
            | "Elementary"
            | "Middle"
            | "apartment"
            | "teen"
            | "couple"
            | "Library"
            | "Municipal"
            | "Downtown"
            | "downtown"
    )
}
