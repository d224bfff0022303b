//! Texts that several pages have.

pub const KIND: &str = "Kind";
pub const SPEAKS_FOR: &str = "Speaks for";
pub const RELIABILITY: &str = "Reliability";
pub const CLAIM: &str = "Claim";
pub const STANCE: &str = "Stance";
pub const STATUS: &str = "Status";
pub const DECIDE: &str = "Decide";
pub const DECISIONS: &str = "Decisions";
pub const ADD_A_NOTE_OR_EVIDENCE: &str = "Add a note or evidence";
pub const WHO_STANDS_WHERE: &str = "Who stands where";
pub const TABLE: &str = "Table";
pub const MAY_STAY_EMPTY: &str = "(may stay empty)";
pub const ADD: &str = "Add";
pub const TEXT: &str = "Text";
pub const OUTLET: &str = "Outlet";
pub const PUBLISHED: &str = "Published";
pub const CREDITS: &str = "Credits";
pub const SHA_256: &str = "SHA-256";
pub const WHO: &str = "Who";
pub const CERTAINTY: &str = "Certainty";
pub const WORDS: &str = "Words";
pub const ARTICLES: &str = "Articles";
pub const STATEMENTS: &str = "Statements";
pub const CHANGES: &str = "Changes";
pub const SHOW: &str = "Show";
pub const BECAME: &str = "became";
pub const LAST_REPORT: &str = "Last report";
pub const WHY: &str = "Why";
pub const SECOND_READINGS: &str = "Second readings";
pub const CLAIMS: &str = "Claims";
pub const ACTORS: &str = "Actors";
pub const MAP: &str = "Map";
pub const CALENDAR: &str = "Calendar";
pub const SEARCH: &str = "Search";
pub const NONE: &str = "none";
pub const PLACES: &str = "Places";
pub const WHO_SPEAKS: &str = "Who speaks";
pub const NAME: &str = "Name";

pub fn and_more(n: usize) -> String {
    format!("and {n} more")
}
