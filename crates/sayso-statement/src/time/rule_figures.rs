//! Dates in figures alone: "2031-10-18", "10/18/2031", "10/18/31", "2031/10/18".

use jiff::civil::{Date, Time};

use super::{
    lexicon::year,
    meaning::{Found, Meaning},
    point::Point,
    rule_clock::{clock_time, is_zone},
    token::Tokens,
};

/// A date in figures at token `i`.
pub(super) fn figures(t: &Tokens, i: usize) -> Option<Found> {
    let day = iso_date(t, i).or_else(|| slashed(t, i)).or_else(|| dashed(t, i)).or_else(|| dotted(t, i))?;
    Some(stamped(t, &day).unwrap_or(day))
}

/// "1998-03-04 20:15:00", "03/04/98 8:15 PM EST": the day with the time behind it.
fn stamped(t: &Tokens, day: &Found) -> Option<Found> {
    let (time, used) = full_time(t.word(day.to)).map(|time| (time, 1)).or_else(|| clock_time(t, day.to))?;
    let to = day.to + used;
    let zone = usize::from(is_zone(t.word(to)));
    let universal = zone > 0 && matches!(t.word(to), "gmt" | "utc");
    let time = if universal { time + "Z" } else { time };
    Found::time(day.from, to + zone, Meaning::OnDay(time, Some(Box::new(day.meaning.clone()))))
}

/// The time of "20:15:00" and "20:15", as a stamp has it.
fn full_time(word: &str) -> Option<String> {
    let (clock, zone) = word.strip_suffix('z').map_or((word, ""), |clock| (clock, "Z"));
    let long = matches!(clock.len(), 5 | 8) && clock.parse::<Time>().is_ok();
    long.then(|| format!("T{clock}{zone}"))
}

/// "2031-10-18", "2031-10-18T14:00:00Z".
fn iso_date(t: &Tokens, i: usize) -> Option<Found> {
    let word = t.word(i);
    let (date, time) = word.split_at_checked("2031-10-18".len())?;
    let date: Date = date.parse().ok()?;
    if let Some(time) = time.strip_prefix('t') {
        let day = Box::new(Meaning::Point(Point::Day(date)));
        return Found::time(i, i + 1, Meaning::OnDay(full_time(time)?, Some(day)));
    }
    if !time.is_empty() {
        return None;
    }
    Found::date(i, i + 1, Meaning::Point(Point::Day(date)))
}

/// "10/18/31": the month comes first, as most outlets that write so are American; "18/10/31" can only be meant the other way.
fn slashed(t: &Tokens, i: usize) -> Option<Found> {
    let slash = |at: usize| t.word(at) == "/" && t.touches(at) && t.touches(at + 1);
    // A longer run of slashes is an address or a fraction.
    if !slash(i + 1) || !slash(i + 3) || slash(i + 5) || t.before(i) == "/" {
        return None;
    }
    let [a, b, c] = [t.word(i), t.word(i + 2), t.word(i + 4)];
    let date = match year(a) {
        Some(year) => Date::new(year, figure(b)?, figure(c)?).ok()?,
        None => {
            let year = year(c).or_else(|| two_digits(c))?;
            let (first, second) = (figure(a)?, figure(b)?);
            Date::new(year, first, second).or_else(|_| Date::new(year, second, first)).ok()?
        }
    };
    Found::date(i, i + 5, Meaning::Point(Point::Day(date)))
}

/// "10-27-1989", and "10-27-89" before the time of a wire's header, "0918EST": other figures in a row are scores.
fn dashed(t: &Tokens, i: usize) -> Option<Found> {
    if t.glued(i) || !t.glued(i + 1) || !t.glued(i + 2) || t.glued(i + 3) {
        return None;
    }
    let (first, second) = (figure(t.word(i))?, figure(t.word(i + 1))?);
    let stamped = || {
        let (clock, zone) = t.word(i + 3).split_at_checked(4)?;
        let zone = if zone.is_empty() { t.word(i + 4) } else { zone };
        (clock.parse::<u16>().is_ok() && is_zone(zone)).then_some(())
    };
    let year = year(t.word(i + 2)).or_else(|| stamped().and_then(|()| two_digits(t.word(i + 2))))?;
    let date = Date::new(year, first, second).or_else(|_| Date::new(year, second, first)).ok()?;
    Found::date(i, i + 3, Meaning::Point(Point::Day(date)))
}

/// "27.10.1989": the day comes first, as the continent writes.
fn dotted(t: &Tokens, i: usize) -> Option<Found> {
    let mut parts = t.word(i).split('.');
    let (day, month, end) = (figure(parts.next()?)?, figure(parts.next()?)?, year(parts.next()?)?);
    let date = Date::new(end, month, day).ok().filter(|_| parts.next().is_none())?;
    Found::date(i, i + 1, Meaning::Point(Point::Day(date)))
}

/// A day or month in one or two digits.
fn figure(word: &str) -> Option<i8> {
    (word.len() <= 2).then(|| word.parse().ok()).flatten().filter(|&n| n > 0)
}

/// The year of two digits: the century is the one that news looks back on.
pub(super) fn two_digits(word: &str) -> Option<i16> {
    let year: i16 = (word.len() == 2).then(|| word.parse().ok()).flatten().filter(|y| *y >= 0)?;
    Some(if year >= 30 { 1900 + year } else { 2000 + year })
}
