//! The nouns of business periods other than quarters: "the first half", "the year-ago period", "the latest nine months", "year-end".

use super::{
    lexicon::{Unit, season, unit, year},
    meaning::{Base, Found, Meaning, Part, Reported, YearOf},
    period::{Amount, amount, value},
    rule_calendar::year_by_name,
    rule_report::{Phrase, trailing_year},
    tense::direction,
    token::Tokens,
};

pub(super) fn half_year(t: &Tokens, from: usize, at: usize, phrase: &Phrase) -> Option<Found> {
    let half = match phrase.ordinal? {
        1 => 1,
        2 | 9 => 2,
        _ => return None,
    };
    let mut to = at + 1;
    let of_year = t.reads(to, &["of", "the", "year"]);
    let year = phrase.year.or_else(|| trailing_year(t, &mut to));
    let glued = t.glued(at);
    match year {
        Some(year) => Found::date(from, to, Meaning::Part(Part::Half(half), year)),
        // A match has halves too.
        None if of_year || phrase.fiscal || glued => {
            let to = if of_year { to + 3 } else { to };
            Found::date(from, to, Meaning::Part(Part::Half(half), YearOf::Open(direction(t, from, to))))
        }
        None => None,
    }
}

/// "the latest period", "the year-ago period", "the corresponding period last year", "the 2030 period".
pub(super) fn period(t: &Tokens, from: usize, at: usize, phrase: &Phrase) -> Option<Found> {
    let mut to = at + 1;
    if phrase.year_ago {
        return Found::date(from, to, Meaning::YearBefore(Reported::Any));
    }
    let year = phrase.year.or_else(|| trailing_year(t, &mut to));
    // "the same period in 2030".
    if let (true, "in", Some(year)) = (phrase.compared, t.word(to), super::lexicon::year(t.word(to + 1))) {
        return Found::date(from, to + 2, Meaning::Part(Part::Reported, YearOf::Given(year)));
    }
    let ago = ago(t, to);
    match year {
        Some(year @ YearOf::Given(_)) => Found::date(from, to, Meaning::Part(Part::Reported, year)),
        Some(YearOf::Shifted(-1)) => Found::date(from, to, Meaning::YearBefore(Reported::Any)),
        None if phrase.compared && ago => Found::date(from, to + 3, Meaning::YearBefore(Reported::Any)),
        None if phrase.latest => Found::date(from, to, Meaning::Reported(Reported::LatestQuarter)),
        _ => None,
    }
}

/// "a year ago", "a year earlier" at `i`.
pub(super) fn ago(t: &Tokens, i: usize) -> bool {
    t.reads(i, &["a", "year", "ago"]) || t.reads(i, &["a", "year", "earlier"])
}

/// "the same month a year ago", "the same week last year".
pub(super) fn same_stretch(t: &Tokens, from: usize, at: usize) -> Option<Found> {
    let of = usize::from(t.word(at + 1) == "of");
    let to = match year_by_name(t, at + 1 + of) {
        Some(-1) => at + 3 + of,
        _ if ago(t, at + 1) => at + 4,
        _ => return None,
    };
    let month = t.word(at) == "month";
    let meaning = match t.word(at) {
        _ if month => Meaning::Shifted(Base::Told, -12, Unit::Month),
        "day" => Meaning::Away(-1, Unit::Year, Box::new(Meaning::Day)),
        _ => Meaning::Away(-1, Unit::Year, Box::new(Meaning::Shifted(Base::Told, 0, Unit::Week))),
    };
    Found::date(from, to, meaning)
}

/// "the latest nine months", "the year-earlier six months".
pub(super) fn months(t: &Tokens, from: usize, at: usize) -> Option<Found> {
    let (amount, used) = amount(t, at)?;
    let (unit, plural) = unit(t.word(at + used))?;
    (plural && matches!(amount, Amount::Exact(..)) && unit >= Unit::Week)
        .then(|| Found::duration(from, at + used + 1, value(amount, unit)))
        .flatten()
}

/// "year-earlier profit": the adjective alone.
pub(super) fn bare_year_ago(from: usize, at: usize, phrase: &Phrase) -> Option<Found> {
    let from = if phrase.the { from + 1 } else { from };
    (phrase.year_ago && at == from + 2)
        .then(|| Found::date(from, at, Meaning::YearBefore(Reported::Any)))
        .flatten()
}

/// "year-end", "year's end", "month's end".
pub(super) fn year_end(t: &Tokens, i: usize) -> Option<Found> {
    let end = i + 1 + t.possessive(i + 1);
    if t.word(end) != "end" {
        return None;
    }
    if let Some(season) = season(t.word(i)).filter(|_| end > i + 1) {
        let open = YearOf::Open(direction(t, i, end + 1));
        return Found::date(i, end + 1, Meaning::Part(Part::Season(season), open));
    }
    match t.word(i) {
        "year" => {}
        "day" if end > i + 1 => return Found::date(i, end + 1, Meaning::Day),
        "week" | "month" | "decade" | "century" if end > i + 1 => {
            let (unit, _) = unit(t.word(i))?;
            return Found::date(i, end + 1, Meaning::Shifted(Base::Published, 0, unit));
        }
        _ => return None,
    }
    if let Some(year) = year(t.word(end + 1)) {
        return Found::date(i, end + 2, Meaning::Part(Part::Day(12, 31), YearOf::Given(year)));
    }
    Found::date(i, end + 1, Meaning::YearEnd(direction(t, i, end + 1)))
}
