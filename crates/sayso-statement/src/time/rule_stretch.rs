//! Stretches of the calendar named with an article alone: "the weekend", "the week", "the morning", "the summer of 2031".

use super::{
    lexicon::{Season, Unit, day_part, season, unit},
    meaning::{Base, Found, Meaning, Part, YearOf},
    period::{Amount, value},
    rule_calendar::{calendar_date, year_by_name},
    rule_deictic::second_unit,
    rule_month::month_name,
    rule_year::{second_year, year_number},
    tense::{Direction, direction},
    token::Tokens,
};

/// "the weekend", "the morning", "the summer of 2031", "summer 2031", "the year ended", "the week".
pub(super) fn stretch(t: &Tokens, i: usize) -> Option<Found> {
    let the = usize::from(t.word(i) == "the");
    let noun = i + the;
    if let Some(found) =
        trading(t, i).or_else(|| middle(t, i)).or_else(|| whole(t, i)).or_else(|| holidays(t, i))
    {
        return Some(found);
    }
    if let Some(season) = season(t.word(noun)) {
        return season_of_year(t, i, noun, season);
    }
    if the == 0 {
        return None;
    }
    if let Some(found) = of_a_day(t, i, noun) {
        return Some(found);
    }
    match t.word(noun) {
        "new" if new_year(t, noun) => {
            let first = Meaning::Part(Part::Day(1, 1), YearOf::Open(Direction::Unknown));
            Found::date(i, noun + 2, Meaning::Holding(Unit::Year, Box::new(first)))
        }
        "weekend" if t.reads(noun + 1, &["before", "last"]) => {
            Found::date(i, noun + 3, Meaning::Shifted(Base::Published, -2, Unit::Weekend))
        }
        "weekend" if t.reads(noun + 1, &["after", "next"]) => {
            Found::date(i, noun + 3, Meaning::Shifted(Base::Published, 2, Unit::Weekend))
        }
        "weekend" => {
            let ahead = i >= 2 && t.reads(i - 2, &["ahead", "of"]);
            let direction = if ahead { Direction::Future } else { direction(t, i, noun + 1) };
            Found::date(i, noun + 1, Meaning::Weekend(direction))
        }
        "fiscal" if t.word(noun + 1) == "year" => Found::duration(i, noun + 2, "P1Y"),
        _ => within_day(t, i, noun).or_else(|| calendar_unit(t, i, noun)),
    }
}

/// "the week of Jan. 19", "the weekend of 24 January".
fn of_a_day(t: &Tokens, from: usize, noun: usize) -> Option<Found> {
    let (unit @ (Unit::Week | Unit::Weekend), false) = unit(t.word(noun))? else { return None };
    let day = calendar_date(t, noun + 2).filter(|_| t.word(noun + 1) == "of")?;
    matches!(day.meaning, Meaning::Part(Part::Day(..), _))
        .then(|| Found::date(from, day.to, Meaning::Holding(unit, Box::new(day.meaning))))
        .flatten()
}

/// "the new year" as a time to come, not as the name of its first day: "the New Year's Eve party".
fn new_year(t: &Tokens, i: usize) -> bool {
    t.word(i + 1) == "year"
        && t.is_capitalised(i) == t.is_capitalised(i + 1)
        && t.possessive(i + 2) == 0
        && !t.glued(i + 2)
        && !t.is_capitalised(i + 2)
}

/// "in morning trading", "by late afternoon".
fn trading(t: &Tokens, i: usize) -> Option<Found> {
    let (code, false) = day_part(t.word(i))? else { return None };
    let told = t.is(i + 1, &["trading", "session", "trade"])
        && t.is(i.wrapping_sub(1), &["in", "during", "early", "late", "mid"]);
    // "by mid-afternoon".
    let middle = t.glued(i)
        && t.before(i) == "mid"
        && t.is(i.wrapping_sub(2), &["in", "by", "at", "until", "since", "around", "before", "after"]);
    // "by late afternoon", "in the early morning hours", "until morning".
    let late = usize::from(t.is(i.wrapping_sub(1), &["late", "early", "mid"]));
    let late = late + usize::from(late > 0 && t.before(i - 1) == "the");
    let hours = usize::from(late > 0 && t.word(i + 1) == "hours");
    let to = i + 1 + hours;
    let bare = t.is(i.wrapping_sub(1 + late), &["by", "until", "till", "since", "before", "toward"])
        || late > 0 && t.is(i.wrapping_sub(1 + late), &["in", "at", "during", "around"]);
    let bare = bare
        && (!t.glued(i) || late == 2)
        && (t.get(to).is_none_or(|w| w.is_mark())
            || t.is(to, &["and", "the", "on", "in", "when", "as", "after", "before", "that"]));
    (told || middle || bare)
        .then(|| Found::time(i, if bare { to } else { i + 1 }, Meaning::OnDay(format!("T{code}"), None)))
        .flatten()
}

