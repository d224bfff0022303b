//! Does an outlet say that it corrects or withdraws what it wrote?
//!
//! Two forms count. A *label* begins a paragraph: "Correction:", "CORRECTION (5 March):", "Retraction –". Or a *sentence* speaks of the
//! outlet's own piece and of what was done to it: "An earlier version of this article misstated …", "This story has been withdrawn".
//! "This article has been updated" is neither: news is updated all day. The phrases are those of English-language outlets.

use sayso_model::Span;

/// What a notice does to what was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CorrectionKind {
    /// Something was wrong and is put right.
    Correction,
    /// The whole is taken back.
    Retraction,
}

use CorrectionKind::{Correction, Retraction};

/// What begins a paragraph, before a colon, a dash, a bar, a bracket or, with a date and a colon behind it, a comma.
const LABELS: [(&str, CorrectionKind); 11] = [
    ("correction", Correction),
    ("corrections", Correction),
    ("corrected", Correction),
    ("clarification", Correction),
    ("correction and clarification", Correction),
    ("corrections and clarifications", Correction),
    ("editor's correction", Correction),
    ("erratum", Correction),
    ("retraction", Retraction),
    ("retracted", Retraction),
    ("withdrawn", Retraction),
];

/// How an outlet speaks of its own piece.
const OWN: [&str; 13] = [
    "this article",
    "this story",
    "this report",
    "this piece",
    "this item",
    "this headline",
    "this dispatch",
    "our article",
    "our story",
    "our earlier report",
    "our earlier article",
    "an earlier report by this",
    "the article has",
];

/// How it speaks of what its piece was before; where it says of what, that must be its piece: an "earlier version of the bill" is not.
const VERSIONS: [&str; 5] =
    ["earlier version", "previous version", "original version", "earlier headline", "previous headline"];

/// What stands after "of" where the version is one of the outlet's own piece.
const OF_OWN: [&str; 8] =
    ["this ", "our ", "the article", "the story", "the report", "the headline", "the piece", "the page"];

/// What an outlet takes back in its own name; what else is withdrawn or removed are troops, mines and charges.
const PIECES: [&str; 12] = [
    "article",
    "story",
    "report",
    "passage",
    "sentence",
    "paragraph",
    "headline",
    "photo",
    "picture",
    "image",
    "quote",
    "video",
];

/// What an outlet says was done to its piece, or was wrong with it.
const DEEDS: [(&str, CorrectionKind); 33] = [
    ("been amended", Correction),
    ("was amended", Correction),
    ("been corrected", Correction),
    ("was corrected", Correction),
    ("has corrected", Correction),
    ("amended to", Correction),
    ("updated to correct", Correction),
    ("updated to clarify", Correction),
    ("changed to correct", Correction),
    ("changed to clarify", Correction),
    ("been clarified", Correction),
    ("misstated", Correction),
    ("misspelled", Correction),
    ("misidentified", Correction),
    ("misquoted", Correction),
    ("misattributed", Correction),
    ("incorrectly", Correction),
    ("wrongly", Correction),
    ("mistakenly", Correction),
    ("erroneously", Correction),
    ("inaccurately", Correction),
    ("was wrong", Correction),
    ("in error", Correction),
    ("gave the wrong", Correction),
    ("been retracted", Retraction),
    ("was retracted", Retraction),
    ("been withdrawn", Retraction),
    ("was withdrawn", Retraction),
    ("been removed", Retraction),
    ("was removed", Retraction),
    ("been taken down", Retraction),
    ("was taken down", Retraction),
    ("been deleted", Retraction),
];

/// What an outlet says in its own name without saying of what.
const REGRETS: [&str; 3] =
    ["we regret the error", "we apologise for the error", "we apologize for the error"];

/// What it says in its own name of its pieces.
const IN_OWN_NAME: [(&str, CorrectionKind); 6] = [
    ("we have corrected", Correction),
    ("we have amended", Correction),
    ("we retract", Retraction),
    ("we have retracted", Retraction),
    ("we have withdrawn", Retraction),
    ("we have removed", Retraction),
];

/// The first notice in a text whose words overlap one of the stretches: its sentence or labelled paragraph.
pub(crate) fn notice_within(text: &str, stretches: &[Span]) -> Option<(Span, CorrectionKind)> {
    let is_new = |span: Span| stretches.iter().any(|stretch| stretch.overlaps(span));
    paragraphs(text).find_map(|paragraph| {
        if let Some(kind) = label(paragraph.of(text)).filter(|_| is_new(paragraph)) {
            return Some((paragraph, kind));
        }
        sentences(text, paragraph).find_map(|sentence| {
            let kind = spoken(&sentence.of(text).to_lowercase()).filter(|_| is_new(sentence))?;
            // What stands in quotation marks somebody else says.
            let before = text.get(paragraph.start..sentence.start).unwrap_or("");
            (!opens_quotation(before) && !sentence.of(text).starts_with(QUOTES)).then_some((sentence, kind))
        })
    })
}

/// The first notice in a text that corrects or withdraws what the outlet wrote: its words and what it does.
///
/// ```
/// use sayso_claim::{CorrectionKind, correction_notice};
/// let text = "The pier stands.\nAn earlier version of this article wrongly said that it fell.";
/// let (words, kind) = correction_notice(text).unwrap();
/// assert!(words.of(text).starts_with("An earlier version"));
/// assert_eq!(kind, CorrectionKind::Correction);
/// assert_eq!(correction_notice("The minister said the figures were corrected."), None);
/// ```
pub fn correction_notice(text: &str) -> Option<(Span, CorrectionKind)> {
    notice_within(text, &[Span::new(0, text.len())])
}

