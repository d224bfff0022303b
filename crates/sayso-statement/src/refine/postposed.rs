//! Speakers after their clause, or within it: "It fell, the mayor said", "nothing, he maintained, had passed".

use sayso_model::Span;

use crate::{
    syntax::{hull, is_calendar, is_finite, is_holder_noun, is_telling_verb, parts_phrases, subject_before},
    text::Word,
};

/// Parts of a clause with fewer words than this are no clause.
const FEWEST_WORDS: usize = 3;

/// Words after the verb of "…, the mayor said in a statement on Monday." at most; a longer tail is a clause of its own.
const LONGEST_TAIL: usize = 9;

/// How a tail after the verb may begin.
const TAIL_OPENERS: &[&str] = &[
    "in",
    "on",
    "at",
    "to",
    "by",
    "from",
    "late",
    "early",
    "last",
    "earlier",
    "through",
    "via",
    "over",
    "during",
    "after",
    "when",
    "before",
    "with",
    "this",
    "yesterday",
    "today",
    "tonight",
    "later",
    "recently",
    "again",
    "shortly",
    "outside",
    "speaking",
];

/// Before whom one speaks.
const GATHERINGS: &[&str] = &[
    "conference",
    "meeting",
    "crowd",
    "hearing",
    "audience",
    "rally",
    "briefing",
    "gathering",
    "inquiry",
    "summit",
    "session",
    "jury",
    "panel",
    "forum",
    "interviewer",
    "reporter",
    "journalist",
    "class",
    "event",
    "ceremony",
];

/// A sentence of the form "CLAUSE, SOURCE CUE [when and where]."
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Postposed {
    pub source: Span,
    pub cue: Span,
    pub content: Span,
}

