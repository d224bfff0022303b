//! Why the information has a credibility.

pub const CONFIRMED: &str = "the claim is confirmed by an actor other than its origin";
pub const CORROBORATED: &str = "independent origins assert the claim, and nobody denies it";
pub const SINGLE_SOURCE: &str = "one origin asserts the claim, and nobody denies it";
pub const CONTESTED: &str = "the claim is denied or doubted";
pub const UNCONFIRMED: &str = "nobody who is named asserts the claim firmly, so that it cannot be judged";
