//! What the reader's flat attributions leave out: the holder behind a medium that cites, claims within claims, and two
//! propositions under one verb.
//!
//! The reader marks each word once, so of "the paper reported, citing two officials" it can say that the paper cites, but not
//! that the officials hold what the paper reports. These rules work on words and spans alone.

use sayso_model::{Attribution, Span};

use crate::{
    actor::nouns::{Noun, is},
    cue::{CueClass, classify},
    text::{Word, sentence_at, words},
};

/// Cues whose content is a holder, not a proposition.
const CITING: &[&str] = &["citing", "cites", "cited", "quoting"];
/// Nouns of a claim that someone else makes: "Moscow's claim that …".
const CLAIM_NOUNS: &[&str] = &[
    "claim",
    "claims",
    "allegation",
    "allegations",
    "accusation",
    "accusations",
    "assertion",
    "assertions",
    "charge",
    "charges",
    "report",
    "reports",
    "statement",
    "statements",
    "suggestion",
    "suggestions",
];
/// Verbs of such a claim: "what Moscow claims: that …".
const CLAIM_VERBS: &[&str] =
    &["claims", "claimed", "says", "said", "alleges", "alleged", "writes", "wrote", "asserts", "asserted"];
/// Parts of a content with fewer words than this are no propositions of their own.
const FEWEST_WORDS: usize = 3;

/// Applies the rules in turn. The result is in text order; attributions without content are left out.
pub(crate) fn refine(text: &str, sentences: &[Span], read: &[Attribution]) -> Vec<Attribution> {
    let mut out = holders(text, sentences, read);
    out.retain(|a| !is_empty(text, a));
    out = out.into_iter().flat_map(|a| with_nested(text, a)).collect();
    out.into_iter().flat_map(|a| propositions(text, a)).collect()
}

/// Whether the content holds no word that says anything: "that" alone.
fn is_empty(text: &str, a: &Attribution) -> bool {
    a.content.iter().all(|c| matches!(c.of(text).trim().to_lowercase().as_str(), "" | "that" | "what" | "it"))
}

/// "the paper reported, citing two officials": the officials hold what the paper reports. The attribution that cites goes, and
/// the holder takes the source's place, unless what is cited is a medium too (a name alone, credited elsewhere).
fn holders(text: &str, sentences: &[Span], read: &[Attribution]) -> Vec<Attribution> {
    let mut out: Vec<Attribution> = read.to_vec();
    let mut gone = vec![false; read.len()];
    for (i, citing) in read.iter().enumerate() {
        let (Some(cue), [holder]) = (citing.cue, &citing.content[..]) else { continue };
        if !CITING.contains(&cue.of(text).trim().to_lowercase().as_str()) || !names_people(text, *holder) {
            continue;
        }
        let sentence = sentence_at(sentences, cue.start);
        let told = (0..read.len()).filter(|&j| {
            j != i
                && read[j].cue.is_some()
                && read[j].cue.and_then(|c| sentence_at(sentences, c.start)) == sentence
        });
        if let Some(j) = told.min_by_key(|&j| read[j].cue.map_or(usize::MAX, |c| c.gap(cue))) {
            out[j].source = Some(*holder);
            gone[i] = true;
        }
    }
    out.into_iter().zip(gone).filter(|(_, gone)| !gone).map(|(a, _)| a).collect()
}

/// Whether a noun phrase names people who can hold something: officials, sources, people, someone with a title.
fn names_people(text: &str, span: Span) -> bool {
    words(span.of(text)).iter().any(|w| {
        let lower = w.lower();
        is(&lower, Noun::Anonymous) || is(&lower, Noun::Spokesperson) || is(&lower, Noun::Title)
    })
}

/// A denied or doubted content that reports someone's claim gives that claim as an attribution of its own.
fn with_nested(text: &str, a: Attribution) -> Vec<Attribution> {
    let objects = matches!(a.cue.and_then(|c| classify(c.of(text))), Some(CueClass::Deny | CueClass::Doubt));
    let nested = a.content.iter().find_map(|c| nested(text, *c, a.score)).filter(|_| objects);
    std::iter::once(a).chain(nested).collect()
}

/// "what Moscow claims: that X", "Moscow's false claims that X", "the claims by Moscow that X".
fn nested(text: &str, content: Span, score: f32) -> Option<Attribution> {
    let all = words(content.of(text));
    let at = |w: &Word<'_>| w.span.shifted(content.start);
    let that = all.iter().position(|w| w.text == "that")?;
    let rest = Span::new(at(all.get(that + 1)?).start, content.end);
    let head = &all[..that];
    let verb = head.iter().position(|w| CLAIM_VERBS.contains(&w.lower().as_str()));
    let noun = head.iter().position(|w| CLAIM_NOUNS.contains(&w.lower().as_str()));
    let (cue, source) = match (verb, noun) {
        (Some(v), _) if head.first().is_some_and(|w| w.lower() == "what") && v > 1 => (v, &head[1..v]),
        (_, Some(n)) => (n, holder_of(head, n)?),
        _ => return None,
    };
    let source = at(source.first()?).hull(at(source.last()?));
    Some(Attribution { source: Some(source), cue: Some(at(&head[cue])), content: vec![rest], score })
}

