//! The plainest form of all, where the reader marked nothing: "the line counters that he had rested", "another maintained it was
//! ten", "the minister left no doubt: the valve was sound".

use sayso_model::Span;

use super::apart::is_clause;
use crate::{
    syntax::{hull, is_finite, is_telling_verb, names_holder, parts_phrases, subject_before, verb_group},
    text::Word,
};

/// Verbs of saying that stand before "that", beside those of the lexicon.
const BEFORE_THAT: &[&str] = &[
    "counters",
    "countered",
    "retorts",
    "retorted",
    "recalls",
    "recalled",
    "holds",
    "held",
    "learned",
    "learnt",
    "understands",
    "hears",
    "heard",
    "objects",
    "objected",
    "protests",
    "protested",
    "swears",
    "swore",
    "testified",
    "testifies",
    "assures",
    "assured",
    "boasts",
    "boasted",
    "laments",
    "lamented",
    "fears",
    "feared",
    "notes",
    "noted",
    "denies",
    "denied",
    "doubts",
    "doubted",
    "disputes",
    "disputed",
    "admits",
    "admitted",
];

/// Verbs after which a clause stands without "that".
const BARE: &[&str] = &[
    "said",
    "says",
    "say",
    "maintained",
    "maintains",
    "maintain",
    "claimed",
    "claims",
    "claim",
    "insisted",
    "insists",
    "believes",
    "believed",
    "thinks",
    "thought",
    "argues",
    "argued",
    "warned",
    "added",
    "reckons",
    "reckoned",
];

/// What someone is, or leaves, who goes on after a colon.
const BLUNT: &[&str] = &[
    "clear",
    "blunt",
    "adamant",
    "emphatic",
    "categorical",
    "firm",
    "unequivocal",
    "doubt",
    "explanation",
    "version",
    "theory",
    "view",
    "answer",
    "otherwise",
    "differently",
    "bluntly",
    "disagrees",
    "disagreed",
    "further",
    "point",
];

type Found = Option<(Span, Span, Span)>;

/// Someone, a verb of saying and a clause, with nothing before them but a time.
pub(super) fn plain(words: &[Word<'_>]) -> Found {
    (1..words.len())
        .find_map(|verb| told_that(words, verb).or_else(|| told_bare(words, verb)))
        .or_else(|| after_colon(words))
}

/// "The line counters that he had rested."
fn told_that(words: &[Word<'_>], verb: usize) -> Found {
    let tells = is_telling_verb(&words[verb]) || BEFORE_THAT.contains(&words[verb].text);
    words.get(verb + 1).filter(|w| w.text == "that" && tells)?;
    // "a joint report that was handed over": a noun with a clause of its own.
    let surely = BARE.contains(&words[verb].text);
    let rest =
        words.get(verb + 2..).filter(|r| !r.is_empty() && !is_finite(&r[0]) && (surely || is_clause(r)))?;
    let content = until_end(rest)?;
    let subject = subject_of(words, verb)?;
    Some((hull(&words[subject.0..subject.1])?, hull(&words[verb_group(words, verb)..=verb])?, content))
}

/// "Another maintained it was ten."
fn told_bare(words: &[Word<'_>], verb: usize) -> Found {
    BARE.contains(&words[verb].text).then_some(())?;
    let rest = words.get(verb + 1..).filter(|r| is_clause(r) && !r[0].is_mark())?;
    let subject = subject_of(words, verb)?;
    Some((
        hull(&words[subject.0..subject.1])?,
        hull(&words[verb_group(words, verb)..=verb])?,
        until_end(rest)?,
    ))
}

/// The subject of a verb that opens its clause.
fn subject_of(words: &[Word<'_>], verb: usize) -> Option<(usize, usize)> {
    let group = verb_group(words, verb);
    // "could say that", "has yet to say": nothing was said.
    let said = !words[group..verb].iter().any(|w| {
        matches!(
            w.text,
            "could"
                | "may"
                | "might"
                | "must"
                | "should"
                | "can"
                | "not"
                | "never"
                | "be"
                | "been"
                | "was"
                | "were"
        )
    });
    let relative = group
        .checked_sub(2)
        .filter(|&i| words[i].text == "," && matches!(words[i + 1].text, "who" | "which"));
    let subject = subject_before(words, relative.unwrap_or(verb)).filter(|_| said)?;
    let opens = subject.start == 0
        || parts_phrases(&words[subject.start - 1])
        || matches!(words[subject.start - 1].text, "and" | "but" | "while");
    opens.then_some((subject.start, subject.end))
}

/// "The minister left no room for doubt: the valve was sound."
fn after_colon(words: &[Word<'_>]) -> Found {
    let colon = words.iter().position(|w| w.text == ":").filter(|&i| i >= 3)?;
    let (head, rest) = (&words[..colon], &words[colon + 1..]);
    head.last().filter(|w| BLUNT.contains(&w.text))?;
    let quiet = !head.iter().any(|w| parts_phrases(w) && w.text != ",");
    let verb = (1..head.len()).find(|&i| {
        is_finite(&head[i])
            || matches!(
                head[i].text,
                "left" | "leaves" | "sees" | "saw" | "put" | "puts" | "went" | "goes" | "disagrees"
            )
    })?;
    let subject =
        subject_before(words, verb).filter(|s| quiet && names_holder(&words[s.clone()]) && s.start == 0)?;
    let content = until_end(rest).filter(|_| is_clause(rest))?;
    // "left no doubt" doubts nothing: the verb alone is the cue.
    let last = if words[colon - 1].text == "doubt" { verb + 1 } else { colon };
    Some((hull(&words[subject])?, hull(&words[verb..last])?, content))
}

/// The words up to the last that is no mark; three at least.
fn until_end(rest: &[Word<'_>]) -> Option<Span> {
    let end = rest.iter().rposition(|w| !w.is_mark())? + 1;
    (end >= 3).then(|| hull(&rest[..end])).flatten()
}
