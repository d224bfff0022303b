//! Times that recur: "every Monday", "daily", "each July", "Tuesday nights", "annually".

use super::{
    feast::{Feast, feast},
    lexicon::{Unit, day_part, month, ordinal, season, unit, weekday},
    meaning::Found,
    period::{Amount, amount, value},
    token::Tokens,
};

pub(super) fn set(t: &Tokens, i: usize) -> Option<Found> {
    every(t, i)
        .or_else(|| plural_days(t, i))
        .or_else(|| often(t, i))
        .or_else(|| one_after_another(t, i))
        .or_else(|| adverb(t, i))
}

/// "every day", "each July", "every two weeks", "every other Friday".
fn every(t: &Tokens, i: usize) -> Option<Found> {
    if !t.is(i, &["every", "each"]) {
        return None;
    }
    let at = i + 1 + usize::from(t.is(i + 1, &["other", "single"]));
    let doubled = if t.word(i + 1) == "other" { 2 } else { 1 };
    // "every second day", "every third year".
    if let (Some(nth @ 2..), Some((unit, false))) = (ordinal(t.word(at)), unit(t.word(at + 1))) {
        return Found::set(i, at + 2, value(Amount::Exact(i64::from(nth), false), unit));
    }
    if let Some((unit, false)) = unit(t.word(at)).filter(|_| !t.glued(at + 1)) {
        return Found::set(i, at + 1, value(Amount::Exact(doubled, false), unit));
    }
    if let Some(recurring) = recurring(t, at, false) {
        return Found::set(i, recurring.1, recurring.0);
    }
    if let Some((Feast::Fixed(month, day), used)) = feast(t, at) {
        return Found::set(i, at + used, format!("XXXX-{month:02}-{day:02}"));
    }
    let (amount, used) = amount(t, at)?;
    let (unit, _) = unit(t.word(at + used))?;
    Found::set(i, at + used + 1, value(amount, unit))
}

/// The value and end of a weekday, month, season or part of the day that recurs.
fn recurring(t: &Tokens, i: usize, plural: bool) -> Option<(String, usize)> {
    let word = t.word(i);
    let word = if plural { word.strip_suffix('s')? } else { word };
    if let Some(day) = weekday(word).filter(|_| t.is_capitalised(i)) {
        let day = day.to_monday_one_offset();
        return Some(match day_part(t.word(i + 1)) {
            Some((part, _)) => (format!("XXXX-WXX-{day}T{part}"), i + 2),
            None => (format!("XXXX-WXX-{day}"), i + 1),
        });
    }
    let value = match (month(word).filter(|_| t.is_capitalised(i)), season(word), day_part(word)) {
        (Some(month), ..) => format!("XXXX-{month:02}"),
        (_, Some(season), _) => format!("XXXX-{}", season.code()),
        (.., Some((part, _))) => format!("XXXX-XX-XXT{part}"),
        _ if word == "weekday" => "XXXX-WXX-WD".to_owned(),
        _ => return None,
    };
    Some((value, i + 1))
}

/// "Mondays", "Tuesday nights", "weekends".
fn plural_days(t: &Tokens, i: usize) -> Option<Found> {
    if let (Some((part, true)), true) =
        (day_part(t.word(i)), t.before(i) == "the" && i > 1 && t.word(i - 2) == "in")
    {
        // "in the mornings".
        return Found::set(i, i + 1, format!("XXXX-XX-XXT{part}"));
    }
    if t.word(i) == "weekdays" || t.word(i) == "weekends" && !counts_weekends(t, i) {
        let code = if t.word(i) == "weekdays" { "WD" } else { "WE" };
        return Found::set(i, i + 1, format!("XXXX-WXX-{code}"));
    }
    if let (Some(day), Some((part, true))) = (weekday(t.word(i)), day_part(t.word(i + 1))) {
        return Found::set(i, i + 2, format!("XXXX-WXX-{}T{part}", day.to_monday_one_offset()));
    }
    let day = weekday(t.word(i).strip_suffix('s')?).filter(|_| t.is_capitalised(i))?;
    Found::set(i, i + 1, format!("XXXX-WXX-{}", day.to_monday_one_offset()))
}

/// Whether so many weekends are told of rather than all: "three weekends", "recent weekends", "the weekends of".
fn counts_weekends(t: &Tokens, i: usize) -> bool {
    let before = [
        "the",
        "of",
        "past",
        "recent",
        "last",
        "next",
        "few",
        "several",
        "many",
        "consecutive",
        "straight",
        "both",
        "these",
        "those",
    ];
    t.is(i.wrapping_sub(1), &before)
        || i > 0 && amount(t, i - 1).is_some()
        || t.is(i + 1, &["ago", "of"])
        || t.glued(i)
}

