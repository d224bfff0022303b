//! Time expressions with their TIMEX3 type and value, resolved against the publication date.
//!
//! Values follow the TIMEX3 attribute of TimeML 1.2.1: calendar dates as ISO 8601, months as `2024-10`, periods as `P3D`,
//! times of day as `2024-10-18T14:00`, and `PAST_REF`/`PRESENT_REF`/`FUTURE_REF` for the vague ones.

use jiff::{
    Span as Period, ToSpan,
    civil::{Date, Weekday},
};
use sayso_model::{Span, TimeExpression, TimeKind};

use crate::{
    number::{Number, parse},
    text::{Word, words},
};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const SHORT_MONTHS: [&str; 13] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "sept"];

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

/// Units of time with the letter of an ISO 8601 period; `true` where the letter stands after `T`.
const PERIODS: [(&str, char, bool); 8] = [
    ("second", 'S', true),
    ("minute", 'M', true),
    ("hour", 'H', true),
    ("day", 'D', false),
    ("week", 'W', false),
    ("month", 'M', false),
    ("year", 'Y', false),
    ("decade", 'D', false),
];

/// The years that a bare four-digit number can mean.
const YEARS: std::ops::RangeInclusive<i16> = 1800..=2099;

/// Finds every time expression of `text`. Without a publication day, what hangs on it has no value.
pub(crate) fn times(text: &str, published: Option<Date>) -> Vec<TimeExpression> {
    let words = words(text);
    let lower: Vec<String> = words.iter().map(|w| w.lower().trim_end_matches('.').to_owned()).collect();
    let finder = Finder { words: &words, lower: &lower, published };
    let mut out = Vec::new();
    let mut i = 0;
    while i < words.len() {
        match finder.at(i) {
            Some(found) => {
                let span = Span::new(words[found.from].span.start, words[found.to - 1].span.end);
                out.push(TimeExpression { span, kind: found.kind, value: found.value });
                i = found.to;
            }
            None => i += 1,
        }
    }
    out
}

/// A time expression of the words `from..to`.
struct Found {
    from: usize,
    to: usize,
    kind: TimeKind,
    value: Option<String>,
}

impl Found {
    fn date(from: usize, to: usize, value: Option<String>) -> Option<Self> {
        Some(Self { from, to, kind: TimeKind::Date, value })
    }
}

struct Finder<'a> {
    words: &'a [Word<'a>],
    lower: &'a [String],
    published: Option<Date>,
}

