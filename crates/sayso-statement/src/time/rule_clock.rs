//! Clock times: "2:03 a.m.", "19:30", "10 o'clock", "noon Saturday", "7 a.m. GMT, Feb. 12".

use super::{
    meaning::{Found, Meaning},
    rule_calendar::calendar_date,
    rule_day::{day_name, weekday_date},
    token::Tokens,
};
use crate::number::{hour, small};

pub(super) fn clock(t: &Tokens, i: usize) -> Option<Found> {
    let (time, used) = clock_time(t, i)?;
    let universal = t.is(i + used, &["gmt", "utc"]);
    let time = if universal && time.len() == "T00:00".len() { time + "Z" } else { time };
    let at = i + used + zone(t, i + used);
    // "9 a.m. Tuesday", "7 a.m. GMT, Feb. 12": the day belongs to the time.
    if let Some((time, used)) = in_part_of_day(t, at, &time) {
        return Found::time(i, at + used, Meaning::OnDay(time, None));
    }
    let comma = usize::from(t.word(at) == ",");
    if let Some(found) = day_with_part(t, i, at + comma, &time) {
        return Some(found);
    }
    let day = weekday_date(t, at + comma)
        .or_else(|| day_name(t, at + comma))
        .or_else(|| calendar_date(t, at + comma))
        .filter(|d| !matches!(d.meaning, Meaning::OnDay(..)));
    match day {
        Some(day) => Found::time(i, day.to, Meaning::OnDay(time, Some(Box::new(day.meaning)))),
        None => {
            // "2:03 a.m. on Monday": another expression, but its day.
            let bracketed = after_bracket(t, i, at);
            let on = bracketed.unwrap_or(at) + usize::from(t.word(bracketed.unwrap_or(at)) == "on");
            let later = (bracketed.is_some() || on > at)
                .then(|| weekday_date(t, on).or_else(|| calendar_date(t, on)))
                .flatten();
            let (time, day) = match later.map(|d| d.meaning) {
                // "10 on Saturday night".
                Some(Meaning::OnDay(part, Some(day))) => {
                    (within(&time, is_later(&part)).unwrap_or(time), Some(day))
                }
                day => (time, day.or_else(|| day_of_range(t, at)).map(Box::new)),
            };
            Found::time(i, at, Meaning::OnDay(time, day))
        }
    }
}

/// Where it goes on after the same time elsewhere in brackets, "4:30 a.m. (0230 GMT) Saturday"; for the time in them as well.
fn after_bracket(t: &Tokens, from: usize, i: usize) -> Option<usize> {
    if t.before(from) == "(" && t.word(i) == ")" {
        return Some(i + 1);
    }
    let (_, used) = clock_time(t, i + 1).filter(|_| t.word(i) == "(")?;
    let to = i + 1 + used + zone(t, i + 1 + used);
    (t.word(to) == ")").then_some(to + 1)
}

/// The day behind the second of two times, "4:30-7:30 p.m. Thursday", of which the first ends before token `i`.
fn day_of_range(t: &Tokens, i: usize) -> Option<Meaning> {
    let second = i + usize::from(!t.glued(i));
    let joined = t.glued(i) || t.is(i, &["to", "and", "until"]);
    let (_, used) = clock_time(t, second).filter(|_| joined)?;
    let at = second + used + zone(t, second + used);
    let on = at + usize::from(t.word(at) == "on" || t.word(at) == ",");
    let day = weekday_date(t, on).or_else(|| day_name(t, on)).or_else(|| calendar_date(t, on))?;
    Some(day.meaning).filter(|day| !matches!(day, Meaning::OnDay(..)))
}

/// "10:15 Tuesday morning", "9:30 Friday night": the part of the day says which half of it the time belongs to.
fn day_with_part(t: &Tokens, from: usize, at: usize, time: &str) -> Option<Found> {
    let day = weekday_date(t, at).or_else(|| day_name(t, at))?;
    let Meaning::OnDay(part, Some(told)) = day.meaning else { return None };
    let time = within(time, is_later(&part))?;
    Found::time(from, day.to, Meaning::OnDay(time, Some(told)))
}

/// Whether a part of the day lies after noon.
fn is_later(part: &str) -> bool {
    matches!(part, "TAF" | "TEV" | "TNI")
}

/// The time in the later half of the day, where it belongs there and was not counted so already.
fn within(time: &str, later: bool) -> Option<String> {
    let hour: u8 = time.get(1..3)?.parse().ok()?;
    let hour = if later && (1..12).contains(&hour) { hour + 12 } else { hour };
    Some(format!("T{hour:02}{}", time.get(3..)?))
}

