//! Feasts and holidays that news names instead of a date.

use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};

use super::{
    lexicon::{month, weekday},
    token::Tokens,
};

/// When a feast falls in each year.
#[derive(Clone, Copy, Debug)]
pub(super) enum Feast {
    /// Month and day.
    Fixed(i8, i8),
    /// Month, which one of its weekdays (-1 is the last), weekday, and so many days after it.
    Nth(i8, i8, Weekday, i64),
    /// So many days after Easter Sunday.
    Easter(i64),
    /// One that countries keep on days of their own, with the country of this day: nobody else's article means it.
    Of(&'static str, &'static Feast),
}

impl Feast {
    /// Whether it falls on this day for an article of the country `home`.
    pub fn is_of(self, home: Option<&str>) -> bool {
        match self {
            Self::Of(country, _) => home == Some(country),
            _ => true,
        }
    }

    /// Its day in `year`; `None` beyond the calendar.
    pub fn day(self, year: i16) -> Option<Date> {
        let (day, after) = match self {
            Self::Fixed(month, day) => (Date::new(year, month, day).ok()?, 0),
            Self::Nth(month, nth, weekday, after) => {
                (Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()?, after)
            }
            Self::Easter(after) => (easter(year)?, after),
            Self::Of(_, feast) => return feast.day(year),
        };
        day.checked_add(after.days()).ok()
    }
}

/// Feasts by the words that name them. A longer name stands before its beginning; possessive endings are left out.
const FEASTS: &[(&[&str], Feast)] = &[
    (&["christmas", "eve"], Feast::Fixed(12, 24)),
    (&["christmas", "day"], Feast::Fixed(12, 25)),
    (&["christmas"], Feast::Fixed(12, 25)),
    (&["boxing", "day"], Feast::Fixed(12, 26)),
    (&["new", "year", "eve"], Feast::Fixed(12, 31)),
    (&["new", "year", "day"], Feast::Fixed(1, 1)),
    // Canada's, in October, is called so by its own papers alone.
    (&["thanksgiving", "day"], Feast::Nth(11, 4, Weekday::Thursday, 0)),
    (&["thanksgiving"], Feast::Nth(11, 4, Weekday::Thursday, 0)),
    (&["easter", "monday"], Feast::Easter(1)),
    (&["easter", "sunday"], Feast::Easter(0)),
    (&["easter"], Feast::Easter(0)),
    (&["good", "friday"], Feast::Easter(-2)),
    (&["palm", "sunday"], Feast::Easter(-7)),
    (&["holy", "thursday"], Feast::Easter(-3)),
    (&["maundy", "thursday"], Feast::Easter(-3)),
    (&["holy", "saturday"], Feast::Easter(-1)),
    (&["epiphany"], Feast::Fixed(1, 6)),
    (&["ash", "wednesday"], Feast::Easter(-46)),
    (&["pentecost"], Feast::Easter(49)),
    (&["martin", "luther", "king", "day"], Feast::Nth(1, 3, Weekday::Monday, 0)),
    (&["martin", "luther", "king", "jr", "day"], Feast::Nth(1, 3, Weekday::Monday, 0)),
    (&["presidents", "day"], Feast::Nth(2, 3, Weekday::Monday, 0)),
    (&["president", "day"], Feast::Nth(2, 3, Weekday::Monday, 0)),
    (&["mother", "day"], Feast::Of("US", &Feast::Nth(5, 2, Weekday::Sunday, 0))),
    (&["memorial", "day"], Feast::Of("US", &Feast::Nth(5, -1, Weekday::Monday, 0))),
    (&["father", "day"], Feast::Of("US", &Feast::Nth(6, 3, Weekday::Sunday, 0))),
    // This spelling is American.
    (&["labor", "day"], Feast::Nth(9, 1, Weekday::Monday, 0)),
    (&["labour", "day"], Feast::Of("CA", &Feast::Nth(9, 1, Weekday::Monday, 0))),
    (&["columbus", "day"], Feast::Nth(10, 2, Weekday::Monday, 0)),
    // The Tuesday after the first Monday of November (Presidential Election Day Act of 1845).
    (&["election", "day"], Feast::Of("US", &Feast::Nth(11, 1, Weekday::Monday, 1))),
    (&["independence", "day"], Feast::Of("US", &Feast::Fixed(7, 4))),
    (&["july", "fourth"], Feast::Fixed(7, 4)),
    (&["veterans", "day"], Feast::Fixed(11, 11)),
    (&["armistice", "day"], Feast::Fixed(11, 11)),
    (&["remembrance", "day"], Feast::Fixed(11, 11)),
    (&["bastille", "day"], Feast::Fixed(7, 14)),
    (&["valentine", "day"], Feast::Fixed(2, 14)),
    (&["st", "patrick", "day"], Feast::Fixed(3, 17)),
    (&["saint", "patrick", "day"], Feast::Fixed(3, 17)),
    (&["april", "fool", "day"], Feast::Fixed(4, 1)),
    (&["earth", "day"], Feast::Fixed(4, 22)),
    (&["may", "day"], Feast::Fixed(5, 1)),
    (&["halloween"], Feast::Fixed(10, 31)),
    (&["all", "saints", "day"], Feast::Fixed(11, 1)),
    (&["all", "souls", "day"], Feast::Fixed(11, 2)),
    (&["shrove", "tuesday"], Feast::Easter(-47)),
    (&["mardi", "gras"], Feast::Easter(-47)),
    (&["ascension", "day"], Feast::Easter(39)),
    (&["whit", "monday"], Feast::Easter(50)),
    (&["groundhog", "day"], Feast::Fixed(2, 2)),
    (&["flag", "day"], Feast::Of("US", &Feast::Fixed(6, 14))),
    (&["patriots", "day"], Feast::Of("US", &Feast::Nth(4, 3, Weekday::Monday, 0))),
    (&["inauguration", "day"], Feast::Of("US", &Feast::Fixed(1, 20))),
    (&["juneteenth"], Feast::Fixed(6, 19)),
    (&["cinco", "de", "mayo"], Feast::Fixed(5, 5)),
    (&["canada", "day"], Feast::Fixed(7, 1)),
    (&["australia", "day"], Feast::Fixed(1, 26)),
    (&["anzac", "day"], Feast::Fixed(4, 25)),
    (&["victory", "day"], Feast::Of("RU", &Feast::Fixed(5, 9))),
];

