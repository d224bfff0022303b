//! Days by name: "Friday", "Friday, Oct. 24", "Friday night", "today", "yesterday morning", "tonight", "Thanksgiving Day".

use super::{
    feast::feast,
    lexicon::{Unit, day_part, weekday},
    meaning::{Base, Found, Meaning, Part, Which, YearOf},
    rule_calendar::calendar_date,
    tense::direction,
    token::Tokens,
};

/// "Friday", with the date and the part of the day that follow.
pub(super) fn weekday_date(t: &Tokens, i: usize) -> Option<Found> {
    let day = weekday(t.word(i)).filter(|_| t.is_capitalised(i))?;
    let stop = usize::from(matches!(t.word(i), "tues" | "thurs") && t.word(i + 1) == ".");
    let which = Which::Open(direction(t, i, i + 1));
    Some(dated_weekday(t, i, i + 1 + stop, Meaning::Weekday(day, which)))
}

/// A weekday of the tokens `from..to` with what follows: ", Oct. 24" or "night".
pub(super) fn dated_weekday(t: &Tokens, from: usize, to: usize, meaning: Meaning) -> Found {
    let comma = usize::from(t.word(to) == ",");
    let dated = calendar_date(t, to + comma)
        .filter(|d| matches!(d.meaning, Meaning::Part(Part::Day(..), _)) && !t.is(to + comma, &["the"]));
    if let Some(date) = dated {
        return with_day_part(t, from, date.to, date.meaning);
    }
    with_day_part(t, from, to, meaning)
}

/// Adds a part of the day: "Friday night".
fn with_day_part(t: &Tokens, from: usize, to: usize, meaning: Meaning) -> Found {
    let clock = match t.word(to) {
        "noon" => Some("T12:00".to_owned()),
        "midnight" => Some("T24:00".to_owned()),
        word => day_part(word).filter(|(_, plural)| !plural).map(|(code, _)| format!("T{code}")),
    };
    match clock {
        Some(clock) => Found {
            from,
            to: to + 1,
            kind: sayso_model::TimeKind::Time,
            meaning: Meaning::OnDay(clock, Some(Box::new(meaning))),
        },
        None => Found { from, to, kind: sayso_model::TimeKind::Date, meaning },
    }
}

/// "today", "yesterday morning", "tonight", "overnight", "the day before yesterday".
pub(super) fn day_name(t: &Tokens, i: usize) -> Option<Found> {
    if t.reads(i, &["the", "day", "before", "yesterday"]) {
        return Found::date(i, i + 4, Meaning::Shifted(Base::Published, -2, Unit::Day));
    }
    if t.reads(i, &["the", "day", "after", "tomorrow"]) {
        return Found::date(i, i + 4, Meaning::Shifted(Base::Published, 2, Unit::Day));
    }
    let day = |by| Meaning::Shifted(Base::Published, by, Unit::Day);
    match t.word(i) {
        "today" => Some(with_day_part(t, i, i + 1, day(0))),
        "yesterday" => Some(with_day_part(t, i, i + 1, day(-1))),
        "tomorrow" => Some(with_day_part(t, i, i + 1, day(1))),
        "tonight" => Found::time(i, i + 1, Meaning::OnDay("TNI".to_owned(), Some(Box::new(day(0))))),
        "overnight" => Found::time(i, i + 1, Meaning::OnDay("TNI".to_owned(), None)),
        _ => None,
    }
}

/// "Thanksgiving Day", "Christmas 2030".
pub(super) fn feast_day(t: &Tokens, i: usize) -> Option<Found> {
    let (day, used) = feast(t, i)?;
    let to = i + used;
    match super::lexicon::year(t.word(to)) {
        Some(year) => Found::date(i, to + 1, Meaning::Part(Part::Feast(day), YearOf::Given(year))),
        None => Found::date(i, to, Meaning::Part(Part::Feast(day), YearOf::Open(direction(t, i, to)))),
    }
}
