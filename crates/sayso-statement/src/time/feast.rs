//! Feasts and holidays that news names instead of a date.

use jiff::civil::{Date, Weekday};

use super::token::Tokens;

/// The day of a feast in a year.
pub(super) type DayOf = fn(i16) -> Option<Date>;

/// The feast that begins at token `i`: its day in each year, and how many tokens name it.
pub(super) fn feast(tokens: &Tokens, i: usize) -> Option<(DayOf, usize)> {
    if !tokens.is_capitalised(i) {
        return None;
    }
    let rest = |k: usize| tokens.word(i + k);
    // "New Year's Eve": the possessive is two tokens.
    let day = |at: usize| usize::from(tokens.is(i + at, &["day"]) && tokens.is_capitalised(i + at));
    Some(match (rest(0), rest(1)) {
        ("christmas", "eve") => (|y| Date::new(y, 12, 24).ok(), 2),
        ("christmas", _) => (|y| Date::new(y, 12, 25).ok(), 1 + day(1)),
        ("new", "year") if tokens.possessive(i + 2) == 2 && rest(4) == "eve" => {
            (|y| Date::new(y, 12, 31).ok(), 5)
        }
        ("new", "year") if tokens.possessive(i + 2) == 2 && rest(4) == "day" => {
            (|y| Date::new(y, 1, 1).ok(), 5)
        }
        ("thanksgiving", _) => (|y| nth(y, 11, 4, Weekday::Thursday), 1 + day(1)),
        ("easter", "monday") => (|y| easter(y)?.tomorrow().ok(), 2),
        ("easter", "sunday") => (easter, 2),
        ("easter", _) => (easter, 1),
        ("good", "friday") => (|y| easter(y)?.yesterday().ok()?.yesterday().ok(), 2),
        ("labor" | "labour", "day") => (|y| nth(y, 9, 1, Weekday::Monday), 2),
        ("memorial", "day") => (|y| nth(y, 5, -1, Weekday::Monday), 2),
        ("presidents" | "president", _) if presidents_day(tokens, i) > 0 => {
            (|y| nth(y, 2, 3, Weekday::Monday), presidents_day(tokens, i))
        }
        ("independence", "day") => (|y| Date::new(y, 7, 4).ok(), 2),
        ("veterans", "day") => (|y| Date::new(y, 11, 11).ok(), 2),
        ("halloween", _) => (|y| Date::new(y, 10, 31).ok(), 1),
        ("boxing", "day") => (|y| Date::new(y, 12, 26).ok(), 2),
        ("may", "day") if tokens.is_capitalised(i + 1) => (|y| Date::new(y, 5, 1).ok(), 2),
        _ => return None,
    })
}

/// How many tokens "Presidents Day", "Presidents' Day" or "President's Day" takes; none where it is none.
fn presidents_day(tokens: &Tokens, i: usize) -> usize {
    let at = 1 + tokens.possessive(i + 1);
    if tokens.word(i + at) == "day" { at + 1 } else { 0 }
}

fn nth(year: i16, month: i8, nth: i8, day: Weekday) -> Option<Date> {
    Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, day).ok()
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

    #[test]
    fn moving_feasts_fall_on_their_days() {
        assert_eq!(easter(2031).unwrap().to_string(), "2031-04-13");
        assert_eq!(easter(2024).unwrap().to_string(), "2024-03-31");
        let (thanksgiving, used) = feast(&Tokens::of("Thanksgiving Day"), 0).unwrap();
        assert_eq!((thanksgiving(2030).unwrap().to_string(), used), ("2030-11-28".to_owned(), 2));
    }
}