impl Finder<'_> {
    fn word(&self, i: usize) -> &str {
        self.lower.get(i).map_or("", String::as_str)
    }

    /// The expression that starts at word `i`; the rules are tried from the most specific on.
    fn at(&self, i: usize) -> Option<Found> {
        self.iso_date(i)
            .or_else(|| self.clock(i))
            .or_else(|| self.calendar_date(i))
            .or_else(|| self.weekday(i))
            .or_else(|| self.named_day(i))
            .or_else(|| self.shifted_period(i))
            .or_else(|| self.duration(i))
            .or_else(|| self.year(i))
    }

    /// "2024-10-18".
    fn iso_date(&self, i: usize) -> Option<Found> {
        let date: Date = self.word(i).parse().ok().filter(|_| self.word(i).len() == 10)?;
        Found::date(i, i + 1, Some(date.to_string()))
    }

    /// "2:03 a.m.", "7.04 p.m.", "7 pm", "19:30".
    fn clock(&self, i: usize) -> Option<Found> {
        let (hour, minute, explicit) = clock_digits(self.word(i))?;
        let half = match self.word(i + 1).replace('.', "").as_str() {
            "am" => Some(0),
            "pm" => Some(12),
            _ => None,
        };
        if half.is_none() && !(explicit && self.word(i).contains(':'))
            || hour > 23
            || (half.is_some() && hour > 12)
        {
            return None;
        }
        let hour = half.map_or(hour, |h| hour % 12 + h);
        let day = self.published.map(|d| format!("{d}T{hour:02}:{minute:02}"));
        Some(Found { from: i, to: i + 1 + usize::from(half.is_some()), kind: TimeKind::Time, value: day })
    }

    /// "October 18, 2024", "18 October 2024", "Oct 29", "October 2024", "October".
    fn calendar_date(&self, i: usize) -> Option<Found> {
        if let Some(day) = day_number(self.word(i)) {
            let of = usize::from(self.word(i + 1) == "of");
            let month = self.month(i + 1 + of)?;
            return self.with_year(i, i + 2 + of, month, Some(day));
        }
        let month = self.month(i)?;
        let at = i + 1 + usize::from(self.is_stop(i + 1));
        match day_number(self.word(at)).filter(|_| !self.is_time_of_day(at)) {
            Some(day) => self.with_year(i, at + 1, month, Some(day)),
            None => self.with_year(i, i + 1, month, None),
        }
    }

    /// The stop of an abbreviated month: "Oct. 2".
    fn is_stop(&self, i: usize) -> bool {
        self.words.get(i).is_some_and(|w| w.text == ".")
    }

    fn is_time_of_day(&self, i: usize) -> bool {
        matches!(self.word(i + 1).replace('.', "").as_str(), "am" | "pm")
    }

    fn with_year(&self, from: usize, to: usize, month: i8, day: Option<i8>) -> Option<Found> {
        let comma = usize::from(self.word(to) == ",");
        let year = self.year_number(to + comma).filter(|_| comma == 0 || day.is_some());
        let end = if year.is_some() { to + comma + 1 } else { to };
        let year = year.or_else(|| self.nearest_year(month, day));
        let value = match (year, day) {
            (Some(y), Some(d)) => Date::new(y, month, d).ok()?.to_string(),
            (Some(y), None) => format!("{y:04}-{month:02}"),
            (None, _) => return Found::date(from, end, None),
        };
        Found::date(from, end, Some(value))
    }

    /// The year in which a date without year lies nearest to the publication day; ties and doubts go to the past.
    fn nearest_year(&self, month: i8, day: Option<i8>) -> Option<i16> {
        let published = self.published?;
        let candidates = [published.year(), published.year() - 1, published.year() + 1];
        let dates =
            candidates.into_iter().filter_map(|y| Some((y, Date::new(y, month, day.unwrap_or(15)).ok()?)));
        let nearest = dates.min_by_key(|&(_, at)| {
            let days = (at - published).get_days();
            // News tells of the past: a date 7 months ahead is rather 5 months back.
            if days > 0 { 2 * days } else { -days }
        });
        nearest.map(|(year, _)| year)
    }

    fn month(&self, i: usize) -> Option<i8> {
        let word = self.word(i);
        // "may" is a month only as "May", and alone only after a preposition.
        if word == "may" && !(self.words[i].is_capitalised() && self.is_dated_may(i)) {
            return None;
        }
        if word == "march" && !self.words[i].is_capitalised() {
            return None;
        }
        let full = MONTHS.iter().position(|m| *m == word);
        let short = || {
            let capital = self.words.get(i).is_some_and(Word::is_capitalised);
            let beside = day_number(self.word(i + 1)).is_some()
                || self.is_stop(i + 1) && day_number(self.word(i + 2)).is_some()
                || i > 0 && day_number(self.word(i - 1)).is_some();
            SHORT_MONTHS
                .iter()
                .position(|m| *m == word && capital && beside)
                .map(|p| if p == 12 { 8 } else { p })
        };
        full.or_else(short).and_then(|p| i8::try_from(p + 1).ok())
    }

    fn is_dated_may(&self, i: usize) -> bool {
        let before = if i > 0 { self.word(i - 1) } else { "" };
        ["in", "since", "until", "by", "last", "next", "of", "early", "late", "mid", "from", "to"]
            .contains(&before)
            || day_number(before).is_some()
            || day_number(self.word(i + 1)).is_some()
            || self.year_number(i + 1).is_some()
    }

    /// "Friday", "last Friday", "next Friday": the nearest such day before publication, that day included, unless "next".
    fn weekday(&self, i: usize) -> Option<Found> {
        let modifier = matches!(self.word(i), "last" | "next" | "this");
        let at = i + usize::from(modifier);
        let day = WEEKDAYS.iter().find(|(name, _)| *name == self.word(at))?.1;
        let value = self.published.and_then(|p| {
            let back = i64::from(p.weekday().since(day));
            let shift = match self.word(i) {
                "next" => 7 - back,
                "last" if back == 0 => -7,
                _ => -back,
            };
            p.checked_add(shift.days()).ok()
        });
        Found::date(i, at + 1, value.map(|d| d.to_string()))
    }

    /// "today", "yesterday", "tomorrow", "now".
    fn named_day(&self, i: usize) -> Option<Found> {
        let shift = match self.word(i) {
            "today" | "tonight" => 0,
            "yesterday" => -1,
            "tomorrow" => 1,
            "now" | "currently" => return Found::date(i, i + 1, Some("PRESENT_REF".to_owned())),
            "recently" => return Found::date(i, i + 1, Some("PAST_REF".to_owned())),
            "soon" => return Found::date(i, i + 1, Some("FUTURE_REF".to_owned())),
            _ => return None,
        };
        let value = self.published.and_then(|p| p.checked_add(i64::from(shift).days()).ok());
        Found::date(i, i + 1, value.map(|d| d.to_string()))
    }

    /// "last week", "this month", "next year", "two days ago", "a month earlier".
    fn shifted_period(&self, i: usize) -> Option<Found> {
        let shift = match self.word(i) {
            "last" => Some(-1),
            "this" => Some(0),
            "next" => Some(1),
            _ => None,
        };
        if let Some(shift) = shift {
            let (unit, plural) = self.unit(i + 1)?;
            return if plural { None } else { Found::date(i, i + 2, self.moved(shift, unit)) };
        }
        let (count, used) = self.count(i)?;
        let (unit, _) = self.unit(i + used)?;
        let back = match self.word(i + used + 1) {
            "ago" | "earlier" => -1,
            "later" => 1,
            _ => return None,
        };
        // "earlier" and "later" hang on a time told before, which is not tracked: only "ago" has a value.
        let value = (self.word(i + used + 1) == "ago").then(|| self.moved(back * count?, unit)).flatten();
        Found::date(i, i + used + 2, value)
    }

    /// "three days", "36 hours", "a month".
    fn duration(&self, i: usize) -> Option<Found> {
        let (count, used) = self.count(i)?;
        let (unit, _) = self.unit(i + used)?;
        let (_, letter, timed) = PERIODS[unit];
        let amount = count.map_or_else(|| "X".to_owned(), |c| c.to_string());
        let value = format!("P{}{amount}{letter}", if timed { "T" } else { "" });
        Some(Found { from: i, to: i + used + 1, kind: TimeKind::Duration, value: Some(value) })
    }

    /// A count before a unit of time: a number, "a", or a vague one (`None`).
    fn count(&self, i: usize) -> Option<(Option<i64>, usize)> {
        if matches!(self.word(i), "a" | "an" | "one") {
            return Some((Some(1), 1));
        }
        let rest: Vec<&str> = self.lower.iter().skip(i).take(6).map(String::as_str).collect();
        match parse(&rest)? {
            (Number::Exact(v), used) if v.fract() == 0.0 && v < 1e6 => Some((Some(v as i64), used)),
            (Number::Exact(_), _) => None,
            (Number::Vague, used) => Some((None, used)),
        }
    }

    /// Which unit of time word `i` is, and whether it is plural.
    fn unit(&self, i: usize) -> Option<(usize, bool)> {
        let word = self.word(i);
        let plural = word.strip_suffix('s');
        let at = PERIODS.iter().position(|(name, ..)| *name == plural.unwrap_or(word))?;
        Some((at, plural.is_some()))
    }

    /// The publication day moved by `count` units, as precisely as the unit.
    fn moved(&self, count: i64, unit: usize) -> Option<String> {
        let published = self.published?;
        let period: Period = match PERIODS[unit].0 {
            "day" => Period::new().try_days(count).ok()?,
            "week" => Period::new().try_weeks(count).ok()?,
            "month" => Period::new().try_months(count).ok()?,
            "year" => Period::new().try_years(count).ok()?,
            _ => return None,
        };
        let day = published.checked_add(period).ok()?;
        Some(match PERIODS[unit].0 {
            "week" => {
                let week = day.iso_week_date();
                format!("{:04}-W{:02}", week.year(), week.week())
            }
            "month" => format!("{:04}-{:02}", day.year(), day.month()),
            "year" => format!("{:04}", day.year()),
            _ => day.to_string(),
        })
    }

    /// "2022", "in 2005".
    fn year(&self, i: usize) -> Option<Found> {
        let year = self.year_number(i)?;
        let before = if i > 0 { self.word(i - 1) } else { "" };
        let dated = [
            "in", "since", "from", "to", "until", "by", "of", "early", "late", "mid", "before", "after",
            "between", "during", "and", "(", "-", "–",
        ];
        dated.contains(&before).then(|| Found::date(i, i + 1, Some(year.to_string()))).flatten()
    }

    fn year_number(&self, i: usize) -> Option<i16> {
        let word = self.word(i);
        (word.len() == 4).then(|| word.parse().ok()).flatten().filter(|y| YEARS.contains(y))
    }
}

