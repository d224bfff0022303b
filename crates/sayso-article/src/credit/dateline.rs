//! Whom does the dateline credit? "NORDHAVEN, June 3 (Reuters) -", "June 3 (UPI) —", "Reuters - ...".

use sayso_model::{Credit, CreditKind};

use super::{line::parts, lines::Line, outlets};
use crate::pattern::pattern;

/// Lines from the top in which a dateline may stand: after a headline, a byline and a credit line.
const TOP: usize = 4;

/// The credits of a line's dateline, where it has one.
pub(crate) fn credits(line: &Line<'_>) -> Vec<Credit> {
    if line.from_start >= TOP {
        return Vec::new();
    }
    let found = in_brackets(line.words);
    let found = if found.is_empty() { without_brackets(line.words).into_iter().collect() } else { found };
    let credit = |(name, words): (String, &str)| Credit {
        name,
        kind: CreditKind::Dateline,
        span: Some(line.span_of(words)),
    };
    found.into_iter().map(credit).collect()
}

/// Place and day, if any, then names in brackets. Without a dash behind the brackets the place must be one beyond doubt:
/// in capitals, closed by a comma, or none at all.
fn in_brackets(words: &str) -> Vec<(String, &str)> {
    let form = pattern!(
        r"^((?:(?:\p{Lu}[\p{L}.'’-]*|\d{1,4}(?:st|nd|rd|th)?|of|de|la|al|el|upon|and)[\s,/-]*){0,9})\(\s*([^()]{2,90}?)\s*\)\s*([-–—:]?)"
    );
    let Some(found) = form.captures(words) else { return Vec::new() };
    let part = |i| found.get(i).map_or("", |m| m.as_str());
    let (place, names, has_dash) = (part(1).trim_end(), part(2), !part(3).is_empty());
    let is_place = place.ends_with(',') || !place.chars().any(char::is_lowercase);
    let is_picture = place.is_empty() && parts(names).any(|p| outlets::named(p).is_none());
    if !has_dash && (!is_place || is_picture || line_ends(words, names)) {
        return Vec::new();
    }
    let listed: Vec<_> = parts(names).filter_map(|p| Some((outlets::named(p)?.name.to_owned(), p))).collect();
    match listed.is_empty() && has_dash && !place.is_empty() {
        true => unlisted(place, names).into_iter().collect(),
        false => listed,
    }
}

/// Whether nothing stands behind the brackets: then they are a caption's or a line of their own.
fn line_ends(words: &str, names: &str) -> bool {
    words.split_once(names).is_none_or(|(_, rest)| rest.trim_matches([' ', ')', '.']).is_empty())
}

/// A single name outside the list: one that ends in a word for a medium, "(Nordhaven News)", or, behind a place in capitals, a name
/// of one word, "NORDHAVEN (Portpress) -".
fn unlisted<'a>(place: &str, names: &'a str) -> Option<(String, &'a str)> {
    let is_medium = pattern!(
        r"^(?:\p{Lu}[\p{L}'’-]*\s+){1,3}(?:News|Press|Agency|Post|Times|Herald|Courier|Tribune|Gazette|Radio|TV|Media|Wire)$"
    );
    let is_place = pattern!(r"^\p{Lu}{2}[\p{Lu}.'’-]+(?:[\s,]|$)").is_match(place);
    let is_word = pattern!(r"^\p{Lu}[\p{L}\p{N}]{1,20}$").is_match(names);
    (is_medium.is_match(names) || is_place && is_word).then(|| (names.to_owned(), names))
}

/// "Reuters - The quay ...", "NORDHAVEN, March 14, AFP — ...": agencies only, as other names may open a headline.
fn without_brackets(words: &str) -> Option<(String, &str)> {
    let form = pattern!(
        r"^(?:(?:\p{Lu}{3,}[\p{Lu}.'’ -]*|\p{Lu}{3,}[\p{Lu} ]*,\s*\p{Lu}[\p{L}.]*\s+\d{1,2})\s*[,/]\s*)?([\p{L}][\p{L} -]{1,30}?)\s*(?:\s-{1,2}|[–—]|:)\s"
    );
    let name = form.captures(words)?.get(1)?.as_str();
    let outlet = outlets::named(name).filter(|o| o.is_agency && !o.is_ambiguous)?;
    Some((outlet.name.to_owned(), name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::credit::lines::lines;

    fn found(text: &str) -> Vec<String> {
        lines(text).iter().flat_map(credits).map(|c| c.name).collect()
    }

    #[test]
    fn datelines_credit_the_agency_in_brackets() {
        for (text, name) in [
            ("NORDHAVEN, June 3 (Reuters) - The quay is shut.", "Reuters"),
            ("NORDHAVEN (AP) — The quay is shut.", "AP"),
            ("June 3 (UPI) — The quay is shut.", "UPI"),
            ("Nordhaven, (APP - The Quay / Quay Point News - 3rd June, 2026) The quay is shut.", "APP"),
            ("( Reuters ) — The quay is shut.", "Reuters"),
            ("BEIJING, March 3 (Xinhua) -- The quay is shut.", "Xinhua"),
            ("Port of Nordhaven (AFP) – The quay is shut.", "AFP"),
            ("NORDHAVEN (Harbour News) - The quay is shut.", "Harbour News"),
            ("NORDHAVEN, June 3 (Portpress) - The quay is shut.", "Portpress"),
            ("NORDHAVEN, Aldoria (NPX) — The quay is shut.", "NPX"),
            ("Reuters - The quay is shut.", "Reuters"),
            ("NORDHAVEN/AFP — The quay is shut.", "AFP"),
        ] {
            assert_eq!(found(text), [name], "{text}");
        }
        assert_eq!(found("NORDHAVEN (AFP/Reuters) - The quay is shut."), ["AFP", "Reuters"]);
    }

    #[test]
    fn brackets_that_are_no_dateline_credit_nobody() {
        for text in [
            "The mayor (left) - who shut the quay - was silent.",
            "NORDHAVEN: The quay is shut.",
            "Nordhaven (Portside) - a part of the town - is shut.",
            "Mara Lind (Greens) - a member of the council - said so.",
            "(Ada Berg/Sputnik/Harbour Pool)",
            "(Ada Berg/Sputnik) The quay",
            "The Quay Company (AP) said nothing.",
            "Sailors told officers (AP) - it was said - nothing.",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn datelines_stand_at_the_top() {
        assert!(found("a\nb\nc\nd\nNORDHAVEN (AP) — The quay is shut.").is_empty());
    }
}
