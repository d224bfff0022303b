//! Names of seasons, units and parts of the day, with what they count; those of months and weekdays are the whole crate's.

pub(super) use crate::calendar::{month, short_month, short_weekday, weekday};

/// A season of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    /// The TIMEX3 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }

    /// The month in which it begins in the north; a winter is counted to the year of its December.
    pub fn first_month(self) -> i8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }
}

pub(super) fn season(word: &str) -> Option<Season> {
    Some(match word {
        "spring" => Season::Spring,
        "summer" => Season::Summer,
        "autumn" | "fall" => Season::Autumn,
        "winter" => Season::Winter,
        _ => return None,
    })
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// The unit that a word names, and whether it is plural.
pub(super) fn unit(word: &str) -> Option<(Unit, bool)> {
    Some(match word {
        "second" | "sec" => (Unit::Second, false),
        "seconds" | "secs" => (Unit::Second, true),
        "minute" | "min" => (Unit::Minute, false),
        "minutes" | "mins" => (Unit::Minute, true),
        "hour" => (Unit::Hour, false),
        "hours" | "hrs" => (Unit::Hour, true),
        "day" => (Unit::Day, false),
        "days" => (Unit::Day, true),
        "weekend" => (Unit::Weekend, false),
        "weekends" => (Unit::Weekend, true),
        "week" => (Unit::Week, false),
        "weeks" => (Unit::Week, true),
        "fortnight" => (Unit::Fortnight, false),
        "fortnights" => (Unit::Fortnight, true),
        "month" => (Unit::Month, false),
        "months" => (Unit::Month, true),
        "quarter" => (Unit::Quarter, false),
        "quarters" => (Unit::Quarter, true),
        "year" => (Unit::Year, false),
        "years" => (Unit::Year, true),
        "decade" => (Unit::Decade, false),
        "decades" => (Unit::Decade, true),
        "century" => (Unit::Century, false),
        "centuries" => (Unit::Century, true),
        _ => return None,
    })
}

/// The TIMEX3 code of a part of the day, and whether the word is plural.
pub(super) fn day_part(word: &str) -> Option<(&'static str, bool)> {
    Some(match word {
        "morning" => ("MO", false),
        "mornings" => ("MO", true),
        "afternoon" => ("AF", false),
        "afternoons" => ("AF", true),
        "evening" => ("EV", false),
        "evenings" => ("EV", true),
        "night" => ("NI", false),
        "nights" => ("NI", true),
        _ => return None,
    })
}

/// The number of a written-out or figured ordinal up to 31: "third", "3rd", "twenty" + "first" is left to the caller.
pub(super) fn ordinal(word: &str) -> Option<i8> {
    const WRITTEN: [&str; 20] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    if let Some(at) = WRITTEN.iter().position(|w| *w == word) {
        return i8::try_from(at + 1).ok();
    }
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|s| word.strip_suffix(s))?;
    digits.parse().ok().filter(|d| (1..=31).contains(d))
}

/// The day of the month that a word can name: "18", "18th", "eighth".
pub(super) fn day_of_month(word: &str) -> Option<i8> {
    if word.len() <= 2 {
        return word
            .parse()
            .ok()
            .filter(|d| (1..=31).contains(d) && word.starts_with(|c: char| c.is_ascii_digit()));
    }
    ordinal(word)
}

/// The year of four digits.
pub(super) fn year(word: &str) -> Option<i16> {
    // News speaks of these; four digits beyond are counts.
    (word.len() == 4).then(|| word.parse().ok()).flatten().filter(|y| (1500..=2099).contains(y))
}
