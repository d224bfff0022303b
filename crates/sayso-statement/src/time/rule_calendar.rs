//! Dates by the calendar: "18 October 2031", "Oct. 18", "October last year".

use jiff::civil::Date;

use super::{
    lexicon::{Unit, day_of_month, ordinal, unit, weekday},
    meaning::{Base, Found, Meaning, Part, YearOf},
    point::quarter_of,
    rule_month::month_name,
    rule_range::{low_day, month_run, range_end, second_day, year_of_second},
    rule_year::{short_year, year_number},
    tense::{Direction, direction},
    token::Tokens,
};
use crate::number::tens;

/// "October 18, 2031", "18 October 2031", "the 18th of October", "Oct 29", "October 2031", "October".
pub(super) fn calendar_date(t: &Tokens, i: usize) -> Option<Found> {
    let apart = day_first(t, i)
        .or_else(|| low_day(t, i))
        .or_else(|| nth_weekday(t, i))
        .or_else(|| month_run(t, i))
        .or_else(|| second_day(t, i));
    if apart.is_some() {
        return apart;
    }
    // "the month of October".
    let lead = if t.reads(i, &["the", "month", "of"]) { 3 } else { 0 };
    let (month, named) = month_name(t, i + lead)?;
    let at = i + lead + named;
    if let Some((day, used)) = day_after(t, at) {
        return with_year(t, i, at + used, Part::Day(month, day));
    }
    with_year(t, i, at, Part::Month(month))
}

pub(super) fn day_first(t: &Tokens, i: usize) -> Option<Found> {
    let start = i + usize::from(t.word(i) == "the");
    let (day, used) = spoken_ordinal(t, start).or_else(|| Some((day_of_month(t.word(start))?, 1)))?;
    let at = start + used;
    let of = usize::from(t.word(at) == "of");
    // "the second May" is no date; "the second of May" is.
    if start > i && of == 0 {
        return None;
    }
    let (month, named) = month_name(t, at + of)?;
    with_year(t, i, at + of + named, Part::Day(month, day))
}

/// "twenty-third", "thirty-first".
fn spoken_ordinal(t: &Tokens, i: usize) -> Option<(i8, usize)> {
    let tens = matches!(t.word(i), "twenty" | "thirty").then(|| tens(t.word(i))).flatten()?;
    let day = i8::try_from(tens).ok()? + ordinal(t.word(i + 1)).filter(|d| *d < 10)?;
    (day <= 31).then_some((day, 2))
}

/// "on the 15th", "until the 3rd": a day of a month that goes without saying.
pub(super) fn bare_day(t: &Tokens, i: usize) -> Option<Found> {
    let led = t.word(i) == "the"
        && t.is(
            i.wrapping_sub(1),
            &["on", "by", "until", "till", "from", "since", "before", "after", "for", "through"],
        );
    let written = t.word(i + 1).starts_with(|c: char| c.is_ascii_digit()) && t.word(i + 1).len() > 2;
    let (day, used) =
        spoken_ordinal(t, i + 1).or_else(|| Some((ordinal(t.word(i + 1)).filter(|_| written)?, 1)))?;
    let to = i + 1 + used;
    // "on the 15th floor" counts floors; "finished in the 3rd" has no day before it.
    if let ("of", "month", Some((base, by))) = (t.word(to), t.word(to + 2), month_by_name(t.word(to + 1))) {
        return Found::date(i, to + 3, Meaning::DayIn(day, base, by)).filter(|_| led);
    }
    let ends = t.get(to).is_none_or(|w| w.is_mark() && w.text != "-" && w.text != "'" && w.text != "’")
        || t.is(to, &["to", "and", "but", "when", "at", "for", "with", "after", "before"]);
    let meaning = Meaning::DayOfMonth(day, None, direction(t, i, to));
    (led && ends && !t.glued(to)).then(|| Found::date(i, to, meaning)).flatten()
}

/// What "month" is meant by the word before it.
fn month_by_name(word: &str) -> Option<(Base, i64)> {
    Some(match word {
        "last" => (Base::Published, -1),
        "this" | "the" => (Base::Published, 0),
        "next" => (Base::Published, 1),
        "that" => (Base::Told, 0),
        _ => return None,
    })
}

/// "the second Tuesday in May", "the last Monday of October 2031".
fn nth_weekday(t: &Tokens, i: usize) -> Option<Found> {
    if t.word(i) != "the" {
        return None;
    }
    let nth = match t.word(i + 1) {
        "last" => -1,
        word => ordinal(word).filter(|n| *n <= 5)?,
    };
    let day = weekday(t.word(i + 2)).filter(|_| t.is(i + 3, &["in", "of"]))?;
    // "the first Monday of each month".
    if t.is(i + 4, &["each", "every"]) && t.word(i + 5) == "month" {
        return Found::set(i, i + 6, "P1M");
    }
    let (month, named) = month_name(t, i + 4)?;
    with_year(t, i, i + 4 + named, Part::Weekday(month, nth, day))
}

