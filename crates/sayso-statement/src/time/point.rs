//! A stretch of the calendar, from a day to a century, with its TIMEX3 value and the arithmetic on it.

use std::fmt;

use jiff::{
    ToSpan,
    civil::{Date, ISOWeekDate, Weekday},
};

use super::lexicon::{Season, Unit};

/// A stretch of the calendar as precise as the words that name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Point {
    Day(Date),
    /// ISO year and week; `true` for its Saturday and Sunday alone.
    Week(ISOWeekDate, bool),
    Month(i16, i8),
    Quarter(i16, i8),
    Half(i16, i8),
    Season(i16, Season),
    Year(i16),
    /// The first three digits of its years: 199.
    Decade(i16),
    /// The first two digits of its years: 19.
    Century(i16),
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{day}"),
            Self::Week(week, false) => write!(f, "{:04}-W{:02}", week.year(), week.week()),
            Self::Week(week, true) => write!(f, "{:04}-W{:02}-WE", week.year(), week.week()),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            Self::Half(year, half) => write!(f, "{year:04}-H{half}"),
            Self::Season(year, season) => write!(f, "{year:04}-{}", season.code()),
            Self::Year(year) => write!(f, "{year:04}"),
            // Left out digits are unknown: 199 is the decade of 1990 to 1999, 19 the century from 1900.
            Self::Decade(decade) => write!(f, "{decade:03}"),
            Self::Century(century) => write!(f, "{century:02}"),
        }
    }
}

impl Point {
    pub fn year(self) -> i16 {
        match self {
            Self::Day(day) => day.year(),
            Self::Week(week, _) => week.year(),
            Self::Decade(decade) => decade * 10,
            Self::Century(century) => century * 100,
            Self::Month(year, _)
            | Self::Quarter(year, _)
            | Self::Half(year, _)
            | Self::Season(year, _)
            | Self::Year(year) => year,
        }
    }

    /// Its first day; `None` beyond the calendar.
    pub fn first_day(self) -> Option<Date> {
        let month = match self {
            Self::Day(day) => return Some(day),
            Self::Week(week, false) => return monday(week),
            Self::Week(week, true) => return monday(week)?.checked_add(5.days()).ok(),
            Self::Month(_, month) => month,
            Self::Quarter(_, quarter) => 3 * quarter - 2,
            Self::Half(_, half) => 6 * half - 5,
            Self::Season(_, season) => season.first_month(),
            Self::Year(_) | Self::Decade(_) | Self::Century(_) => 1,
        };
        Date::new(self.year(), month, 1).ok()
    }

    /// The stretch of one `unit` that holds `day`; for units below a day, the day.
    pub fn around(day: Date, unit: Unit) -> Self {
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Self::Day(day),
            Unit::Week | Unit::Fortnight => Self::Week(day.iso_week_date(), false),
            Unit::Weekend => Self::Week(day.iso_week_date(), true),
            Unit::Month => Self::Month(day.year(), day.month()),
            Unit::Quarter => Self::Quarter(day.year(), quarter_of(day.month())),
            Unit::Year => Self::Year(day.year()),
            Unit::Decade => Self::Decade(day.year() / 10),
            Unit::Century => Self::Century(day.year() / 100),
        }
    }

    /// The stretch of one `unit` that lies `by` units from the one that holds `day`.
    pub fn moved(day: Date, by: i64, unit: Unit) -> Option<Self> {
        Some(Self::around(step(day, by, unit)?, unit))
    }
}

/// `day` moved by a number of units; `None` beyond the calendar.
pub(super) fn step(day: Date, by: i64, unit: Unit) -> Option<Date> {
    // A span of more than 19,998 years is none to the calendar library, and the calendar ends before.
    let by = i32::try_from(by).ok().filter(|b| b.abs() < 19_000)?;
    let span = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => return (by.abs() < 24).then_some(day),
        Unit::Day => by.days(),
        Unit::Week | Unit::Weekend => by.weeks(),
        Unit::Fortnight => (2 * by).weeks(),
        Unit::Month => by.months(),
        Unit::Quarter => (3 * by).months(),
        Unit::Year => by.years(),
        Unit::Decade if by.abs() < 999 => (10 * by).years(),
        Unit::Century if by.abs() < 99 => (100 * by).years(),
        Unit::Decade | Unit::Century => return None,
    };
    day.checked_add(span).ok()
}

pub(super) fn quarter_of(month: i8) -> i8 {
    (month + 2) / 3
}

fn monday(week: ISOWeekDate) -> Option<Date> {
    ISOWeekDate::new(week.year(), week.week(), Weekday::Monday).ok().map(ISOWeekDate::date)
}
