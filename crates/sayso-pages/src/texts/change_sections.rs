//! The headings of what is new.

pub const STATUS_MOVED: &str = "Status moved";
pub const NEW_CLAIMS: &str = "New claims";
pub const NEW_STATEMENTS: &str = "New statements on known claims";
pub const CLAIMS_GONE: &str = "Claims that are gone";
pub const CORRECTED: &str = "Corrected or withdrawn";
pub const REVISED_ARTICLES: &str = "Revised articles";
pub const NEW_ARTICLES: &str = "New articles";
