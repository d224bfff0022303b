//! The little grammar that attribution rules need: the words of a sentence, where its clauses part, and the noun phrase that is
//! the subject of a verb.
//!
//! Nothing here parses: each rule looks at a few words and gives up where they are not plain.

use std::ops::Range;

use sayso_model::Span;

use crate::{
    actor::nouns::{Noun, is},
    calendar::is_full_name,
    country::lookup,
    cue::{CueClass, classify_listed},
    speakers::PEOPLE,
    text::{Word, sentence_at, words},
};

/// Verbs that stand before another verb.
const AUXILIARIES: &[&str] = &[
    "has", "have", "had", "is", "are", "was", "were", "be", "been", "will", "would", "did", "does", "do",
    "can", "could", "may", "might", "must", "should", "not", "n't", "never", "cannot",
];

/// Adverbs that stand between a subject and its verb and do not end in "-ly".
const ADVERBS: &[&str] = &[
    "also", "later", "now", "then", "again", "already", "often", "always", "thus", "too", "so", "far",
    "still", "just", "even",
];

/// Words that open a clause, so that no noun phrase goes on across them.
const CLAUSE_OPENERS: &[&str] = &[
    "that", "which", "who", "whom", "while", "because", "but", "when", "if", "as", "although", "though",
    "whether", "what", "since", "after", "before", "until", "where", "than",
];

/// Words that open a sentence before its subject and belong to no noun phrase.
const LEADING: &[&str] =
    &["and", "but", "so", "yet", "still", "meanwhile", "earlier", "later", "then", "however"];

/// Prepositions that may open a time before the subject: "On Monday", "In February".
const TIME_PREPOSITIONS: &[&str] = &["on", "in", "by", "at"];

/// Units of "a month earlier", "last week", without their plural "s".
const TIME_UNITS: &[&str] = &[
    "minute", "hour", "day", "night", "week", "month", "year", "decade", "morning", "evening", "summer",
    "winter",
];

/// Words of "two and a half months" at most.
const TIME_REACH: usize = 5;

/// Pronouns that can be the subject of an attributing verb.
const PRONOUNS: &[&str] = &["he", "she", "they", "it", "we", "i"];

/// Words of a noun phrase at most; longer stretches before a verb are clauses.
const LONGEST_SUBJECT: usize = 16;

/// Words and marks of a sentence at most: the longest of the sentences on which the rules were tried has 120.
const LONGEST_SENTENCE: usize = 160;

/// A text with its words and sentences, split once for all rules.
pub(crate) struct Page<'a> {
    pub text: &'a str,
    pub sentences: &'a [Span],
    words: Vec<Word<'a>>,
}

impl<'a> Page<'a> {
    pub fn of(text: &'a str, sentences: &'a [Span]) -> Self {
        Self { text, sentences, words: words(text) }
    }