/// The feast that begins at token `i`, and how many tokens name it.
pub(super) fn feast(tokens: &Tokens, i: usize) -> Option<(Feast, usize)> {
    if !tokens.is_capitalised(i) {
        return None;
    }
    // "on New Year's", without the day.
    let end = i + 4;
    if tokens.reads(i, &["new", "year"])
        && tokens.possessive(i + 2) == 2
        && !tokens.is_capitalised(end)
        && closes(tokens, end)
    {
        return Some((Feast::Fixed(1, 1), 4));
    }
    let (feast, used) = FEASTS.iter().find_map(|(words, feast)| Some((*feast, named(tokens, i, words)?)))?;
    (!goes_on(tokens, i, i + used)).then_some((feast, used))
}

/// Whether no noun follows at `i` that the feast describes: "New Year's resolutions".
fn closes(tokens: &Tokens, i: usize) -> bool {
    tokens.get(i).is_none_or(|w| w.is_mark())
        || tokens.is(i, &["and", "or", "but", "in", "at", "with", "is", "was", "will"])
}

/// Whether a longer name begins with the feast: "Easter Island", "the Good Friday Agreement"; a headline says nothing.
fn goes_on(tokens: &Tokens, i: usize, to: usize) -> bool {
    let upper = tokens.get(i).is_some_and(|w| !w.text.chars().any(char::is_lowercase));
    let dated =
        month(tokens.word(to)).is_some() || weekday(tokens.word(to)).is_some() || tokens.word(to) == "day";
    tokens.is_capitalised(to)
        && !upper
        && !dated
        && !tokens.word(to).starts_with(|c: char| c.is_ascii_digit())
}

/// How many tokens `words` take at `i`, with the stop of "St." and the endings of "New Year's" and "Presidents'".
fn named(tokens: &Tokens, i: usize, words: &[&str]) -> Option<usize> {
    let mut at = i;
    for word in words {
        if tokens.word(at) != *word || !tokens.is_capitalised(at) {
            return None;
        }
        at += 1;
        at += match tokens.word(at) {
            "." if tokens.touches(at) && matches!(*word, "st" | "jr") => 1,
            _ if *word != words[words.len() - 1] => tokens.possessive(at),
            _ => 0,
        };
    }
    Some(at - i)
}

/// Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876, as in Meeus, *Astronomical Algorithms*).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, year: i16) -> Option<(String, usize)> {
        let (feast, used) = feast(&Tokens::of(text), 0)?;
        Some((feast.day(year)?.to_string(), used))
    }

    #[test]
    fn moving_feasts_fall_on_their_days() {
        assert_eq!(easter(2031).unwrap().to_string(), "2031-04-13");
        assert_eq!(easter(2024).unwrap().to_string(), "2024-03-31");
        assert_eq!(read("Thanksgiving Day", 2030), Some(("2030-11-28".to_owned(), 2)));
        assert_eq!(read("Election Day", 2032), Some(("2032-11-02".to_owned(), 2)));
        assert_eq!(read("Palm Sunday", 2031), Some(("2031-04-06".to_owned(), 2)));
    }

    #[test]
    fn endings_and_stops_belong_to_the_name() {
        assert_eq!(read("New Year's Eve", 2030), Some(("2030-12-31".to_owned(), 5)));
        assert_eq!(read("Presidents' Day", 2031), Some(("2031-02-17".to_owned(), 3)));
        assert_eq!(read("St. Patrick's Day", 2031), Some(("2031-03-17".to_owned(), 6)));
        assert_eq!(read("Christmas's end", 2031), Some(("2031-12-25".to_owned(), 1)));
        assert_eq!(read("New Year's party", 2031), None);
        assert_eq!(read("Christmas day", 2031), Some(("2031-12-25".to_owned(), 1)));
    }
}
