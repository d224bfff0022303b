//! Periods of business and official reports: "the third quarter", "third-quarter", "the year-ago period", "fiscal 2031",
//! "this year's first half", "a year earlier".

use super::{
    lexicon::{day_of_month, year},
    meaning::{Found, Meaning, Part, Reported, YearOf},
    point::Point,
    rule_business::{ago, bare_year_ago, half_year, months, period, same_stretch},
    rule_calendar::year_of_story,
    rule_figures::two_digits,
    rule_month::month_name,
    rule_year::short_year,
    tense::direction,
    token::Tokens,
};

/// What a noun phrase about a period has said before its noun.
#[derive(Default)]
pub(super) struct Phrase {
    pub year_ago: bool,
    pub latest: bool,
    pub compared: bool,
    pub fiscal: bool,
    pub the: bool,
    pub year: Option<YearOf>,
    pub ordinal: Option<i8>,
}

/// Adjectives before one noun ("the latest fiscal third quarter"): without a limit, a line of nothing else would be read anew from
/// each of them.
const MOST_ADJECTIVES: usize = 4;

/// "Q3", "Q3 2031", "3Q", "1Q98", "FY98".
fn short_quarter(t: &Tokens, i: usize) -> Option<Found> {
    let word = t.word(i);
    if let Some(year) = word.strip_prefix("fy").filter(|y| !y.is_empty() && t.is_capitalised(i)) {
        return Found::date(
            i,
            i + 1,
            Meaning::Point(Point::Year(two_digits(year).or_else(|| super::lexicon::year(year))?)),
        );
    }
    let (name, short) = word.split_at_checked(2)?;
    let quarter = match name {
        "q1" | "1q" => 1,
        "q2" | "2q" => 2,
        "q3" | "3q" => 3,
        "q4" | "4q" => 4,
        _ => return None,
    };
    let mut to = i + 1;
    let upper = t.get(i).is_some_and(|w| w.text.contains('Q'));
    // "1Q98".
    if let Some(year) = two_digits(short).filter(|_| upper) {
        return Found::date(i, to, Meaning::Part(Part::Quarter(quarter), YearOf::Given(year)));
    }
    if !short.is_empty() || !upper {
        return None;
    }
    let year = trailing_year(t, &mut to).unwrap_or_else(|| YearOf::Open(direction(t, i, i + 1)));
    Found::date(i, to, Meaning::Part(Part::Quarter(quarter), year))
}

/// "the third quarter of 2031", "the year-ago period", "fiscal 2031", "this year's third quarter", "the quarter".
pub(super) fn report_period(t: &Tokens, i: usize) -> Option<Found> {
    if let Some(found) = short_quarter(t, i) {
        return Some(found);
    }
    let mut phrase = Phrase::default();
    let mut at = i;
    at += determiner(t, at, &mut phrase);
    for _ in 0..MOST_ADJECTIVES {
        let Some(used) = adjective(t, at, &mut phrase) else { break };
        at += used;
    }
    if let Some(found) = fiscal_year(t, i, at, &phrase) {
        return Some(found);
    }
    noun(t, i, at, &phrase).or_else(|| bare_year_ago(i, at, &phrase))
}

/// "fiscal 2031", "fiscal year 2031", "the 2031 fiscal year".
fn fiscal_year(t: &Tokens, from: usize, at: usize, phrase: &Phrase) -> Option<Found> {
    if t.word(at + 1) == "fiscal" && t.word(at + 2) == "year" {
        return Found::date(from, at + 3, Meaning::Point(Point::Year(year(t.word(at))?)));
    }
    if !phrase.fiscal {
        return None;
    }
    let at = at + usize::from(t.word(at) == "year");
    let short = || Some((short_year(t, at)?, 2));
    let (year, used) = year(t.word(at)).map(|year| (year, 1)).or_else(short)?;
    (!t.glued(at + used)).then(|| Found::date(from, at + used, Meaning::Point(Point::Year(year)))).flatten()
}

