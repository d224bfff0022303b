//! What is counted with a length: "two days ago", "a month earlier", "a week ago Monday", "two years ago this summer".

use super::{
    lexicon::{Unit, season, unit, weekday},
    meaning::{Base, Found, Meaning, Part, Reported, Which, YearOf},
    period::{Amount, value},
    tense::direction,
    token::Tokens,
};

/// "two days ago", "a month earlier", "three years later", "two weeks from now".
pub(super) fn counted_from(t: &Tokens, from: usize, at: usize, amount: Amount, unit: Unit) -> Option<Found> {
    if t.glued(at) {
        return None;
    }
    let (base, sign, used) = match t.word(at) {
        "ago" => (Base::Published, -1, 1),
        "hence" => (Base::Published, 1, 1),
        "from" if t.is(at + 1, &["now", "today"]) => (Base::Published, 1, 2),
        "from" if weekday(t.word(at + 1)).is_some() => (Base::Published, 1, 2),
        // "a week on Tuesday", as the British say; "banned for a week on Tuesday" is a length.
        "on" if unit == Unit::Week
            && weekday(t.word(at + 1)).is_some()
            && !t.is(from.wrapping_sub(1), &["for", "in", "by"]) =>
        {
            (Base::Published, 1, 2)
        }
        "earlier" | "before" | "previously" | "prior"
            if t.word(at) == "earlier"
                || ends(t, at + 1)
                || t.word(at) == "prior" && t.word(at + 1) != "to" =>
        {
            (Base::Told, -1, 1)
        }
        "later" | "afterward" | "afterwards" => (Base::Told, 1, 1),
        _ => return None,
    };
    if let Some(found) = on_that_day(t, from, at, amount, unit) {
        return Some(found);
    }
    let to = at + used;
    if amount == Amount::Vague && base == Base::Told {
        return Found::duration(from, at, value(amount, unit));
    }
    if unit < Unit::Day && amount == Amount::Vague {
        let reference = if sign < 0 { "PAST_REF" } else { "FUTURE_REF" };
        return Found::date(from, to, Meaning::Value(reference.to_owned()));
    }
    if unit < Unit::Day {
        return Some(within_a_day(from, to, at, amount, unit, base));
    }
    let meaning = match amount {
        Amount::Exact(1, false) if unit == Unit::Year && sign < 0 => Meaning::YearBefore(Reported::Any),
        Amount::Exact(count, _) if unit == Unit::Week && count <= FEW_WEEKS => {
            Meaning::Shifted(base, 7 * sign * count, Unit::Day)
        }
        Amount::Exact(1, _) if unit == Unit::Fortnight => Meaning::Shifted(base, 14 * sign, Unit::Day),
        // "half a century ago", "a decade and a half later".
        Amount::Exact(count, true) if unit >= Unit::Decade => {
            let years = if unit == Unit::Decade { 10 } else { 100 };
            Meaning::Shifted(base, sign * (count * years + years / 2), Unit::Year)
        }
        Amount::Exact(0, true) if unit == Unit::Year => Meaning::Shifted(base, 6 * sign, Unit::Month),
        Amount::Exact(count, _) => Meaning::Shifted(base, sign * count, unit),
        Amount::Decimal(_) | Amount::Vague if sign < 0 => Meaning::Value("PAST_REF".to_owned()),
        Amount::Decimal(_) | Amount::Vague => Meaning::Value("FUTURE_REF".to_owned()),
    };
    Found::date(from, to, meaning)
}

/// "a week ago Monday", "two weeks from Friday", "ten years ago today", "a year ago this month": which day of that time is meant.
fn on_that_day(t: &Tokens, from: usize, at: usize, amount: Amount, unit: Unit) -> Option<Found> {
    let Amount::Exact(count, false) = amount else { return None };
    let sign = if t.word(at) == "ago" { -1 } else { 1 };
    if !t.is(at, &["ago", "from", "on"]) {
        return None;
    }
    if let Some(day) = weekday(t.word(at + 1)).filter(|_| t.is_capitalised(at + 1) && unit == Unit::Week) {
        return Found::date(from, at + 2, Meaning::Weekday(day, Which::Weeks(sign * count)));
    }
    let (which, used) =
        sighted(t, at + 1).filter(|(which, _)| sign < 0 && (unit == Unit::Year || is_today(which)))?;
    Found::date(from, at + 1 + used, Meaning::Away(-count, unit, Box::new(which)))
}

fn is_today(which: &Meaning) -> bool {
    matches!(which, Meaning::Shifted(Base::Published, _, Unit::Day))
}

/// What "ago" can be counted from other than now: "today", "Sunday", "this month", "next summer".
fn sighted(t: &Tokens, i: usize) -> Option<(Meaning, usize)> {
    let day = |by| Some((Meaning::Shifted(Base::Published, by, Unit::Day), 1));
    let by = match t.word(i) {
        "today" => return day(0),
        "yesterday" => return day(-1),
        "tomorrow" => return day(1),
        "last" => -1,
        "this" => 0,
        "next" => 1,
        word => {
            let day = weekday(word).filter(|_| t.is_capitalised(i) && !t.is_capitalised(i + 1))?;
            return Some((Meaning::Weekday(day, Which::Open(direction(t, i, i + 1))), 1));
        }
    };
    let year = [YearOf::Last, YearOf::Shifted(0), YearOf::Next][usize::try_from(by + 1).ok()?];
    let which = match (unit(t.word(i + 1)), season(t.word(i + 1)), weekday(t.word(i + 1))) {
        (Some((unit @ (Unit::Week | Unit::Weekend | Unit::Month), false)), ..) => {
            Meaning::Shifted(Base::Published, by, unit)
        }
        (_, Some(season), _) => Meaning::Part(Part::Season(season), year),
        (.., Some(day)) if by == 0 => Meaning::Weekday(day, Which::This),
        _ => return None,
    };
    Some((which, 2))
}

/// Up to so many weeks are counted to the day: whoever says "two weeks ago" has a day in mind, with "six weeks" a week.
const FEW_WEEKS: i64 = 3;

/// "two hours ago" and "an hour later" have no clock to be counted from: the length is what they say.
fn within_a_day(from: usize, to: usize, at: usize, amount: Amount, unit: Unit, base: Base) -> Found {
    let kind =
        if base == Base::Published { sayso_model::TimeKind::Time } else { sayso_model::TimeKind::Duration };
    let to = if base == Base::Published { to } else { at };
    Found { from, to, kind, meaning: Meaning::Value(value(amount, unit)) }
}

fn ends(t: &Tokens, i: usize) -> bool {
    t.get(i).is_none_or(|w| w.is_mark())
}
