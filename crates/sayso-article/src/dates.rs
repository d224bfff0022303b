//! When does this date say? Reads the forms in which pages and people write a publication time, and no ambiguous one.

use jiff::{civil::Date, fmt::rfc2822, tz::Offset};
use sayso_model::Published;

/// Years that a news article can come from; a template's "0001-01-01" or "2999" is no publication date.
const YEARS: std::ops::RangeInclusive<i16> = 1600..=2199;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Reads a date, or a date and time. "03/04/2026" is not read: nobody can say which number is the month.
pub(crate) fn parse(text: &str) -> Option<Published> {
    let text = text.trim();
    let found = iso(text).or_else(|| mail(text)).or_else(|| in_words(text))?;
    YEARS.contains(&found.day().year()).then_some(found)
}

/// ISO 8601, with a space for the T, slashes or nothing between the parts of the day, and "+0200" or " +02:00" at the end.
fn iso(text: &str) -> Option<Published> {
    let split =
        text.char_indices().find(|(_, c)| matches!(c, 'T' | 't' | ' ')).map_or(text.len(), |(i, _)| i);
    let (day, time) = text.split_at(split);
    let day = dashed(day)?;
    let time: String = time.chars().skip(1).filter(|c| !c.is_whitespace()).collect();
    if time.is_empty() {
        return day.parse().ok();
    }
    let zone = time.find(['+', '-', 'Z', 'z', 'U', 'G']).unwrap_or(time.len());
    let (clock, zone) = time.split_at(zone);
    let clock = if clock.len() == 5 { format!("{clock}:00") } else { clock.to_owned() };
    format!("{day}T{clock}{}", offset(zone)).parse().ok()
}

fn dashed(day: &str) -> Option<String> {
    let day = day.replace('/', "-");
    let is_compact = day.len() == 8 && day.bytes().all(|b| b.is_ascii_digit());
    if is_compact {
        return Some(format!("{}-{}-{}", &day[..4], &day[4..6], &day[6..]));
    }
    let starts_with_year = day.len() == 10 && day.bytes().take(4).all(|b| b.is_ascii_digit());
    starts_with_year.then_some(day)
}

fn offset(zone: &str) -> String {
    match zone.to_ascii_uppercase().as_str() {
        "" => String::new(),
        "Z" | "UTC" | "GMT" => "Z".to_owned(),
        z if z.len() == 5 && z.is_ascii() && !z.contains(':') => format!("{}:{}", &z[..3], &z[3..]),
        z if z.len() == 3 => format!("{z}:00"),
        z => z.to_owned(),
    }
}

/// "Sat, 14 Mar 2026 09:30:00 +0100", as servers and feeds write it.
fn mail(text: &str) -> Option<Published> {
    let zoned = rfc2822::parse(text).ok()?;
    let offset = if zoned.offset() == Offset::ZERO { Offset::UTC } else { zoned.offset() };
    Some(Published::At(zoned.datetime(), offset))
}

/// "March 14, 2026", "14 March 2026", "14th Mar., 2026", a weekday before and a time behind; the time is left out.
fn in_words(text: &str) -> Option<Published> {
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '.')).filter(|w| !w.is_empty()).collect();
    let at = words.iter().position(|w| month(w).is_some())?;
    let month = month(words[at])?;
    let number =
        |i: usize| words.get(i).and_then(|w| w.trim_end_matches(char::is_alphabetic).parse::<i16>().ok());
    let day_before = at.checked_sub(1).and_then(number);
    let (day, year) = match (day_before, number(at + 1)) {
        (Some(day), Some(year)) if year > 31 => (day, year),
        (_, Some(day)) => (day, number(at + 2)?),
        _ => return None,
    };
    Date::new(year, month, i8::try_from(day).ok()?).ok().map(Published::Day)
}

fn month(word: &str) -> Option<i8> {
    let word = word.to_lowercase();
    let full = [
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
    let at = full
        .iter()
        .zip(MONTHS)
        .position(|(f, m)| word == *f || word == m || (m == "sep" && word == "sept"))?;
    i8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        parse(text).map(|p| p.to_string())
    }

    #[test]
    fn days_are_read_in_the_usual_forms() {
        for text in [
            "2026-03-14",
            "2026/03/14",
            "20260314",
            "March 14, 2026",
            "14 March 2026",
            "Saturday, 14th Mar. 2026",
        ] {
            assert_eq!(read(text).as_deref(), Some("2026-03-14"), "{text}");
        }
        assert_eq!(read("Sept. 2, 2026 at 9 a.m.").as_deref(), Some("2026-09-02"));
    }

    #[test]
    fn times_keep_their_offset() {
        for text in [
            "2026-03-14T09:30:00+01:00",
            "2026-03-14T09:30:00+0100",
            "2026-03-14 09:30 +01:00",
            "2026-03-14T09:30+01",
            "Sat, 14 Mar 2026 09:30:00 +0100",
        ] {
            assert_eq!(read(text).as_deref(), Some("2026-03-14T09:30:00+01:00"), "{text}");
        }
        for text in [
            "2026-03-14T09:30:00Z",
            "2026-03-14 09:30:00 UTC",
            "2026-03-14T09:30Z",
            "Sat, 14 Mar 2026 09:30:00 GMT",
        ] {
            assert_eq!(read(text).as_deref(), Some("2026-03-14T09:30:00Z"), "{text}");
        }
    }

    #[test]
    fn what_could_be_two_dates_is_none() {
        for text in [
            "03/04/2026",
            "2026-02-30",
            "0001-01-01",
            "yesterday",
            "",
            "March",
            "2026",
            "é2026-03-1",
            "March 99, 2026",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
