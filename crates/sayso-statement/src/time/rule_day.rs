//! Days by name: "Friday", "Friday, Oct. 24", "Friday night", "today", "yesterday morning", "tonight", "Thanksgiving Day".

use jiff::civil::{Date, Weekday};

use super::{
    feast::feast,
    lexicon::{Unit, day_part, ordinal, short_weekday, unit, weekday},
    meaning::{Base, Found, Meaning, Part, Which, YearOf},
    rule_calendar::calendar_date,
    tense::{Direction, direction},
    token::Tokens,
};

/// "Friday", with the date and the part of the day that follow.
pub(super) fn weekday_date(t: &Tokens, i: usize) -> Option<Found> {
    let day = weekday(t.word(i)).or_else(|| dated_short_weekday(t, i));
    let day = day.filter(|_| t.is_capitalised(i) && !is_name(t, i))?;
    let stop = usize::from(t.word(i).len() < "monday".len() && t.word(i + 1) == "." && t.touches(i + 1));
    let which = if ends_range(t, i) { Which::Told(1) } else { Which::Open(direction(t, i, i + 1)) };
    Some(dated_weekday(t, i, i + 1 + stop, Meaning::Weekday(day, which)))
}

/// Whether the weekday at `i` ends what another begins: "Monday through Friday" is one week.
fn ends_range(t: &Tokens, i: usize) -> bool {
    let first = |k: usize| weekday(t.word(k)).is_some() && t.is_capitalised(k);
    t.glued(i) && first(i - 1) || i > 1 && t.is(i - 1, &["to", "through"]) && first(i - 2)
}

/// "Mon., Oct. 6", "Sat. 6 December": short names of days are other words too unless a date follows.
fn dated_short_weekday(t: &Tokens, i: usize) -> Option<Weekday> {
    let day = short_weekday(t.word(i))?;
    let stop = usize::from(t.word(i + 1) == ".");
    let comma = usize::from(t.word(i + 1 + stop) == ",");
    // "on Wed.", "Fri. night": the stop and what stands beside it tell.
    let introduced =
        t.is(i.wrapping_sub(1), &["on", "last", "next", "by", "until", "since", "early", "late"]);
    if stop > 0 && t.touches(i + 1) && (introduced || day_part(t.word(i + 2)).is_some()) {
        return Some(day);
    }
    calendar_date(t, i + 1 + stop + comma).map(|_| day)
}

/// Whether the weekday at `i` is part of a name: "the Sunday Times", "Bloody Sunday", "Super Tuesday".
fn is_name(t: &Tokens, i: usize) -> bool {
    const PAPERS: &[&str] = &[
        "times",
        "telegraph",
        "express",
        "mirror",
        "mail",
        "herald",
        "independent",
        "tribune",
        "post",
        "world",
        "business",
        "star",
        "sun",
    ];
    let paper = t.is_capitalised(i + 1) && PAPERS.contains(&t.word(i + 1));
    let known = i > 0
        && t.is(i - 1, &["bloody", "super", "black", "blue", "cyber", "good"])
        && t.is_capitalised(i - 1);
    paper || known
}

/// Whether the day at `i` is part of a title: "on Harbour Today".
fn is_title(t: &Tokens, i: usize) -> bool {
    t.is_capitalised(i) && i > 0 && t.is_capitalised(i - 1) && t.word(i - 1).len() > 1
}

/// A weekday of the tokens `from..to` with what follows: ", Oct. 24" or "night".
pub(super) fn dated_weekday(t: &Tokens, from: usize, to: usize, meaning: Meaning) -> Found {
    let comma = usize::from(t.word(to) == ",");
    let dated = calendar_date(t, to + comma).filter(|d| {
        matches!(d.meaning, Meaning::Part(Part::Day(..), _)) && (comma == 0 || t.word(to + comma) != "the")
    });
    if let Some(date) = dated {
        return with_day_part(t, from, date.to, date.meaning);
    }
    // "Friday the 13th".
    if let (Meaning::Weekday(day, which), "the", Some(number)) =
        (&meaning, t.word(to), ordinal(t.word(to + 1)))
        && t.word(to + 1).starts_with(|c: char| c.is_ascii_digit())
        && calendar_date(t, to).is_none()
    {
        let direction = if let Which::Open(direction) = which { *direction } else { Direction::Unknown };
        return with_day_part(t, from, to + 2, Meaning::DayOfMonth(number, Some(*day), direction));
    }
    // "the Sunday before last", "the Friday after next".
    let skipped = match (t.word(to), t.word(to + 1)) {
        ("before", "last") => Some(-1),
        ("after", "next") => Some(1),
        _ => None,
    };
    if let (Meaning::Weekday(day, _), Some(weeks)) =
        (&meaning, skipped.filter(|_| from > 0 && t.before(from) == "the"))
    {
        let kind = sayso_model::TimeKind::Date;
        return Found { from, to: to + 2, kind, meaning: Meaning::Weekday(*day, Which::Weeks(weeks)) };
    }
    // "Tuesday week", as the British say.
    if let Meaning::Weekday(day, Which::Open(_)) = meaning
        && t.word(to) == "week"
        && !t.glued(to)
        && t.get(to + 1).is_none_or(|w| w.is_mark() && w.text == ".")
    {
        let kind = sayso_model::TimeKind::Date;
        return Found { from, to: to + 1, kind, meaning: Meaning::Weekday(day, Which::Weeks(1)) };
    }
    // "Tuesday of last week", "Friday this week".
    if let (Meaning::Weekday(day, _), Some((base, by, used))) = (&meaning, week_by_name(t, to)) {
        return Found {
            from,
            to: to + used,
            kind: sayso_model::TimeKind::Date,
            meaning: Meaning::OfWeek(*day, base, by),
        };
    }
    with_day_part(t, from, to, meaning)
}

