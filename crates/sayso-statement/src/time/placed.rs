//! Where parts of a year lie: in a year that is known, nearest to a day, over or to come.

use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};

use super::{
    lexicon::Unit,
    meaning::Part,
    point::{Point, step},
    tense::Direction,
};

/// How precise a point is, as a unit.
pub(super) fn precision(point: Point) -> Unit {
    match point {
        Point::Day(_) => Unit::Day,
        Point::Week(..) => Unit::Week,
        Point::Month(..) => Unit::Month,
        Point::Quarter(..) | Point::Season(..) | Point::Half(..) => Unit::Quarter,
        Point::Year(_) => Unit::Year,
        Point::Decade(_) => Unit::Decade,
        Point::Century(_) => Unit::Century,
    }
}

pub(super) fn in_year(part: Part, year: i16) -> Option<Point> {
    Some(match part {
        Part::Month(month) => Point::Month(year, month),
        Part::Day(month, day) => Point::Day(Date::new(year, month, day).ok()?),
        Part::Weekday(month, nth, day) => {
            Point::Day(Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, day).ok()?)
        }
        Part::Season(season) => Point::Season(year, season),
        Part::Quarter(quarter) => Point::Quarter(year, quarter),
        Part::Half(half) => Point::Half(year, half),
        Part::Feast(feast) => Point::Day(feast.day(year)?),
        Part::Reported => return None,
    })
}

/// The first day of the month of `day`: "last June" is no June that is under way.
pub(super) fn start(day: Date) -> Date {
    day.first_of_month()
}

pub(super) fn is_over(point: Point, today: Date) -> bool {
    let months = match point {
        Point::Month(..) => 1,
        Point::Half(..) => 6,
        _ => 3,
    };
    point.first_day().and_then(|d| step(d, months, Unit::Month)).is_some_and(|end| end <= today)
}

/// Whether a quarter ended within the quarter that holds `today`, or is under way.
pub(super) fn just_over(point: Point, today: Date) -> bool {
    point.first_day().and_then(|d| step(d, 6, Unit::Month)).is_some_and(|end| end > today)
}

/// The year in which a day lies nearest to publication; the tense shifts the weights.
pub(super) fn nearest_day(part: Part, today: Date, direction: Direction) -> Option<Point> {
    // News tells of the past: a date 7 months ahead is rather 5 months back. With a verb to come it is the other way round.
    let (ahead, back) = match direction {
        Direction::Past => (4, 1),
        Direction::Unknown => (2, 1),
        Direction::Future => (1, 3),
    };
    let year = today.year();
    let candidates = [year, year - 1, year + 1].into_iter().filter_map(|y| in_year(part, y));
    candidates.min_by_key(|point| {
        let days = point.first_day().map_or(i32::MAX / 8, |d| (d - today).get_days());
        if days > 0 { ahead * days } else { -back * days }
    })
}

/// The same stretch so many units away: the summer of two years before this summer, the day a month before this day.
pub(super) fn away(point: Point, by: i64, unit: Unit) -> Option<Point> {
    let day = step(point.first_day()?, by, unit)?;
    Some(match point {
        Point::Season(_, season) => Point::Season(day.year(), season),
        Point::Half(_, half) => Point::Half(day.year(), half),
        Point::Week(_, true) => Point::around(day, Unit::Weekend),
        _ => Point::around(day, precision(point)),
    })
}

/// The stretch that holds a day; the weekend of a Monday or Tuesday is the one that leads to it.
pub(super) fn holding(unit: Unit, day: Date) -> Point {
    let leads = unit == Unit::Weekend && matches!(day.weekday(), Weekday::Monday | Weekday::Tuesday);
    let back = if leads { 2 } else { 0 };
    Point::around(day.checked_sub(back.days()).unwrap_or(day), unit)
}
