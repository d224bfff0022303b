//! Stance and certainty: the actor's attitude to the content, and how firmly it is held.
//!
//! Both follow from the class of the cue, what negates it, and what the content itself says; every word that counted is
//! returned, so that a reader sees what the reading rests on. Certainty follows FactBank (Saurí & Pustejovsky 2009).

use sayso_model::{Certainty, Span, Stance};

use crate::{
    cue::{CueClass, classify},
    phrases::{
        BEFORE_OPENING, BEING, CONDITIONS, CONFIRMATIONS, CONSEQUENCES, DOUBTS, HEARSAY, NEGATIONS, NOBODY,
        OWN_WITHHOLDINGS, POSSIBLES, PROBABLES, REBUTTALS, SELF, TALK, UNTRUE, WITHHOLDINGS,
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

/// How many words before a cue can negate it: "did not immediately respond".
const NEGATION_REACH: usize = 3;

/// Bytes that surely hold the one word before another.
const WORD_REACH: usize = 40;

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
        Some(CueClass::Promise) if condition(text, content, sentence).is_some() => {
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
            || near(Some(i + 1), TALK)
            || near(i.checked_sub(1), BEING)
            || near(i.checked_sub(2), BEING)
    };
    let found = (0..all.len()).find(|&i| UNTRUE.contains(&lower[i].as_str()) && judges(i))?;
    Some(all[found].span.shifted(content.start))
}

/// The cue with the words of its sentence next to it that belong to no content: "did not immediately" + "respond".
fn cue_surroundings(text: &str, cue: Span, content: &[Span], sentence: Span) -> Span {
    let from = sentence.start.min(cue.start);
    let before = words(&text[from..cue.start]);
    let start =
        before.get(before.len().saturating_sub(NEGATION_REACH)).map_or(cue.start, |w| w.span.start + from);
    let limit = content.iter().map(|c| c.end).filter(|&e| e <= cue.start).max().unwrap_or(0);
    Span::new(start.max(limit).min(cue.start), cue.end)
}

/// The negation that governs the cue: within it, or within [`NEGATION_REACH`] words before it.
fn negation_before(text: &str, cue: Span, sentence: Span) -> Option<Span> {
    let start = sentence.start.min(cue.start);
    let all = words(&text[start..cue.end.max(start)]);
    let from = all.iter().filter(|w| w.span.end + start <= cue.start).count().saturating_sub(NEGATION_REACH);
    all[from..]
        .iter()
        .take_while(|w| w.span.start + start < cue.end)
        .filter(|w| {
            // A mark between negation and cue ends its reach: "It was not him, she said".
            let rest = &text
                [(w.span.end + start).min(cue.start)..cue.start.max((w.span.end + start).min(cue.start))];
            !rest.contains([',', '.', ';', ':', '“', '”', '"', '—'])
        })
        .find(|w| NEGATIONS.contains(&w.lower().as_str()) && !goes_on_with_only(text, w.span.end + start))
        .map(|w| w.span.shifted(start))
        .or_else(|| nobody_before(text, &all[..from + (all.len() - from).min(NEGATION_REACH)], start, cue))
}

/// "not only confirmed": that "not" negates nothing.
fn goes_on_with_only(text: &str, at: usize) -> bool {
    text[at..].trim_start().starts_with("only ")
}

/// The "no" or "none" that opens the sentence of the cue, where no mark stands between.
fn nobody_before(text: &str, before: &[Word<'_>], start: usize, cue: Span) -> Option<Span> {
    let first = before.first().filter(|w| NOBODY.contains(&w.lower().as_str()))?;
    let between = Span::new(first.span.end + start, cue.start).of(text);
    (!between.contains([',', ';', ':', '“', '”', '"'])).then(|| first.span.shifted(start))
}

/// The word that puts the content under a condition: an "if" in the sentence together with a "would" or "will".
fn condition(text: &str, content: &[Span], sentence: Span) -> Option<Span> {
    let hull = content.iter().copied().reduce(Span::hull)?;
    let scope = sentence.hull(hull);
    let opens = first_phrase(text, scope, CONDITIONS)?;
    let asks = opens.of(text).eq_ignore_ascii_case("if") && asks_whether(text, opens);
    let follows = content.iter().any(|c| first_phrase(text, *c, CONSEQUENCES).is_some());
    (!asks && follows).then_some(opens)
}

/// "asked if", "see if", "unclear if": an "if" that means "whether".
fn asks_whether(text: &str, opens: Span) -> bool {
    let before = &text[..opens.start];
    let near = before.ceil_char_boundary(before.len().saturating_sub(WORD_REACH));
    words(&before[near..]).last().is_some_and(|w| {
        ["asked", "ask", "see", "unclear", "know", "wonder", "check", "determine", "say", "as", "even"]
            .contains(&w.lower().as_str())
    })
}

fn certainty(
    text: &str,
    class: Option<CueClass>,
    stance: Stance,
    cue: Option<Span>,
    content: &[Span],
    sentence: Span,
    grounds: &mut Vec<Span>,
) -> Certainty {
    if matches!(stance, Stance::Withholds | Stance::Conditional | Stance::Doubts) {
        return Certainty::Unspecified;
    }
    let parts: Vec<Span> = content.iter().copied().chain(cue).collect();
    let hedged = |phrases: &[&str]| parts.iter().find_map(|p| first_phrase(text, *p, phrases));
    if let Some(found) = hedged(HEARSAY).or_else(|| first_phrase(text, sentence, HEARSAY)) {
        grounds.push(found);
        return Certainty::Unspecified;
    }
    // A denial is flat unless the denying itself is hedged: "denied that they may …" is a flat denial.
    if stance == Stance::Denies {
        return Certainty::Certain;
    }
    if class == Some(CueClass::Speculate) {
        return Certainty::Possible;
    }
    if let Some(found) = hedged(POSSIBLES) {
        grounds.push(found);
        return Certainty::Possible;
    }
    if matches!(class, Some(CueClass::Believe | CueClass::Estimate | CueClass::Suggest)) {
        return Certainty::Probable;
    }
    if let Some(found) = hedged(PROBABLES) {
        grounds.push(found);
        return Certainty::Probable;
    }
    if class == Some(CueClass::Allege) && cue.is_some_and(|c| c.of(text).ends_with("ly")) {
        return Certainty::Unspecified;
    }
    Certainty::Certain
}

/// The first place within `span` where one of the phrases stands as whole words, in any case.
pub(crate) fn first_phrase(text: &str, span: Span, phrases: &[&str]) -> Option<Span> {
    let original = span.of(text);
    let haystack = original.to_ascii_lowercase();
    phrases
        .iter()
        .filter_map(|p| whole_words(original, &haystack, p))
        .min_by_key(|s| (s.start, std::cmp::Reverse(s.end)))
        .map(|s| s.shifted(text.floor_char_boundary(span.start)))
}

/// Where `phrase` stands in `haystack`, which is `original` in lower case, with no letter or digit touching it.
fn whole_words(original: &str, haystack: &str, phrase: &str) -> Option<Span> {
    haystack.match_indices(phrase).find_map(|(i, m)| {
        let before = haystack[..i].chars().next_back().is_some_and(char::is_alphanumeric);
        let after = haystack[i + m.len()..].chars().next().is_some_and(char::is_alphanumeric);
        let span = Span::new(i, i + m.len());
        // The month: "in May" is no "may".
        let month = span.of(original) == "May" && i > 0;
        (!before && !after && !month).then_some(span)
    })
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