/// "of last week", "this week", "of the week before last" at `i`: from where it is counted, how many weeks, how many tokens.
fn week_by_name(t: &Tokens, i: usize) -> Option<(Base, i64, usize)> {
    let of = usize::from(t.word(i) == "of");
    let the = usize::from(of > 0 && t.word(i + of) == "the");
    let at = i + of + the;
    let (base, by, used) = match (t.word(at), t.word(at + 1)) {
        ("last", "week") if the == 0 => (Base::Published, -1, 2),
        ("this", "week") if the == 0 => (Base::Published, 0, 2),
        ("next", "week") if the == 0 => (Base::Published, 1, 2),
        ("that", "week") if of > the => (Base::Told, 0, 2),
        ("same", "week") if the > 0 => (Base::Told, 0, 2),
        ("previous" | "preceding" | "prior", "week") if the > 0 => (Base::Told, -1, 2),
        ("following" | "next", "week") if the > 0 => (Base::Told, 1, 2),
        ("week", "before") if the > 0 && t.word(at + 2) == "last" => (Base::Published, -2, 3),
        ("week", "before") if the > 0 => (Base::Told, -1, 2),
        _ => return None,
    };
    let to = at + used;
    (t.possessive(to) == 0 && !t.glued(to)).then_some((base, by, to - i))
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
    if is_title(t, i) {
        return None;
    }
    let day = |by| Meaning::Shifted(Base::Published, by, Unit::Day);
    match t.word(i) {
        "today" => Some(with_day_part(t, i, i + 1, day(0))),
        "yesterday" => Some(with_day_part(t, i, i + 1, day(-1))),
        "tomorrow" => Some(with_day_part(t, i, i + 1, day(1))),
        "tonight" => Found::time(i, i + 1, Meaning::OnDay("TNI".to_owned(), Some(Box::new(day(0))))),
        // The night that is over began on the day before.
        "overnight" if direction(t, i, i + 1) == Direction::Past && !t.glued(i + 1) => {
            Found::time(i, i + 1, Meaning::OnDay("TNI".to_owned(), Some(Box::new(day(-1)))))
        }
        "overnight" => Found::time(i, i + 1, Meaning::OnDay("TNI".to_owned(), None)),
        _ => None,
    }
}

/// Days that news calls by a name ever since: "Black Monday", "9/11".
fn day_of_history(t: &Tokens, i: usize) -> Option<Found> {
    let day = |used: usize, year, month, day| {
        // What is named after a day tells of no story of that day.
        Found::date(i, i + used, Meaning::Value(Date::new(year, month, day).ok()?.to_string()))
    };
    let named = t.is_capitalised(i) && t.is_capitalised(i + 1);
    if t.reads(i, &["9", "/", "11"]) && t.touches(i + 2) && t.word(i + 3) != "/" && t.before(i) != "/" {
        return day(3, 2001, 9, 11);
    }
    if named && t.reads(i, &["black", "monday"]) {
        return day(2, 1987, 10, 19);
    }
    if named && t.reads(i, &["black", "tuesday"]) {
        return day(2, 1929, 10, 29);
    }
    None
}

/// "Thanksgiving Day", "Christmas 2030", "Black Monday".
pub(super) fn feast_day(t: &Tokens, i: usize) -> Option<Found> {
    if let Some(found) = day_of_history(t, i) {
        return Some(found);
    }
    let (day, used) = feast(t, i)?;
    let to = i + used;
    // "the Christmas season" is longer than the feast, and nobody says by how much.
    let shopping = usize::from(t.is(to, &["shopping", "holiday", "selling"]));
    if t.is(to + shopping, &["season", "holidays", "period", "break"]) {
        return Found::date(i, to + shopping + 1, Meaning::Unplaced);
    }
    // "the Good Friday agreement" is named after a day.
    if t.is(to, &["agreement", "agreements", "accord", "accords", "peace", "deal", "pact", "treaty"]) {
        return None;
    }
    let (to, year) = match super::lexicon::year(t.word(to)) {
        Some(year) => (to + 1, YearOf::Given(year)),
        None => (to, YearOf::Open(direction(t, i, to))),
    };
    let meaning = Meaning::Part(Part::Feast(day), year);
    // "the Labor Day weekend", "Easter week".
    if let Some((unit @ (Unit::Week | Unit::Weekend), false)) = unit(t.word(to)) {
        return Found::date(i, to + 1, Meaning::Holding(unit, Box::new(meaning)));
    }
    Some(with_day_part(t, i, to, meaning))
}
