//! Times that name no date: "now", "recently", "soon", "in the past".

use super::{
    lexicon::unit,
    meaning::{Found, Meaning},
    period::amount,
    token::Tokens,
};

const PAST: &str = "PAST_REF";
const PRESENT: &str = "PRESENT_REF";
const FUTURE: &str = "FUTURE_REF";

pub(super) fn vague(t: &Tokens, i: usize) -> Option<Found> {
    let (used, value) = reference(t, i)?;
    Found::date(i, i + used, Meaning::Value(value.to_owned()))
}

fn reference(t: &Tokens, i: usize) -> Option<(usize, &'static str)> {
    Some(match t.word(i) {
        // "every now and then" says how often.
        "now"
            if !t.glued(i)
                && !t.glued(i + 1)
                && !t.reads(i + 1, &["and", "then"])
                && !t.reads(i + 1, &["and", "again"]) =>
        {
            (1, PRESENT)
        }
        "currently" | "nowadays" | "presently" => (1, PRESENT),
        "current" if !t.glued(i) && unit(t.word(i + 1)).is_none() => (1, PRESENT),
        // "a previously announced plan" dates the announcement, not the sentence.
        "previously" if t.is_capitalised(i) => (1, PAST),
        // "as recently as last week" says when.
        "recently" if !t.glued(i + 1) && t.before(i) != "as" => (1, PAST),
        // "the most recent" is the last of several, whenever that was.
        "recent"
            if t.before(i) != "most" && !t.glued(i) && !t.glued(i + 1) && unit(t.word(i + 1)).is_none() =>
        {
            (1, PAST)
        }
        "lately" | "yesteryear" => (1, PAST),
        // A unit of time has its own rule; these are none.
        "moments" | "ages" | "eons" | "long" if t.word(i + 1) == "ago" && !t.glued(i + 1) => (2, PAST),
        "some" if t.reads(i + 1, &["time", "ago"]) => (3, PAST),
        "a" => return while_ago(t, i),
        "those" if t.word(i + 1) == "days" && t.before(i) == "in" => (2, PAST),
        "soon"
            if !t.is(i + 1, &["after", "as", "afterward", "afterwards", "became"]) && t.before(i) != "as" =>
        {
            (1, FUTURE)
        }
        "shortly" if !t.is(i + 1, &["after", "before", "afterward"]) => (1, FUTURE),
        "these" if t.word(i + 1) == "days" => (2, PRESENT),
        "present" if t.before(i) == "at" => (1, PRESENT),
        "someday" => (1, FUTURE),
        "the" => return noun(t, i),
        "one" if t.word(i + 1) == "day" && t.is(i.wrapping_sub(1), &["will", "may", "could", "would"]) => {
            (2, FUTURE)
        }
        _ => return None,
    })
}

/// "a long time ago", "a while back", "a moment ago".
fn while_ago(t: &Tokens, i: usize) -> Option<(usize, &'static str)> {
    let adjective = usize::from(t.is(i + 1, &["long", "short", "little", "good"]));
    let at = i + 1 + adjective;
    let known =
        t.is(at, &["while", "moment", "generation", "lifetime"]) || adjective > 0 && t.word(at) == "time";
    (known && t.is(at + 1, &["ago", "back"])).then_some((at + 2 - i, PAST))
}

/// "the past", "the future", "the near term", "the time" after "at".
fn noun(t: &Tokens, i: usize) -> Option<(usize, &'static str)> {
    let near = usize::from(t.is(i + 1, &["near", "foreseeable", "not", "distant", "immediate"]));
    // "the not-too-distant future".
    if t.reads(i + 1, &["not", "too", "distant", "future"])
        || t.reads(i + 1, &["not", "so", "distant", "future"])
    {
        return Some((5, FUTURE));
    }
    if t.word(i + 1) == "distant" && t.word(i + 2) == "past" {
        return Some((3, PAST));
    }
    let alone = |at: usize| unit(t.word(at)).is_none() && amount(t, at).is_none();
    let stretch = t.is(i + 1, &["short", "medium", "long", "longer"])
        && t.is(i.wrapping_sub(1), &["in", "over", "for"]);
    if stretch && t.word(i + 2) == "term" && !t.glued(i + 2) && !t.glued(i + 3) {
        return Some((3, FUTURE));
    }
    if t.is(i + 1, &["other"]) && t.is(i + 2, &["day", "night", "week"]) && t.before(i) != "on" {
        return Some((3, PAST));
    }
    if t.reads(i + 1, &["time", "being"]) || t.reads(i + 1, &["recent", "past"]) {
        let value = if t.word(i + 1) == "time" { PRESENT } else { PAST };
        return Some((3, value));
    }
    let ends = t.get(i + 2).is_none_or(|w| w.is_mark()) || t.is(i + 2, &["and", "or", "but", "when"]);
    Some(match t.word(i + 1 + near) {
        "past" if near == 0 && t.is(i.wrapping_sub(1), &["in"]) && alone(i + 2) => (2, PAST),
        "past" if near == 0 && t.is(i.wrapping_sub(1), &["of", "from", "with", "about", "to"]) && ends => {
            (2, PAST)
        }
        "future" if t.is(i.wrapping_sub(1), &["in", "for"]) => (2 + near, FUTURE),
        "term" if near == 1 => (3, FUTURE),
        "time" if t.is(i.wrapping_sub(1), &["at"]) && t.word(i + 2) != "of" => (2, PAST),
        "moment" if t.is(i.wrapping_sub(1), &["at", "for"]) => (2, PRESENT),
        _ => return None,
    })
}
