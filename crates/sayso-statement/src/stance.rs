//! Stance and certainty: the actor's attitude to the content, and how firmly it is held.
//!
//! Both follow from the class of the cue, what negates it, and what the content itself says; every word that counted is
//! returned, so that a reader sees what the reading rests on. Certainty follows FactBank (Saurí & Pustejovsky 2009).

mod condition;
mod deed;
mod dispute;
mod finding;
mod flat;
mod negation;
mod pattern;
mod rebuttal;
mod tokens;
mod untrue;
mod verdict;

use sayso_model::{Certainty, Span, Stance};

pub(crate) use self::pattern::{Turn, first_turn};
use self::{
    condition::{condition, is_conditional_promise},
    dispute::goes_on_denying,
    finding::negative_finding,
    flat::flat_denial,
    negation::{cue_surroundings, negation_before},
    pattern::turn_in,
    rebuttal::rebuts_in_other_words,
    tokens::{Token, tokens},
    untrue::called_untrue,
    verdict::verdict,
};
use crate::{
    certainty::certainty,
    cue::{CueClass, classify},
    phrases::{BEFORE_OPENING, SELF},
    text::{Word, words},
};

/// A stance and a certainty with the words that they rest on besides the cue.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Attitude {
    pub stance: Stance,
    pub certainty: Certainty,
    pub grounds: Vec<Span>,
}

/// One attribution as stance looks at it.
#[derive(Clone, Copy)]
pub(crate) struct Said<'a> {
    pub text: &'a str,
    pub source: Option<Span>,
    pub cue: Option<Span>,
    /// The parts of the content.
    pub content: &'a [Span],
    /// The sentence of the cue, or of the content where there is no cue.
    pub sentence: Span,
}

/// Reads stance and certainty of an attribution whose source does not matter.
pub(crate) fn attitude(text: &str, cue: Option<Span>, content: &[Span], sentence: Span) -> Attitude {
    attitude_of(Said { text, source: None, cue, content, sentence })
}

/// Reads stance and certainty of one attribution.
pub(crate) fn attitude_of(said: Said<'_>) -> Attitude {
    let Said { text, content, .. } = said;
    let mut grounds = Vec::new();
    let class = said.cue.and_then(|c| verdict(said, c, classify(c.of(text))));
    // "said it had confirmed", "said that she doubted": the verb that opens the content tells the attitude.
    let opening = content.first().and_then(|c| opening_verb(text, *c)).filter(|_| is_plain(class));
    let (class, cue) = match opening {
        Some((class, verb)) => {
            grounds.push(verb);
            (Some(class), Some(verb))
        }
        None => (class, said.cue),
    };
    let sentence = near(text, cue.map_or(said.sentence, |c| said.sentence.hull(c)), cue);
    let said = Said { cue, sentence, ..said };
    let stance = stance(said, class, &mut grounds);
    let certainty = certainty(said, class, stance, &mut grounds);
    grounds.sort_unstable();
    grounds.dedup();
    Attitude { stance, certainty, grounds }
}

/// Bytes of a sentence that are looked at on each side of a cue: longer than any sentence of prose, so that a table or a log
/// without full stops costs no more for each cue than prose does.
const SENTENCE_REACH: usize = 1_500;

/// The part of a sentence around the cue.
fn near(text: &str, sentence: Span, cue: Option<Span>) -> Span {
    let Some(cue) = cue else {
        let end = text.floor_char_boundary(sentence.end.min(sentence.start + 2 * SENTENCE_REACH));
        return Span::new(sentence.start, end);
    };
    let start = text.ceil_char_boundary(sentence.start.max(cue.start.saturating_sub(SENTENCE_REACH)));
    let end = text.floor_char_boundary(sentence.end.min(cue.end + SENTENCE_REACH));
    Span::new(start.min(cue.start), end.max(cue.end))
}

/// Whether the cue says no more than that something was said.
fn is_plain(class: Option<CueClass>) -> bool {
    matches!(class, None | Some(CueClass::Assert | CueClass::Report))
}

/// Verbs that tell no attitude to a matter where someone says them of themselves: "we see ships", "I hope", "we back the plan".
const NO_ATTITUDE: &[&str] =
    &["see", "saw", "seen", "feel", "felt", "hope", "fear", "back", "challenge", "find", "establish", "hear"];

/// Letters that a word in "-ly" has at least where it is an adverb: "flatly", not "only".
const ADVERB_LETTERS: usize = 4;

/// The verb of attitude that a content opens with, where its subject is a pronoun: "it denies …", "she did not believe …".
fn opening_verb(text: &str, content: Span) -> Option<(CueClass, Span)> {
    let all = tokens(text, &[content]);
    let adverb = |t: &Token| t.lower.ends_with("ly") && t.lower.len() > ADVERB_LETTERS;
    let verb = all.iter().position(|t| !t.mark && !adverb(t) && !t.is(BEFORE_OPENING))?;
    let pronoun = all[..verb].iter().any(|t| t.is(&["it", "he", "she", "they", "we", "i"]));
    let class = classify(&all[verb].lower)
        .filter(|c| !is_plain(Some(*c)) && !matches!(c, CueClass::Order | CueClass::Warn))?;
    (pronoun && !all[verb].is(NO_ATTITUDE)).then(|| (class, all[verb].span))
}

