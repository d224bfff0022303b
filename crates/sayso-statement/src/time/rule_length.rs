//! Lengths of time and what is counted with them: "three days", "10-hour", "two years ago", "a week later".

use super::{
    lexicon::{Unit, day_part, season, unit, weekday},
    meaning::{Base, Found, Meaning, Part, Which, YearOf},
    period::{Amount, amount, number, value},
    rate::is_rate,
    rule_counted::counted_from,
    rule_deictic::tail,
    token::Tokens,
};

/// "three days", "the first nine months", "a year and a half", "two days ago", "a week later", "an hour".
pub(super) fn length(t: &Tokens, i: usize) -> Option<Found> {
    if let Some(found) = low_end(t, i).or_else(|| quarter_century(t, i)).or_else(|| seasons_ago(t, i)) {
        return Some(found);
    }
    let lead = lead(t, i);
    let start = i + lead;
    let (mut amount, used) = amount(t, start)?;
    let more = usize::from(is_filler(t.word(start + used)));
    let at = start + used + more;
    let (unit, plural) = unit(t.word(at))?;
    // "an hours-long session" is hours long.
    if plural && used == 1 && t.is(start, &["a", "an"]) {
        return None;
    }
    // "from a fiscal year to a calendar year" counts none.
    if !plural && more > 0 && names_kind(t.word(at - 1)) {
        return None;
    }
    if is_no_length(t, i, start, at, unit) {
        return None;
    }
    // "the eight-year war", "a several-month strike": the article belongs to the noun.
    let article = lead == 1 || used > 1 && t.is(start, &["a", "an"]) && t.glued(at);
    let i = if article && !plural { i + 1 } else { i };
    let mut to = at + 1;
    if t.reads(to, &["and", "a", "half"])
        && let Amount::Exact(count, false) = amount
    {
        amount = Amount::Exact(count, true);
        to += 3;
    }
    if t.glued(to) && t.is(to, &["old", "long"]) {
        let i = if start == i && t.is(i, &["a", "an"]) && used == 1 { i + 1 } else { i };
        return (unit != Unit::Year || t.word(to) == "long")
            .then(|| Found::duration(i, to + 1, value(amount, unit)))
            .flatten();
    }
    if let Some((value, used)) = smaller_unit(t, to, amount, unit) {
        return Found::duration(i, to + used, value);
    }
    to += tail(t, to);
    if used == 1 && t.is(start, &["a", "an"]) && t.word(to) == "or" && t.is(to + 1, &["two", "three"]) {
        amount = Amount::Vague;
        to += 2;
    }
    if let Some(found) = counted_from(t, i, to, amount, unit) {
        return Some(found);
    }
    if t.is(start, &["a", "an"]) && !plural && used == 1 && is_rate(t, i) {
        return None;
    }
    Found::duration(i, to, value(amount, unit))
}

/// Whether a word can stand between a count and its unit: "two full years", "10 business days", "five long weeks".
pub(super) fn is_filler(word: &str) -> bool {
    const FILLERS: &[&str] = &[
        "more",
        "additional",
        "further",
        "extra",
        "full",
        "whole",
        "entire",
        "straight",
        "consecutive",
        "successive",
        "solid",
        "long",
        "short",
        "plus",
        "single",
    ];
    FILLERS.contains(&word) || names_kind(word)
}

/// Whether a word says which kind of days or years is counted.
fn names_kind(word: &str) -> bool {
    matches!(word, "business" | "trading" | "working" | "calendar" | "fiscal" | "financial" | "academic")
}

/// "a quarter of a century", "a quarter-century".
fn quarter_century(t: &Tokens, i: usize) -> Option<Found> {
    let a = usize::from(t.is(i, &["a", "the"]));
    if t.word(i + a) != "quarter" {
        return None;
    }
    let of = if t.reads(i + a + 1, &["of", "a"]) { 2 } else { 0 };
    let to = i + a + 1 + of + 1;
    // "a quarter-century low": the article belongs to the low.
    let from = if t.glued(to - 1) && a > 0 { i + 1 } else { i };
    if t.word(to - 1) != "century" || t.glued(to) {
        return None;
    }
    counted_from(t, i, to, Amount::Exact(25, false), Unit::Year).or_else(|| Found::duration(from, to, "P25Y"))
}

/// "two summers ago", "three Fridays ago".
fn seasons_ago(t: &Tokens, i: usize) -> Option<Found> {
    let (Amount::Exact(count, false), used) = number(t, i)? else { return None };
    let (at, name) = (i + used, t.word(i + used).strip_suffix('s')?);
    if t.word(at + 1) != "ago" || count < 2 {
        return None;
    }
    // "two nights ago".
    if let Some((code, false)) = day_part(name) {
        let day = Meaning::Shifted(Base::Published, -count, Unit::Day);
        return Found::time(i, at + 2, Meaning::OnDay(format!("T{code}"), Some(Box::new(day))));
    }
    let meaning = match (season(name), weekday(name)) {
        (Some(season), _) => Meaning::Part(Part::Season(season), YearOf::Shifted(-count)),
        (_, Some(day)) => Meaning::Weekday(day, Which::Weeks(1 - count)),
        _ => return None,
    };
    Found::date(i, at + 2, meaning)
}

