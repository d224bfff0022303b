//! Attributions of plain form that the reader overlooked: in sentences, or clauses, where it marked nothing.
//!
//! Only forms that hardly mean anything else are read: a clause with its speaker after it, "in the words of", an instrument's
//! reading by a body, a report that could not be verified, a denial of "it".

use sayso_model::{Attribution, Span};

use super::{
    around,
    clause::{drop_unsourced, postposed},
};
use crate::{
    actor::nouns::{Noun, is},
    syntax::{
        Page, hull, is_finite, is_holder_noun, names_holder, parts_phrases, subject_before, verb_group,
    },
    text::Word,
};

/// Score of an attribution that a rule found: nothing was measured, so it stands halfway.
const RULED: f32 = 0.5;

/// Phrases that attribute the clause beside them.
const PHRASES: &[&[&str]] = &[
    &["according", "to"],
    &["in", "the", "words", "of"],
    &["in", "the", "view", "of"],
    &["in", "the", "opinion", "of"],
    &["in", "the", "eyes", "of"],
    &["in", "the", "assessment", "of"],
    &["by", "the", "reckoning", "of"],
    &["by", "the", "account", "of"],
    &["by", "the", "estimate", "of"],
    &["by", "the", "estimates", "of"],
];

/// Verbs of measuring, in the forms that follow a subject.
const MEASURING: &[&str] =
    &["registered", "recorded", "detected", "measured", "records", "registers", "detects"];

/// What cannot or could not be done with a report, and the nouns for having done it.
const CHECKING: &[&str] = &[
    "verify",
    "verified",
    "confirm",
    "confirmed",
    "corroborate",
    "corroborated",
    "authenticate",
    "authenticated",
];

/// Rules of this file: so many attributions one sentence can give.
const MOST_RULES: usize = 6;

/// Words between "put" and "down to" at most.
const BLAME_REACH: usize = 14;

/// What a pronoun or noun stands for a whole claim.
const CLAIMED: &[&str] = &["it", "this", "that"];

/// Adds them, sentence by sentence.
pub(super) fn add(page: &Page<'_>, read: &mut Vec<Attribution>) {
    let mut added: Vec<Attribution> = Vec::new();
    let mut clauses: Vec<Span> = Vec::new();
    for &sentence in page.sentences {
        let Some((_, words)) = page.sentence(sentence.start) else { continue };
        let rules = [after_clause(words), phrase(words), measured(words), denied(words), blamed(words)];
        let free = rules.into_iter().flatten().map(|found| (found, false));
        // What cannot be verified is often what someone else says.
        let nesting = unchecked(words).map(|found| (found, true));
        for ((source, cue, content), nests) in free.chain(nesting) {
            let content = content.trimmed(page.text);
            let taken = |others: &[Attribution]| is_taken(cue, content, nests, sentence, others);
            let last = added.len().saturating_sub(MOST_RULES);
            if !taken(&read[around(read, sentence.start)]) && !taken(&added[last..]) {
                clauses.push(content);
                added.push(Attribution {
                    source: Some(source),
                    cue: Some(cue),
                    content: vec![content],
                    score: RULED,
                });
            }
        }
    }
    clauses.sort_unstable();
    drop_unsourced(read, &clauses);
    read.extend(added);
}

/// Whether a speaker's cue or content takes up these words.
fn is_taken(cue: Span, content: Span, nests: bool, sentence: Span, others: &[Attribution]) -> bool {
    others.iter().any(|a| {
        let theirs =
            a.cue.is_some_and(|c| c.overlaps(cue) || !nests && a.source.is_some() && content.contains(c));
        // A content of this sentence's speaker, not what strayed here from a neighbour.
        let near = a.source.is_some() && a.cue.is_some_and(|c| sentence.contains(c));
        let spoken = a.content.iter().any(|c| c.overlaps(cue) || near && !nests && c.overlaps(content));
        theirs || spoken
    })
}

type Found = Option<(Span, Span, Span)>;