/// What a paragraph, or a headline, that begins with a label does.
pub(crate) fn label(paragraph: &str) -> Option<CorrectionKind> {
    let start: String =
        paragraph.trim_start().chars().take(60).collect::<String>().to_lowercase().replace('’', "'");
    let mut found = LABELS.iter().filter_map(|(label, kind)| {
        let rest = start.strip_prefix(label)?.trim_start();
        let ends = rest.starts_with([':', '-', '–', '—', '(', '[', '|']) || rest.starts_with(", ");
        // A date may stand between label and colon, and nothing else may follow a comma.
        let dated = !rest.starts_with(", ") || rest.contains(':');
        (ends && dated).then_some(*kind)
    });
    found.next()
}

/// What a sentence in lower case says that the outlet did.
fn spoken(sentence: &str) -> Option<CorrectionKind> {
    let first = |list: &[(&str, CorrectionKind)]| {
        list.iter().filter(|(words, _)| sentence.contains(words)).map(|(_, kind)| *kind).max()
    };
    if SOMEBODY_SAID.iter().any(|end| sentence.ends_with(end)) {
        return None;
    }
    if REGRETS.iter().any(|regret| sentence.contains(regret)) {
        return Some(Correction);
    }
    let own_piece = OWN.iter().any(|own| sentence.contains(own)) || has_own_version(sentence);
    let of_pieces = PIECES.iter().any(|piece| sentence.contains(piece));
    first(&IN_OWN_NAME).filter(|_| of_pieces).or_else(|| first(&DEEDS).filter(|_| own_piece))
}

/// How a sentence ends that somebody other than the outlet says.
const SOMEBODY_SAID: [&str; 4] = [" she said.", " he said.", " they said.", " it said."];

/// What begins a quotation.
const QUOTES: [char; 3] = ['“', '"', '‘'];

/// Whether a quotation that begins in the words has not ended in them.
fn opens_quotation(words: &str) -> bool {
    let count = |mark: char| words.matches(mark).count();
    count('“') > count('”') || count('"') % 2 == 1
}

/// Whether a sentence speaks of an earlier version of the outlet's own piece.
fn has_own_version(sentence: &str) -> bool {
    VERSIONS.iter().any(|version| {
        sentence.match_indices(version).any(|(at, found)| {
            let of = sentence[at + found.len()..].strip_prefix(" of ");
            of.is_none_or(|of| OF_OWN.iter().any(|own| of.starts_with(own)))
        })
    })
}

fn paragraphs(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut start = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let span = Span::new(start, start + line.len()).trimmed(text);
        start += line.len();
        (!span.is_empty()).then_some(span)
    })
}

/// The sentences of a paragraph, as far as stops tell.
fn sentences(text: &str, paragraph: Span) -> impl Iterator<Item = Span> + '_ {
    let words = paragraph.of(text);
    let mut start = 0;
    let ends = words.match_indices(['.', '!', '?']).map(|(at, _)| at + 1);
    let ends = ends.filter(|end| words[*end..].starts_with(char::is_whitespace)).chain([words.len()]);
    ends.map(move |end| {
        let span = Span::new(paragraph.start + start, paragraph.start + end).trimmed(text);
        start = end;
        span
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(text: &str) -> Option<CorrectionKind> {
        correction_notice(text).map(|(_, kind)| kind)
    }

    #[test]
    fn labels_and_sentences_about_the_outlets_own_piece_are_notices() {
        for text in [
            "Correction: the pier stands.",
            "CORRECTION (5 March): the pier stands.",
            "Correction, 5 March: the pier stands.",
            "Clarification – the pier stands.",
            "This article has been amended to say that the pier stands.",
            "This article was amended on 5 March. The pier stands.",
            "An earlier version of this story misstated the number of boats.",
            "An earlier version incorrectly gave the name of the port.",
            "We regret the error.",
        ] {
            assert_eq!(kind(text), Some(Correction), "{text}");
        }
        for text in [
            "Retraction: the report could not be borne out.",
            "This story has been withdrawn.",
            "We have removed the passage about the pier.",
            "This article has been corrected and the headline, we have withdrawn it.",
        ] {
            assert_eq!(kind(text), Some(Retraction), "{text}");
        }
    }

    #[test]
    fn news_about_corrections_and_updates_is_none() {
        for text in [
            "This article has been updated.",
            "Corrections officers walked out on Tuesday.",
            "Correction of the river's course begins in May.",
            "The ministry corrected its figures and withdrew the report.",
            "Berg said the earlier figure was wrong.",
            "The barrels were removed from the pier.",
            "The journal retracted the study.",
            "“We have withdrawn from the town,” the general said.",
            "“The village is empty. We have removed the mines from this report's pages,” he said.",
            "We have removed the mines.",
            "An earlier version of the bill was withdrawn in May.",
            "This article was removed by the platform, she said.",
            "“This report fails to clarify who gave the order,” the opposition said.",
            "This report fails to clarify who gave the order.",
            "",
        ] {
            assert_eq!(kind(text), None, "{text}");
        }
    }

    #[test]
    fn only_what_is_new_counts_where_that_is_asked() {
        let text = "Correction: the pier stands.\nThe boats are lost.";
        assert!(notice_within(text, &[Span::new(30, 40)]).is_none());
        assert!(notice_within(text, &[Span::new(5, 6)]).is_some());
    }
}
