//! Words that belong to an expression and shade it: "early this week", "about two years ago", "the end of 2031".

use sayso_model::TimeKind;

use super::{
    core,
    lexicon::{Unit, unit},
    meaning::{Base, Found, Meaning, Part},
    point::Point,
    token::Tokens,
};

/// Which expressions a modifier goes with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fits {
    /// "early", "the end of": a date, time or set of the calendar.
    Date,
    /// "early in", "the latter part of": a stretch longer than a day.
    Stretch,
    /// "the first week of": a month or season, which is then the value: its weeks are counted in many ways.
    Part,
    /// "earlier", "later": a stretch that is under way.
    UnderWay,
    /// "about", "nearly": a length, or what is counted with one.
    Length,
}

/// The expression that begins at token `i`, with its modifiers.
pub(super) fn expression(t: &Tokens, i: usize) -> Option<Found> {
    if let Some((used, fits)) = modifier(t, i)
        && let Some(found) = core(t, i + used).or_else(|| the_period(t, i, i + used))
        && goes_with(t, fits, &found, i + used)
    {
        return Some(Found { from: i, ..found });
    }
    core(t, i)
}

fn modifier(t: &Tokens, i: usize) -> Option<(usize, Fits)> {
    let end = |at: usize| {
        let of = t.is(at, &["end", "beginning", "start", "middle", "close"]) && t.word(at + 1) == "of";
        of.then_some(2)
    };
    Some(match t.word(i) {
        "early" | "late" if t.word(i + 1) == "in" && !t.is(i + 2, &["a", "his", "her", "their"]) => {
            (2, Fits::Stretch)
        }
        "early" | "late" | "mid" => (1, Fits::Date),
        "the" if end(i + 1).is_some() => (3, Fits::Date),
        "the"
            if t.is(i + 1, &["early", "first", "latter", "later", "last"])
                && t.reads(i + 2, &["part", "of"]) =>
        {
            (4, Fits::Stretch)
        }
        "the" if part_of(t, i + 1) => (4, Fits::Part),
        "the" if t.is(i + 1, &["early", "late", "mid"]) => (2, Fits::Date),
        "earlier" | "later" => (1 + usize::from(t.word(i + 1) == "in"), Fits::UnderWay),
        "about" | "around" | "nearly" | "almost" | "approximately" | "roughly" | "some" => (1, Fits::Length),
        // "over an hour" is longer than one; "over several years" is during them.
        "over" | "under" if t.is(i + 1, &["a", "an"]) => (1, Fits::Length),
        "more" | "less" | "fewer" | "longer" if t.word(i + 1) == "than" => (2, Fits::Length),
        "at" if t.is(i + 1, &["least", "most"]) => (2, Fits::Length),
        "up" if t.word(i + 1) == "to" => (2, Fits::Length),
        "no" | "not" if t.is(i + 1, &["more", "less", "fewer", "longer"]) && t.word(i + 2) == "than" => {
            (3, Fits::Length)
        }
        _ => return None,
    })
}

/// "first week of", "latter part of" at `i`.
fn part_of(t: &Tokens, i: usize) -> bool {
    t.is(i, &["first", "second", "third", "fourth", "last", "final", "early", "latter", "opening", "closing"])
        && t.is(i + 1, &["day", "days", "week", "weeks", "part", "half"])
        && t.is(i + 2, &["of", "in"])
}

/// "the month", "the year", "the week" after a modifier is the one under way: "the end of the month".
fn the_period(t: &Tokens, from: usize, at: usize) -> Option<Found> {
    let (unit, false) = unit(t.word(at + 1))? else { return None };
    let plain = t.word(at) == "the" && unit >= Unit::Week;
    plain.then(|| Found::date(from, at + 2, Meaning::Shifted(Base::Published, 0, unit))).flatten()
}

fn goes_with(t: &Tokens, fits: Fits, found: &Found, at: usize) -> bool {
    match fits {
        Fits::Date => {
            matches!(found.kind, TimeKind::Date | TimeKind::Time)
                && !matches!(found.meaning, Meaning::Value(_))
                && !t.is(at, &["early", "late"])
        }
        Fits::Stretch => match &found.meaning {
            Meaning::Point(point) => !matches!(point, Point::Day(_)),
            Meaning::Part(part, _) => !matches!(part, Part::Day(..) | Part::Weekday(..) | Part::Feast(_)),
            Meaning::Shifted(_, _, unit) => *unit > Unit::Day,
            // "late in the day", "early in the evening".
            Meaning::Day | Meaning::OnDay(_, None) => t.word(at) == "the",
            _ => false,
        },
        // "the last half of the '80s".
        Fits::Part if t.word(at.wrapping_sub(2)) == "half" => {
            matches!(found.meaning, Meaning::Point(Point::Decade(_) | Point::Century(_)))
        }
        Fits::Part => matches!(
            found.meaning,
            Meaning::Part(Part::Month(_) | Part::Season(_), _) | Meaning::Shifted(_, _, Unit::Month)
        ),
        Fits::UnderWay => {
            matches!(
                found.meaning,
                Meaning::Shifted(_, -1..=1, _) | Meaning::OnDay(_, Some(_)) | Meaning::Day
            ) && !t.is_capitalised(at)
        }
        Fits::Length => match found.meaning {
            // "over the past year" is a place in time, "over a year" a length.
            Meaning::Value(_) => {
                matches!(found.kind, TimeKind::Duration | TimeKind::Time)
                    && !t.is(at, &["the", "those", "this", "these"])
            }
            Meaning::Shifted(..) | Meaning::YearBefore(_) => super::period::amount(t, at).is_some(),
            Meaning::Part(..) => t.is(at.wrapping_sub(1), &["about", "around"]),
            _ => false,
        },
    }
}
