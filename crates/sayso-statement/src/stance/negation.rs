//! What negates a cue: "did not say", "no official has confirmed", "failed to confirm".

use sayso_model::Span;

use crate::{
    phrases::{NEGATIONS, NOBODY},
    text::{Word, words},
};

/// How many words before a cue can negate it: "did not immediately respond".
const NEGATION_REACH: usize = 3;

/// The cue with the words of its sentence next to it that belong to no content: "did not immediately" + "respond".
pub(super) fn cue_surroundings(text: &str, cue: Span, content: &[Span], sentence: Span) -> Span {
    let from = sentence.start.min(cue.start);
    let before = words(&text[from..cue.start]);
    let start =
        before.get(before.len().saturating_sub(NEGATION_REACH)).map_or(cue.start, |w| w.span.start + from);
    let limit = content.iter().map(|c| c.end).filter(|&e| e <= cue.start).max().unwrap_or(0);
    Span::new(start.max(limit).min(cue.start), cue.end)
}

/// The negation that governs the cue: within it, or within [`NEGATION_REACH`] words before it.
pub(super) fn negation_before(text: &str, cue: Span, sentence: Span) -> Option<Span> {
    let start = sentence.start.min(cue.start);
    let all = words(&text[start..cue.end.max(start)]);
    let before = all.iter().filter(|w| w.span.end + start <= cue.start).count();
    let insert = all[..before]
        .iter()
        .rev()
        .take(NEGATION_REACH + 1)
        .filter(|w| w.text == "," || w.text == "however")
        .count();
    let from = before.saturating_sub(NEGATION_REACH + insert);
    all[from..]
        .iter()
        .take_while(|w| w.span.start + start < cue.end)
        .filter(|w| {
            // A mark between negation and cue ends its reach: "It was not him, she said".
            let rest = &text
                [(w.span.end + start).min(cue.start)..cue.start.max((w.span.end + start).min(cue.start))];
            !without_insert(rest).contains([',', '.', ';', ':', '“', '”', '"', '—'])
        })
        .find(|w| negates(text, w, start) && !goes_on_with_only(text, w.span.end + start))
        .map(|w| w.span.shifted(start))
        .or_else(|| nobody_before(text, &all[..from + (all.len() - from).min(NEGATION_REACH)], start, cue))
}

/// Whether the word negates a verb after it: "not", "failed to", "no longer".
fn negates(text: &str, word: &Word<'_>, offset: usize) -> bool {
    let lower = word.lower().replace('’', "'");
    let rest = text[word.span.end + offset..].trim_start();
    NEGATIONS.contains(&lower.as_str())
        || lower == "no" && rest.starts_with("longer ")
        || matches!(lower.as_str(), "failed" | "fails" | "failing") && rest.starts_with("to ")
}

/// The words without ", however,": it stands within the negated verb.
fn without_insert(words: &str) -> String {
    words.replace(", however,", "").replace(", though,", "")
}

/// "not only confirmed": that "not" negates nothing.
fn goes_on_with_only(text: &str, at: usize) -> bool {
    text[at..].trim_start().starts_with("only ")
}

/// The "no" or "none" that opens the sentence of the cue, where no mark stands between.
fn nobody_before(text: &str, before: &[Word<'_>], start: usize, cue: Span) -> Option<Span> {
    let first = before.first().filter(|w| NOBODY.contains(&w.lower().as_str()))?;
    let between = Span::new(first.span.end + start, cue.start).of(text);
    (!between.contains([',', ';', ':', '“', '”', '"'])).then(|| first.span.shifted(start))
}
