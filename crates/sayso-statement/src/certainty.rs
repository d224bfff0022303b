//! Certainty: how firmly the speaker holds the content, after FactBank (Saurí & Pustejovsky 2009).

use sayso_model::{Certainty, Span, Stance};

use crate::{
    cue::CueClass,
    find::{WORD_REACH, first_phrase, phrases_in},
    phrases::{HEARSAY, POSSIBLES, PROBABLES},
    stance::{Said, Turn, first_turn},
    text::{Word, words},
};

/// Cues of what one only heard.
const HEARD: &[&str] = &["heard", "hear", "hears", "rumoured", "rumored"];

/// Reads the certainty of one attribution; the words that it rests on are added to `grounds`.
pub(crate) fn certainty(
    said: Said<'_>,
    class: Option<CueClass>,
    stance: Stance,
    grounds: &mut Vec<Span>,
) -> Certainty {
    let Said { text, cue, content, sentence, .. } = said;
    if matches!(stance, Stance::Withholds | Stance::Conditional | Stance::Doubts) {
        return Certainty::Unspecified;
    }
    let parts: Vec<Span> = content.iter().copied().chain(cue).collect();
    let hedged = |phrases: &[&str]| {
        let main = |p: &Span| {
            phrases_in(text, *p, phrases)
                .into_iter()
                .find(|f| !in_side_clause(text, *p, f.start) && !in_relative_clause(text, *p, f.start))
        };
        parts.iter().find_map(main)
    };
    let around = || first_phrase(text, sentence, HEARSAY).filter(|f| bears_on(text, sentence, cue, *f));
    if let Some(found) = hedged(HEARSAY).or_else(around) {
        grounds.push(found);
        return Certainty::Unspecified;
    }
    // A denial is flat unless the denying itself is hedged: "denied that they may …" is a flat denial.
    if stance == Stance::Denies {
        return Certainty::Certain;
    }
    if class == Some(CueClass::Speculate) {
        return Certainty::Possible;
    }
    let left_open = || parts.iter().find_map(|p| first_turn(text, *p, Turn::Possible));
    if let Some(found) = hedged(POSSIBLES).or_else(left_open) {
        grounds.push(found);
        return Certainty::Possible;
    }
    // "cannot rule out": a denial that is not made.
    if class == Some(CueClass::Deny) {
        return Certainty::Possible;
    }
    if matches!(class, Some(CueClass::Believe | CueClass::Estimate | CueClass::Suggest)) {
        return Certainty::Probable;
    }
    let held = || content.iter().find_map(|p| held_in_passing(text, *p));
    if let Some(found) = hedged(PROBABLES).or_else(held) {
        grounds.push(found);
        return Certainty::Probable;
    }
    let is_heard = |c: Span| words(c.of(text)).iter().any(|w| HEARD.contains(&w.lower().as_str()));
    if class == Some(CueClass::Allege) && cue.is_some_and(|c| c.of(text).ends_with("ly"))
        || cue.is_some_and(is_heard)
    {
        return Certainty::Unspecified;
    }
    Certainty::Certain
}

/// ", I would estimate": a belief put behind the content or into it.
fn held_in_passing(text: &str, content: Span) -> Option<Span> {
    let found = first_turn(text, content, Turn::Probable)?;
    let before = Span::new(content.start, found.start).of(text).trim_end();
    let after = Span::new(found.end, content.end).of(text).trim_start_matches(|c: char| c.is_whitespace());
    let parts = |c: char| c.is_ascii_punctuation() || matches!(c, '”' | '—' | '–');
    (before.ends_with([',', '—', '–']) && (after.is_empty() || after.starts_with(parts))).then_some(found)
}

/// Whether a word of hearsay in the sentence is about what the cue attributes: in no side clause, and not beyond a comma or a
/// conjunction behind the cue ("…, the union says, and the true number is allegedly higher").
fn bears_on(text: &str, sentence: Span, cue: Option<Span>, hearsay: Span) -> bool {
    if in_side_clause(text, sentence, hearsay.start) || in_relative_clause(text, sentence, hearsay.start) {
        return false;
    }
    let Some(cue) = cue.filter(|c| c.end <= hearsay.start) else { return true };
    let between = Span::new(cue.end, hearsay.start).of(text);
    !words(between).iter().any(|w| matches!(w.text, "," | ";" | ":" | "and" | "but" | "while"))
}

/// Bytes that surely hold the three words before a hedge.
const RELATIVE_REACH: usize = 3 * WORD_REACH;

/// Whether the hedge at byte `at` stands in a clause that tells which thing is meant ("the alarm that could have stopped it"), or
/// in a question ("whether it could be").
fn in_relative_clause(text: &str, scope: Span, at: usize) -> bool {
    let from = text.ceil_char_boundary(scope.start.max(at.saturating_sub(RELATIVE_REACH)));
    let before = words(Span::new(from, at).of(text));
    let lower: Vec<String> = before.iter().rev().take(3).map(Word::lower).collect();
    let word = |i: usize| lower.get(i).map_or("", String::as_str);
    let noun = !word(1).is_empty() && !is_telling(word(1));
    match word(0) {
        "who" | "which" => true,
        "that" => noun,
        _ => word(1) == "whether" || word(2) == "whether",
    }
}

/// Whether the word is a verb whose content a "that" opens.
fn is_telling(lower: &str) -> bool {
    !lower.ends_with("ing") && crate::cue::classify_listed(lower).is_some()
        || matches!(lower, "," | "and" | "but" | "or" | "“" | "\"")
}

/// Whether byte `at` stands in a side clause between commas that opens with "who" or "which": it tells of something else.
fn in_side_clause(text: &str, scope: Span, at: usize) -> bool {
    let before = Span::new(scope.start, at).of(text);
    let opens = [", which ", ", who ", ", whose "].iter().filter_map(|o| before.rfind(o)).max();
    let Some(open) = opens.filter(|o| !before[o + 2..].contains(',')) else { return false };
    let rest = Span::new(at, scope.end).of(text);
    // A side clause that nothing follows may be what the content is about.
    open > 0 && rest.find(',').is_some_and(|comma| rest[comma + 1..].split_whitespace().nth(1).is_some())
}
