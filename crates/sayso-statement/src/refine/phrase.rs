//! Phrases that attribute without a verb: "according to the port", "by the port's reckoning", "in her view".

use sayso_model::Span;

use crate::{
    actor::nouns::{Noun, is},
    syntax::{hull, is_finite, is_holder_noun, names_holder, parts_phrases},
    text::Word,
};

/// Phrases whose holder follows.
const PHRASES: &[&[&str]] = &[
    &["according", "to"],
    &["in", "the", "words", "of"],
    &["in", "the", "view", "of"],
    &["in", "the", "opinion", "of"],
    &["in", "the", "eyes", "of"],
    &["in", "the", "assessment", "of"],
    &["in", "the", "estimate", "of"],
    &["in", "the", "judgement", "of"],
    &["in", "the", "judgment", "of"],
    &["by", "the", "reckoning", "of"],
    &["by", "the", "account", "of"],
    &["by", "the", "estimate", "of"],
    &["by", "the", "estimates", "of"],
    &["by", "the", "count", "of"],
    &["by", "the", "calculation", "of"],
    &["by", "the", "calculations", "of"],
    &["on", "the", "account", "of"],
    &["on", "the", "evidence", "of"],
];

/// Prepositions before a holder and what is the holder's: "in her view", "by the port's own count".
const OPENERS: &[&str] = &["in", "by", "on", "to"];

/// What a holder has in such a phrase.
const HELD: &[&str] = &[
    "view",
    "opinion",
    "words",
    "reckoning",
    "account",
    "estimate",
    "estimates",
    "estimation",
    "assessment",
    "telling",
    "calculation",
    "calculations",
    "judgement",
    "judgment",
    "count",
    "version",
    "mind",
];

/// Pronouns that own.
const OWNERS: &[&str] = &["his", "her", "their", "its", "my", "our"];

/// Pronouns that begin a clause.
const CLAUSE_PRONOUNS: &[&str] = &["it", "he", "she", "they", "there", "we", "this", "these", "no", "nobody"];

/// Words of an owner with its "'s" at most.
const LONGEST_OWNER: usize = 9;

/// A phrase: its holder, its cue, and where it begins and ends.
struct Phrase {
    source: Span,
    cue: Span,
    start: usize,
    end: usize,
    /// Whether the clause may follow without a comma: "In her view the pier is safe".
    bare: bool,
}

