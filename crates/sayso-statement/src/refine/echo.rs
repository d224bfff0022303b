//! Sentences that point back at the one before: "The port said likewise.", "This is reported by the Quay
//! Post.", "She told us so herself."

use sayso_model::{Attribution, Span};

use super::around;
use crate::{
    syntax::{Page, hull, is_telling_verb, names_holder, parts_phrases, subject_before},
    text::{Word, sentence_at},
};

/// What follows the verb of someone who repeats the statement before.
const LIKEWISE: &[&[&str]] = &[&["likewise"], &["the", "same"], &["as", "much"], &["so", "too"]];

/// Score of an attribution that a rule found: nothing was measured, so it stands halfway.
const RULED: f32 = 0.5;

/// Adds their attributions: the content of the attribution before, or the sentence before.
pub(super) fn add(page: &Page<'_>, read: &mut Vec<Attribution>) {
    let mut added: Vec<Attribution> = Vec::new();
    let mut told: Vec<Span> = Vec::new();
    for pair in page.sentences.windows(2) {
        let [before, this] = [pair[0], pair[1]];
        let Some((_, words)) = page.sentence(this.start) else { continue };
        let near = &read[around(read, this.start)];
        if let Some((source, cue)) = echo(words) {
            added.extend(said_before(near, before, this).map(|said| Attribution {
                source: Some(source),
                cue: Some(cue),
                ..said.clone()
            }));
        } else if let Some((source, cue)) = told_by(words)
            && let Some(content) = untold(page, near, before)
        {
            told.extend([before, this]);
            added.push(Attribution {
                source: Some(source),
                cue: Some(cue),
                content: vec![content],
                score: RULED,
            });
        }
    }
    // Attributions to nobody in the sentence that has a speaker now.
    read.retain(|a| !a.cue.is_some_and(|c| sentence_at(&told, c.start).is_some_and(|s| s.contains(c))));
    read.extend(added);
}

/// The last attribution of the sentence before, where this one has none.
fn said_before(near: &[Attribution], before: Span, this: Span) -> Option<&Attribution> {
    let within = |a: &&Attribution, s: Span| a.cue.is_some_and(|c| s.contains(c)) && !a.content.is_empty();
    let touched = near.iter().any(|a| within(&a, this));
    near.iter().rev().find(|a| within(a, before)).filter(|_| !touched)
}

/// The words of the sentence before, unless it has a speaker already.
fn untold(page: &Page<'_>, near: &[Attribution], before: Span) -> Option<Span> {
    let spoken = near.iter().any(|a| a.source.is_some() && a.cue.is_some_and(|c| before.contains(c)));
    let words = page.words(before);
    let end = words.iter().rposition(|w| !w.is_mark())? + 1;
    (!spoken).then(|| hull(&words[..end])).flatten()
}

/// Source and cue of a sentence like "The port said likewise through its lawyer."
fn echo(words: &[Word<'_>]) -> Option<(Span, Span)> {
    let verb = words.iter().position(|w| matches!(w.text, "said" | "says" | "say"))?;
    let rest = &words[verb + 1..];
    let phrase = LIKEWISE
        .iter()
        .find(|p| rest.len() >= p.len() && rest.iter().zip(p.iter()).all(|(w, part)| w.text == *part))?;
    let subject = subject_before(words, verb)?;
    (subject.start == 0).then_some(())?;
    Some((hull(&words[subject])?, hull(&words[verb..=verb + phrase.len()])?))
}

/// Source and cue of "This is reported by the Quay Post."
fn told_by(words: &[Word<'_>]) -> Option<(Span, Span)> {
    if let Some(found) = said_so(words) {
        return Some(found);
    }
    let [this, be, verb, by, rest @ ..] = words else { return None };
    let form = matches!(this.text, "This" | "That") && matches!(be.text, "is" | "was") && by.text == "by";
    let stop = rest.iter().position(|w| parts_phrases(w) || w.text == ".").unwrap_or(rest.len());
    let holder = &rest[..stop];
    (form && is_telling_verb(verb) && names_holder(holder)).then_some(())?;
    Some((hull(holder)?, hull(&words[1..4])?))
}

/// Source and cue of "She told us so herself."
fn said_so(words: &[Word<'_>]) -> Option<(Span, Span)> {
    let verb = words.iter().position(|w| matches!(w.text, "told" | "said" | "says" | "confirmed"))?;
    let rest = &words[verb + 1..];
    let so = rest.iter().take(3).position(|w| w.text == "so" || w.text == "this")? + verb + 1;
    let closes = words[so + 1..]
        .iter()
        .all(|w| w.is_mark() || matches!(w.text, "herself" | "himself" | "themselves" | "itself"));
    let told = so > verb + 1 || words[so].text == "so" || words[verb].text == "confirmed";
    let subject = subject_before(words, verb).filter(|s| s.start == 0 && closes && told)?;
    Some((hull(&words[subject])?, hull(&words[verb..=so])?))
}
