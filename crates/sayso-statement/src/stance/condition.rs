//! Whether a content stands under a condition: an "if", "unless" or "provided that" with what would follow.

use sayso_model::Span;

use crate::{
    find::{WORD_REACH, first_phrase},
    phrases::{CONDITIONS, CONSEQUENCES},
    text::words,
};

/// "threatened to leave if the strike went on": a promise or threat needs no "would" beside its condition.
pub(super) fn is_conditional_promise(text: &str, content: &[Span], sentence: Span) -> bool {
    let Some(hull) = content.iter().copied().reduce(Span::hull) else { return false };
    let opens = first_phrase(text, hull, CONDITIONS);
    opens.is_some_and(|o| !asks_whether(text, o) && !compares(text, o))
        || condition(text, content, sentence).is_some()
}

/// The word that puts the content under a condition: an "if" in the sentence together with a "would" or "will".
pub(super) fn condition(text: &str, content: &[Span], sentence: Span) -> Option<Span> {
    let hull = content.iter().copied().reduce(Span::hull)?;
    let scope = sentence.hull(hull);
    let opens = first_phrase(text, scope, CONDITIONS)?;
    let is_if = opens.of(text).eq_ignore_ascii_case("if");
    let other = is_if && (asks_whether(text, opens) || compares(text, opens));
    let follows = content.iter().any(|c| first_phrase(text, *c, CONSEQUENCES).is_some());
    // "if the valve is open, the tank is lost": at the head of the content, a comma after it.
    let heads = || is_if && content.first().is_some_and(|c| heads_content(text, *c, opens));
    (!other && (follows || heads())).then_some(opens)
}

/// "few, if any", "the largest, if not the only": an "if" that weighs words and sets no condition.
fn compares(text: &str, opens: Span) -> bool {
    let next = words(&text[opens.end..text.ceil_char_boundary((opens.end + WORD_REACH).min(text.len()))]);
    next.first().is_some_and(|w| ["any", "not", "ever", "anything", "only"].contains(&w.lower().as_str()))
}

/// Whether the "if" opens the content, but for a "that", and a comma ends its clause.
fn heads_content(text: &str, content: Span, opens: Span) -> bool {
    let before = Span::new(content.start, opens.start.max(content.start)).of(text).trim();
    let after = Span::new(opens.end, content.end).of(text);
    content.contains(opens) && matches!(before, "" | "that" | "“" | "\"") && after.contains(", ")
}

/// "asked if", "see if", "unclear if": an "if" that means "whether".
fn asks_whether(text: &str, opens: Span) -> bool {
    let before = &text[..opens.start];
    let near = before.ceil_char_boundary(before.len().saturating_sub(WORD_REACH));
    words(&before[near..]).last().is_some_and(|w| {
        ["asked", "ask", "see", "unclear", "know", "wonder", "check", "determine", "say", "as", "even"]
            .contains(&w.lower().as_str())
    })
}
