//! What the reader marked and is no statement: a wish, a question that is put to someone, what readers remember, and words that
//! attribute nothing to nobody.

use sayso_model::Attribution;

use crate::{
    cue::{classify, classify_listed},
    own_voice::is_own,
    syntax::Page,
    text::words,
};

/// What those say who want to stay unnamed.
const UNNAMED: &[&str] = &[
    "to be named",
    "be named",
    "to be identified",
    "be identified",
    "to be quoted",
    "be quoted by name",
    "remain anonymous",
    "remain unnamed",
    "stay anonymous",
    "stay unnamed",
    "anonymity",
    "her name",
    "his name",
    "their names",
    "not be used",
    "be disclosed",
];

/// Verbs with which they ask for it.
const ASKING: &[&str] = &[
    "ask",
    "asked",
    "asks",
    "asking",
    "want",
    "wanted",
    "wants",
    "wish",
    "wished",
    "wishes",
    "prefer",
    "preferred",
    "request",
    "requested",
    "insisted",
    "spoke",
    "speak",
    "declined",
    "demanded",
    "begged",
];

/// Verbs of wishing: an attitude, not a claim.
const WISHING: &[&str] = &["want", "wants", "wanted", "wanting", "wish", "wishes", "wished"];

/// What those do not wish to do who keep back: "did not wish to be drawn on that".
const SILENCE: &[&str] = &["comment", "drawn", "discuss", "speak", "talk", "say", "answer", "speculate"];

/// What a question to someone begins with.
const QUESTIONS: &[&str] = &["asked", "pressed", "questioned", "quizzed", "challenged"];

/// What follows it.
const QUESTION_WORDS: &[&str] = &[
    "about", "for", "whether", "why", "how", "if", "what", "which", "when", "who", "where", "on", "by", "to",
];

/// Whether the attribution reports no claim of anyone.
pub(super) fn is_no_statement(page: &Page<'_>, a: &Attribution) -> bool {
    let Some(cue) = a.cue else { return a.source.is_none() };
    let cue_words: Vec<String> = words(cue.of(page.text)).iter().map(|w| w.lower()).collect();
    let cue_has = |list: &[&str]| cue_words.iter().any(|w| list.contains(&w.as_str()));
    let content = a.content.iter().map(|c| c.of(page.text)).collect::<Vec<_>>().join(" ").to_lowercase();
    let all = format!("{} {content}", cue_words.join(" "));
    let unnamed = cue_has(ASKING) && UNNAMED.iter().any(|u| all.contains(u));
    let question = a.source.is_none()
        && cue_words.first().is_some_and(|w| QUESTIONS.contains(&w.as_str()))
        && words(&all).get(1).is_some_and(|w| QUESTION_WORDS.contains(&w.text));
    let memory = cue_has(&["will"]) && cue_has(&["remember", "recall", "know"]);
    let likes = cue_words.iter().any(|w| w == "like") && cue_has(&["would", "'d"]);
    let silent = SILENCE.iter().any(|s| all.split(' ').any(|w| w == *s));
    let wish =
        (likes || cue_has(WISHING)) && !silent && !cue_words.iter().any(|w| classify_listed(w).is_some());
    // Neither a speaker nor a word that attributes: on PolNeAR dev 18 of 103 whose cue the lexicon lacks were right.
    let nobody = a.source.is_none() && classify(cue.of(page.text)).is_none() && !is_own(page.text, a);
    unnamed || question || memory || wish || nobody
}
