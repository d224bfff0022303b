//! Carried statements: a sentence without a cue that goes on with the report before it ("Of these, around 3,000 …").

use sayso_model::{Attribution, Span};

use crate::find::first_phrase;

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
        let opens = first_phrase(text, this, CONTINUATIONS).is_some_and(|s| s.start == this.start);
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
