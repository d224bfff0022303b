//! Texts of `html/second.rs`.

use maud::{Markup, Render, html};

use super::plurals;

pub const LEAD: &str = "Somebody else reads a statement without being told how it was read. What both find is compared; nothing is changed by it.";
pub const AGREEMENT: &str = "Agreement";
pub const WAITING: &str = "Waiting for a second reading";
pub const NOTHING_WAITS: &str = "None. The page of a statement has a form that asks for one.";
pub const READ_TWICE: &str = "Read twice";
pub const TABLE: &str = "Statements that two people read";
pub const FIRST_READING: &str = "First reading";
pub const SECOND_READING: &str = "Second reading";
pub const SIMPLE_AGREEMENT: &str = "Simple agreement";
pub const COHENS_KAPPA: &str = "Cohen’s kappa";
pub const NO_KAPPA: &str = "cannot be told: chance alone would give full agreement";
pub const KAPPA_HINT: &str =
    "Kappa is the agreement beyond what chance would give: 1 is full agreement, 0 is what chance gives.";
pub const NOTHING_READ_TWICE: &str = "Nothing has been read twice yet.";
pub const READ_IT: &str = "Read it";
pub const NOT_SAID_THERE: &str = "not said there";
pub const QUESTION: &str = "What does the speaker say of this?";
pub const THE_SPEAKER: &str = "The speaker";
pub const WHAT_IS_ATTRIBUTED: &str = "What is attributed";
pub const ATTITUDE: &str = "The speaker’s attitude to what is attributed";
pub const CHOOSE_ONE: &str = "choose one";
pub const NOT_IN_THE_ARTICLE: &str = "the article does not say this";
pub const GIVE: &str = "Give the second reading";

pub fn read_alike(alike: usize, readings: usize, share: impl Render) -> Markup {
    html! { (alike) " of " (plurals::STATEMENT.of(readings)) " were read alike: " (share) }
}

pub fn asked_for_by(outlet: impl Render, who: impl Render) -> Markup {
    html! { (outlet) " · asked for by " (who) }
}

pub fn by(who: impl Render) -> Markup {
    html! { "by " (who) }
}

pub fn somebody_else(asked_by: impl Render) -> Markup {
    html! { "Somebody else than " (asked_by) ", who asked for it, has to read this." }
}
