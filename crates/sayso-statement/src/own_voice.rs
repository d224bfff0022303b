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
    page.sentences.iter().filter(|s| free(**s)).filter_map(|s| hedged_sentence(page, *s)).collect()
}

fn hedged_sentence(page: &Page<'_>, sentence: Span) -> Option<(Voice, Attribution)> {
    let (_, words) = page.sentence(sentence.start)?;
    let ended = words.iter().rev().take(2).any(|w| w.text == ".");
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
