//! What would give a claim another status.

pub const CONFIRMED_INDEPENDENTLY: &str =
    "confirmed: somebody in a position to know, who shares no origin with those who assert it, confirms it";
pub const DENIALS_MISREAD: &str =
    "corroborated or single-source: every denial turns out to be misread, or to be about another claim";
pub const CONFIRMATION_FALLS: &str = "contested, where somebody denies it: the confirmation turns out to share an origin with those who assert it";
pub const DENIED: &str = "contested: somebody denies it";
pub const CONFIRMED_BY_INQUIRY: &str = "confirmed: somebody confirms it from an inquiry of their own";
pub const ORIGINS_ARE_ONE: &str = "single-source: its origins turn out to be one";
pub const SECOND_ORIGIN: &str = "corroborated: a second origin asserts it";
pub const CONFIRMED_BY_ANOTHER: &str = "confirmed: somebody else confirms it from an inquiry of their own";
pub const ASSERTED_FIRMLY: &str = "single-source: somebody who is named asserts it firmly";
