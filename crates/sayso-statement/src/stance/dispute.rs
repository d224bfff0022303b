//! Whether the words just before are a rebuttal that the content goes on with: "The works rejected the figure. The inspectors had
//! confused two tanks, its director said."

use sayso_model::Span;

use super::tokens::{Token, tokens};
use crate::cue::{CueClass, classify_listed};

/// Bytes before a sentence in which its paragraph is looked at: about the two sentences before.
const REACH: usize = 400;

/// Words beside cues of denial that tell of a rebuttal.
const REBUTTING: &str = "\
    otherwise differently contrary untrue gossip invention fabrication nonsense baseless unfounded slander fiction";

/// Sources that go on from the sentence before.
const GOING_ON: &[&str] = &["he", "she", "it", "they", "its", "his", "her", "their"];

/// Letters of a word of a name from which it tells one speaker from another.
const TELLING: usize = 4;

/// Whether the paragraph before the sentence holds a rebuttal by this source, or by someone whom the source goes on from.
pub(super) fn goes_on_denying(text: &str, source: Option<Span>, sentence: Span) -> bool {
    let Some(source) = source else { return false };
    let from = text.ceil_char_boundary(sentence.start.saturating_sub(REACH));
    let before = Span::new(from, sentence.start.max(from));
    let start = before.of(text).rfind("\n\n").map_or(from, |gap| from + gap);
    let before = tokens(text, &[Span::new(start, before.end)]);
    before.iter().any(rebuts) && is_of(&tokens(text, &[source]), &before)
}

fn rebuts(token: &Token) -> bool {
    token.among(REBUTTING) || !token.mark && classify_listed(&token.lower) == Some(CueClass::Deny)
}

/// Whether the source is a pronoun or shares a word of its name with what stands before.
fn is_of(source: &[Token], before: &[Token]) -> bool {
    source.first().is_some_and(|t| t.is(GOING_ON))
        || source
            .iter()
            .filter(|t| t.capital && t.lower.len() >= TELLING)
            .any(|t| before.iter().any(|b| b.capital && b.lower == t.lower))
}