/// "It fell, the mayor reported."
fn after_clause(words: &[Word<'_>]) -> Found {
    postposed(words).map(|p| (p.source, p.cue, p.content))
}

/// "By the reckoning of the port, two ships sank." and "It is absurd in the words of the mayor."
fn phrase(words: &[Word<'_>]) -> Found {
    let (at, size) = PHRASES.iter().find_map(|p| {
        let found =
            words.windows(p.len()).position(|w| w.iter().zip(p.iter()).all(|(w, part)| w.lower() == *part));
        found.map(|i| (i, p.len()))
    })?;
    let rest = &words[at + size..];
    let stop = rest.iter().position(|w| parts_phrases(w) || w.text == ".").unwrap_or(rest.len());
    let holder = &rest[..stop];
    if holder.iter().any(is_finite) || !names_holder(holder) {
        return None;
    }
    let source = hull(holder)?;
    let cue = hull(&words[at..at + size])?;
    if at == 0 {
        let clause = after_opening(&rest[stop..])?;
        return Some((source, cue, clause));
    }
    // At the end of its sentence, the clause before it: from the mark before, unless that is a comma of the phrase itself.
    let ends = rest[stop..].iter().all(Word::is_mark);
    let before = &words[..at];
    let before = before.split_last().filter(|(w, _)| w.text == ",").map_or(before, |(_, b)| b);
    let start = before.iter().rposition(|w| matches!(w.text, "," | ";" | ":")).map_or(0, |i| i + 1);
    let clause = &before[start..];
    (ends && clause.len() >= 3).then(|| hull(clause)).flatten().map(|content| (source, cue, content))
}

/// What follows ", [apposition,] CLAUSE.", final marks left out.
fn after_opening(rest: &[Word<'_>]) -> Option<Span> {
    let (comma, mut clause) = rest.split_first()?;
    if comma.text != "," {
        return None;
    }
    if let Some(next) = clause.iter().position(|w| w.text == ",") {
        let inner = &clause[..next];
        let article = inner.first().is_some_and(|w| ["a", "an", "the"].contains(&w.text));
        let role = inner.iter().any(|w| is_holder_noun(&w.lower()) || is(&w.lower(), Noun::Organization));
        let verb = inner.iter().any(|w| is_finite(w) || w.text.ends_with("ed"));
        if (article || role) && !verb && inner.len() <= 12 && clause.len() > next + 3 {
            clause = &clause[next + 1..];
        }
    }
    let end = clause.iter().rposition(|w| !w.is_mark())? + 1;
    (end >= 3).then(|| hull(&clause[..end])).flatten()
}

/// "The seismic network registered two shocks": a body that measures holds what it measured.
fn measured(words: &[Word<'_>]) -> Found {
    let verb = words.iter().position(|w| MEASURING.contains(&w.text))?;
    let subject = subject_before(words, verb)?;
    let plain =
        verb_group(words, verb) == verb || words[verb - 1].text == "had" || words[verb - 1].text == "have";
    let people = words[subject.clone()]
        .iter()
        .any(|w| is(&w.lower(), Noun::Organization) || is(&w.lower(), Noun::Anonymous));
    if !plain || !people || words.get(verb + 1).is_none_or(|w| w.text == "by" || w.is_mark()) {
        return None;
    }
    Some((hull(&words[subject])?, words[verb].span, object(&words[verb + 1..])?))
}

/// "The Quay Post could not independently verify the report": whoever passes a report on keeps back.
fn unchecked(words: &[Word<'_>]) -> Found {
    let checked = words.iter().position(|w| CHECKING.contains(&w.text));
    let proof = || {
        let had = words
            .windows(2)
            .position(|w| matches!(w[0].text, "had" | "has" | "have") && w[1].text == "no")?;
        let noun =
            words[had..].iter().take(5).position(|w| matches!(w.text, "proof" | "confirmation"))? + had;
        let of = words.get(noun + 1).filter(|w| w.text == "of")?;
        Some((had, hull(&words[had..=noun])?.hull(of.span), noun + 2))
    };
    let (verb, cue, rest) = match checked {
        Some(verb) => {
            let group = verb_group(words, verb);
            let negated = words[group..verb].iter().any(|w| matches!(w.text, "not" | "cannot" | "n't"));
            negated.then_some((verb, hull(&words[group..=verb])?, verb + 1))?
        }
        None => proof()?,
    };
    let subject = subject_before(words, verb)?;
    Some((hull(&words[subject])?, cue, object(words.get(rest..)?)?))
}

/// "Aldoria denied it."
fn denied(words: &[Word<'_>]) -> Found {
    let verb =
        words.iter().position(|w| matches!(w.text, "denied" | "denies" | "deny" | "rejected" | "rejects"))?;
    let object = words.get(verb + 1).filter(|w| CLAIMED.contains(&w.text))?;
    let ends = words.get(verb + 2).is_none_or(Word::is_mark);
    let subject = subject_before(words, verb).filter(|_| ends)?;
    Some((hull(&words[subject])?, words[verb].span, object.span))
}

/// "The mayor puts the fire down to carelessness."
fn blamed(words: &[Word<'_>]) -> Found {
    let verb = words.iter().position(|w| matches!(w.text, "put" | "puts"))?;
    let content = object(&words[verb + 1..])?;
    let down =
        words[verb + 1..].windows(2).take(BLAME_REACH).any(|w| w[0].text == "down" && w[1].text == "to");
    let subject = subject_before(words, verb).filter(|_| down)?;
    Some((hull(&words[subject])?, hull(&words[verb_group(words, verb)..=verb])?, content))
}

/// The words up to the next comma, semicolon, bracket or dash, or the end of the sentence.
fn object(rest: &[Word<'_>]) -> Option<Span> {
    let stop = rest
        .iter()
        .position(|w| matches!(w.text, "," | ";" | ":" | "(" | "—" | "–" | "." | "!" | "?"))
        .unwrap_or(rest.len());
    hull(&rest[..stop])
}