/// Whose claim it is: the words before a possessive, or after "by".
fn holder_of<'a, 'w>(head: &'a [Word<'w>], noun: usize) -> Option<&'a [Word<'w>]> {
    if let Some(mark) = head[..noun].iter().position(|w| matches!(w.text, "'" | "’")) {
        return (mark > 0).then(|| &head[..mark]);
    }
    let by = head[noun..].iter().position(|w| w.text == "by")? + noun;
    (by + 1 < head.len()).then(|| &head[by + 1..])
}

/// "that A and that B" are two propositions; a content in several parts stays one.
fn propositions(text: &str, a: Attribution) -> Vec<Attribution> {
    let mut out = Vec::new();
    let mut rest = a;
    while let Some((first, after)) = first_of_two(text, &rest) {
        out.push(Attribution { content: vec![first], ..rest.clone() });
        rest.content = vec![after];
    }
    out.push(rest);
    out
}

/// The first proposition of a content in one part, and what comes after it; `None` where there is but one.
fn first_of_two(text: &str, a: &Attribution) -> Option<(Span, Span)> {
    let [content] = a.content[..] else { return None };
    let body = content.of(text);
    let cut = body
        .match_indices(" and that ")
        .find(|(i, m)| enough(&body[..*i]) && enough(&body[i + m.len()..]) && !inside_quotation(body, *i));
    let (i, _) = cut?;
    let first = Span::new(content.start, content.start + i).trimmed(text);
    let second = Span::new(content.start + i + " and ".len(), content.end).trimmed(text);
    Some((first, second))
}

fn enough(part: &str) -> bool {
    part.split_whitespace().nth(FEWEST_WORDS - 1).is_some()
}

/// Whether an odd number of quotation marks stands before byte `at`.
fn inside_quotation(body: &str, at: usize) -> bool {
    body[..at].chars().filter(|c| matches!(c, '"' | '“' | '”')).count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::sentences;
    use sayso_testkit::span;

    fn attribution(text: &str, source: &str, cue: &str, content: &str) -> Attribution {
        let place = |w: &str| (!w.is_empty()).then(|| span(text, w));
        Attribution {
            source: place(source),
            cue: place(cue),
            content: place(content).into_iter().collect(),
            score: 1.0,
        }
    }

    fn read(text: &str, attributions: &[Attribution]) -> Vec<(String, String)> {
        refine(text, &sentences(text), attributions)
            .into_iter()
            .map(|a| {
                (a.source.map_or(String::new(), |s| s.of(text).to_owned()), a.content[0].of(text).to_owned())
            })
            .collect()
    }

    #[test]
    fn whom_a_medium_cites_holds_what_it_reports() {
        let text = "The pier fell, the Quay Post reported, citing two officials.";
        let a = [
            attribution(text, "the Quay Post", "reported", "The pier fell"),
            attribution(text, "the Quay Post", "citing", "two officials"),
        ];
        assert_eq!(read(text, &a), [("two officials".into(), "The pier fell".into())]);
    }

    #[test]
    fn a_denied_claim_is_a_statement_of_whoever_makes_it() {
        let text = "Aldoria denied what Brenn claims: that its navy sank the ship.";
        let a = [attribution(text, "Aldoria", "denied", "what Brenn claims: that its navy sank the ship")];
        assert_eq!(read(text, &a)[1], ("Brenn".into(), "its navy sank the ship".into()));
        let text = "Aldoria rejected Brenn's false claims that its navy sank the ship.";
        let a =
            [attribution(text, "Aldoria", "rejected", "Brenn's false claims that its navy sank the ship")];
        assert_eq!(read(text, &a)[1], ("Brenn".into(), "its navy sank the ship".into()));
    }

    #[test]
    fn two_propositions_under_one_verb_are_two() {
        let text = "She said that the pier was old and that nobody was hurt.";
        let a = [attribution(text, "She", "said", "that the pier was old and that nobody was hurt")];
        assert_eq!(
            read(text, &a).iter().map(|r| r.1.as_str()).collect::<Vec<_>>(),
            ["that the pier was old", "that nobody was hurt"]
        );
    }

    #[test]
    fn a_content_without_words_is_left_out() {
        let text = "She said that.";
        assert!(read(text, &[attribution(text, "She", "said", "that")]).is_empty());
    }
}