/// Hour and minute of "2:03", "7.04" or "7"; the last says whether minutes were written.
fn clock_digits(word: &str) -> Option<(u8, u8, bool)> {
    match word.split_once([':', '.']) {
        Some((h, m)) if m.len() == 2 => Some((h.parse().ok()?, m.parse().ok().filter(|m| *m < 60)?, true)),
        Some(_) => None,
        None => Some((word.parse().ok()?, 0, false)),
    }
}

/// The day of the month of "18", "18th", "1st".
fn day_number(word: &str) -> Option<i8> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|s| word.strip_suffix(s)).unwrap_or(word);
    digits.parse().ok().filter(|d| (1..=31).contains(d) && digits.len() <= 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, String)> {
        let day = Some("2024-10-18".parse().unwrap()); // a Friday
        times(text, day)
            .into_iter()
            .map(|t| (t.span.of(text).to_owned(), t.value.unwrap_or_else(|| "?".to_owned())))
            .collect()
    }

    fn one(text: &str) -> (String, String) {
        let all = read(text);
        assert_eq!(all.len(), 1, "{all:?}");
        all.into_iter().next().unwrap()
    }

    #[test]
    fn weekdays_are_the_nearest_before_publication() {
        assert_eq!(one("She said on Monday it fell.").1, "2024-10-14");
        assert_eq!(one("She said on Friday it fell.").1, "2024-10-18");
        assert_eq!(one("She said last Friday it fell.").1, "2024-10-11");
        assert_eq!(one("She said it ends next Monday.").1, "2024-10-21");
    }

    #[test]
    fn dates_without_year_take_the_nearest_one() {
        assert_eq!(one("It was on Oct. 2 here.").1, "2024-10-02");
        assert_eq!(one("It was on 26 June here.").1, "2024-06-26");
        assert_eq!(one("It will be on 2 December.").1, "2024-12-02");
        assert_eq!(one("It was on February 7, 2022 here."), ("February 7, 2022".into(), "2022-02-07".into()));
        assert_eq!(one("It was in May.").1, "2024-05");
    }

    #[test]
    fn may_the_verb_is_no_month() {
        assert!(read("May I say it may rain?").is_empty());
    }

    #[test]
    fn clock_times_and_periods_are_read() {
        assert_eq!(one("It came at 2:03 a.m. there.").1, "2024-10-18T02:03");
        assert_eq!(one("It took 36 hours.").1, "PT36H");
        assert_eq!(one("It was two days ago.").1, "2024-10-16");
        assert_eq!(one("It was last week.").1, "2024-W41");
        assert_eq!(one("They met in 2005 there.").1, "2005");
    }

    #[test]
    fn without_a_publication_date_relative_times_stay_open() {
        let t = times("She said so on Monday.", None);
        assert_eq!((t.len(), t[0].value.clone()), (1, None));
    }
}
