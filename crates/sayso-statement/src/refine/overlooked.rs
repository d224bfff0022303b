//! Attributions of plain form that the reader overlooked: in sentences, or clauses, where it marked nothing.
//!
//! Only forms that hardly mean anything else are read: a clause with its speaker after it, "in the words of", a figure that
//! someone stands behind, an instrument's reading by a body, a report that could not be verified, a denial of "it".

use sayso_model::{Attribution, Span};

use super::{
    around,
    beside::{as_said, inverted, relative},
    clause::drop_unsourced,
    figure::figures,
    held::{evidence, sure},
    phrase::phrase,
    plain::plain,
    postposed::{parenthetical, postposed},
    silence::silence,
};
use crate::{
    actor::nouns::{Noun, is},
    syntax::{Page, hull, subject_before, verb_group},
    text::Word,
};

/// Score of an attribution that a rule found: nothing was measured, so it stands halfway.
const RULED: f32 = 0.5;

/// Verbs of measuring, in the forms that follow a subject.
const MEASURING: &[&str] = &[
    "registered",
    "recorded",
    "detected",
    "measured",
    "records",
    "registers",
    "detects",
    "found",
    "discovered",
    "observed",
];

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
const MOST_RULES: usize = 18;

/// Verbs of laying something at someone's door, with the words that have to follow the object.
const BLAMING: &[(&[&str], &[&str])] = &[
    (&["put", "puts"], &["down", "to"]),
    (&["blamed", "blames", "blame"], &[]),
    (&["attributed", "attributes", "traced", "traces", "ascribed", "ascribes"], &["to"]),
];

/// Words between "put" and "down to" at most.
const BLAME_REACH: usize = 14;

/// Verbs of denying.
const DENYING: &[&str] = &[
    "denied",
    "denies",
    "deny",
    "rejected",
    "rejects",
    "reject",
    "disputes",
    "disputed",
    "dispute",
    "contests",
    "contested",
    "refutes",
    "refuted",
    "contradicts",
    "contradicted",
];

/// What a pronoun or noun stands for a whole claim.
const CLAIMED: &[&str] = &["it", "this", "that"];

/// Adds them, sentence by sentence.
pub(super) fn add(page: &Page<'_>, read: &mut Vec<Attribution>) {
    let mut added: Vec<Attribution> = Vec::new();
    let mut clauses: Vec<Span> = Vec::new();
    for &sentence in page.sentences {
        let Some((_, words)) = page.sentence(sentence.start) else { continue };
        let whole = [parenthetical(words), phrase(words)];
        let rules = [
            after_clause(words),
            as_said(words),
            inverted(words),
            relative(words),
            silence(words),
            evidence(words),
            sure(words),
            plain(words),
            measured(words),
            denied(words),
            blamed(words),
        ];
        let plain = rules.into_iter().chain(figures(words).into_iter().map(Some)).map(in_one);
        let free = whole.into_iter().chain(plain).flatten().map(|found| (found, false));
        // What cannot be verified is often what someone else says.
        let nesting = in_one(unchecked(words)).map(|found| (found, true));
        for ((source, cue, content), nests) in free.chain(nesting) {
            let content: Vec<Span> = content.into_iter().map(|c| c.trimmed(page.text)).collect();
            let taken =
                |others: &[Attribution]| content.iter().any(|c| is_taken(cue, *c, nests, sentence, others));
            let last = added.len().saturating_sub(MOST_RULES);
            if !taken(&read[around(read, sentence.start)]) && !taken(&added[last..]) {
                clauses.extend(&content);
                added.push(Attribution { source: Some(source), cue: Some(cue), content, score: RULED });
            }
        }
    }
    clauses.sort_unstable();
    drop_unsourced(read, &clauses);
    read.extend(added);
}

/// A finding with its content as the only part.
fn in_one(found: Found) -> Option<(Span, Span, Vec<Span>)> {
    found.map(|(source, cue, content)| (source, cue, vec![content]))
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

/// "The seismic network registered two shocks": a body that measures holds what it measured.
fn measured(words: &[Word<'_>]) -> Found {
    (1..words.len()).filter(|&i| MEASURING.contains(&words[i].text)).find_map(|i| measured_at(words, i))
}

fn measured_at(words: &[Word<'_>], verb: usize) -> Found {
    // "a 2012 records request": after a number it is a noun.
    if words[verb - 1].text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let subject = subject_before(words, verb)?;
    let plain =
        verb_group(words, verb) == verb || matches!(words[verb - 1].text, "had" | "have" | "has" | "also");
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
    let verb = words.iter().position(|w| DENYING.contains(&w.text))?;
    let object = words.get(verb + 1).filter(|w| CLAIMED.contains(&w.text))?;
    let ends = words.get(verb + 2).is_none_or(Word::is_mark);
    let subject = subject_before(words, verb).filter(|_| ends)?;
    Some((hull(&words[subject])?, words[verb].span, object.span))
}

/// "The mayor puts the fire down to carelessness", "the port blames a valve for it", "the union traces it to a valve".
fn blamed(words: &[Word<'_>]) -> Found {
    let verb = words.iter().position(|w| BLAMING.iter().any(|(verbs, _)| verbs.contains(&w.text)))?;
    let (_, link) = BLAMING.iter().find(|(verbs, _)| verbs.contains(&words[verb].text))?;
    let content = object(&words[verb + 1..])?;
    let near: Vec<&str> = words[verb + 1..].iter().take(BLAME_REACH).map(|w| w.text).collect();
    let linked = link.is_empty() || near.windows(link.len()).any(|w| w == *link);
    let by = near.first() == Some(&"by");
    let subject = subject_before(words, verb).filter(|_| linked && !by)?;
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
