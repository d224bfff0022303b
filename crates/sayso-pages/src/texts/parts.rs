//! Texts of `html/parts.rs`.

pub const CONTESTED: &str = "Somebody denies it, or somebody in a position to know doubts it, and nobody independent of those who assert it has confirmed it.";
pub const CONFIRMED: &str =
    "An actor other than the origin says that it is so, from its own inquiry or a position to know.";
pub const CORROBORATED: &str = "Two or more independent origins assert it, and nobody denies it.";
pub const SINGLE_SOURCE: &str = "One origin asserts it firmly.";
pub const UNCONFIRMED: &str = "Nobody who is named asserts it firmly.";
pub const COMPLETELY_RELIABLE: &str = "completely reliable";
pub const USUALLY_RELIABLE: &str = "usually reliable";
pub const FAIRLY_RELIABLE: &str = "fairly reliable";
pub const NOT_USUALLY_RELIABLE: &str = "not usually reliable";
pub const UNRELIABLE: &str = "unreliable";
pub const RELIABILITY_CANNOT_BE_JUDGED: &str = "reliability cannot be judged";
pub const STATUSES: &str = "What the statuses mean";
pub const UNNAMED: &str = "unnamed";
pub const UTC: &str = "UTC";
pub const UNKNOWN: &str = "unknown";
pub const PAGES_OF_THIS_LIST: &str = "Pages of this list";
pub const PREVIOUS: &str = "Previous";
pub const NEXT: &str = "Next";
pub const LESS_THAN_ONE_PERCENT: &str = "less than 1\u{A0}%";

pub fn page_of(page: usize, last: usize, all: usize) -> String {
    format!("Page {page} of {last}, {all} in all")
}
