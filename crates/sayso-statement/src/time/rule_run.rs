//! Runs of a unit without a number: "for years", "the final days", "over the years", "decades-long", "a while".

use super::{
    lexicon::{Unit, unit},
    meaning::{Found, Meaning},
    period::{Amount, value},
    rule_deictic::second_unit,
    tense::is_past,
    token::Tokens,
};

/// The value of a length of which neither number nor unit is known.
const OPEN: &str = "PXX";

/// "for years", "within weeks", "years ago", "the final days", "over the years", "a while".
pub(super) fn run(t: &Tokens, i: usize) -> Option<Found> {
    unit_long(t, i)
        .or_else(|| part_of_run(t, i))
        .or_else(|| the_years(t, i))
        .or_else(|| bare_plural(t, i))
        .or_else(|| open(t, i))
}

/// "yearlong", "week-long": one of them.
fn unit_long(t: &Tokens, i: usize) -> Option<Found> {
    let (name, used) = match t.word(i).strip_suffix("long") {
        Some(name) if !name.is_empty() => (name, 1),
        _ if t.word(i + 1) == "long" && t.glued(i + 1) => (t.word(i), 2),
        _ => return None,
    };
    let (unit, false) = unit(name).filter(|(unit, _)| *unit >= Unit::Minute)? else { return None };
    Found::duration(i, i + used, value(Amount::Exact(1, false), unit))
}

/// "the first hours of the war", "the early years": so many of them, nobody says how many.
fn part_of_run(t: &Tokens, i: usize) -> Option<Found> {
    let part = ["first", "early", "opening", "intervening", "final", "closing", "waning", "dying", "later"];
    if t.word(i) != "the" || !t.is(i + 1, &part) {
        return None;
    }
    let (unit, true) = unit(t.word(i + 2))? else { return None };
    // "the early hours of Thursday" are a part of that day.
    let within_day = unit <= Unit::Hour && t.is(i + 1, &["early"]);
    (!within_day && !t.is_capitalised(i + 2))
        .then(|| Found::duration(i, i + 3, value(Amount::Vague, unit)))
        .flatten()
}

/// "over the years".
fn the_years(t: &Tokens, i: usize) -> Option<Found> {
    let (unit, true) = unit(t.word(i + 1))? else { return None };
    let spread = t.word(i) == "the"
        && t.is(i.wrapping_sub(1), &["over", "through", "throughout", "down"])
        && unit >= Unit::Year
        && !t.get(i + 2).is_some_and(|w| w.lower.starts_with(|c: char| c.is_ascii_digit()));
    spread.then(|| Found::duration(i, i + 2, value(Amount::Vague, unit))).flatten()
}

/// "for years", "within weeks", "years ago", "decades-long", "weeks of talks".
fn bare_plural(t: &Tokens, i: usize) -> Option<Found> {
    let (unit, plural) = unit(t.word(i))?;
    // "seconds later"; "seconds" alone is said of helpings and seconds of arc.
    if !plural || unit < Unit::Minute && t.word(i + 1) != "later" || t.glued(i) {
        return None;
    }
    let vague = || value(Amount::Vague, unit);
    if t.glued(i + 1) && t.word(i + 1) == "long" {
        return Found::duration(i, i + 2, vague());
    }
    if t.word(i + 1) == "ago" {
        return Found::date(i, i + 2, Meaning::Value("PAST_REF".to_owned()));
    }
    // "in the weeks before the vote", "of the months leading up to it".
    let to = i + 1 + second_unit(t, i + 1);
    let leads = t.is(to, &["before", "after", "since", "following", "leading", "ahead"]);
    let framed = i > 1 && t.before(i) == "the" && (leads || t.word(i - 2) == "in" && t.word(i + 1) == "that");
    let counted = t.is(i + 1, &["later", "earlier", "before", "after", "ahead"]);
    let counted = counted || t.word(i + 1) == "of" && (governs(t.before(i)) || is_past(t.before(i)));
    (introduced(t, i) || framed || counted).then(|| Found::duration(i, to, vague())).flatten()
}

/// Whether a verb's object can be a bare length: "stood hours in line", "suffered years under arrest".
fn endures(word: &str) -> bool {
    matches!(
        word,
        "stood"
            | "sat"
            | "served"
            | "suffered"
            | "endured"
            | "worked"
            | "slept"
            | "walked"
            | "drove"
            | "travelled"
            | "traveled"
            | "lost"
            | "devoted"
            | "serve"
            | "faces"
            | "face"
            | "faced"
            | "facing"
            | "spending"
            | "lasting"
            | "taking"
            | "needs"
            | "need"
            | "needed"
            | "wasted"
            | "invested"
    )
}

/// Whether "weeks of talks" can follow a word: a preposition, no adjective ("the heady days of").
fn governs(word: &str) -> bool {
    matches!(
        word,
        "of" | "by"
            | "with"
            | "without"
            | "from"
            | "amid"
            | "to"
            | "and"
            | "or"
            | "following"
            | "about"
            | "before"
            | "like"
    )
}

/// Whether the word before a bare plural wants a length: "after weeks of talks", "took months", "a matter of days".
fn introduced(t: &Tokens, i: usize) -> bool {
    const BEFORE: &[&str] = &[
        "for", "in", "within", "over", "after", "despite", "through", "follow", "follows", "followed",
        "spend", "spends", "spent", "take", "takes", "took", "taken", "taking", "last", "lasts", "lasted",
        "wait", "waited", "waiting", "only", "just", "require", "requires", "required", "caps", "ends",
    ];
    i > 0
        && (BEFORE.contains(&t.before(i))
            || endures(t.before(i))
            || i > 1 && t.reads(i - 2, &["matter", "of"]))
        && !(t.is(i - 1, &["last", "in"]) && t.word(i + 1) == "of")
        && t.word(i + 1) != "apart"
}

/// "a while", "some time": a length of which nothing is known.
fn open(t: &Tokens, i: usize) -> Option<Found> {
    let before =
        t.is(i.wrapping_sub(1), &["for", "in", "after", "within", "over", "quite", "take", "takes", "took"]);
    // "once in a while" says how often.
    let often = i > 1 && t.word(i - 2) == "once";
    let known = t.reads(i, &["a", "while"]) || t.reads(i, &["some", "time"]);
    (known && before && !often).then(|| Found::duration(i, i + 2, OPEN)).flatten()
}
