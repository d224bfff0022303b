//! Texts of `html/judge.rs`.

use maud::{Markup, Render, html};

pub const STATEMENT: &str = "Statement";
pub const ITS_CLAIM: &str = "Its claim";
pub const ITS_ORIGIN: &str = "Its origin";
pub const CORRECT_IT: &str = "Correct it";
pub const SOURCE: &str = "Source";
pub const CUE: &str = "Cue";
pub const GIVEN: &str = "Given";
pub const GROUNDS: &str = "Grounds";
pub const FIGURES: &str = "Figures";
pub const TIMES: &str = "Times";
pub const CHANGE_THE_STANCE: &str = "Change the stance";
pub const CHANGE_THE_SOURCE: &str = "Change the source";
pub const CHANGE_SOURCE_WORDS: &str = "Change the words that name the source";
pub const CHANGE_CONTENT: &str = "Change what is attributed";
pub const MOVE: &str = "Move it to another claim";
pub const CHANGE_THE_ORIGIN: &str = "Change the origin";
pub const WHICH_ORIGIN: &str = "The actor, agency or outlet with whom it starts";
pub const WHICH_WORDS: &str = "The words, as they stand in the article";
pub const IN_THE_ARTICLE: &str = "In the article";
pub const ASK_FOR_A_SECOND_READING: &str = "Ask for a second reading";
pub const ASK_HINT: &str =
    "Somebody else will see the words and not how you read them. What stands above counts as your reading.";
pub const WHERE_TO_LOOK: &str = "Where it can be looked up";
pub const UNKNOWN_ORIGIN: &str = "unknown";
pub const OPEN_TIME: &str = "open";
pub const NOTE: &str = "Note";
pub const WHAT_THEY_ARE: &str = "What they are";
pub const WHICH_CLAIM: &str = "Claim: choose one, or paste the address or id of another";
pub const CLAIM_HINT: &str = "Left empty, the statement makes a claim of its own.";

pub fn type_or_paste(with_script: impl Fn(&str) -> Markup) -> Markup {
    html! { "Type or paste them" (with_script(", or select them in the text above")) "." }
}

pub fn second_asked(by: impl Render, page: &str) -> Markup {
    html! { "A second reading was asked for by " (by) "; " a href=(page) { "nobody has given it yet" } "." }
}