/// Source, cue and content parts of the first such phrase of a sentence.
pub(super) fn phrase(words: &[Word<'_>]) -> Option<(Span, Span, Vec<Span>)> {
    let found = (0..words.len()).find_map(|i| with_holder_after(words, i).or_else(|| owned(words, i)))?;
    let content = content(words, &found)?;
    Some((found.source, found.cue, content))
}

/// "according to the port".
fn with_holder_after(words: &[Word<'_>], at: usize) -> Option<Phrase> {
    let fits = |p: &&&[&str]| {
        words[at..].len() > p.len() && words[at..].iter().zip(p.iter()).all(|(w, part)| w.lower() == *part)
    };
    let size = PHRASES.iter().find(fits)?.len();
    let rest = &words[at + size..];
    let stop = rest.iter().position(|w| parts_phrases(w) || w.text == ".").unwrap_or(rest.len());
    // "According to the hospital it was nine": no comma, but a pronoun begins the clause.
    let pronoun = rest[..stop].iter().skip(1).position(|w| CLAUSE_PRONOUNS.contains(&w.text)).map(|i| i + 1);
    let bare = at == 0 && pronoun.is_some();
    let stop = pronoun.filter(|_| at == 0).unwrap_or(stop);
    let holder = &rest[..stop];
    (!holder.iter().any(is_finite) && names_holder(holder)).then_some(())?;
    let cue = hull(&words[at..at + size])?;
    Some(Phrase { source: hull(holder)?, cue, start: at, end: at + size + stop, bare })
}

/// "in her view", "by the port's own reckoning".
fn owned(words: &[Word<'_>], at: usize) -> Option<Phrase> {
    OPENERS.contains(&words[at].lower().as_str()).then_some(())?;
    let reach = words[at + 1..].iter().take(LONGEST_OWNER);
    let noun = at + 1 + reach.take_while(|w| !parts_phrases(w)).position(|w| HELD.contains(&w.text))?;
    let inner = &words[at + 1..noun];
    let inner = inner.split_last().filter(|(w, _)| w.text == "own").map_or(inner, |(_, rest)| rest);
    let owner = match inner {
        [one] if OWNERS.contains(&one.lower().as_str()) => inner,
        [front @ .., mark, s] if matches!(mark.text, "'" | "’") && s.text == "s" => front,
        [front @ .., mark] if matches!(mark.text, "'" | "’") => front,
        _ => return None,
    };
    let pronoun = owner.len() == 1 && OWNERS.contains(&owner[0].lower().as_str());
    (pronoun || names_holder(owner)).then_some(())?;
    // "to her mind" alone; "to his account" is where money goes.
    let fits = words[at].lower() != "to" || words[noun].text == "mind";
    let next = words.get(noun + 1).is_none_or(|w| w.text != "of");
    (fits && next).then_some(())?;
    Some(Phrase { source: hull(owner)?, cue: hull(&words[at..=noun])?, start: at, end: noun + 1, bare: true })
}

/// What the phrase attributes: the clause after it, before it, or on both sides.
fn content(words: &[Word<'_>], found: &Phrase) -> Option<Vec<Span>> {
    let rest = &words[found.end..];
    if found.start == 0 {
        let bare = found.bare.then(|| until_end(rest)).flatten();
        let clause = if rest.first()?.text == "," { after_opening(rest)? } else { bare? };
        return Some(vec![clause]);
    }
    let before = &words[..found.start];
    let between = before.last().is_some_and(|w| w.text == ",");
    let before = before.split_last().filter(|(w, _)| w.text == ",").map_or(before, |(_, b)| b);
    // "The quarrel, by her account, began in May": both sides are one clause.
    let opening = before.iter().rposition(|w| matches!(w.text, ";" | ":")).map_or(0, |i| i + 1);
    let first = &before[opening..];
    let goes_on = rest.split_first().filter(|(w, clause)| w.text == "," && clause.len() >= 3);
    if let Some((_, last)) = goes_on
        && between
        && !first.is_empty()
        && !first.iter().any(is_finite)
    {
        return Some(vec![hull(first)?, until_end(last)?]);
    }
    let start = before.iter().rposition(|w| matches!(w.text, "," | ";" | ":")).map_or(0, |i| i + 1);
    let clause = &before[start..];
    (ends(rest) && clause.len() >= 3).then(|| hull(clause)).flatten().map(|c| vec![c])
}

/// Whether nothing follows but marks, or an apposition up to the end: ", a firm that counts crowds."
fn ends(rest: &[Word<'_>]) -> bool {
    let apposition = matches!(rest, [comma, article, ..]
        if comma.text == "," && ["a", "an", "the", "which", "who"].contains(&article.text));
    let marks =
        rest[usize::from(!rest.is_empty())..].iter().filter(|w| w.text == "," || w.text == ";").count();
    rest.iter().all(Word::is_mark) || apposition && marks == 0
}

fn until_end(clause: &[Word<'_>]) -> Option<Span> {
    let end = clause.iter().rposition(|w| !w.is_mark())? + 1;
    (end >= 3).then(|| hull(&clause[..end])).flatten()
}

/// What follows ", [apposition,] CLAUSE.", final marks left out.
fn after_opening(rest: &[Word<'_>]) -> Option<Span> {
    let (comma, mut clause) = rest.split_first()?;
    if comma.text != "," {
        return None;
    }
    if let Some(next) = clause.iter().position(|w| w.text == ",") {
        let inner = &clause[..next];
        let article = inner.first().is_some_and(|w| ["a", "an", "the"].contains(&w.text));
        let role = inner.iter().any(|w| is_holder_noun(&w.lower()) || is(&w.lower(), Noun::Organization));
        let verb = inner.iter().any(|w| is_finite(w) || w.text.ends_with("ed"));
        if (article || role) && !verb && inner.len() <= 12 && clause.len() > next + 3 {
            clause = &clause[next + 1..];
        }
    }
    until_end(clause)
}
