//! What an expression says before it is known when the article appeared and what it has told so far.

use jiff::civil::Weekday;
use sayso_model::TimeKind;

use super::{
    feast::Feast,
    lexicon::{Season, Unit},
    tense::Direction,
};

/// A time expression of the tokens `from..to`.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub from: usize,
    pub to: usize,
    pub kind: TimeKind,
    pub meaning: Meaning,
}

impl Found {
    pub fn date(from: usize, to: usize, meaning: Meaning) -> Option<Self> {
        Some(Self { from, to, kind: TimeKind::Date, meaning })
    }

    pub fn time(from: usize, to: usize, meaning: Meaning) -> Option<Self> {
        Some(Self { from, to, kind: TimeKind::Time, meaning })
    }

    pub fn duration(from: usize, to: usize, value: impl Into<String>) -> Option<Self> {
        Some(Self { from, to, kind: TimeKind::Duration, meaning: Meaning::Value(value.into()) })
    }

    pub fn set(from: usize, to: usize, value: impl Into<String>) -> Option<Self> {
        Some(Self { from, to, kind: TimeKind::Set, meaning: Meaning::Value(value.into()) })
    }
}

/// From where a shift is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Base {
    /// The day of publication: "ago", "last", "next".
    Published,
    /// The time told of last: "later", "the following".
    Told,
    /// The time told of last where it is as precise as the unit, else publication: "the week".
    Near,
}

/// Which year a part of the year belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum YearOf {
    Given(i16),
    /// So many years from that of publication: "June last year" is -1.
    Shifted(i64),
    /// The latest before publication: "last June".
    Last,
    /// The first after publication: "next June".
    Next,
    /// The next or previous one seen from the time told of last: "the following June".
    Told(i64),
    /// So many years from that of the time told of last: "June of the previous year" is -1.
    OfTold(i64),
    /// Not said: as the tense has it.
    Open(Direction),
    /// That of an event that is called by its day: "the Oct. 7 attack". Only a day of the last weeks tells the year.
    Event,
}

/// A part of a year.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    Month(i8),
    Day(i8, i8),
    Season(Season),
    Quarter(i8),
    Half(i8),
    /// The quarter that the article reports on, in another year: "the 2030 period".
    Reported,
    /// Month, which one of its weekdays (-1 is the last), and weekday: "the second Tuesday in May".
    Weekday(i8, i8, Weekday),
    /// The day of a feast in each year.
    Feast(Feast),
}

/// Which of many weekdays is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    Last,
    Next,
    This,
    /// The first after, or the last before, the time told of last.
    Told(i64),
    /// So many weeks from the nearest one before (a count of 0 or less) or after publication: "a week ago Monday".
    Weeks(i64),
    Open(Direction),
}

/// What an expression says.
#[derive(Clone, Debug)]
pub(super) enum Meaning {
    /// Its value hangs on nothing else.
    Value(String),
    /// A year, decade or century, or a date in full.
    Point(super::point::Point),
    /// So many units from `Base`, as precise as the unit.
    Shifted(Base, i64, Unit),
    /// So many years before the period that the article reports on: "a year earlier".
    YearBefore(Reported),
    /// The period that the article reports on.
    Reported(Reported),
    /// A part of a year.
    Part(Part, YearOf),
    Weekday(Weekday, Which),
    /// A weekday of a week so many weeks from `Base`: "Tuesday of last week".
    OfWeek(Weekday, Base, i64),
    /// "the day": the one told of last, else that of publication.
    Day,
    /// So many units away from another time: "ten years ago today", "two years ago this summer".
    Away(i64, Unit, Box<Meaning>),
    /// A day of the month and perhaps of the week without its month: "on the 15th", "Friday the 13th".
    DayOfMonth(i8, Option<Weekday>, Direction),
    /// A day of a month so many months from `Base`: "the 15th of next month".
    DayIn(i8, Base, i64),
    /// The week, weekend or year that holds a day: "the week of Jan. 19", "the Labor Day weekend".
    Holding(Unit, Box<Meaning>),
    /// A weekend before or after publication.
    Weekend(Direction),
    /// A clock time or part of the day ("T09:00", "TMO") on a day; without one on the day told of in the sentence.
    OnDay(String, Option<Box<Meaning>>),
    /// A time that is named and lies nowhere exactly: "the Christmas season".
    Unplaced,
    /// Year's end, as a day.
    YearEnd(Direction),
}

/// What a report names when it speaks of its period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reported {
    /// "a year earlier": whatever was reported on last.
    Any,
    /// "the quarter"; with the month in which it ended, where that is said.
    Quarter(Option<(i8, Option<i16>)>),
    /// "the latest quarter".
    LatestQuarter,
}
