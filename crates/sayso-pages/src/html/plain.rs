//! Text from articles as a page may show it: nothing in it acts on the page or hides in it.

use std::borrow::Cow;

use maud::{Markup, html};

/// The text with control characters and marks that turn the direction of writing replaced by their code points: `[U+202E]`.
///
/// Such a mark could show a reader other words than those that stand in the article.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    if !text.contains(acts) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().fold(String::with_capacity(text.len() + 16), |mut out, c| {
        if acts(c) {
            out += &format!("[U+{:04X}]", u32::from(c))
        } else {
            out.push(c)
        }
        out
    }))
}

/// Controls, but for white space; embeddings, overrides and isolates of bidirectional text (Unicode Annex 9).
fn acts(c: char) -> bool {
    let turns = matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    turns || c.is_control() && !matches!(c, '\n' | '\r' | '\t')
}

/// A name or a few words from an article, kept from turning the direction of what stands beside them.
pub(super) fn words(text: &str) -> Markup {
    html! { bdi { (plain(text)) } }
}

/// Words of an article in quotation marks, unless they begin with some of their own.
pub(super) fn quoted(text: &str) -> Markup {
    if text.starts_with(['"', '“', '„', '«', '‘', '\'']) {
        words(text)
    } else {
        html! { q { (words(text)) } }
    }
}

/// The first characters of a text, with an ellipsis where something was cut off.
pub(super) fn cut(text: &str, longest: usize) -> Cow<'_, str> {
    match text.char_indices().nth(longest) {
        Some((end, _)) => Cow::Owned(format!("{}…", text[..end].trim_end())),
        None => Cow::Borrowed(text),
    }
}
