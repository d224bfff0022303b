//! Who holds something without a verb of saying: "we found no evidence for this", "she is certain that it fell".

use sayso_model::Span;

use crate::{
    syntax::{hull, parts_phrases, subject_before, verb_group},
    text::Word,
};

/// Verbs before "no evidence".
const FINDING: &[&str] =
    &["found", "find", "finds", "saw", "sees", "see", "seen", "has", "had", "have", "uncovered", "detected"];

/// What is not there.
const EVIDENCE: &[&str] =
    &["evidence", "proof", "sign", "signs", "indication", "indications", "trace", "traces", "hint", "record"];

/// Adjectives of those who hold something to be so, or doubt it.
const SURE: &[&str] = &[
    "certain",
    "sure",
    "convinced",
    "confident",
    "adamant",
    "positive",
    "unconvinced",
    "doubtful",
    "sceptical",
    "skeptical",
    "unsure",
    "uncertain",
];

/// Words between such an adjective and its "that" at most: "more certain than before that".
const SURE_REACH: usize = 4;

type Found = Option<(Span, Span, Span)>;

/// "The court saw no evidence, however, that the fraud decided it."
pub(super) fn evidence(words: &[Word<'_>]) -> Found {
    let no = (1..words.len()).find(|&i| words[i].text == "no" && FINDING.contains(&words[i - 1].text))?;
    let near = words.get(no + 1..words.len().min(no + 4))?;
    let noun = near.iter().position(|w| EVIDENCE.contains(&w.text))?;
    // "had no proof of the report" keeps back; "found no proof of it" doubts.
    let has =
        matches!(words[no - 1].text, "has" | "had" | "have") && matches!(near[noun].text, "proof" | "record");
    (!has).then_some(())?;
    let subject = subject_before(words, no - 1)?;
    let end = words.iter().rposition(|w| !w.is_mark())? + 1;
    let rest = &words[no..end];
    let stop = rest
        .iter()
        .position(|w| matches!(w.text, ";" | ":" | "(" | "—" | "–") || matches!(w.text, "but" | "while"));
    let group = verb_group(words, no - 1);
    Some((hull(&words[subject])?, hull(&words[group..no])?, hull(&rest[..stop.unwrap_or(rest.len())])?))
}

/// "He is more certain than before that nothing was cut."
pub(super) fn sure(words: &[Word<'_>]) -> Found {
    let at = (1..words.len()).find(|&i| SURE.contains(&words[i].text))?;
    let that = words[at + 1..].iter().take(SURE_REACH + 1).position(|w| w.text == "that")? + at + 1;
    let be = words[..at]
        .iter()
        .rposition(|w| matches!(w.text, "is" | "are" | "was" | "were" | "remains" | "remained" | "am"))?;
    let near = words[be + 1..that].iter().any(parts_phrases);
    let subject = subject_before(words, be).filter(|_| !near && at - be <= 4)?;
    let end = words.iter().rposition(|w| !w.is_mark())? + 1;
    let content = hull(words.get(that + 1..end)?)?;
    Some((hull(&words[subject])?, hull(&words[verb_group(words, be)..=at])?, content))
}
