//! Texts of `html/actor.rs`.

pub const ACTOR: &str = "Actor";
pub const ALSO: &str = "Also";
pub const SPEAKS_IN: &str = "Speaks in";
pub const WHERE_IT_STANDS: &str = "Where it stands";
pub const CLAIMS_OF_THIS_PAGE: &str = "Claims on this page of its statements";
pub const WHAT_IT_SAID: &str = "What it said, in the order of publication";
pub const SET_BY_A_PERSON: &str = "✓ set by a person: see the decisions below";
pub const NOBODY_HAS_JUDGED_IT: &str = "nobody has judged it";
pub const GRADE_THE_RELIABILITY: &str = "Grade the reliability";
pub const MERGE_INTO_ANOTHER_ACTOR: &str = "Merge into another actor";
pub const WHICH_ACTOR: &str = "The actor who takes its statements: a name, address or id";
pub const TAKE_A_NAME_AWAY: &str = "Take a name away";
pub const WHICH_NAME: &str = "The name that is somebody else's";
pub const TABLE_LEAD: &str = "Actors as lines, claims as columns, in the order of the ledger.";
pub const ACTORS_AND_CLAIMS: &str = "Actors and claims";