/// "the", "its", "this year's", "last year's".
fn determiner(t: &Tokens, i: usize, phrase: &mut Phrase) -> usize {
    if t.is(i, &["last", "this", "next"]) && t.word(i + 1) == "year" && t.possessive(i + 2) > 0 {
        let by = match t.word(i) {
            "last" => -1,
            "next" => 1,
            _ => 0,
        };
        phrase.year = Some(YearOf::Shifted(by));
        phrase.the = true;
        return 2 + t.possessive(i + 2);
    }
    // "fiscal 2031's first quarter", "1988's third period".
    let fiscal = usize::from(t.word(i) == "fiscal");
    if let Some(year) = year(t.word(i + fiscal)).filter(|_| t.possessive(i + fiscal + 1) == 2) {
        phrase.year = Some(YearOf::Given(year));
        phrase.the = true;
        return fiscal + 3;
    }
    phrase.the = t.is(i, &["the", "this", "that"]);
    usize::from(phrase.the)
}

/// One adjective of a period, with how many tokens it takes.
fn adjective(t: &Tokens, i: usize, phrase: &mut Phrase) -> Option<usize> {
    match t.word(i) {
        "year" if t.is(i + 1, &["ago", "earlier", "before"]) && t.glued(i + 1) => {
            phrase.year_ago = true;
            Some(2)
        }
        "prior" | "previous" if t.word(i + 1) == "year" && t.glued(i + 1) => {
            phrase.year_ago = true;
            Some(2)
        }
        "latest" => {
            phrase.latest = true;
            Some(1)
        }
        "most" if t.word(i + 1) == "recent" => {
            phrase.latest = true;
            Some(2)
        }
        "corresponding" | "comparable" | "same" | "similar" => {
            phrase.compared = true;
            Some(1)
        }
        "fiscal" => {
            phrase.fiscal = true;
            Some(1)
        }
        "calendar" if t.is(i + 1, &["quarter", "half"]) => Some(1),
        word => {
            // "the 2031 third quarter".
            if let Some(year) = year(word).filter(|_| phrase.year.is_none() && period_follows(t, i + 1)) {
                phrase.year = Some(YearOf::Given(year));
                return Some(1);
            }
            let ordinal = quarter_ordinal(word)?;
            // "third-period sales", "the year-ago third period": by itself a period can be one of a match.
            let of_business =
                t.glued(i + 1) || phrase.year.is_some() || phrase.year_ago || phrase.fiscal || phrase.latest;
            let counted = t.is(i + 1, &["quarter", "half", "quarters"])
                || t.word(i + 1) == "period" && of_business
                || paired(t, i)
                || t.is(i + 1, &["fiscal", "calendar"]) && t.word(i + 2) == "quarter";
            if phrase.ordinal.is_some() || !counted {
                return None;
            }
            phrase.ordinal = Some(ordinal);
            Some(1)
        }
    }
}

/// "third" of "the third and fourth quarters".
fn paired(t: &Tokens, i: usize) -> bool {
    t.is(i + 1, &["and", "or", "to"])
        && quarter_ordinal(t.word(i + 2)).is_some()
        && t.word(i + 3) == "quarters"
}

fn period_follows(t: &Tokens, i: usize) -> bool {
    let i = i + usize::from(t.word(i) == "fiscal");
    t.is(i, &["period", "quarter"])
        || quarter_ordinal(t.word(i)).is_some() && t.is(i + 1, &["quarter", "half", "period"])
}

fn quarter_ordinal(word: &str) -> Option<i8> {
    Some(match word {
        "first" => 1,
        "second" => 2,
        "third" => 3,
        "fourth" | "final" => 4,
        "last" | "latter" => 9,
        _ => return None,
    })
}