/// The clock time at `i` as `T09:00`, and how many tokens it takes.
pub(super) fn clock_time(t: &Tokens, i: usize) -> Option<(String, usize)> {
    let word = t.word(i);
    match word {
        "noon" | "midday" => return Some(("T12:00".to_owned(), 1)),
        // What goes on since midnight began with the day.
        "midnight" if matches!(t.before(i), "since" | "after" | "from" | "past") => {
            return Some(("T00:00".to_owned(), 1));
        }
        // The midnight that ends a day, as ISO 8601:2000 writes it.
        "midnight" => return Some(("T24:00".to_owned(), 1)),
        _ => {}
    }
    if let Some(code) = light(t, i) {
        return Some((code.to_owned(), 1));
    }
    if let Some(found) = four_digits(t, i) {
        return Some(found);
    }
    if let Some(found) = joined_half(t, i).or_else(|| past_the_hour(t, i)).or_else(|| low_hour(t, i)) {
        return Some(found);
    }
    let (hour, minute, used, explicit) = spoken_time(t, i)
        .map(|(hour, minute, used)| (hour, minute, used, false))
        .or_else(|| clock_digits(word).map(|(hour, minute, explicit)| (hour, minute, 1, explicit)))?;
    let next = i + used;
    let half = match t.word(next) {
        "a.m" | "am" => Some(0),
        "p.m" | "pm" => Some(12),
        _ => None,
    };
    // "10 o'clock": one word, since a letter follows its apostrophe.
    let oclock = t.is(next, &["o'clock", "o’clock"]);
    let twelve_hours = half.is_some() || oclock;
    let colon = explicit && word.contains(':');
    // "at nine this morning", "around 6 in the evening".
    let placed = (introduces_time(t.before(i)) || t.is(i.wrapping_sub(1), &["is", "was", "s"]))
        && in_part_of_day(t, next, "T01:00").is_some()
        || introduces_time(t.before(i)) && (named_half(t, i, next) || said_in_full(t, i, next));
    if !(twelve_hours || colon || placed) || hour > 23 || half.is_some() && (hour > 12 || hour == 0) {
        return None;
    }
    let hour = half.map_or(hour, |h| hour % 12 + h);
    Some((format!("T{hour:02}:{minute:02}"), used + usize::from(twelve_hours)))
}

/// "at 9 tomorrow morning", "at nine Friday night"; "at three Friday night games" counts games.
fn named_half(t: &Tokens, i: usize, next: usize) -> bool {
    day_with_part(t, i, next, "T01:00").is_some_and(|d| {
        t.get(d.to).is_none_or(|w| w.is_mark()) || t.is(d.to, &["in", "at", "and", "to", "for", "when"])
    })
}

/// "at six thirty": hour and minutes with nothing that they could count.
fn said_in_full(t: &Tokens, i: usize, next: usize) -> bool {
    next == i + 2 && t.before(i) == "at" && t.get(next).is_none_or(|w| w.is_mark() && w.text != "-")
}

/// "1530 GMT", "0300 local time", "at 1530 hours", "at 0300".
fn four_digits(t: &Tokens, i: usize) -> Option<(String, usize)> {
    let (hour, minute) = Some(t.word(i)).filter(|w| w.len() == 4)?.split_at_checked(2)?;
    let (hour, minute): (u8, u8) = (hour.parse().ok()?, minute.parse().ok()?);
    let hours = introduces_time(t.before(i)) && t.is(i + 1, &["hours", "hrs"]);
    let zero = t.before(i) == "at" && t.word(i).starts_with('0');
    let local = t.reads(i + 1, &["local", "time"]);
    let told = zone(t, i + 1) > 0 || hours || zero || local;
    let words = usize::from(hours) + 2 * usize::from(local);
    (told && hour < 24 && minute < 60).then(|| (format!("T{hour:02}:{minute:02}"), 1 + words))
}

/// "at dawn", "before sunset": the part of the day that the light tells.
fn light(t: &Tokens, i: usize) -> Option<&'static str> {
    if !introduces_time(t.before(i)) || t.word(i + 1) == "of" || t.glued(i + 1) || t.is_capitalised(i) {
        return None;
    }
    Some(match t.word(i) {
        "dawn" | "daybreak" | "sunrise" | "midmorning" => "TMO",
        "midafternoon" => "TAF",
        "dusk" | "sunset" | "sundown" | "nightfall" => "TEV",
        _ => return None,
    })
}

/// Whether the token at `i` ends a range of clock times: "4:30-7:30 p.m.".
pub(super) fn ends_range(t: &Tokens, i: usize) -> bool {
    clock_digits(t.word(i)).is_some()
        && i > 0
        && clock_digits(t.word(i - 1)).is_some()
        && is_half(t.word(i + 1))
}

fn is_half(word: &str) -> bool {
    matches!(word, "a.m" | "am" | "p.m" | "pm")
}

fn introduces_time(word: &str) -> bool {
    matches!(
        word,
        "at" | "by" | "before" | "after" | "until" | "till" | "since" | "from" | "to" | "around" | "about"
    )
}