fn stance(said: Said<'_>, class: Option<CueClass>, grounds: &mut Vec<Span>) -> Stance {
    let Said { text, cue, content, sentence, .. } = said;
    let around = cue.map(|c| cue_surroundings(text, c, content, sentence));
    let turns = |a: Span, turns: [Turn; 2]| turns.into_iter().find_map(|t| first_turn(text, a, t));
    if let Some(found) = around.and_then(|a| turns(a, [Turn::Withholds, Turn::Own])) {
        grounds.push(found);
        return Stance::Withholds;
    }
    let objects = matches!(class, Some(CueClass::Deny | CueClass::Doubt | CueClass::Withhold));
    let left_possible = || turn_in(&tokens(text, content), Turn::Possible).filter(|_| !objects);
    if let Some(found) = around.and_then(|a| first_turn(text, a, Turn::Possible)).or_else(left_possible) {
        // "cannot rule out that it leaked": it may have leaked.
        grounds.push(found);
        return Stance::Asserts;
    }
    let negation = cue.and_then(|c| negation_before(text, c, sentence));
    match class {
        Some(CueClass::Withhold) => return Stance::Withholds,
        Some(CueClass::Deny) => {
            grounds.extend(negation);
            return if negation.is_some() { Stance::Withholds } else { Stance::Denies };
        }
        Some(CueClass::Doubt) => return Stance::Doubts,
        Some(CueClass::Promise) if is_conditional_promise(said, class) => {
            return Stance::Conditional;
        }
        _ => {}
    }
    if let Some(found) = negation {
        // Who "did not say", "has not confirmed" or "does not believe" it has asserted nothing; disbelief doubts.
        grounds.push(found);
        let unmoved = cue.is_some_and(|c| tokens(text, &[c]).iter().any(|t| t.is(PERSUADED)));
        let disbelieves = unmoved || matches!(class, Some(CueClass::Believe | CueClass::Suggest));
        return if disbelieves { Stance::Doubts } else { Stance::Withholds };
    }
    if let Some(found) = condition(said, class) {
        grounds.push(found);
        return Stance::Conditional;
    }
    stance_of_content(said, class, grounds)
}

/// Cues whose negation doubts: "was not persuaded by the claim".
const PERSUADED: &[&str] = &["persuaded", "convinced", "satisfied", "sure", "certain"];

/// What the content says of itself, where cue and negation leave it open.
fn stance_of_content(said: Said<'_>, class: Option<CueClass>, grounds: &mut Vec<Span>) -> Stance {
    let Said { text, cue, content, .. } = said;
    if let Some(found) = called_untrue(text, cue, content) {
        grounds.push(found);
        return Stance::Denies;
    }
    let words = tokens(text, content);
    let cue_words = cue.map_or(Vec::new(), |c| tokens(text, &[c]));
    for (turn, stance) in [
        (Turn::Denies, Stance::Denies),
        (Turn::Withholds, Stance::Withholds),
        (Turn::Doubts, Stance::Doubts),
        (Turn::Confirms, Stance::Confirms),
    ] {
        if let Some(found) = turn_in(&words, turn).or_else(|| turn_in(&cue_words, turn)) {
            grounds.push(found);
            return stance;
        }
    }
    if let Some(found) = content.iter().find_map(|c| said_of_itself(text, *c)) {
        grounds.push(found);
        return Stance::Withholds;
    }
    if class == Some(CueClass::Confirm) {
        return Stance::Confirms;
    }
    match negated_content(said, class) {
        Some((stance, found)) => {
            grounds.push(found);
            stance
        }
        None => Stance::Asserts,
    }
}

/// The stance of a content that denies by its own words, or goes on with a rebuttal.
fn negated_content(said: Said<'_>, class: Option<CueClass>) -> Option<(Stance, Span)> {
    let Said { text, source, cue, content, sentence } = said;
    if let Some(found) = negative_finding(text, cue, content) {
        return Some(found);
    }
    if !is_plain(class) {
        return None;
    }
    let answers = goes_on_denying(text, source, sentence);
    flat_denial(text, content, answers)
        .or_else(|| rebuts_in_other_words(text, content).filter(|_| answers))
        .map(|found| (Stance::Denies, found))
}

/// Words before what a speaker keeps back of itself, where it opens what it says: "“At this point, we".
const OPENING: usize = 8;

/// What a speaker keeps back of itself: right after a word for it, or at the head.
fn said_of_itself(text: &str, content: Span) -> Option<Span> {
    let found = first_turn(text, content, Turn::Own)?;
    let before = Span::new(content.start, found.start).of(text);
    let before = words(before);
    let last = before.last().map(Word::lower);
    (before.len() <= OPENING && last.is_none_or(|w| SELF.contains(&w.as_str()))).then_some(found)
}

#[cfg(test)]
mod tests;