fn noun(t: &Tokens, from: usize, at: usize, phrase: &Phrase) -> Option<Found> {
    // "the third-quarter loss": an article belongs to the loss.
    let from = if phrase.the && t.glued(at) && t.is(from, &["the", "that"]) { from + 1 } else { from };
    match t.word(at) {
        "quarter" if t.glued(at + 1) => None,
        "quarter" => quarter(t, from, at, phrase),
        "quarters" if t.is(from.wrapping_sub(1), &["and", "or", "to"]) => quarter(t, from, at, phrase),
        "and" | "or" | "to" if at > from && paired(t, at - 1) => first_of_two(t, from, at, phrase),
        "half" => half_year(t, from, at, phrase),
        "period" if phrase.ordinal.is_some() => quarter(t, from, at, phrase),
        "period" => period(t, from, at, phrase),
        "month" | "week" | "day" if phrase.compared => same_stretch(t, from, at),
        _ if phrase.year_ago || phrase.latest => months(t, from, at),
        _ => None,
    }
}

fn quarter(t: &Tokens, from: usize, at: usize, phrase: &Phrase) -> Option<Found> {
    let mut to = at + 1;
    let year = phrase.year.or_else(|| trailing_year(t, &mut to));
    let meaning = match (phrase.ordinal, year) {
        (Some(ordinal @ 1..=4), Some(year)) => Meaning::Part(Part::Quarter(ordinal), year),
        (Some(ordinal @ 1..=4), None) if phrase.year_ago => {
            Meaning::Part(Part::Quarter(ordinal), YearOf::Shifted(-1))
        }
        (Some(ordinal @ 1..=4), None) => {
            Meaning::Part(Part::Quarter(ordinal), YearOf::Open(direction(t, from, to)))
        }
        // "the last quarter of 2031".
        (Some(_), Some(year)) => Meaning::Part(Part::Quarter(4), year),
        (Some(_), None) => return None,
        (None, Some(year @ YearOf::Given(_))) => Meaning::Part(Part::Reported, year),
        (None, Some(YearOf::Shifted(-1))) => Meaning::YearBefore(Reported::Quarter(None)),
        (None, _) if phrase.compared && ago(t, to) => {
            to += 3;
            Meaning::YearBefore(Reported::Quarter(None))
        }
        (None, _) if phrase.year_ago => Meaning::YearBefore(Reported::Quarter(None)),
        (None, _) if phrase.latest => Meaning::Reported(Reported::LatestQuarter),
        (None, _) if t.word(from) == "this" => return None,
        (None, _) if phrase.the => Meaning::Reported(Reported::Quarter(end_month(t, to))),
        _ => return None,
    };
    Found::date(from, to, meaning)
}

/// "the third" of "the third and fourth quarters of 2031": the year stands after both.
fn first_of_two(t: &Tokens, from: usize, at: usize, phrase: &Phrase) -> Option<Found> {
    let ordinal = phrase.ordinal.filter(|n| *n <= 4)?;
    let year = phrase.year.or_else(|| trailing_year(t, &mut (at + 3)));
    let year = year.unwrap_or_else(|| YearOf::Open(direction(t, from, at)));
    Found::date(from, at, Meaning::Part(Part::Quarter(ordinal), year))
}

/// "of 2031", "last year", "of next year" after a period.
pub(super) fn trailing_year(t: &Tokens, to: &mut usize) -> Option<YearOf> {
    let of = usize::from(t.is(*to, &["of", "in"]));
    let fiscal = usize::from(of > 0 && t.is(*to + of, &["fiscal", "calendar"]));
    let of = of + fiscal;
    if let Some(year) = year(t.word(*to + of)).filter(|_| t.word(*to) != "in") {
        *to += of + 1;
        return Some(YearOf::Given(year));
    }
    let (year, used) = year_of_story(t, *to + of).filter(|_| t.word(*to) != "in")?;
    *to += of + used;
    Some(year)
}

/// The month in which a quarter "ended Sept. 30", with its year where that is said.
fn end_month(t: &Tokens, i: usize) -> Option<(i8, Option<i16>)> {
    if !t.is(i, &["ended", "ending"]) {
        return None;
    }
    let (month, used) = month_name(t, i + 1)?;
    let day = usize::from(day_of_month(t.word(i + 1 + used)).is_some());
    let comma = usize::from(t.word(i + 1 + used + day) == ",");
    Some((month, year(t.word(i + 1 + used + day + comma))))
}
