//! Stance and certainty: the actor's attitude to the content, and how firmly it is held.
//!
//! Both follow from the class of the cue, what negates it, and what the content itself says; every word that counted is
//! returned, so that a reader sees what the reading rests on. Certainty follows FactBank (Saurí & Pustejovsky 2009).

mod condition;
mod negation;

use sayso_model::{Certainty, Span, Stance};

use self::{
    condition::{condition, is_conditional_promise},
    negation::{cue_surroundings, negation_before},
};
use crate::{
    certainty::certainty,
    cue::{CueClass, classify},
    find::first_phrase,
    phrases::{
        BEFORE_OPENING, BEING, CLAIM_NOUNS, CONFIRMATIONS, DOUBTS, OWN_WITHHOLDINGS, REBUTTALS, SELF, UNTRUE,
        WITHHOLDINGS,
    },
    text::{Word, words},
};

/// A stance and a certainty with the words that they rest on besides the cue.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Attitude {
    pub stance: Stance,
    pub certainty: Certainty,
    pub grounds: Vec<Span>,
}

/// Words of a content up to which a judging word is all that it says: "complete fiction", "the report false".
const WHOLE_PREDICATE: usize = 4;

/// Reads stance and certainty of one attribution.
///
/// `sentence` is the sentence of the cue (or of the content, where there is no cue); `content` the parts of the content.
pub(crate) fn attitude(text: &str, cue: Option<Span>, content: &[Span], sentence: Span) -> Attitude {
    let mut grounds = Vec::new();
    let class = cue.and_then(|c| classify(c.of(text)));
    // "said it had confirmed", "said that she doubted": the verb that opens the content tells the attitude.
    let opening = content.first().and_then(|c| opening_verb(text, *c)).filter(|_| is_plain(class));
    let (class, cue_of_attitude) = match opening {
        Some((class, verb)) => {
            grounds.push(verb);
            (Some(class), Some(verb))
        }
        None => (class, cue),
    };
    let sentence = near(text, cue_of_attitude.map_or(sentence, |c| sentence.hull(c)), cue_of_attitude);
    let stance = stance(text, class, cue_of_attitude, content, sentence, &mut grounds);
    let certainty = certainty(text, class, stance, cue_of_attitude, content, sentence, &mut grounds);
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

/// The verb of attitude that a content opens with, where its subject is a pronoun: "it denies …", "she did not believe …".
fn opening_verb(text: &str, content: Span) -> Option<(CueClass, Span)> {
    let all = words(content.of(text));
    let verb = all.iter().position(|w| !BEFORE_OPENING.contains(&w.lower().as_str()))?;
    let pronoun =
        all[..verb].iter().any(|w| ["it", "he", "she", "they", "we", "i"].contains(&w.lower().as_str()));
    let class = classify(all[verb].text)
        .filter(|c| !is_plain(Some(*c)) && !matches!(c, CueClass::Order | CueClass::Warn))?;
    pronoun.then(|| (class, all[verb].span.shifted(content.start)))
}

fn stance(
    text: &str,
    class: Option<CueClass>,
    cue: Option<Span>,
    content: &[Span],
    sentence: Span,
    grounds: &mut Vec<Span>,
) -> Stance {
    let around = cue.map(|c| cue_surroundings(text, c, content, sentence));
    let kept_back =
        |a: Span| first_phrase(text, a, WITHHOLDINGS).or_else(|| first_phrase(text, a, OWN_WITHHOLDINGS));
    if let Some(found) = around.and_then(kept_back) {
        grounds.push(found);
        return Stance::Withholds;
    }
    let negation = cue.and_then(|c| negation_before(text, c, sentence));
    match class {
        Some(CueClass::Withhold) => return Stance::Withholds,
        Some(CueClass::Deny) => {
            grounds.extend(negation);
            return if negation.is_some() { Stance::Withholds } else { Stance::Denies };
        }
        Some(CueClass::Doubt) => return Stance::Doubts,
        Some(CueClass::Promise) if is_conditional_promise(text, content, sentence) => {
            return Stance::Conditional;
        }
        _ => {}
    }
    if let Some(found) = negation {
        // Who "did not say", "has not confirmed" or "does not believe" it has asserted nothing; disbelief doubts.
        grounds.push(found);
        let disbelieves = matches!(class, Some(CueClass::Believe | CueClass::Suggest));
        return if disbelieves { Stance::Doubts } else { Stance::Withholds };
    }
    if let Some(found) = condition(text, content, sentence) {
        grounds.push(found);
        return Stance::Conditional;
    }
    stance_of_content(text, class, cue, content, grounds)
}

/// What the content says of itself, where cue and negation leave it open.
fn stance_of_content(
    text: &str,
    class: Option<CueClass>,
    cue: Option<Span>,
    content: &[Span],
    grounds: &mut Vec<Span>,
) -> Stance {
    // "called the report *false*": the word of judgement may have gone to the cue.
    let parts = content.iter().copied().chain(cue);
    if let Some(found) = parts.clone().find_map(|p| called_untrue(text, p)) {
        grounds.push(found);
        return Stance::Denies;
    }
    for (phrases, stance) in [
        (REBUTTALS, Stance::Denies),
        (WITHHOLDINGS, Stance::Withholds),
        (DOUBTS, Stance::Doubts),
        (CONFIRMATIONS, Stance::Confirms),
    ] {
        if let Some(found) = parts.clone().find_map(|p| first_phrase(text, p, phrases)) {
            grounds.push(found);
            return stance;
        }
    }
    if let Some(found) = content.iter().find_map(|c| said_of_itself(text, *c)) {
        grounds.push(found);
        return Stance::Withholds;
    }
    if class == Some(CueClass::Confirm) { Stance::Confirms } else { Stance::Asserts }
}

/// The words of [`OWN_WITHHOLDINGS`] right after a word for the speaker.
fn said_of_itself(text: &str, content: Span) -> Option<Span> {
    let found = first_phrase(text, content, OWN_WITHHOLDINGS)?;
    let before = Span::new(content.start, found.start).of(text);
    let last = words(before).last().map(Word::lower);
    last.is_none_or(|w| SELF.contains(&w.as_str())).then_some(found)
}

/// The word that calls what is talked about untrue: alone, after a form of "be", or right before a claim, report or story.
fn called_untrue(text: &str, content: Span) -> Option<Span> {
    let all: Vec<_> = words(content.of(text)).into_iter().filter(|w| !w.is_mark()).collect();
    let lower: Vec<String> = all.iter().map(|w| w.lower()).collect();
    let near = |i: Option<usize>, list: &[&str]| {
        i.and_then(|i| lower.get(i)).is_some_and(|w| list.contains(&w.as_str()))
    };
    let judges = |i: usize| {
        all.len() <= WHOLE_PREDICATE
            || near(Some(i + 1), CLAIM_NOUNS)
            || near(i.checked_sub(1), BEING)
            || near(i.checked_sub(2), BEING)
    };
    let found = (0..all.len()).find(|&i| UNTRUE.contains(&lower[i].as_str()) && judges(i))?;
    Some(all[found].span.shifted(content.start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{sentence_at, sentences};
    use sayso_testkit::span;

    fn read(text: &str, cue: &str, content: &str) -> (Stance, Certainty) {
        let c = span(text, content);
        let cue = (!cue.is_empty()).then(|| span(text, cue));
        let sentence = sentence_at(&sentences(text), cue.unwrap_or(c).start).unwrap();
        let a = attitude(text, cue, &[c], sentence);
        (a.stance, a.certainty)
    }

    #[test]
    fn a_flat_statement_asserts() {
        assert_eq!(
            read("The mayor said the bridge fell.", "said", "the bridge fell"),
            (Stance::Asserts, Certainty::Certain)
        );
    }

    #[test]
    fn denying_denies_and_not_denying_withholds() {
        assert_eq!(read("The mayor denied it fell.", "denied", "it fell").0, Stance::Denies);
        assert_eq!(read("The mayor did not deny it fell.", "deny", "it fell").0, Stance::Withholds);
        assert_eq!(
            read("The mayor would neither confirm nor deny it fell.", "confirm nor deny", "it fell").0,
            Stance::Withholds
        );
    }

    #[test]
    fn a_cue_of_confirmation_confirms_unless_negated() {
        assert_eq!(read("The mayor confirmed it fell.", "confirmed", "it fell").0, Stance::Confirms);
        assert_eq!(read("The mayor has not confirmed it fell.", "confirmed", "it fell").0, Stance::Withholds);
    }

    #[test]
    fn an_if_makes_it_conditional_but_a_whether_does_not() {
        let text = "The mayor said that if it fell, he would resign.";
        assert_eq!(
            read(text, "said", "if it fell, he would resign"),
            (Stance::Conditional, Certainty::Unspecified)
        );
        let text = "Asked if it fell, the mayor said it would be repaired.";
        assert_eq!(read(text, "said", "it would be repaired").0, Stance::Asserts);
    }

    #[test]
    fn calling_a_report_false_denies() {
        assert_eq!(
            read("The report is wholly false, she said.", "said", "The report is wholly false").0,
            Stance::Denies
        );
        assert_eq!(
            read("She said there was no evidence of a leak.", "said", "there was no evidence of a leak").0,
            Stance::Doubts
        );
    }

    #[test]
    fn hedges_lower_certainty() {
        assert_eq!(read("The agency believes it fell.", "believes", "it fell").1, Certainty::Probable);
        assert_eq!(read("She said it might fall.", "said", "it might fall").1, Certainty::Possible);
        assert_eq!(
            read("It was allegedly pushed, she said.", "said", "It was allegedly pushed").1,
            Certainty::Unspecified
        );
        assert_eq!(read("She said in May it fell.", "said", "it fell").1, Certainty::Certain);
    }

    #[test]
    fn a_negation_in_another_clause_leaves_the_cue_alone() {
        assert_eq!(read("It was not the wind, she said.", "said", "It was not the wind").0, Stance::Asserts);
    }
}
