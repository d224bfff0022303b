//! Nouns with a number: a form for one, and one for any other.

/// A noun in both forms. A language with more forms adds them here, and chooses in [`Plural::of`].
#[derive(Clone, Copy, Debug)]
pub struct Plural {
    one: &'static str,
    other: &'static str,
}

impl Plural {
    /// The number with the form that belongs to it: "1 article", "2 articles".
    pub fn of(&self, n: usize) -> String {
        format!("{n} {}", if n == 1 { self.one } else { self.other })
    }
}

pub const ACTOR: Plural = Plural { one: "actor", other: "actors" };
pub const ARTICLE: Plural = Plural { one: "article", other: "articles" };
pub const CLAIM: Plural = Plural { one: "claim", other: "claims" };
pub const DAY: Plural = Plural { one: "day", other: "days" };
pub const DECISION: Plural = Plural { one: "decision", other: "decisions" };
pub const INDEPENDENT_ORIGIN: Plural = Plural { one: "independent origin", other: "independent origins" };
pub const MORE_CLAIM: Plural = Plural { one: "more claim", other: "more claims" };
pub const MORE_PLACE: Plural = Plural { one: "more place", other: "more places" };
pub const PLACE: Plural = Plural { one: "place", other: "places" };
pub const REASON: Plural = Plural { one: "reason", other: "reasons" };
pub const SHARED_PASSAGE: Plural = Plural { one: "shared passage", other: "shared passages" };
pub const STATEMENT: Plural = Plural { one: "statement", other: "statements" };
