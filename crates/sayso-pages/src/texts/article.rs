//! Texts of `html/article.rs`.

use maud::{Markup, Render, html};

pub const ARTICLE: &str = "Article";
pub const ABOUT_THE_ARTICLE: &str = "About the article";
pub const ABOUT_IT: &str = "About it";
pub const WHERE_ITS_REPORT_STARTS: &str = "Where its report starts";
pub const BYLINE: &str = "Byline";
pub const ADDRESS: &str = "Address";
pub const FILE: &str = "File";
pub const LANGUAGE: &str = "Language";
pub const GOT: &str = "Got";
pub const AND_PROOF: &str = "and proof";
pub const TEXTS_SO_FAR: &str = "Texts so far";
pub const SHARED_TEXT: &str = "Text that also stands elsewhere";
pub const WHY_SHARED: &str = "Why this is shared text";
pub const MARKED: &str = "Marked:";
pub const SOURCE: &str = "source";
pub const CUE: &str = "cue";
pub const CONTENT: &str = "content";
pub const FIGURE: &str = "figure";
pub const TIME: &str = "time";
pub const PLACE: &str = "place";
pub const COPIED: &str = "stands in another article too";
pub const READ_BY: &str = "Read by";
pub const WHAT_IS_SAID: &str = "What is said in the article, in the order of the text";
pub const THIS_TOOK_TEXT: &str = "this article took text from the other";
pub const OTHER_TOOK_TEXT: &str = "the other took text from this article";
pub const FIRST_UNKNOWN: &str = "they share text, and nobody knows which was first";
pub const UNRELATED: &str = "neither comes from the other";
pub const OVERRULE: &str = "Overrule who copied whom";
pub const WHICH_ARTICLE: &str = "The other article: choose one, or paste its address or id";
pub const WHAT_HOLDS: &str = "What holds";

pub fn pictures(count: usize) -> String {
    format!("Pictures and captions: {count}")
}

pub fn latest_of(texts: u32) -> String {
    format!("{texts}, the latest is shown")
}

pub fn also_stands_in(share: impl Render, article: impl Render) -> Markup {
    html! { strong { (share) } " of its words also stand in " (article) }
}