/// "by midyear", "in mid-week": the year or week that is under way.
fn middle(t: &Tokens, i: usize) -> Option<Found> {
    let (name, used) = match t.word(i).strip_prefix("mid") {
        Some("") if t.glued(i + 1) => (t.word(i + 1), 2),
        Some(name) => (name, 1),
        None => return None,
    };
    let (unit @ (Unit::Week | Unit::Month | Unit::Year), false) = unit(name)? else { return None };
    let before = ["in", "by", "at", "since", "until", "till", "before", "after", "around", "from", "through"];
    let to = i + used;
    (t.is(i.wrapping_sub(1), &before) && closes(t, to))
        .then(|| Found::date(i, to, Meaning::Shifted(Base::Published, 0, unit)))
        .flatten()
}

/// "that entire week", "the whole month", "the whole day", "the full year".
fn whole(t: &Tokens, i: usize) -> Option<Found> {
    if !t.is(i, &["the", "that", "this"]) || !t.is(i + 1, &["full", "entire", "whole"]) || t.glued(i + 3) {
        return None;
    }
    let (unit, false) = unit(t.word(i + 2))? else { return None };
    match unit {
        Unit::Year => Found::date(i, i + 3, Meaning::Shifted(Base::Published, 0, unit)),
        Unit::Week | Unit::Month if t.word(i) == "this" => {
            Found::date(i, i + 3, Meaning::Shifted(Base::Published, 0, unit))
        }
        Unit::Week | Unit::Month => Found::date(i, i + 3, Meaning::Shifted(Base::Told, 0, unit)),
        Unit::Hour | Unit::Day | Unit::Weekend => {
            Found::duration(i, i + 3, value(Amount::Exact(1, false), unit))
        }
        _ => None,
    }
}

/// "the holiday season", "last holiday shopping season".
fn holidays(t: &Tokens, i: usize) -> Option<Found> {
    let shopping = usize::from(t.is(i + 2, &["shopping", "selling"]));
    let named = t.is(i, &["the", "this", "last", "next"]) && t.word(i + 1) == "holiday";
    (named && t.word(i + 2 + shopping) == "season")
        .then(|| Found::date(i, i + 3 + shopping, Meaning::Unplaced))
        .flatten()
}

/// "in the morning", "to end the day lower", "later in the day".
fn within_day(t: &Tokens, from: usize, noun: usize) -> Option<Found> {
    let before = t.before(from);
    if t.word(noun) == "day" {
        let told = matches!(before, "end" | "ended" | "ending" | "finish" | "finished" | "in" | "for");
        // Market reports: "ended the day down 31 points".
        let goes_on = t.is(
            noun + 1,
            &["with", "up", "down", "on", "lower", "higher", "below", "above", "near", "unchanged"],
        );
        return (told && (closes(t, noun + 1) || goes_on))
            .then(|| Found::date(from, noun + 1, Meaning::Day))
            .flatten();
    }
    // "the night before", "the morning after": of the day told of.
    if let (Some((code, false)), true) =
        (day_part(t.word(noun)), t.is(noun + 1, &["before", "after"]) && closes(t, noun + 2))
    {
        let by = if t.word(noun + 1) == "before" { -1 } else { 1 };
        let day = Meaning::Shifted(Base::Told, by, Unit::Day);
        return Found::time(from, noun + 2, Meaning::OnDay(format!("T{code}"), Some(Box::new(day))));
    }
    // "the night of the vote" is no part of a day that was told.
    let (code, false) = day_part(t.word(noun)).filter(|(code, _)| *code != "NI")? else { return None };
    let told = matches!(before, "in" | "during") && t.word(noun + 1) != "of";
    told.then(|| Found::time(from, noun + 1, Meaning::OnDay(format!("T{code}"), None))).flatten()
}

