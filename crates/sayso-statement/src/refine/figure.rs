//! Who stands behind a figure without a verb of saying: "the police put the turnout at 900", "the port speaks of a dozen",
//! "the union's count is 40", "an estimate by the institute arrives at 12 tonnes".

use sayso_model::Span;

use crate::{
    number::{magnitude, small},
    syntax::{hull, names_holder, parts_phrases, subject_before, verb_group},
    text::Word,
};

/// Verbs of "put the turnout at 900", "give the loss as 12 tonnes".
const PLACING: &[&str] = &[
    "put",
    "puts",
    "place",
    "places",
    "placed",
    "give",
    "gives",
    "gave",
    "given",
    "estimate",
    "estimates",
    "estimated",
    "calculate",
    "calculates",
    "calculated",
    "reckon",
    "reckons",
    "reckoned",
];

/// Words between such a verb and its "at" at most.
const PLACING_REACH: usize = 10;

/// Verbs with a preposition after which a figure stands: what somebody names, or does not give up.
const NAMING: &[(&[&str], &[&str])] = &[
    (&["speak", "speaks", "spoke", "spoken", "talk", "talks", "talked"], &["of"]),
    (&["stand", "stands", "stood"], &["by"]),
    (&["stick", "sticks", "stuck"], &["to", "by", "with"]),
    (&["hold", "holds", "held"], &["to"]),
    (&["insist", "insists", "insisted"], &["on"]),
    (&["arrive", "arrives", "arrived"], &["at"]),
    (&["come", "comes", "came"], &["to", "up"]),
    (&["reckon", "reckons", "reckoned"], &["with"]),
];

/// Verbs of counting and reckoning, whose object can be a figure.
const COUNTING: &[&str] = &[
    "count",
    "counts",
    "counted",
    "tallied",
    "tallies",
    "logged",
    "documented",
    "expects",
    "expected",
    "expect",
    "assumes",
    "assumed",
    "estimates",
    "estimated",
    "claims",
    "claimed",
    "reports",
    "reported",
];

/// Nouns of what is worked out, which have an owner: "the union's count".
const FIGURES: &[&str] = &[
    "figure",
    "figures",
    "count",
    "estimate",
    "estimates",
    "number",
    "numbers",
    "tally",
    "toll",
    "total",
    "calculation",
    "calculations",
    "assessment",
    "projection",
    "forecast",
    "tallies",
    "analysis",
    "survey",
    "study",
    "audit",
    "poll",
];

/// Participles of a figure that someone gives: "was put at 17 by the clinic".
const PASSIVE: &[&str] = &[
    "put",
    "placed",
    "estimated",
    "given",
    "raised",
    "lowered",
    "revised",
    "calculated",
    "corrected",
    "reported",
];

/// Verbs between such a noun and the figure.
const BEING: &[&str] = &["is", "was", "stands", "stood", "remains", "remained", "puts", "shows", "showed"];

/// What may stand before a figure.
const HEDGES: &[&str] = &[
    "about",
    "around",
    "some",
    "roughly",
    "nearly",
    "almost",
    "over",
    "more",
    "than",
    "at",
    "least",
    "up",
    "to",
    "fewer",
    "less",
    "no",
    "between",
    "only",
    "just",
    "its",
    "their",
    "his",
    "her",
    "the",
    "a",
    "an",
    "figure",
    "of",
    "well",
    "exactly",
    "approximately",
    "under",
    "original",
    "own",
    "most",
    "as",
    "many",
    "much",
    "little",
    "few",
    "closer",
    "possibly",
    "perhaps",
    "even",
    "now",
    "still",
    "currently",
    "first",
];

/// Hedges before a figure at most: "at no more than about".
const MOST_HEDGES: usize = 5;

/// Figures of one sentence at most: "the port puts it at 4, the union at 7, the ministry speaks of 9".
const MOST_FIGURES: usize = 3;

/// Words that end the object of a verb beside marks.
const ENDS: &[&str] = &["while", "but", "though", "although", "whereas", "when", "because", "which"];

type Found = Option<(Span, Span, Span)>;

