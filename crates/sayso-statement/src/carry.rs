//! Carried statements: a sentence without a cue that goes on with the report before it ("Of these, around 3,000 …").

use sayso_model::{Attribution, Span};

use crate::{
    find::first_phrase,
    number::small,
    text::{Word, words},
};

/// How a sentence begins that counts out or continues what was just reported.
const CONTINUATIONS: &[&str] = &[
    "of these",
    "of those",
    "of them",
    "one of them",
    "one of these",
    "some of them",
    "most of them",
    "two of them",
    "three of them",
    "half of them",
    "among them",
    "both of them",
    "none of them",
    "the others",
    "the rest",
    "of the",
    "most of these",
    "most of those",
    "some of these",
    "some of those",
    "several of them",
    "many of them",
    "another",
    "the remaining",
    "the remainder",
    "all of them",
    "all but",
];

/// Openings of [`CONTINUATIONS`] that count out only where a number follows: "of the 57", "another 12".
const BEFORE_NUMBERS: &[&str] = &["of the", "another", "the remaining", "all but"];

/// Cues in the past after which a report goes on in the pluperfect.
const PAST_CUES: &[&str] = &["said", "told", "added", "reported", "wrote", "explained"];

/// Attributions of one sentence at most that are looked at.
const MOST_BEFORE: usize = 8;

/// Words of a sentence within which its "had" or "would" stands.
const SUBJECT_REACH: usize = 8;

/// What a sentence begins with whose first words are no subject: a clause of time, the speaker's own deeds.
const NO_SUBJECTS: &[&str] = &[
    "after", "before", "when", "while", "if", "in", "on", "at", "by", "with", "but", "and", "he", "she",
    "they", "i", "we", "as", "for", "earlier", "last",
];

/// A sentence that goes on with an attribution.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Carried {
    /// The source named before.
    pub source: Span,
    /// The sentence without its final mark.
    pub content: Span,
    /// The score of the attribution that it continues.
    pub score: f32,
}

/// Finds the sentences that follow, in the same paragraph, right after a sentence with an attribution and continue it.
pub(crate) fn carried(
    text: &str,
    sentences: &[Span],
    paragraphs: &[Span],
    attributions: &[Attribution],
) -> Vec<Carried> {
    let attributed = |s: Span| {
        attributions
            .iter()
            .filter(move |a| a.content.iter().any(|c| c.overlaps(s)) || a.cue.is_some_and(|c| c.overlaps(s)))
    };
    let mut out: Vec<Carried> = Vec::new();
    for pair in sentences.windows(2) {
        let [before, this] = [pair[0], pair[1]];
        let opens = counts_out(text, this) || is_told_on(text, before, this, attributions);
        let together = || paragraphs.iter().any(|p| p.contains(before) && p.contains(this));
        if !opens || !together() || attributed(this).next().is_some() {
            continue;
        }
        let from_attribution = attributed(before).filter_map(|a| a.source.map(|s| (s, a.score))).next_back();
        let from_carried = out.last().filter(|c| c.content.overlaps(before)).map(|c| (c.source, c.score));
        if let Some((source, score)) = from_attribution.or(from_carried) {
            out.push(Carried { source, content: without_final_mark(text, this), score });
        }
    }
    out
}

/// Whether the sentence counts out what was just reported.
fn counts_out(text: &str, sentence: Span) -> bool {
    let opening = first_phrase(text, sentence, CONTINUATIONS).filter(|s| s.start == sentence.start);
    opening.is_some_and(|opening| {
        let next = words(Span::new(opening.end, sentence.end).of(text)).first().map(Word::lower);
        let number = next.is_some_and(|n| n.starts_with(|c: char| c.is_ascii_digit()) || small(&n).is_some());
        !BEFORE_NUMBERS.contains(&opening.of(text).to_lowercase().as_str()) || number
    })
}

/// Whether the sentence goes on in the tense of what was just told: "No one had been charged." after "…, she said".
///
/// A newspaper tells in the past; what lies before it, in a sentence of its own after a report, is part of the report.
fn is_told_on(text: &str, before: Span, this: Span, attributions: &[Attribution]) -> bool {
    let told = |a: &Attribution| {
        let cue =
            a.cue.filter(|c| before.contains(*c) && PAST_CUES.contains(&c.of(text).to_lowercase().as_str()));
        let quoted = a.content.iter().any(|c| c.of(text).contains(['"', '“', '”']));
        cue.is_some() && a.source.is_some() && !quoted
    };
    let all = words(this.of(text));
    let subject = all.iter().take(SUBJECT_REACH).take_while(|w| !w.is_mark());
    let had = subject.clone().position(|w| matches!(w.text, "had" | "would"));
    let opened = all.first().is_some_and(|w| NO_SUBJECTS.contains(&w.lower().as_str()));
    // Attributions are in text order; the sentence before holds no more than these.
    let end = attributions.partition_point(|a| a.content.first().is_none_or(|c| c.start < this.start));
    let near = &attributions[end.saturating_sub(MOST_BEFORE)..end];
    had.is_some_and(|i| i > 0) && !opened && near.iter().any(told)
}

fn without_final_mark(text: &str, sentence: Span) -> Span {
    let words = sentence.of(text).trim_end_matches(['.', '!', '?', '…']);
    Span::new(sentence.start, sentence.start + words.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{paragraphs, sentences};
    use sayso_testkit::span;

    fn read(text: &str) -> Vec<&str> {
        let a = Attribution {
            source: Some(span(text, "The agency")),
            cue: Some(span(text, "said")),
            content: vec![span(text, "forty ships left")],
            score: 0.9,
        };
        carried(text, &sentences(text), &paragraphs(text), &[a])
            .into_iter()
            .map(|c| c.content.of(text))
            .collect()
    }

    #[test]
    fn a_sentence_that_counts_out_goes_on_with_the_report() {
        let text = "The agency said forty ships left. Of these, three sank. One of them burned.";
        assert_eq!(read(text), ["Of these, three sank", "One of them burned"]);
    }

    #[test]
    fn a_new_paragraph_or_subject_goes_on_with_nothing() {
        assert!(read("The agency said forty ships left.\n\nOf these, three sank.").is_empty());
        assert!(read("The agency said forty ships left. The sea was calm.").is_empty());
    }
}
