//! Does a name of several words belong to a person or to a body? What stands beside it tells: "the rights group Quay Watch", "Otto
//! Brandt, 51,".

use super::{
    apposition::{role_after, role_before},
    human::is_human,
    names::Name,
    nouns::{Noun, is},
};
use crate::{
    given::{is_given_name, is_womans_name},
    text::{Word, words},
};

/// Bytes beside a name that surely hold the next words.
const REACH: usize = 40;

/// What gives a name to the noun before it: "a channel called Quay Truth".
const CALLED: &[&str] = &["called", "named", "dubbed"];

/// What an article says of a name by the words beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Shown {
    pub body: bool,
    pub person: bool,
}

/// What the words beside one place of a name show.
pub(super) fn shown(text: &str, name: &Name) -> Shown {
    let own = name.span.of(text);
    let from = text.floor_char_boundary(name.span.start.saturating_sub(REACH));
    let to = text.ceil_char_boundary((name.span.end + REACH).min(text.len()));
    let (before, after) = (words(&text[from..name.span.start]), words(&text[name.span.end..to]));
    let given = own.split(' ').next().is_some_and(|first| is_given(&first.to_lowercase()));
    let (ahead, behind) = (role_before(text, name.span), role_after(text, name.span));
    let person = !name.titles.is_empty()
        || given
        || has_age(&after)
        || clause(&after, "who")
        || ahead.first().is_some_and(|noun| is_human(noun) && !is_body_noun(noun));
    let body = before.last().is_some_and(|w| w.lower() == "the")
        || clause(&after, "which")
        || is_called(&before)
        || ahead.first().is_some_and(|noun| is_body_noun(noun))
        || is_explained(&after) && behind.last().is_some_and(|noun| is_body_noun(noun));
    Shown { body, person }
}

/// Whether the lower-case word is a given name by any list.
pub(super) fn is_given(word: &str) -> bool {
    is_given_name(word) || is_womans_name(word).is_some()
}

/// A noun for a body or a medium: "group", "company", "channel".
fn is_body_noun(noun: &str) -> bool {
    [Noun::Organization, Noun::Publisher, Noun::Firm].iter().any(|&class| is(noun, class))
}

/// ", who", ", which".
fn clause(after: &[Word<'_>], word: &str) -> bool {
    matches!(after, [comma, next, ..] if comma.text == "," && next.text == word)
}

/// ", 51,".
fn has_age(after: &[Word<'_>]) -> bool {
    let number = |w: &Word<'_>| w.text.len() <= 3 && w.text.chars().all(|c| c.is_ascii_digit());
    matches!(after, [comma, age, close, ..] if comma.text == "," && number(age) && matches!(close.text, "," | "."))
}

/// "a channel called".
fn is_called(before: &[Word<'_>]) -> bool {
    matches!(before, [.., noun, called] if CALLED.contains(&called.text) && is_body_noun(&noun.lower()))
}

/// ", a rights group that": an apposition with its article.
fn is_explained(after: &[Word<'_>]) -> bool {
    matches!(after, [comma, article, ..] if comma.text == "," && matches!(article.text, "a" | "an" | "the" | "one"))
}