/// "the year ended", "the weeks ahead", "the day before", "the week".
fn calendar_unit(t: &Tokens, from: usize, noun: usize) -> Option<Found> {
    let (unit, plural) = unit(t.word(noun))?;
    let next = t.word(noun + 1);
    let whole = matches!(unit, Unit::Week | Unit::Month | Unit::Year);
    match next {
        _ if plural => to_come(t, from, noun, unit),
        "to" | "through" if whole && month_name(t, noun + 2).is_some() => {
            Found::duration(from, noun + 1, value(Amount::Exact(1, false), unit))
        }
        "ended" | "ending" if whole => Found::duration(from, noun + 1, value(Amount::Exact(1, false), unit)),
        // "the week before last", "the year after next".
        "before" if whole && t.word(noun + 2) == "last" => {
            Found::date(from, noun + 3, Meaning::Shifted(Base::Published, -2, unit))
        }
        "after" if whole && t.word(noun + 2) == "next" => {
            Found::date(from, noun + 3, Meaning::Shifted(Base::Published, 2, unit))
        }
        "previous" if whole => Found::date(from, noun + 2, Meaning::Shifted(Base::Told, -1, unit)),
        "before" | "after" if (whole || unit == Unit::Day) && closes(t, noun + 2) => {
            let by = if next == "before" { -1 } else { 1 };
            Found::date(from, noun + 2, Meaning::Shifted(Base::Told, by, unit))
        }
        // "the rest of the decade".
        _ if matches!(unit, Unit::Decade | Unit::Century) && part_of(t, from) => {
            Found::date(from, noun + 1, Meaning::Shifted(Base::Published, 0, unit))
        }
        _ if whole && !t.glued(noun + 1) => {
            // A story stays within its week; "the year" is that of the paper, whatever year was compared with it.
            let base = if unit == Unit::Year { Base::Published } else { Base::Near };
            Found::date(from, noun + 1, Meaning::Shifted(base, 0, unit))
        }
        _ => None,
    }
}

/// Whether "the rest of", "much of" stand before token `i`.
fn part_of(t: &Tokens, i: usize) -> bool {
    i > 1
        && t.before(i) == "of"
        && t.is(i - 2, &["rest", "remainder", "most", "much", "part", "half", "course"])
}

/// "the weeks ahead", "the weeks and months ahead", "the years to come".
fn to_come(t: &Tokens, from: usize, noun: usize, unit: Unit) -> Option<Found> {
    let at = noun + 1 + second_unit(t, noun + 1);
    let to = match t.word(at) {
        "ahead" if t.word(at + 1) != "of" => at + 1,
        "to" if t.word(at + 1) == "come" => at + 2,
        _ => return None,
    };
    Found::duration(from, to, value(Amount::Vague, unit))
}

/// Whether the clause ends at `i`, so that a preposition before it has no object.
fn closes(t: &Tokens, i: usize) -> bool {
    t.get(i).is_none_or(|w| w.is_mark()) || t.is(i, &["and", "but", "by", "in", "at", "when"])
}

/// "the summer", "the winter": with an article they are no verbs, and "the fall" is often no season.
fn the_season(t: &Tokens, from: usize, noun: usize) -> bool {
    noun > from
        && t.is(noun, &["summer", "winter", "autumn"])
        && !t.is_capitalised(noun)
        && !t.is_capitalised(noun + 1)
}

fn season_of_year(t: &Tokens, from: usize, noun: usize, season: Season) -> Option<Found> {
    let of = usize::from(t.word(noun + 1) == "of");
    if let Some((year, used)) = year_number(t, noun + 1 + of) {
        // "the winter of 2030-31".
        let used =
            used + usize::from(season == Season::Winter && second_year(t, noun + 1 + of + used).is_some());
        return Found::date(
            from,
            noun + 1 + of + used,
            Meaning::Part(Part::Season(season), YearOf::Given(year)),
        );
    }
    if let Some(by) = year_by_name(t, noun + 1 + of) {
        return Found::date(from, noun + 3 + of, Meaning::Part(Part::Season(season), YearOf::Shifted(by)));
    }
    // "fall" and "spring" are verbs and springs too: bare seasons only where a time is looked for.
    let sure = the_season(t, from, noun);
    let introduced = sure
        || t.is(
            from.wrapping_sub(1),
            &[
                "in", "during", "since", "by", "until", "over", "into", "through", "of", "early", "late",
                "mid",
            ],
        );
    let verb = t.is(noun, &["fall", "spring"]) && noun == from;
    if !introduced || verb || of > 0 || t.glued(noun + 1) {
        return None;
    }
    Found::date(
        from,
        noun + 1,
        Meaning::Part(Part::Season(season), YearOf::Open(direction(t, from, noun + 1))),
    )
}