/// "and 20 minutes" at `i` after "two hours", "10 minutes and 33 seconds" as well: the value of all, and how many tokens follow.
fn smaller_unit(t: &Tokens, i: usize, first: Amount, larger: Unit) -> Option<(String, usize)> {
    let Amount::Exact(_, false) = first else { return None };
    let (mut whole, mut larger, mut to) = (value(first, larger), larger, i);
    while let Some((amount, smaller, used)) = next_smaller(t, to, larger) {
        let small = value(amount, smaller);
        // One T parts days from hours: "P2Y" and "P3M" make "P2Y3M", "P2D" and "PT3H" "P2DT3H", "PT2H" and "PT5M" "PT2H5M".
        let prefix = if whole.contains('T') { "PT" } else { "P" };
        whole.push_str(small.trim_start_matches(prefix));
        (larger, to) = (smaller, to + used);
    }
    (to > i).then_some((whole, to - i))
}

/// A count of the unit below `larger` at `i`, with how many tokens it takes.
fn next_smaller(t: &Tokens, i: usize, larger: Unit) -> Option<(Amount, Unit, usize)> {
    let comma = usize::from(t.word(i) == ",");
    let joined = comma + usize::from(t.word(i + comma) == "and");
    let (Amount::Exact(count, false), used) = number(t, i + joined)? else { return None };
    let (smaller, _) = unit(t.word(i + joined + used))?;
    let below = matches!(
        (larger, smaller),
        (Unit::Year, Unit::Month)
            | (Unit::Month | Unit::Week, Unit::Day)
            | (Unit::Day, Unit::Hour)
            | (Unit::Hour, Unit::Minute)
            | (Unit::Minute, Unit::Second)
    );
    below.then_some((Amount::Exact(count, false), smaller, joined + used + 1))
}

/// "two" of "two to six days" and "60" of "between 60 and 90 days": each end is a length of its own.
fn low_end(t: &Tokens, i: usize) -> Option<Found> {
    let (low, used) = number(t, i)?;
    // "two- to three-year", "five- and 10-year".
    let hanging = t.word(i + used) == "-" && t.touches(i + used);
    let at = i + used + usize::from(hanging);
    let range = t.word(at) == "to" || t.word(at) == "and" && (hanging || t.before(i) == "between");
    if !range || t.glued(at) {
        return None;
    }
    let (_, high_used) = number(t, at + 1)?;
    let (unit, plural) = unit(t.word(at + 1 + high_used))?;
    // "18- to 24-year-old" is an age.
    if t.word(at + 2 + high_used) == "old" {
        return None;
    }
    let whole = plural || hanging && t.glued(at + 1 + high_used);
    whole.then(|| Found::duration(i, i + used, value(low, unit))).flatten()
}

/// "the" and "the first" before a count: "the first nine months".
fn lead(t: &Tokens, i: usize) -> usize {
    match t.word(i) {
        "the" | "those"
            if t.is(i + 1, &["first", "final", "latest"]) && !t.is(i + 2, &["a", "an", "half"]) =>
        {
            2
        }
        "the" | "those" if !t.is(i + 1, &["a", "an", "half"]) => 1,
        "another" if number(t, i + 1).is_some() => 1,
        _ => 0,
    }
}

/// What looks like a length and is none: "a second explosion", "a quarter of", "40 years old", "one day" as a name of no day.
fn is_no_length(t: &Tokens, from: usize, start: usize, at: usize, unit: Unit) -> bool {
    // "40 years old" and "a 40-year-old" are ages; "a 5-week-old strike" is a length.
    let age = t.word(at + 1) == "old" && (!t.glued(at + 1) || unit == Unit::Year);
    let ordinal = unit == Unit::Second && !t.word(at).ends_with('s') && !t.glued(at);
    let fraction = unit == Unit::Quarter && t.is(start, &["a", "one", "three"]) && !t.word(at).ends_with('s');
    let three_quarters =
        unit == Unit::Quarter && (t.glued(at) || t.word(start) == "three" && t.word(at + 1) == "of");
    // "60 Minutes" is the name of a programme.
    // "a year-earlier loss" is compared with, not counted.
    let compared = t.glued(at + 1) && t.is(at + 1, &["earlier", "ago", "before"]);
    let title = t.is_capitalised(at) && !t.is_capitalised(start) && from > 0;
    let money = from > 0 && t.is(from - 1, &["$", "£", "€", "#"]);
    // "one day last week", "may one day return" say when, if not exactly.
    let some_day = t.word(start) == "one"
        && unit == Unit::Day
        && from == start
        && !t.glued(at)
        && (t.is(at + 1, &["last", "this", "next", "in", "soon"]) || is_verb_to_come(t.before(from)));
    some_day || age || ordinal || fraction || three_quarters || money || title || compared
}

/// Whether a verb of what is to come stands in front: "may one day return".
fn is_verb_to_come(word: &str) -> bool {
    matches!(
        word,
        "will" | "would" | "may" | "might" | "could" | "can" | "to" | "he" | "she" | "they" | "it" | "we"
    )
}
