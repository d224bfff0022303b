//! Dates in pairs: "6 to 7 March", "Aug. 7 and 8", "March to May 1997": what stands with one belongs to both.

use super::{
    lexicon::{day_of_month, month},
    meaning::{Found, Meaning, Part, YearOf},
    point::quarter_of,
    rule_calendar::{day_after, day_first, with_year, year_by_name},
    rule_month::{introduces_date, month_name},
    rule_year::year_number,
    tense::direction,
    token::Tokens,
};

/// "the July-September quarter", "the October-to-December period".
pub(super) fn month_run(t: &Tokens, i: usize) -> Option<Found> {
    let first = month(t.word(i)).filter(|_| t.is_capitalised(i))?;
    let to = usize::from(t.word(i + 1) == "to");
    let last = month(t.word(i + 1 + to)).filter(|_| t.glued(i + 1 + to))?;
    let at = i + 2 + to;
    let quarter = quarter_of(first);
    let whole = first == 3 * quarter - 2 && last == 3 * quarter && t.is(at, &["quarter", "period"]);
    let open = YearOf::Open(direction(t, i, at + 1));
    whole.then(|| Found::date(i, at + 1, Meaning::Part(Part::Quarter(quarter), open))).flatten()
}

/// "6" of "6 to 7 March", "6-7 March", "between 6 and 7 March": a day of its own, with the month and year of the second.
pub(super) fn low_day(t: &Tokens, i: usize) -> Option<Found> {
    // "the 15th and 16th of March" as well.
    let start = i + usize::from(t.word(i) == "the");
    let first = day_of_month(t.word(start))?;
    let (at, second) = range_end(t, start + 1)?;
    // "killed 6 and 7 March": a list of days has a preposition in front.
    let listed = start == i && t.is(i + 1, &["and", "or"]) && !introduces_date(t.before(i));
    let high = day_first(t, at).filter(|_| first < second && !listed)?;
    let Meaning::Part(Part::Day(month, _), year) = high.meaning else { return None };
    Found::date(i, start + 1, Meaning::Part(Part::Day(month, first), year))
}

/// The second day of a range whose first day ends before token `i`, with where it stands: "-7", "to 7", "and 7".
pub(super) fn range_end(t: &Tokens, i: usize) -> Option<(usize, i8)> {
    let at = i + usize::from(!t.glued(i));
    let joined = t.glued(i) || t.is(i, &["to", "and", "or", "through", "until", "–", "—"]);
    let day = day_of_month(t.word(at)).filter(|_| joined)?;
    Some((at, day))
}

/// "8" of "Aug. 7 and 8", "Aug. 7-8", "Aug. 7 to 8".
pub(super) fn second_day(t: &Tokens, i: usize) -> Option<Found> {
    let before = i.checked_sub(if t.glued(i) { 1 } else { 2 })?;
    let (_, day) = range_end(t, before + 1)?;
    day_of_month(t.word(before)).filter(|first| (1..day).contains(first))?;
    let stop = usize::from(before > 1 && t.word(before - 1) == ".");
    let (month, named) = month_name(t, before.checked_sub(1 + stop)?)?;
    // "on Aug. 7 and 8 people died" counts people.
    let ends = t.glued(i)
        || t.get(i + 1).is_none_or(|w| w.is_mark())
        || t.is(i + 1, &["in", "at", "to", "for", "with", "when", "by"]);
    (ends && named == 1 + stop).then(|| with_year(t, i, i + 1, Part::Day(month, day))).flatten()
}

/// The year that stands behind the second of two dates, "March to May 1997", "28 February to 2 March last year"; the first
/// ends before token `i`.
pub(super) fn year_of_second(t: &Tokens, i: usize, part: Part) -> Option<YearOf> {
    let joined = t.glued(i) || t.is(i, &["/", "-", "–", "—", "to", "and", "or", "through", "until"]);
    let at = i + usize::from(!t.glued(i));
    let (first, second, to) = match part {
        Part::Month(first) => {
            let (second, named) = month_name(t, at).filter(|_| joined)?;
            ((first, 0), (second, 0), at + named)
        }
        Part::Day(month, day) if joined => {
            let (second, to) = day_of_calendar(t, at)?;
            ((month, day), second, to)
        }
        _ => return None,
    };
    // "from December to March 1997" begins in the year before.
    let wraps = i16::from(first > second);
    let at = to + usize::from(t.is(to, &[",", "of", "in"]));
    match year_number(t, at) {
        Some((year, _)) => Some(YearOf::Given(year - wraps)),
        None => Some(YearOf::Shifted(year_by_name(t, at)? - i64::from(wraps))),
    }
}

/// The month and day at `i`, either before the other, and where they end.
fn day_of_calendar(t: &Tokens, i: usize) -> Option<((i8, i8), usize)> {
    if let Some((month, named)) = month_name(t, i) {
        let (day, used) = day_after(t, i + named)?;
        return Some(((month, day), i + named + used));
    }
    let day = day_of_month(t.word(i))?;
    let (month, named) = month_name(t, i + 1)?;
    Some(((month, day), i + 1 + named))
}
