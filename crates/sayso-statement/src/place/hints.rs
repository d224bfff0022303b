//! What else says where an article comes from: words that one country's news use, and the publisher's name.

use super::mention::{Mentions, mentions};
use crate::text::{Word, words};

/// Votes beside those of the article's own places.
pub(super) struct Hints {
    /// Countries with how many words speak for each.
    pub countries: Vec<(&'static str, f64)>,
    /// The places in the publisher's name.
    pub publisher: Mentions,
}

/// So many words of one country's are enough: more say nothing more.
const MOST: u32 = 4;
/// What one word counts, where a place's name counts 1.
const WORD: f64 = 0.8;

/// Reads the hints of an article.
pub(super) fn hints(text: &[Word<'_>], publisher: Option<&str>) -> Hints {
    let mut counts: [(&'static str, u32); 4] = [("US", 0), ("GB", 0), ("IE", 0), ("CA", 0)];
    for word in text {
        for (country, count) in &mut counts {
            *count += u32::from(*count < MOST && is_word_of(country, word.text));
        }
    }
    let spoken = counts.into_iter().filter(|(_, n)| *n > 0);
    let countries = spoken.map(|(country, n)| (country, WORD * f64::from(n))).collect();
    let name = publisher.unwrap_or_default();
    Hints { countries, publisher: mentions(name, &words(name)) }
}

/// Whether a word is used by the news of one country above all.
fn is_word_of(country: &str, word: &str) -> bool {
    match country {
        "US" => matches!(
            word,
            "Sheriff"
                | "sheriff"
                | "County"
                | "Interstate"
                | "Sen"
                | "Gov"
                | "Rep"
                | "Township"
                | "downtown"
                | "Republican"
                | "Republicans"
                | "Democrat"
                | "Democrats"
                | "Attorney"
                | "Thanksgiving"
                | "freshman"
                | "sophomore"
                | "program"
                | "center"
                | "trooper"
                | "troopers"
                | "Medicaid"
                | "selectmen"
                | "Selectmen"
                | "NCAA"
                | "FBI"
        ),
        "GB" => matches!(
            word,
            "£" | "councillor"
                | "councillors"
                | "Councillor"
                | "Cllr"
                | "MP"
                | "MPs"
                | "Tory"
                | "Labour"
                | "NHS"
                | "pensioner"
                | "postcode"
                | "programme"
                | "centre"
                | "colour"
                | "neighbour"
                | "neighbours"
                | "Constabulary"
                | "mum"
        ),
        "IE" => matches!(
            word,
            "Garda" | "Gardaí" | "Gardai" | "gardaí" | "gardai" | "Taoiseach" | "Fianna" | "Fáil" | "Dáil"
        ),
        _ => matches!(word, "RCMP" | "OPP" | "MPP" | "Mountie" | "Mounties"),
    }
}
