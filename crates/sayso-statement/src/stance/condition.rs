//! Whether a content stands under a condition: an "if", "unless" or "provided that" with what would follow.

use sayso_model::Span;

use super::{
    Said,
    tokens::{Token, tokens},
};
use crate::{
    cue::CueClass,
    find::{WORD_REACH, first_phrase},
    phrases::{CONDITIONS, CONSEQUENCES},
    text::{sentences, words},
};

/// "threatened to leave if the strike went on": a promise or threat needs no "would" beside its condition.
pub(super) fn is_conditional_promise(said: Said<'_>, class: Option<CueClass>) -> bool {
    let Said { text, content, .. } = said;
    let Some(hull) = content.iter().copied().reduce(Span::hull) else { return false };
    let opens = first_phrase(text, hull, CONDITIONS);
    opens.is_some_and(|o| !asks_whether(text, o) && !compares(text, o)) || condition(said, class).is_some()
}

/// The word that puts the content under a condition: an "if" in the sentence together with a "would" or "will", an "if" in the
/// content itself, or a "Were it to …" before it.
pub(super) fn condition(said: Said<'_>, class: Option<CueClass>) -> Option<Span> {
    let Said { text, cue, content, sentence, .. } = said;
    let hull = content.iter().copied().reduce(Span::hull)?;
    // "would expect": the consequence may be a belief.
    let held = cue.filter(|_| matches!(class, Some(CueClass::Believe | CueClass::Estimate)));
    let follows = content.iter().chain(held.as_ref()).any(|c| first_phrase(text, *c, CONSEQUENCES).is_some());
    let Some(opens) = first_phrase(text, sentence.hull(hull), CONDITIONS) else {
        return inverted(text, sentence).or_else(|| inverted(text, hull)).filter(|_| follows);
    };
    if content.iter().any(|c| c.contains(opens) && in_a_later_sentence(text, *c, opens)) {
        return None;
    }
    let is_if = opens.of(text).eq_ignore_ascii_case("if");
    let other = is_if && (asks_whether(text, opens) || compares(text, opens));
    // "if the valve is open, the tank is lost": at the head of the content, a comma after it; "is lost if …": behind it.
    let own =
        || is_if && content.iter().any(|c| heads_content(text, *c, opens) || ends_content(text, *c, opens));
    (!other && (follows || own())).then_some(opens)
}

/// Whether the content has ended a sentence before the condition: then that is said besides.
fn in_a_later_sentence(text: &str, content: Span, opens: Span) -> bool {
    sentences(Span::new(content.start, opens.end).of(text)).len() > 1
}

/// "Were the dam to break, …", "Had the crew known, …": a condition without "if".
fn inverted(text: &str, scope: Span) -> Option<Span> {
    let end = text.floor_char_boundary(scope.end.min(scope.start + INVERTED_REACH));
    let all: Vec<Token> = tokens(text, &[Span::new(scope.start, end.max(scope.start))]);
    let opens = all.iter().position(|t| !t.mark && t.lower != "that")?;
    let comma = all[opens..].iter().position(|t| t.lower == ",")?;
    let clause = &all[opens + 1..opens + comma.max(1)];
    let form = match all[opens].lower.as_str() {
        "were" => clause.iter().any(|t| t.lower == "to"),
        "had" => clause.len() > 1 && !clause[0].is(&["a", "an", "no", "to"]),
        "should" => clause.len() > 1,
        _ => false,
    };
    form.then(|| all[opens].span)
}

/// Bytes within which a condition without "if" has its comma.
const INVERTED_REACH: usize = 4 * WORD_REACH;

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

/// Whether the "if" stands in the main clause of the content, behind what it is the condition of.
fn ends_content(text: &str, content: Span, opens: Span) -> bool {
    if !content.contains(opens) || opens.start - content.start > MAIN_CLAUSE {
        return false;
    }
    let before = tokens(text, &[Span::new(content.start, opens.start)]);
    let side = |t: &Token| {
        t.mark || t.is(&["because", "who", "which", "when", "and", "but", "while", "where", "how", "what"])
    };
    let opening = usize::from(before.first().is_some_and(|t| t.lower == "that"));
    before.len() >= opening + FEWEST && !before[opening..].iter().any(|t| side(t) || t.lower == "that")
}

/// Words before an "if" that can be a clause.
const FEWEST: usize = 3;

/// Bytes of a main clause at most: longer than any of which an "if" behind it was seen to be the condition.
const MAIN_CLAUSE: usize = 240;

/// "asked if", "see if", "unclear if": an "if" that means "whether".
fn asks_whether(text: &str, opens: Span) -> bool {
    let before = &text[..opens.start];
    let near = before.ceil_char_boundary(before.len().saturating_sub(WORD_REACH));
    words(&before[near..]).last().is_some_and(|w| ASKS.contains(&w.lower().as_str()))
}

/// Words before an "if" that means "whether", and those with which it sets no condition: "as if", "even if".
const ASKS: &[&str] = &[
    "asked",
    "ask",
    "asks",
    "asking",
    "see",
    "unclear",
    "clear",
    "know",
    "knows",
    "knew",
    "known",
    "wonder",
    "wondered",
    "wonders",
    "check",
    "checking",
    "determine",
    "determining",
    "say",
    "as",
    "even",
    "decide",
    "decided",
    "sure",
    "certain",
    "uncertain",
    "tell",
    "doubt",
    "question",
    "remember",
    "examine",
    "examining",
    "investigate",
    "investigating",
    "establish",
    "matter",
    "what",
];