/// Reads the sentence as a clause with its speaker after it; `None` where it is none.
pub(super) fn postposed(words: &[Word<'_>]) -> Option<Postposed> {
    let end = words.iter().rposition(|w| !w.is_mark())? + 1;
    let from = end.saturating_sub(LONGEST_TAIL + 1);
    (from..end).rev().find_map(|i| postposed_at(words, i, end)).or_else(|| {
        // "CLAUSE, SOURCE CUE, citing …": the verb right before a comma; the clause shows by its verb that it is one.
        let commas = (1..end).filter(|&i| words[i].text == ",");
        commas.rev().find_map(|i| postposed_at(words, i - 1, i).filter(|p| has_verb(words, p.content)))
    })
}

/// "Nothing, he maintained, had passed": a speaker between commas within a clause, with the words on both sides.
pub(super) fn parenthetical(words: &[Word<'_>]) -> Option<(Span, Span, Vec<Span>)> {
    let end = words.iter().rposition(|w| !w.is_mark())? + 1;
    (1..end).find_map(|i| {
        let (verb, first) = telling(words, i)?;
        let close = words.get(verb + 1).filter(|w| w.text == ",")?;
        let subject = subject_before(words, first).filter(|s| !matches!(words[s.start].text, "I" | "you"))?;
        let open = subject.start.checked_sub(1).filter(|&i| words[i].text == ",")?;
        let start = words[..open].iter().rposition(|w| matches!(w.text, ":" | ";")).map_or(0, |i| i + 1);
        let (before, after) = (&words[start..open], words.get(verb + 2..end)?);
        let plain = |w: &Word<'_>| !matches!(w.text, "\"" | "“" | "”" | "," | ";" | ":" | "(" | ")");
        // A subject before, its verb right after: else what stands before is a clause, or only an opening.
        let torn = !before.is_empty() && !before.iter().any(is_finite) && before.iter().all(plain);
        let goes_on = after.first().is_some_and(is_finite) && is_clause(before);
        (torn && goes_on && close.is_mark()).then_some(())?;
        Some((hull(&words[subject])?, hull(&words[first..=verb])?, vec![hull(before)?, hull(after)?]))
    })
}

fn has_verb(words: &[Word<'_>], clause: Span) -> bool {
    words.iter().any(|w| clause.contains(w.span) && is_finite(w))
}

/// The same, with the telling verb at `i` and the speaker's tail up to `end`.
fn postposed_at(words: &[Word<'_>], i: usize, end: usize) -> Option<Postposed> {
    let (verb, first) = telling(words, i)?;
    let tail = &words[verb + 1..end];
    if !(is_tail(tail) || tells(&words[verb]) && is_addressee(tail)) {
        return None;
    }
    let subject = subject_before(words, first)?;
    let comma = subject.start.checked_sub(1).filter(|&i| words[i].text == ",")?;
    let clause = &words[..comma];
    let spoken = clause.iter().filter(|w| !w.is_mark()).count() >= FEWEST_WORDS;
    let quotes = clause.iter().filter(|w| matches!(w.text, "“" | "”" | "\"")).count();
    // Two straight marks quote too in plain text.
    let doubled = clause.windows(2).any(|w| w[0].text == "'" && w[1].text == "'");
    let plain = !doubled && quotes % 2 == 0 && !clause.iter().any(|w| matches!(w.text, ":" | ";"));
    (spoken && plain && is_clause(clause)).then_some(())?;
    Some(Postposed {
        source: hull(&words[subject])?,
        cue: hull(&words[first..=verb])?,
        content: hull(clause)?,
    })
}

/// The telling verb at `i`, with the word at which its group begins: "was quoted as saying" is one.
fn telling(words: &[Word<'_>], i: usize) -> Option<(usize, usize)> {
    let quoted = words[i].text == "saying"
        && i >= 3
        && words[i - 1].text == "as"
        && words[i - 2].text == "quoted"
        && matches!(words[i - 3].text, "was" | "were" | "is" | "are");
    if quoted {
        return Some((i, i - 3));
    }
    // "…, winning in his home state": a noun.
    if words[i].text == "state"
        && i > 0
        && !words[i - 1].is_capitalised()
        && !words[i - 1].text.ends_with('s')
    {
        return None;
    }
    // "…, Quay Radio has learned": an outlet tells what it found out.
    if matches!(words[i].text, "learned" | "learnt" | "understands") {
        return Some((i, i));
    }
    // "…, the plans have barely been mentioned": who is spoken of does not speak.
    if matches!(
        words[i].text,
        "assured" | "assures" | "informed" | "recalled" | "recalls" | "countered" | "counters"
    ) {
        return Some((i, i));
    }
    let passive = i > 0 && matches!(words[i - 1].text, "been" | "be" | "being");
    (is_telling_verb(&words[i]) && !passive).then_some((i, i))
}

fn tells(verb: &Word<'_>) -> bool {
    matches!(verb.text, "told" | "tells" | "tell" | "assured" | "assures" | "informed" | "informs")
}

/// Whether the words after "told" name only whom: "reporters", "a news conference in Brenn", "the Quay Post on Monday".
fn is_addressee(tail: &[Word<'_>]) -> bool {
    let opens = |w: &Word<'_>| parts_phrases(w) || matches!(w.text, "that" | "who" | "which" | "to");
    // "told a joke" names nobody.
    let someone = |w: &Word<'_>| GATHERINGS.contains(&w.text) || is_holder_noun(&w.lower());
    let thing = tail.first().is_some_and(|w| matches!(w.text, "a" | "an")) && !tail.iter().any(someone);
    !tail.is_empty() && !thing && !tail.iter().any(|w| opens(w) || is_finite(w))
}

/// Whether the words after the verb only say when, where or to whom.
fn is_tail(tail: &[Word<'_>]) -> bool {
    let Some(first) = tail.first() else { return true };
    let opens = is_calendar(first) || TAIL_OPENERS.contains(&first.text);
    opens && !tail.iter().any(|w| parts_phrases(w) || matches!(w.text, "that" | "who" | "which"))
}

/// Whether the words hold a clause: not an opening like "On Monday" or "In a joint report".
pub(super) fn is_clause(words: &[Word<'_>]) -> bool {
    let opening = words[0].lower();
    let phrase = [
        "in",
        "on",
        "at",
        "by",
        "with",
        "according",
        "after",
        "before",
        "as",
        "when",
        "while",
        "if",
        "asked",
    ];
    // "In Brenn, two ships sank, the port said" goes on after a comma.
    !phrase.contains(&opening.as_str()) || words.iter().any(|w| w.text == ",")
}
