//! When an article was published, as precisely as is known and no more.

use std::{fmt, str::FromStr};

use jiff::{Timestamp, civil::Date, civil::DateTime, tz::Offset};
use serde::{Deserialize, Serialize, de, ser};

/// A publication time: a day, or an instant with the offset in which it was stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Published {
    /// Only the day is known.
    Day(Date),
    /// The local date and time with its offset from UTC.
    At(DateTime, Offset),
}

/// The text is neither an ISO 8601 date nor a date and time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedError(pub String);

impl fmt::Display for PublishedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is not a date: write it as 2026-03-14 or 2026-03-14T09:30:00Z", self.0)
    }
}

impl std::error::Error for PublishedError {}

impl Published {
    /// The local calendar day of publication, against which "Friday" is resolved.
    pub fn day(self) -> Date {
        match self {
            Self::Day(day) => day,
            Self::At(local, _) => local.date(),
        }
    }

    /// The first instant that it can mean: of a day, its start in UTC.
    pub fn earliest(self) -> Timestamp {
        let (local, offset) = match self {
            Self::Day(day) => (day.at(0, 0, 0, 0), Offset::UTC),
            Self::At(local, offset) => (local, offset),
        };
        offset.to_timestamp(local).unwrap_or(Timestamp::MIN)
    }

    /// Whether this is certainly earlier than `other`: two times on one day, of which one has no hour, are not ordered.
    pub fn is_before(self, other: Self) -> bool {
        match (self, other) {
            (Self::At(..), Self::At(..)) => self.earliest() < other.earliest(),
            _ => self.day() < other.day(),
        }
    }
}

impl FromStr for Published {
    type Err = PublishedError;

    fn from_str(text: &str) -> Result<Self, PublishedError> {
        let text = text.trim();
        if let Ok(timestamp) = text.parse::<Timestamp>() {
            let offset = stated_offset(text);
            return Ok(Self::At(offset.to_datetime(timestamp), offset));
        }
        if let Ok(day) = text.parse::<Date>()
            && text.len() <= 10
        {
            return Ok(Self::Day(day));
        }
        // A local time without offset is taken as UTC: nothing better is known, and the day is what matters most.
        text.parse::<DateTime>()
            .map(|t| Self::At(t, Offset::UTC))
            .map_err(|_| PublishedError(text.to_owned()))
    }
}

/// The offset written at the end of an RFC 3339 time; `Z` and anything unknown is UTC.
fn stated_offset(text: &str) -> Offset {
    let tail = text.get(text.len().saturating_sub(6)..).unwrap_or_default();
    let sign = match tail.bytes().next() {
        Some(b'+') => 1,
        Some(b'-') => -1,
        _ => return Offset::UTC,
    };
    let number = |range: std::ops::Range<usize>| tail.get(range).and_then(|s| s.parse::<i32>().ok());
    match (number(1..3), number(4..6)) {
        (Some(h), Some(m)) => Offset::from_seconds(sign * (3600 * h + 60 * m)).unwrap_or(Offset::UTC),
        _ => Offset::UTC,
    }
}

impl fmt::Display for Published {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{day}"),
            Self::At(local, offset) if *offset == Offset::UTC => write!(f, "{local}Z"),
            Self::At(local, offset) => {
                let minutes = offset.seconds() / 60;
                let sign = if minutes < 0 { '-' } else { '+' };
                write!(f, "{local}{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
            }
        }
    }
}

impl Serialize for Published {
    fn serialize<S: ser::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Published {
    fn deserialize<D: de::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_as_they_were_read() {
        for text in ["2026-03-14", "2026-03-14T09:30:00Z", "2026-03-14T09:30:00-04:00"] {
            assert_eq!(text.parse::<Published>().unwrap().to_string(), text);
        }
        assert!("unknown".parse::<Published>().is_err());
        assert!("2026-02-30".parse::<Published>().is_err());
    }

    #[test]
    fn a_day_is_not_ordered_against_an_hour_of_the_same_day() {
        let day: Published = "2026-03-14".parse().unwrap();
        let hour: Published = "2026-03-14T09:30:00Z".parse().unwrap();
        let next: Published = "2026-03-15T00:10:00Z".parse().unwrap();
        assert!(!day.is_before(hour) && !hour.is_before(day));
        assert!(day.is_before(next) && hour.is_before(next));
    }

    #[test]
    fn the_day_is_the_local_one() {
        let late: Published = "2026-03-14T23:30:00-04:00".parse().unwrap();
        assert_eq!(late.day().to_string(), "2026-03-14");
    }
}