/// "1" of "between 1 and 3 p.m.", "9-11 a.m.": the half of the day stands behind the second.
fn low_hour(t: &Tokens, i: usize) -> Option<(String, usize)> {
    let (hour, minute, _) = clock_digits(t.word(i)).filter(|(hour, ..)| (1..=12).contains(hour))?;
    let glued = t.glued(i + 1) && !t.glued(i);
    let joined = t.is(i + 1, &["to", "and", "until"]) && matches!(t.before(i), "from" | "between");
    let second = i + 1 + usize::from(!glued);
    let (end, ..) = clock_digits(t.word(second)).filter(|_| glued || joined)?;
    let later = match t.word(second + 1) {
        "a.m" | "am" => false,
        "p.m" | "pm" => true,
        _ => return None,
    };
    // "11 to 1 p.m." begins before noon.
    let later = later == (hour % 12 <= end % 12);
    Some((format!("T{:02}:{minute:02}", hour % 12 + if later { 12 } else { 0 }), 1))
}

/// "half past nine", "a quarter to nine", "ten past nine".
fn past_the_hour(t: &Tokens, i: usize) -> Option<(String, usize)> {
    let lead = usize::from(t.word(i) == "a");
    let minutes: u8 = match t.word(i + lead) {
        "half" if t.word(i + lead + 1) == "past" => 30,
        "quarter" => 15,
        "five" | "ten" | "twenty" if introduces_time(t.before(i)) && t.before(i) != "from" => {
            small(t.word(i)).map(|m| m as u8)?
        }
        _ => return None,
    };
    let hour = hour(t.word(i + lead + 2)).filter(|_| t.get(i + lead + 3).is_none_or(|w| w.is_mark()))?;
    match t.word(i + lead + 1) {
        "past" | "after" => Some((format!("T{hour:02}:{minutes:02}"), lead + 3)),
        "to" | "before" if hour > 0 => Some((format!("T{:02}:{:02}", hour - 1, 60 - minutes), lead + 3)),
        _ => None,
    }
}

/// "11pm", "7:30am", "7:30p.m.": the half of the day is part of the word.
fn joined_half(t: &Tokens, i: usize) -> Option<(String, usize)> {
    let word = t.word(i);
    let halves = [("am", 0), ("a.m", 0), ("pm", 12), ("p.m", 12)];
    let (digits, half) = halves.iter().find_map(|(end, half)| Some((word.strip_suffix(end)?, *half)))?;
    let (hour, minute, _) = clock_digits(digits).filter(|(hour, ..)| (1..=12).contains(hour))?;
    let stop = usize::from(word.contains(".m") && t.word(i + 1) == "." && t.touches(i + 1));
    Some((format!("T{:02}:{minute:02}", hour % 12 + half), 1 + stop))
}

/// "eight", "ten thirty": hour, minute, and how many tokens they take.
fn spoken_time(t: &Tokens, i: usize) -> Option<(u8, u8, usize)> {
    let hour = hour(t.word(i))?;
    if t.reads(i + 1, &["forty", "five"]) {
        return Some((hour, 45, 3));
    }
    // People say the tens and the quarter.
    let minute = small(t.word(i + 1)).filter(|m| [10.0, 15.0, 20.0, 30.0, 40.0].contains(m));
    Some(minute.map_or((hour, 0, 1), |minute| (hour, minute as u8, 2)))
}

/// Hour and minute of "2:03", "7.04" or "7"; the last says whether minutes were written.
fn clock_digits(word: &str) -> Option<(u8, u8, bool)> {
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    match word.split_once([':', '.']) {
        Some((h, m)) if m.len() == 2 => Some((h.parse().ok()?, m.parse().ok().filter(|m| *m < 60)?, true)),
        Some(_) => None,
        None => Some((word.parse().ok()?, 0, false)),
    }
}

/// "in the morning", "this afternoon", "at night" after a time, which then counts from noon where that is meant.
fn in_part_of_day(t: &Tokens, i: usize, time: &str) -> Option<(String, usize)> {
    if t.word(i) == "tonight" {
        return Some((within(time, true)?, 1));
    }
    let (part, used) = match (t.word(i), t.word(i + 1)) {
        ("in", "the") => (t.word(i + 2), 3),
        ("this" | "at", _) => (t.word(i + 1), 2),
        _ => return None,
    };
    let later = match part {
        "morning" => false,
        "afternoon" | "evening" => true,
        "night" if t.word(i) == "at" => true,
        _ => return None,
    };
    Some((within(time, later)?, used))
}

/// How many tokens a time zone takes at `i`.
fn zone(t: &Tokens, i: usize) -> usize {
    // "local time", "Eastern time", "Pacific Standard Time", "London time".
    let named =
        t.is(i, &["local", "eastern", "central", "mountain", "pacific", "standard"]) || t.is_capitalised(i);
    let standard = usize::from(t.is(i + 1, &["standard", "daylight", "summer", "mean"]));
    if named && t.word(i + 1 + standard) == "time" && !t.glued(i) {
        return 2 + standard;
    }
    let upper = t.get(i).is_some_and(|z| z.text.chars().all(char::is_uppercase));
    usize::from(upper && is_zone(t.word(i)))
}

/// Whether a word names a time zone, in lower case.
pub(super) fn is_zone(word: &str) -> bool {
    const ZONES: [&str; 14] =
        ["gmt", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "bst", "cet", "et", "ist"];
    ZONES.contains(&word)
}