/// The day of the month at `i`, and how many tokens it takes: "18", "18th", "twenty-first".
pub(super) fn day_after(t: &Tokens, i: usize) -> Option<(i8, usize)> {
    let tens = match t.word(i) {
        word @ ("twenty" | "thirty") => i8::try_from(tens(word)?).ok()?,
        // "January the 5th".
        "the" => {
            let day = ordinal(t.word(i + 1)).filter(|_| !t.is_capitalised(i + 2) && !t.glued(i + 2))?;
            return Some((day, 2));
        }
        word => {
            let day = day_of_month(word)?;
            // "March 2:30 p.m.", "March 7 p.m.", "in March 12 percent".
            let counts =
                t.is(i + 1, &["am", "a.m", "pm", "p.m", "percent", "%", "million", "billion", "people"]);
            return (!counts).then_some((day, 1));
        }
    };
    let ones = ordinal(t.word(i + 1)).filter(|d| *d < 10)?;
    Some((tens + ones, 2))
}

/// Adds the year that follows, in figures or as "last year".
pub(super) fn with_year(t: &Tokens, from: usize, to: usize, part: Part) -> Option<Found> {
    let comma = usize::from(t.word(to) == ",");
    let of = usize::from(comma == 0 && t.word(to) == "of");
    let short = || short_year(t, to + comma + of).map(|year| (year, 2));
    if let Some((year, used)) =
        year_number(t, to + comma + of).or_else(short).filter(|(_, used)| !t.glued(to + comma + of + used))
    {
        // A day that no month has is no date.
        let valid = match part {
            Part::Day(month, day) => Date::new(year, month, day).is_ok(),
            _ => true,
        };
        let end = to + comma + of + used;
        return valid.then(|| Found::date(from, end, Meaning::Part(part, YearOf::Given(year)))).flatten();
    }
    if let Part::Day(..) = part {
        // "March 6-7, 2031": the year stands behind the second day.
        if let Some((at, _)) = range_end(t, to) {
            let comma = usize::from(t.word(at + 1) == ",");
            if let Some((year, _)) = year_number(t, at + 1 + comma) {
                return Found::date(from, to, Meaning::Part(part, YearOf::Given(year)));
            }
        }
        // "the July 4th weekend".
        if t.word(to) == "weekend" && !t.glued(to) {
            let day = Meaning::Part(part, YearOf::Open(direction(t, from, to)));
            return Found::date(from, to + 1, Meaning::Holding(Unit::Weekend, Box::new(day)));
        }
        if names_event(t, from, to) {
            return Found::date(from, to, Meaning::Part(part, YearOf::Event));
        }
    }
    if let Some(year) = year_of_second(t, to, part) {
        return Found::date(from, to, Meaning::Part(part, year));
    }
    // "the September quarter" ends in September.
    if let Part::Month(month) = part
        && t.word(to) == "quarter"
    {
        let direction = direction(t, from, to);
        return Found::date(
            from,
            to + 1,
            Meaning::Part(Part::Quarter(quarter_of(month)), YearOf::Open(direction)),
        );
    }
    if let Some((year, used)) = year_of_story(t, to + of) {
        return Found::date(from, to + of + used, Meaning::Part(part, year));
    }
    // "December delivery" is to come whatever its price did.
    let to_come =
        matches!(part, Part::Month(_)) && t.is(to, &["delivery", "contract", "contracts", "futures"]);
    let direction = if to_come { Direction::Future } else { direction(t, from, to) };
    Found::date(from, to, Meaning::Part(part, YearOf::Open(direction)))
}

/// Whether a date without a year names an event: "the Oct. 7 attack", "the Sept. 11 terror attacks".
fn names_event(t: &Tokens, from: usize, to: usize) -> bool {
    const EVENTS: &[&str] = &[
        "attack",
        "attacks",
        "massacre",
        "massacres",
        "bombing",
        "bombings",
        "riot",
        "riots",
        "coup",
        "putsch",
        "plot",
        "uprising",
        "revolution",
        "pogrom",
        "atrocities",
        "insurrection",
        "assault",
        "hijackings",
        "movement",
    ];
    let adjective =
        usize::from(t.is(to, &["terror", "terrorist", "terrorism", "hamas", "capitol", "suicide"]));
    t.is(to + adjective, EVENTS)
        && t.is(from.wrapping_sub(1), &["the", "s", "those", "after", "before", "since", "during"])
}

/// "last year", "that year", "the previous year" at `i`, with how many tokens it takes.
pub(super) fn year_of_story(t: &Tokens, i: usize) -> Option<(YearOf, usize)> {
    if let Some(by) = year_by_name(t, i) {
        return Some((YearOf::Shifted(by), 2));
    }
    let the = usize::from(t.word(i) == "the");
    let by = match t.word(i + the) {
        "that" if the == 0 => 0,
        "same" if the > 0 => 0,
        "previous" | "preceding" | "prior" if the > 0 => -1,
        "following" | "next" if the > 0 => 1,
        _ => return None,
    };
    let ends = t.word(i + the + 1) == "year" && t.possessive(i + the + 2) == 0 && !t.glued(i + the + 2);
    ends.then_some((YearOf::OfTold(by), the + 2))
}

/// "last year", "this year", "next year" at `i`, as a count of years from publication.
pub(super) fn year_by_name(t: &Tokens, i: usize) -> Option<i64> {
    let by = match t.word(i) {
        "last" => -1,
        "this" => 0,
        "next" => 1,
        _ => return None,
    };
    (unit(t.word(i + 1)) == Some((Unit::Year, false)) && t.possessive(i + 2) == 0).then_some(by)
}
