//! Speakers beside a clause: "…, as the port has confirmed", "…, say the police", "Brandt, who dismissed the figure, …".

use sayso_model::Span;

use crate::{
    cue::{CueClass, classify_listed},
    syntax::{hull, is_finite, is_telling_verb, names_holder, parts_phrases, subject_before, verb_group},
    text::Word,
};

/// Words between "as" and its verb at most: a name with an apposition.
const AS_REACH: usize = 14;

/// Words after the verb of "as X has confirmed to Quay Radio on Monday" at most.
const LONGEST_TAIL: usize = 6;

/// Words of a speaker after an inverted verb at most.
const LONGEST_SPEAKER: usize = 10;

/// Verbs that stand before their subject.
const INVERTED: &[&str] =
    &["say", "says", "said", "writes", "wrote", "adds", "added", "argue", "argues", "argued"];

/// Verbs of attitude in a clause with "who".
const RELATIVE: &[&str] = &["called", "described", "dismissed", "denounced", "branded", "accused", "blamed"];

/// Words between "who" and its verb at most: "who last month dismissed".
const RELATIVE_REACH: usize = 4;

type Found = Option<(Span, Span, Span)>;

/// "It was taken in May, as its author, Otto Brandt, has confirmed."
pub(super) fn as_said(words: &[Word<'_>]) -> Found {
    let end = words.iter().rposition(|w| !w.is_mark())? + 1;
    let at = (3..end).find(|&i| words[i].text == "as" && words[i - 1].text == ",")?;
    let reach = (at + 2..end.min(at + AS_REACH))
        .find(|&i| is_telling_verb(&words[i]) || matches!(words[i].text, "proved" | "shown"))?;
    let tail = &words[reach + 1..end];
    let short = tail.len() <= LONGEST_TAIL
        && !tail.iter().any(|w| parts_phrases(w) || is_finite(w) || matches!(w.text, "that" | "by"));
    let subject =
        subject_before(words, reach).filter(|s| short && s.start > 0 && words[s.start - 1].text == "as")?;
    let start = words[..at].iter().rposition(|w| matches!(w.text, ";" | ":")).map_or(0, |i| i + 1);
    let clause = &words[start..at - 1];
    let content = hull(clause).filter(|_| clause.len() >= 3 && clause.iter().any(is_finite))?;
    Some((hull(&words[subject])?, hull(&words[verb_group(words, reach)..=reach])?, content))
}

/// "Nine hundred came, say the police, and …".
pub(super) fn inverted(words: &[Word<'_>]) -> Found {
    let at = (3..words.len()).find(|&i| words[i - 1].text == "," && INVERTED.contains(&words[i].text))?;
    let rest = &words[at + 1..];
    let stop = rest.iter().position(|w| parts_phrases(w) || w.text == ".").unwrap_or(rest.len());
    let speaker = &rest[..stop];
    let plain = speaker.len() <= LONGEST_SPEAKER && names_holder(speaker) && !speaker.iter().any(is_finite);
    let clause = &words[..at - 1];
    let quiet = !clause.iter().any(|w| parts_phrases(w) && w.text != ",");
    (plain && quiet && clause.len() >= 3).then_some(())?;
    Some((hull(speaker)?, words[at].span, hull(clause)?))
}

/// "Otto Brandt, who last month dismissed the figure as a fantasy, …".
pub(super) fn relative(words: &[Word<'_>]) -> Found {
    let who = (1..words.len()).find(|&i| words[i].text == "who" && words[i - 1].text == ",")?;
    let near = who + 1..words.len().min(who + 1 + RELATIVE_REACH);
    let verb = near.into_iter().find(|&i| {
        let judging =
            matches!(classify_listed(words[i].text), Some(CueClass::Deny)) && words[i].text.ends_with("ed");
        judging || RELATIVE.contains(&words[i].text)
    })?;
    if words[who + 1..verb]
        .iter()
        .any(|w| parts_phrases(w) || matches!(w.text, "was" | "were" | "been" | "not"))
    {
        return None;
    }
    let subject = subject_before(words, who - 1)?;
    let rest = &words[verb + 1..];
    let stop =
        rest.iter().position(|w| parts_phrases(w) && !matches!(w.text, "\"" | "“" | "”") || w.text == ".");
    let object = &rest[..stop.unwrap_or(rest.len())];
    (object.len() >= 2).then_some(())?;
    Some((hull(&words[subject])?, words[verb].span, hull(object)?))
}
