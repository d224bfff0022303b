//! What the outlet says in its own voice and yet does not vouch for flatly: "The pier has apparently been pulled down."
//!
//! Flat sentences of the outlet's own are mostly background that nobody contests, so they give no statement. A hedge shows that
//! the outlet puts forward what others may deny: it is the publisher's statement, or, where the hedge says that others told it
//! ("reportedly"), that of someone who is not named.

use sayso_model::{Attribution, Span, Voice};

use crate::{
    find::first_phrase,
    phrases::HEARSAY,
    syntax::{Page, hull},
};

/// Hedges with which an outlet judges for itself.
const HEDGES: &[&str] = &[
    "apparently",
    "evidently",
    "presumably",
    "it seems",
    "seems to have",
    "seem to have",
    "appears to have",
    "appear to have",
    "there is no evidence",
    "there was no evidence",
    "there is no proof",
    "there is no sign",
    "remains open",
    "remains unclear",
    "remains unknown",
    "remained unclear",
    "it is unclear",
    "it was unclear",
    "it is not known",
    "is unclear",
];

/// Cues that are the outlet's own judgement where the text names nobody else.
const OWN_CUES: &[&str] = &[
    "apparently",
    "evidently",
    "presumably",
    "point to",
    "points to",
    "pointed to",
    "suggests",
    "suggest",
    "likely",
    "probably",
];

/// What stands for the claim that an outlet rebuts.
const REBUTTED: &[&str] =
    &["it", "that", "this", "they", "these", "none", "neither", "he", "she", "claim", "rumour", "rumor"];

/// Verbs of a rebuttal before "not".
const REBUTTING: &[&str] =
    &["is", "are", "was", "were", "does", "do", "did", "has", "have", "had", "will", "would", "can", "could"];

/// The same in one word.
const REBUTTING_SHORT: &[&str] =
    &["isn't", "aren't", "wasn't", "weren't", "doesn't", "don't", "didn't", "hasn't", "haven't", "won't"];

/// Judgements that rebut.
const JUDGEMENTS: &[&str] = &[
    "false",
    "untrue",
    "wrong",
    "fake",
    "fabricated",
    "invented",
    "nonsense",
    "incorrect",
    "baseless",
    "misleading",
];

/// Words of "None of this is in any way true." at most.
const LONGEST_REBUTTAL: usize = 8;

/// Score of a statement that a rule found: nothing was measured, so it stands halfway.
const RULED: f32 = 0.5;

/// Whether an attribution of the reader names nobody and is the outlet's own judgement.
pub(crate) fn is_own(text: &str, a: &Attribution) -> bool {
    let cue = a.cue.map(|c| c.of(text).trim().to_lowercase());
    a.source.is_none() && cue.is_some_and(|c| OWN_CUES.contains(&c.as_str()))
}

/// The same with its whole sentence as content: what is judged is said on both sides of the cue.
pub(crate) fn whole_sentence(page: &Page<'_>, a: &Attribution) -> Attribution {
    let found = a.cue.and_then(|c| page.sentence(c.start)).and_then(|(_, words)| without_mark(words));
    Attribution { content: found.map_or_else(|| a.content.clone(), |s| vec![s]), ..a.clone() }
}

/// Hedged sentences in which the reader found nobody's words, with their voice.
pub(crate) fn hedged(page: &Page<'_>, read: &[Attribution]) -> Vec<(Voice, Attribution)> {
    let mut taken: Vec<Span> = read.iter().flat_map(|a| a.content.iter().copied().chain(a.cue)).collect();
    taken.sort_unstable();
    // A content may begin sentences before this one: how far the spans up to each place reach.
    let mut reach = 0;
    let ends: Vec<usize> = taken
        .iter()
        .map(|s| {
            reach = reach.max(s.end);
            reach
        })
        .collect();
    let free = |s: Span| {
        let i = taken.partition_point(|t| t.start < s.end);
        i == 0 || ends[i - 1] <= s.start
    };
    let whole = page.sentences.iter().filter(|s| free(**s)).filter_map(|s| hedged_sentence(page, *s));
    let parts = page.sentences.iter().filter(|s| !free(**s));
    whole.chain(parts.filter_map(|s| hearsay_clause(page, *s).filter(|(_, a)| free(a.content[0])))).collect()
}

/// "…, the port says, and the repair will reportedly take a year": a clause of hearsay beside somebody's words.
fn hearsay_clause(page: &Page<'_>, sentence: Span) -> Option<(Voice, Attribution)> {
    let (_, words) = page.sentence(sentence.start)?;
    let cue = first_phrase(page.text, sentence, HEARSAY)?;
    let at = words.iter().position(|w| w.span.start >= cue.start)?;
    let joining = |i: &usize| {
        matches!(words[*i].text, "and" | "but" | "while") && words[*i - 1].text == ","
            || words[*i].text == ";"
    };
    let start = (1..at).rev().find(joining)? + 1;
    let content = without_mark(words.get(start..)?)?;
    Some((
        Voice::Attributed,
        Attribution { source: None, cue: Some(cue), content: vec![content], score: RULED },
    ))
}

/// "It does not." "That is false.": a sentence that does nothing but deny the one before it is the outlet's own denial.
fn is_rebuttal(words: &[crate::text::Word<'_>]) -> bool {
    let plain: Vec<String> = words.iter().filter(|w| !w.is_mark()).map(crate::text::Word::lower).collect();
    let plain: Vec<&str> = plain.iter().map(String::as_str).collect();
    match plain[..] {
        [subject, verb, "not"] => REBUTTED.contains(&subject) && REBUTTING.contains(&verb),
        [subject, verb] => {
            REBUTTED.contains(&subject) && REBUTTING_SHORT.contains(&verb.replace('’', "'").as_str())
        }
        [subject, "is" | "are" | "was" | "were", .., judgement] => {
            let plain_words = plain.len() <= LONGEST_REBUTTAL;
            let negated = plain.contains(&"not")
                && matches!(judgement, "true" | "so" | "correct" | "accurate" | "case");
            REBUTTED.contains(&subject) && plain_words && (negated || JUDGEMENTS.contains(&judgement))
        }
        _ => false,
    }
}

fn hedged_sentence(page: &Page<'_>, sentence: Span) -> Option<(Voice, Attribution)> {
    let (_, words) = page.sentence(sentence.start)?;
    let ended = words.iter().rev().take(2).any(|w| w.text == ".");
    if is_rebuttal(words) {
        let content = without_mark(words)?;
        let own = Attribution { source: None, cue: None, content: vec![content], score: RULED };
        return Some((Voice::Publisher, own));
    }
    let (voice, cue) = match first_phrase(page.text, sentence, HEARSAY) {
        Some(cue) => (Voice::Attributed, cue),
        None => (Voice::Publisher, first_phrase(page.text, sentence, HEDGES)?),
    };
    let content = without_mark(words).filter(|_| ended)?;
    Some((voice, Attribution { source: None, cue: Some(cue), content: vec![content], score: RULED }))
}

/// The sentence up to its last word.
fn without_mark(words: &[crate::text::Word<'_>]) -> Option<Span> {
    let end = words.iter().rposition(|w| !w.is_mark())? + 1;
    hull(&words[..end])
}