/// Those who hold figures in a sentence, each with the cue and the words around the figure.
pub(super) fn figures(words: &[Word<'_>]) -> Vec<(Span, Span, Span)> {
    let at = |i: usize| {
        let told = placed(words, i).or_else(|| named(words, i)).or_else(|| counted(words, i));
        told.or_else(|| owned(words, i)).or_else(|| worked_out_by(words, i))
    };
    (0..words.len()).filter_map(at).take(MOST_FIGURES).collect()
}

/// "The police put the turnout at 900."
fn placed(words: &[Word<'_>], verb: usize) -> Found {
    PLACING.contains(&words[verb].text).then_some(())?;
    let rest = &words[verb + 1..];
    let gives = words[verb].text.starts_with('g');
    // "gave a speech at ten": what is given is given as a figure.
    let link = |w: &Word<'_>| w.text == "as" || w.text == "at" && !gives;
    let at = rest.iter().take(PLACING_REACH).position(link)?;
    let plain = at > 0 && !rest[..at].iter().any(parts_phrases) && is_figure(&rest[at + 1..]);
    plain.then(|| with_holder(words, verb, verb, verb + 1)).flatten()
}

/// "The port speaks of a dozen", "the ministry stands by its 40".
fn named(words: &[Word<'_>], verb: usize) -> Found {
    let (_, links) = NAMING.iter().find(|(verbs, _)| verbs.contains(&words[verb].text))?;
    let link = words.get(verb + 1).filter(|w| links.contains(&w.text))?;
    let start = if link.text == "up" { verb + 3 } else { verb + 2 };
    let rest = words.get(start..)?;
    if !is_figure(rest) {
        return None;
    }
    match words[verb].text {
        "arrive" | "arrives" | "arrived" | "come" | "comes" | "came" => worked_out(words, verb, start),
        _ => with_holder(words, verb, start - 1, start),
    }
}

/// "The union counted 40."
fn counted(words: &[Word<'_>], verb: usize) -> Found {
    let counts = COUNTING.contains(&words[verb].text) && is_figure(words.get(verb + 1..)?);
    counts.then(|| with_holder(words, verb, verb, verb + 1)).flatten()
}

/// "The union's count is 40", "their figure stands at 40".
fn owned(words: &[Word<'_>], verb: usize) -> Found {
    BEING.contains(&words[verb].text).then_some(())?;
    let start = match words.get(verb + 1)?.text {
        "at" => verb + 2,
        _ => verb + 1,
    };
    let noun = verb_group(words, verb).checked_sub(1).filter(|&n| FIGURES.contains(&words[n].text))?;
    is_figure(words.get(start..)?).then_some(())?;
    let mark = (0..noun).rev().take(4).find(|&i| matches!(words[i].text, "'" | "’"))?;
    let before =
        words[..mark].iter().rposition(|w| parts_phrases(w) || matches!(w.text, "and" | "while" | "but"));
    let holder = &words[before.map_or(0, |i| i + 1)..mark];
    let source = names_holder(holder).then(|| hull(holder)).flatten()?;
    Some((source, words[noun].span, object(&words[start..])?))
}

/// "An estimate by the institute arrives at 12 tonnes": whoever it is by.
fn worked_out(words: &[Word<'_>], verb: usize, object_at: usize) -> Found {
    let clause = words[..verb].iter().rposition(|w| matches!(w.text, ";" | ":")).map_or(0, |i| i + 1);
    let head = &words[clause..verb];
    let noun = head.iter().position(|w| FIGURES.contains(&w.text))?;
    let by = head.get(noun + 1).filter(|w| matches!(w.text, "by" | "from" | "of"))?;
    let rest = &head[noun + 2..];
    let stop = rest.iter().position(|w| parts_phrases(w) || matches!(w.text, "that" | "which" | "published"));
    let holder = &rest[..stop.unwrap_or(rest.len() - (verb - verb_group(words, verb)).min(rest.len()))];
    let source = names_holder(holder).then(|| hull(holder)).flatten()?;
    let from = noun.saturating_sub(1);
    let cue = hull(&head[from..=noun])?.hull(by.span);
    Some((source, cue, words[verb].span.hull(object(&words[object_at..])?)))
}

/// "The number of injured was put at 17 by the clinic."
fn worked_out_by(words: &[Word<'_>], verb: usize) -> Found {
    let passive = verb > 1
        && words[..verb]
            .iter()
            .rev()
            .take(2)
            .any(|w| matches!(w.text, "was" | "were" | "is" | "are" | "been"));
    (passive && PASSIVE.contains(&words[verb].text)).then_some(())?;
    let link = words.get(verb + 1).filter(|w| matches!(w.text, "at" | "as" | "to"))?;
    is_figure(words.get(verb + 2..)?).then_some(())?;
    let by = words[verb + 2..].iter().take(PLACING_REACH).position(|w| w.text == "by")? + verb + 2;
    let rest = &words[by + 1..];
    let stop = rest.iter().position(|w| parts_phrases(w) || w.text == ".").unwrap_or(rest.len());
    let holder = &rest[..stop];
    let start = words[..verb].iter().rposition(|w| parts_phrases(w) && w.text != ",").map_or(0, |i| i + 1);
    let source = names_holder(holder).then(|| hull(holder)).flatten()?;
    Some((source, words[verb].span.hull(link.span), hull(&words[start..by])?))
}

/// The subject of the verb, or whom "who" stands for, with the cue from its verb group to `cue_end`.
fn with_holder(words: &[Word<'_>], verb: usize, cue_end: usize, object_at: usize) -> Found {
    let group = verb_group(words, verb);
    let relative = group
        .checked_sub(2)
        .filter(|&i| words[i].text == "," && matches!(words[i + 1].text, "who" | "which"));
    let subject = match relative {
        Some(comma) => subject_before(words, comma)?,
        None => subject_before(words, verb)?,
    };
    // "An earlier version of this article gave the number as 17" is a correction, and nobody's count.
    if words[subject.clone()].iter().any(|word| word.lower() == "version") {
        return None;
    }
    Some((hull(&words[subject])?, hull(&words[group..=cue_end])?, object(words.get(object_at..)?)?))
}

/// Whether a figure stands here, after nothing but hedges.
fn is_figure(rest: &[Word<'_>]) -> bool {
    let hedges = rest.iter().take(MOST_HEDGES).take_while(|w| HEDGES.contains(&w.lower().as_str())).count();
    rest.get(hedges).is_some_and(|w| {
        let lower = w.lower();
        let digits = w.text.trim_start_matches(['$', '€', '£']).starts_with(|c: char| c.is_ascii_digit());
        let money = matches!(w.text, "$" | "€" | "£");
        let plural =
            matches!(lower.as_str(), "dozens" | "hundreds" | "thousands" | "millions" | "several" | "half");
        digits || money || plural || small(&lower).is_some() || magnitude(&lower).is_some()
    })
}

/// The words up to the next mark that parts phrases, or a word that opens another clause.
fn object(rest: &[Word<'_>]) -> Option<Span> {
    let stop = rest.iter().position(|w| {
        let quotes = matches!(w.text, "\"" | "“" | "”");
        parts_phrases(w) && !quotes || matches!(w.text, "." | "!" | "?") || ENDS.contains(&w.text)
    });
    hull(&rest[..stop.unwrap_or(rest.len())])
}