/// "once a year", "twice a week", "three times a day", "several times a month".
fn often(t: &Tokens, i: usize) -> Option<Found> {
    let used = match t.word(i) {
        "once" | "twice" => 1,
        _ => amount(t, i).filter(|(_, used)| t.word(i + used) == "times").map(|(_, used)| used + 1)?,
    };
    // "twice daily", "three times weekly".
    let unit_of = |word: &str| {
        Some(match word {
            "daily" => Unit::Day,
            "weekly" => Unit::Week,
            "monthly" => Unit::Month,
            "yearly" | "annually" => Unit::Year,
            _ => return None,
        })
    };
    if let Some(unit) = unit_of(t.word(i + used)) {
        return Found::set(i, i + used + 1, value(Amount::Exact(1, false), unit));
    }
    if !t.is(i + used, &["a", "an", "every", "each", "per"]) {
        return None;
    }
    let (unit, false) = unit(t.word(i + used + 1))? else { return None };
    Found::set(i, i + used + 2, value(Amount::Exact(1, false), unit))
}

/// "day after day", "year by year", "night after night".
fn one_after_another(t: &Tokens, i: usize) -> Option<Found> {
    if !t.is(i + 1, &["after", "by"])
        || t.word(i) != t.word(i + 2)
        || t.is(i.wrapping_sub(1), &["the", "a", "one"])
    {
        return None;
    }
    match (unit(t.word(i)), day_part(t.word(i))) {
        (Some((unit, false)), _) => Found::set(i, i + 3, value(Amount::Exact(1, false), unit)),
        (_, Some((part, false))) => Found::set(i, i + 3, format!("XXXX-XX-XXT{part}")),
        _ => None,
    }
}

/// "daily", "annually".
fn adverb(t: &Tokens, i: usize) -> Option<Found> {
    let unit = match t.word(i) {
        "hourly" => Unit::Hour,
        "daily" => Unit::Day,
        "weekly" => Unit::Week,
        "monthly" => Unit::Month,
        "biweekly" | "fortnightly" => return several(t, i, "P2W"),
        "bimonthly" => return several(t, i, "P2M"),
        "semiannual" | "semiannually" | "biannual" | "biannually" => return several(t, i, "P6M"),
        "biennial" | "biennially" => return several(t, i, "P2Y"),
        // "a quarterly dividend" is named for its period.
        "quarterly" if t.get(i + 1).is_none_or(|w| w.is_mark()) => Unit::Quarter,
        // "rises 8 percent annually" is a rate, as "a year" would be.
        "yearly" | "annually" if !is_counted(t, i) => Unit::Year,
        // What happens once a year; "annual sales" are an amount.
        "annual" if is_event(t.word(i + 1)) || is_event(t.word(i + 2)) => Unit::Year,
        "nightly" if !t.is_capitalised(i) || i == 0 => return Found::set(i, i + 1, "XXXX-XX-XXTNI"),
        _ => return None,
    };
    // "the party daily Granma" names a paper.
    if t.is_capitalised(i + 1) && !t.is_capitalised(i) && i > 0 {
        return None;
    }
    // "twice-daily", "the Harbour Daily".
    if t.glued(i) || t.glued(i + 1) || t.is_capitalised(i) && i > 0 && t.is_capitalised(i - 1) {
        return None;
    }
    Found::set(i, i + 1, value(Amount::Exact(1, false), unit))
}

/// A word for a time that comes back after several units.
fn several(t: &Tokens, i: usize, value: &str) -> Option<Found> {
    (!t.glued(i) && !t.glued(i + 1)).then(|| Found::set(i, i + 1, value)).flatten()
}

/// Whether an amount stands just before token `i`: "20% annually", "10,000 units annually".
fn is_counted(t: &Tokens, i: usize) -> bool {
    let start = i.saturating_sub(3);
    (start..i)
        .any(|k| t.get(k).is_some_and(|w| w.lower.starts_with(|c: char| c.is_ascii_digit()) || w.text == "%"))
}

/// What a year brings once.
fn is_event(word: &str) -> bool {
    matches!(
        word,
        "meeting"
            | "meetings"
            | "conference"
            | "convention"
            | "summit"
            | "festival"
            | "parade"
            | "parades"
            | "march"
            | "ceremony"
            | "fair"
            | "report"
            | "survey"
            | "review"
            | "address"
            | "congress"
            | "assembly"
            | "visit"
            | "celebration"
            | "celebrations"
            | "holiday"
            | "exercise"
            | "exercises"
            | "competition"
            | "award"
            | "awards"
    )
}