    /// The sentence that holds byte `at`, with its words: none where it is so long that it is no prose. The rules look through a
    /// sentence several times, so the bound keeps the work in proportion to the text.
    pub fn sentence(&self, at: usize) -> Option<(Span, &[Word<'a>])> {
        let sentence = sentence_at(self.sentences, at)?;
        let words = self.words(sentence);
        (words.len() <= LONGEST_SENTENCE).then_some((sentence, words))
    }

    /// The words that begin within `span`.
    pub fn words(&self, span: Span) -> &[Word<'a>] {
        let from = self.words.partition_point(|w| w.span.start < span.start);
        let to = self.words.partition_point(|w| w.span.start < span.end);
        &self.words[from..to.max(from)]
    }
}

/// The span from the first to the last of these words.
pub(crate) fn hull(words: &[Word<'_>]) -> Option<Span> {
    Some(words.first()?.span.hull(words.last()?.span))
}

/// Whether the word is a comma, a dash, a bracket, a quotation mark or the like that parts phrases.
pub(crate) fn parts_phrases(word: &Word<'_>) -> bool {
    word.is_mark() && !matches!(word.text, "'" | "’" | "$" | "€" | "£" | "%" | "." | "-" | "&")
}

/// Whether the word surely is a finite verb: an auxiliary, or a past form of the cue lexicon.
pub(crate) fn is_finite(word: &Word<'_>) -> bool {
    let lower = word.lower();
    AUXILIARIES.contains(&lower.as_str())
        && !matches!(lower.as_str(), "may" | "might" if word.is_capitalised())
        || !word.is_capitalised()
            && (lower.ends_with("ed") || lower == "said" || lower == "says")
            && classify_listed(&lower).is_some()
}

/// Whether the word names a day or a month.
pub(crate) fn is_calendar(word: &Word<'_>) -> bool {
    let lower = word.lower();
    word.is_capitalised() && (is_full_name(&lower) || matches!(lower.as_str(), "yesterday" | "today"))
}

/// Whether the word can stand between subject and verb.
fn stands_before_verb(word: &Word<'_>) -> bool {
    let lower = word.lower();
    AUXILIARIES.contains(&lower.as_str())
        || ADVERBS.contains(&lower.as_str())
        || lower.ends_with("ly") && !word.is_capitalised() && lower.len() > 4
}

/// Where the verb group that ends in the word at `verb` begins: "has flatly" before "rejected" belongs to it.
pub(crate) fn verb_group(words: &[Word<'_>], verb: usize) -> usize {
    let mut start = verb;
    while start > 0 && stands_before_verb(&words[start - 1]) {
        start -= 1;
    }
    start
}

/// The subject of the verb at `verb`: the noun phrase right before its verb group, an apposition between commas left out.
///
/// `None` where what stands there is no plain noun phrase that names someone who can speak.
pub(crate) fn subject_before(words: &[Word<'_>], verb: usize) -> Option<Range<usize>> {
    let end = before_apposition(words, before_bracket(words, verb_group(words, verb)));
    let mut start = end;
    while start > 0 && (!opens_clause(&words[start - 1]) || goes_on_a_list(words, start, end)) {
        start -= 1;
    }
    while start < end && LEADING.contains(&words[start].lower().as_str()) {
        start += 1;
    }
    start += time_before(&words[start..end]);
    if start + 2 < end
        && TIME_PREPOSITIONS.contains(&words[start].lower().as_str())
        && is_calendar(&words[start + 1])
    {
        start += 2;
        start += words[start..end].iter().take_while(|w| w.text.chars().all(|c| c.is_ascii_digit())).count();
    }
    let plain = end - start <= LONGEST_SUBJECT && !words[start..end].iter().any(is_finite);
    (plain && names_holder(&words[start..end])).then_some(start..end)
}

/// How many words say when before the subject: "A month earlier Brenn", "last week the port".
fn time_before(words: &[Word<'_>]) -> usize {
    let unit = |w: &Word<'_>| TIME_UNITS.contains(&w.lower().trim_end_matches('s'));
    let relative = |w: &Word<'_>| matches!(w.text, "earlier" | "later" | "ago" | "before");
    let counted = words.windows(2).take(TIME_REACH).position(|w| unit(&w[0]) && relative(&w[1]));
    if let Some(i) = counted.filter(|i| i + 2 < words.len()) {
        return i + 2;
    }
    match words {
        [last, time, _, ..] if matches!(last.lower().as_str(), "last" | "this" | "next") && unit(time) => 2,
        _ => 0,
    }
}

/// The end of the noun phrase before an acronym in brackets that ends at `end`: "the Tide Institute (TIN) said".
fn before_bracket(words: &[Word<'_>], end: usize) -> usize {
    match &words[..end] {
        [.., open, _, close] if open.text == "(" && close.text == ")" => end - 3,
        _ => end,
    }
}

/// Whether the comma before `start` parts the members of a list of names: "Sweden, Denmark and Germany".
fn goes_on_a_list(words: &[Word<'_>], start: usize, end: usize) -> bool {
    let name = |w: &Word<'_>| w.is_capitalised() && !is_calendar(w);
    let state = |w: &Word<'_>| name(w) && lookup(w.text).is_some();
    words[start - 1].text == ","
        && start >= 2
        && state(&words[start - 2])
        && words.get(start).is_some_and(state)
        && words[start..end].iter().any(|w| w.text == "and")
}

/// The end of the noun phrase before an apposition that ends at `end`: "Otto Brandt, director of the institute, said".
fn before_apposition(words: &[Word<'_>], end: usize) -> usize {
    if end == 0 || words[end - 1].text != "," {
        return end;
    }
    let inner = words[..end - 1].iter().rposition(parts_phrases);
    match inner {
        Some(comma) if words[comma].text == "," && is_apposition(&words[comma + 1..end - 1]) => comma,
        _ => end,
    }
}

/// Whether the words between two commas only say more of the noun before: no verb, or a clause with "who".
fn is_apposition(words: &[Word<'_>]) -> bool {
    words.first().is_some_and(|w| matches!(w.text, "who" | "which" | "whose")) || !words.iter().any(is_finite)
}

/// Whether no noun phrase goes on across this word.
fn opens_clause(word: &Word<'_>) -> bool {
    parts_phrases(word) || CLAUSE_OPENERS.contains(&word.lower().as_str())
}

/// Whether a noun phrase can name someone who speaks: a name, a pronoun, or a noun for people and bodies.
pub(crate) fn names_holder(phrase: &[Word<'_>]) -> bool {
    let Some(first) = phrase.first() else { return false };
    if phrase.len() == 1 && PRONOUNS.contains(&first.lower().as_str()) {
        return true;
    }
    let alone = ["another", "others", "some", "many", "several", "most", "both", "one", "neither", "none"];
    if phrase.len() == 1 && alone.contains(&first.lower().as_str()) {
        return true;
    }
    let last = &phrase[phrase.len() - 1];
    // "Brenn's" owns what the phrase leaves out.
    let owns = last.text == "s" && phrase.len() > 1 && phrase[phrase.len() - 2].is_mark();
    if last.is_mark()
        || owns
        || ["the", "a", "an", "of", "to", "in", "by", "and", "or", "with"].contains(&last.text)
    {
        return false;
    }
    // A preposition opens a place or a time, not someone: "In Brenn", "At the port".
    if ["in", "at", "on", "by", "for", "from", "with", "under", "of", "to"].contains(&first.lower().as_str())
    {
        return false;
    }
    // Who speaks stands before the first preposition: "the inquiries in Denmark" name nobody.
    let places = ["in", "at", "on", "for", "from", "with", "into", "about", "over"];
    let head = phrase.iter().position(|w| places.contains(&w.text)).unwrap_or(phrase.len());
    phrase[..head].iter().enumerate().any(|(i, w)| {
        let lower = w.lower();
        let name = w.is_capitalised()
            && (i > 0 || lookup(w.text).is_some() || !is_common(&lower))
            && !is_calendar(w);
        name || is_holder_noun(&lower)
    })
}

/// Nouns for whoever can hold a content.
pub(crate) fn is_holder_noun(lower: &str) -> bool {
    PEOPLE.contains(&lower)
        || [
            Noun::Organization,
            Noun::Publisher,
            Noun::Report,
            Noun::Spokesperson,
            Noun::Anonymous,
            Noun::Government,
            Noun::Title,
            Noun::Head,
        ]
        .iter()
        .any(|&noun| is(lower, noun))
}

/// Capitalised only because a sentence begins with it.
fn is_common(lower: &str) -> bool {
    [
        "the", "a", "an", "this", "that", "these", "those", "there", "no", "some", "one", "its", "his",
        "her", "their",
    ]
    .contains(&lower)
}

/// Whether the word is a finite verb of saying, finding or holding true: no "-ing", no noun in "-tion".
pub(crate) fn is_telling_verb(word: &Word<'_>) -> bool {
    let lower = word.lower();
    // "in his home state": far more often a noun.
    if word.is_capitalised()
        || lower == "state"
        || lower.ends_with("ing")
        || lower.ends_with("ion")
        || lower.ends_with("ly")
    {
        return false;
    }
    matches!(
        classify_listed(&lower),
        Some(
            CueClass::Assert
                | CueClass::Report
                | CueClass::Confirm
                | CueClass::Estimate
                | CueClass::Believe
                | CueClass::Suggest
                | CueClass::Allege
                | CueClass::Warn
        )
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn subject(text: &str, verb: &str) -> Option<String> {
        let all = words(text);
        let at = all.iter().position(|w| w.text == verb)?;
        let found = subject_before(&all, at)?;
        hull(&all[found]).map(|s| s.of(text).to_owned())
    }

    #[test]
    fn the_subject_stands_before_the_verb_group() {
        assert_eq!(
            subject("On Monday the port has flatly denied it.", "denied").as_deref(),
            Some("the port")
        );
        assert_eq!(subject("It fell, Otto Brandt, a diver, said.", "said").as_deref(), Some("Otto Brandt"));
        assert_eq!(
            subject("It fell, but the mayor of Brenn said no.", "said").as_deref(),
            Some("the mayor of Brenn")
        );
    }

    #[test]
    fn what_names_nobody_is_no_subject() {
        assert_eq!(subject("The pier that fell was rotten, said he.", "said"), None);
        assert_eq!(subject("In the harbour said he.", "said"), None);
        assert_eq!(subject("the wood reported rotten.", "reported"), None);
    }
}
