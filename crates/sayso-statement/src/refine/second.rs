//! A second verb within a content: of the same speaker ("the police said nine were hurt and dismissed the union's count as a
//! fantasy"), or of whoever tells more of a thing ("blamed a storm that it said had cut the line").

use sayso_model::{Attribution, Span};

use crate::{
    cue::{CueClass, classify_listed},
    syntax::{Page, hull, is_finite, names_holder},
    text::Word,
};

/// Words that may stand between "and" and the verb.
const BETWEEN: &[&str] =
    &["has", "have", "had", "also", "again", "later", "then", "flatly", "firmly", "strongly"];

/// Verbs of what is not done by whoever keeps back.
const SILENCE: &[&str] = &[
    "say",
    "comment",
    "drawn",
    "elaborate",
    "confirm",
    "disclose",
    "discuss",
    "name",
    "specify",
    "explain",
    "identify",
];

/// Words from "would" to such a verb at most: "would not be drawn".
const SILENCE_REACH: usize = 4;

/// Verbs of a speaker within "a storm that it said had cut the line".
const TOLD: &[&str] = &[
    "said", "say", "says", "claimed", "claim", "claims", "believed", "believe", "believes", "alleged",
    "think", "thought",
];

/// Words of that speaker at most.
const LONGEST_HOLDER: usize = 4;

/// Words of a content before the second verb, and after it, at least.
const FEWEST_WORDS: usize = 3;

/// Gives the second verb an attribution of its own.
pub(super) fn with_second(page: &Page<'_>, a: Attribution) -> Vec<Attribution> {
    match second(page, &a) {
        Some((first, cue, content)) => {
            let own = Attribution { cue: Some(cue), content: vec![content], ..a.clone() };
            vec![Attribution { content: vec![first], ..a }, own]
        }
        None => vec![a],
    }
}

/// "blamed a storm that it said had cut the line": what is said of the storm is a statement of its own.
pub(super) fn with_relative(page: &Page<'_>, a: Attribution) -> Vec<Attribution> {
    match relative(page, &a) {
        Some((first, own)) => vec![Attribution { content: vec![first], ..a }, own],
        None => vec![a],
    }
}

/// The content before "that it said", and what was said.
fn relative(page: &Page<'_>, a: &Attribution) -> Option<(Span, Attribution)> {
    let [content] = a.content[..] else { return None };
    let words = page.words(content);
    let at = (1..words.len().saturating_sub(FEWEST_WORDS)).find(|&i| {
        let link = matches!(words[i].text, "that" | "which");
        let verb = (i + 2..words.len().min(i + 2 + LONGEST_HOLDER)).find(|&v| TOLD.contains(&words[v].text));
        link && verb.is_some_and(|v| {
            let said = words.get(v + 1).is_some_and(is_finite);
            said && names_holder(&words[i + 1..v]) && !words[i + 1..v].iter().any(is_finite)
        })
    })?;
    let verb = at + words[at..].iter().position(|w| TOLD.contains(&w.text))?;
    let own = Attribution {
        source: hull(&words[at + 1..verb]),
        cue: Some(words[verb].span),
        content: vec![Span::new(words.get(verb + 1)?.span.start, content.end)],
        score: a.score,
    };
    Some((hull(&words[..at])?, own))
}

/// The first content, the second cue and its content.
fn second(page: &Page<'_>, a: &Attribution) -> Option<(Span, Span, Span)> {
    let ([content], Some(cue), Some(_)) = (&a.content[..], a.cue, a.source) else { return None };
    let words = page.words(*content);
    // Only what is told after the verb goes on with another verb of the speaker.
    (cue.end <= content.start).then_some(())?;
    if let Some(found) = kept_back(words, *content) {
        return Some(found);
    }
    let at = (FEWEST_WORDS..words.len()).find(|&i| is_second(words, i))?;
    let verb = at + 1 + words[at + 1..].iter().take_while(|w| BETWEEN.contains(&w.text)).count();
    let marks = words[..at].iter().filter(|w| matches!(w.text, "\"" | "“" | "”")).count();
    let clause = words[..at].iter().any(is_finite) && marks % 2 == 0;
    let end = if words[at - 1].text == "," { at - 1 } else { at };
    let rest = words.get(verb + 1..).filter(|r| clause && r.len() >= FEWEST_WORDS)?;
    Some((hull(&words[..end])?, hull(&words[at + 1..=verb])?, Span::new(rest[0].span.start, content.end)))
}

/// "…, but would not say who owned it": what the speaker adds is that it keeps something back.
fn kept_back(words: &[Word<'_>], content: Span) -> Option<(Span, Span, Span)> {
    let at = (FEWEST_WORDS..words.len()).find(|&i| {
        let rest = &words[i + 1..];
        let not = |j: usize| rest.get(j).is_some_and(|w| w.text == "not");
        let modal = rest
            .first()
            .is_some_and(|w| matches!(w.text, "would" | "could" | "did" | "does" | "will" | "can"))
            && not(1);
        let refuses =
            rest.first().is_some_and(|w| matches!(w.text, "declined" | "refused" | "declines" | "refuses"));
        matches!(words[i].text, "but" | "and") && (modal || refuses)
    })?;
    let reach = words[at + 1..].iter().take(SILENCE_REACH);
    let verb = reach.enumerate().find(|(_, w)| SILENCE.contains(&w.text)).map(|(i, _)| at + 1 + i)?;
    let clause = words[..at].iter().any(is_finite);
    let link = words.get(verb + 1).filter(|w| matches!(w.text, "on" | "about" | "further"));
    let rest = words.get(verb + 1 + usize::from(link.is_some())..).filter(|r| clause && !r.is_empty())?;
    let end = if words[at - 1].text == "," { at - 1 } else { at };
    Some((hull(&words[..end])?, hull(&words[at + 1..=verb])?, Span::new(rest[0].span.start, content.end)))
}

/// Whether "and" or "but" stands here with a verb after it by which only a speaker can go on.
fn is_second(words: &[Word<'_>], at: usize) -> bool {
    if !matches!(words[at].text, "and" | "but") {
        return false;
    }
    let verb = words[at + 1..].iter().find(|w| !BETWEEN.contains(&w.text));
    verb.is_some_and(|w| {
        let class = classify_listed(w.text);
        let past = w.text.ends_with("ed");
        let speaks =
            matches!(class, Some(CueClass::Deny | CueClass::Doubt | CueClass::Confirm | CueClass::Warn))
                || matches!(
                    w.text,
                    "called" | "described" | "accused" | "blamed" | "insisted" | "stressed" | "argued"
                );
        past && !w.is_capitalised() && speaks
    })
}
