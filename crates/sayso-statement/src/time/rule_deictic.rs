//! Times seen from publication or from the story: "last week", "this morning", "the next two years", "the following day",
//! "that year".

use super::{
    feast::feast,
    lexicon::{Unit, day_part, season, unit, weekday},
    meaning::{Base, Found, Meaning, Part, Which, YearOf},
    period::{Amount, amount, value},
    rule_calendar::calendar_date,
    rule_day::dated_weekday,
    rule_length::is_filler,
    rule_month::month_name,
    token::Tokens,
};

/// How the word in front of a unit points.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pointer {
    Last,
    Past,
    This,
    Next,
    Coming,
    Recent,
    Current,
    /// From the time told of: "previous" -1, "same" 0, "following" 1.
    Told(i64),
}

fn pointer(t: &Tokens, i: usize) -> Option<Pointer> {
    Some(match t.word(i) {
        "last" => Pointer::Last,
        // "the latest week" is the last of which figures are known.
        "latest"
            if unit(t.word(i + 1 + usize::from(t.word(i + 1) == "fiscal")))
                .is_some_and(|(unit, plural)| !plural && unit != Unit::Quarter) =>
        {
            Pointer::Last
        }
        "past" => Pointer::Past,
        "this" | "these" => Pointer::This,
        "next" => Pointer::Next,
        "coming" | "upcoming" | "future" => Pointer::Coming,
        "recent" => Pointer::Recent,
        "current" => Pointer::Current,
        "previous" | "preceding" | "prior" => Pointer::Told(-1),
        "that" | "same" => Pointer::Told(0),
        "following" | "ensuing" | "subsequent" => Pointer::Told(1),
        _ => return None,
    })
}

/// "last week", "the past three months", "this coming Monday", "the following year".
pub(super) fn pointed(t: &Tokens, i: usize) -> Option<Found> {
    let same = t.is(i, &["that", "this"]) && t.word(i + 1) == "same";
    let the =
        same || t.is(i, &["the", "these", "those", "its", "his", "their"]) && pointer(t, i + 1).is_some();
    let at = i + usize::from(the);
    let mut pointer_word = pointer(t, at)?;
    // "following Monday's debate" is a preposition, "the following Monday" a day.
    let preposition = t.word(at) == "following" && !the;
    if preposition || is_title(t, at) {
        return None;
    }
    let mut noun = at + 1;
    // "this past week", "this coming Monday".
    if pointer_word == Pointer::This
        && let Some(second @ (Pointer::Past | Pointer::Coming | Pointer::Next)) = pointer(t, noun)
    {
        pointer_word = if second == Pointer::Past { Pointer::Last } else { Pointer::Next };
        noun += 1;
    }
    if pointer_word == Pointer::Current && t.word(noun) == "fiscal" {
        noun += 1;
    }
    run_of_units(t, i, noun, pointer_word)
        .or_else(|| one_unit(t, i, noun, pointer_word, the))
        .or_else(|| named(t, i, noun, pointer_word))
}

/// "This Week" and "This Morning" are names of something, "THIS WEEK" a headline.
fn is_title(t: &Tokens, at: usize) -> bool {
    let upper = t.get(at).is_some_and(|w| !w.text.chars().any(char::is_lowercase));
    let period = unit(t.word(at + 1)).is_some() || day_part(t.word(at + 1)).is_some();
    t.is_capitalised(at) && t.is_capitalised(at + 1) && period && !upper
}

/// "the past three months", "recent weeks", "the next few days".
fn run_of_units(t: &Tokens, from: usize, noun: usize, pointer: Pointer) -> Option<Found> {
    let (amount, used) = match amount(t, noun).filter(|_| !t.is(noun, &["a", "an"])) {
        Some((amount, used)) => (Some(amount), used),
        None => (None, 0),
    };
    let at = noun + used + usize::from(used > 0 && is_filler(t.word(noun + used)));
    let (unit, plural) =
        unit(t.word(at)).or_else(|| season(t.word(at).strip_suffix('s')?).map(|_| (Unit::Year, true)))?;
    // "the last one day" is a run of one; "the past two-day" goes on with a noun.
    if !plural && (amount != Some(Amount::Exact(1, false)) || t.glued(at)) {
        return None;
    }
    // "said that four days" only seems to point.
    if t.word(from) == "that" && amount != Some(Amount::Exact(1, false)) {
        return None;
    }
    let to = at + 1 + tail(t, at + 1) + second_unit(t, at + 1);
    match (pointer, amount) {
        (Pointer::Coming, None) => Found::date(from, to, Meaning::Value("FUTURE_REF".to_owned())),
        // Years back are a time; days and months back are a stretch that still lasts.
        (Pointer::Recent, None) if unit >= Unit::Year => {
            Found::date(from, to, Meaning::Value("PAST_REF".to_owned()))
        }
        (Pointer::Told(0) | Pointer::Current | Pointer::This, None) => None,
        (_, None) => Found::duration(from, to, value(Amount::Vague, unit)),
        (_, Some(amount)) => Found::duration(from, to, value(amount, unit)),
    }
}

/// "or so", "or more" after a duration.
pub(super) fn tail(t: &Tokens, i: usize) -> usize {
    if t.word(i) == "or" && t.is(i + 1, &["so", "more", "less", "longer"]) { 2 } else { 0 }
}

/// "and months" after "weeks".
pub(super) fn second_unit(t: &Tokens, i: usize) -> usize {
    let second = t.is(i, &["or", "and"])
        && unit(t.word(i + 1)).is_some_and(|(unit, plural)| plural && unit >= Unit::Day);
    if second { 2 } else { 0 }
}

/// "last week", "this month", "the past year", "the next day", "that year".
fn one_unit(t: &Tokens, from: usize, noun: usize, pointer: Pointer, the: bool) -> Option<Found> {
    let fiscal =
        usize::from(t.is(noun, &["fiscal", "calendar", "school", "academic", "budget", "tax", "financial"]));
    let (unit, plural) = unit(t.word(noun + fiscal))?;
    // "the next hour" is a length; "at the last minute" is none.
    let hour = unit == Unit::Hour
        && the
        && t.before(from) != "at"
        && matches!(pointer, Pointer::Past | Pointer::Last | Pointer::Next);
    if plural || t.glued(noun + fiscal + 1) || unit < Unit::Day && !hour {
        return None;
    }
    let to = noun + fiscal + 1;
    // "the past decade and a half".
    let half = t.reads(to, &["and", "a", "half"]);
    let end = to + if half { 3 } else { tail(t, to) };
    let length = || Found::duration(from, end, value(Amount::Exact(1, half), unit));
    if hour {
        return length();
    }
    if unit == Unit::Day && !matches!(pointer, Pointer::Next | Pointer::Told(_)) {
        return None;
    }
    let shifted = |base, by| Found::date(from, to, Meaning::Shifted(base, by, unit));
    if t.reads(to, &["or", "two"]) {
        return Found::duration(from, to + 2, value(Amount::Vague, unit));
    }
    match pointer {
        Pointer::Past => length(),
        Pointer::Next if unit == Unit::Day => shifted(Base::Told, 1),
        // "the next quarter" and "the next century" are of the calendar, "the next year" twelve months.
        Pointer::Next if the && !matches!(unit, Unit::Quarter | Unit::Century) => length(),
        Pointer::Last => shifted(Base::Published, -1),
        Pointer::This | Pointer::Current => shifted(Base::Published, 0),
        Pointer::Next | Pointer::Coming => shifted(Base::Published, 1),
        Pointer::Told(by) => shifted(Base::Told, by),
        Pointer::Recent => None,
    }
}

/// "last June", "last Oct. 23", "this coming Monday, May 4", "this morning", "last fall", "the previous Friday".
fn named(t: &Tokens, from: usize, noun: usize, pointer: Pointer) -> Option<Found> {
    if let Some(day) = weekday(t.word(noun)) {
        let which = match pointer {
            Pointer::Last | Pointer::Past => Which::Last,
            Pointer::This => Which::This,
            Pointer::Next | Pointer::Coming => Which::Next,
            Pointer::Told(by) => Which::Told(by),
            Pointer::Recent | Pointer::Current => return None,
        };
        return Some(dated_weekday(t, from, noun + 1, Meaning::Weekday(day, which)));
    }
    if let Some((code, false)) = day_part(t.word(noun)) {
        return part_of_day(from, noun + 1, code, pointer);
    }
    let year = match pointer {
        Pointer::Last | Pointer::Past => YearOf::Last,
        Pointer::This | Pointer::Current => YearOf::Shifted(0),
        Pointer::Next | Pointer::Coming => YearOf::Next,
        // "that fall" is more often a drop.
        Pointer::Told(0) if season(t.word(noun)).is_some() && t.word(noun) != "fall" => YearOf::Told(0),
        Pointer::Told(0) | Pointer::Recent => return None,
        Pointer::Told(by) => YearOf::Told(by),
    };
    if let Some(season) = season(t.word(noun)) {
        return Found::date(from, noun + 1, Meaning::Part(Part::Season(season), year));
    }
    if let Some((day, used)) = feast(t, noun) {
        return Found::date(from, noun + used, Meaning::Part(Part::Feast(day), year));
    }
    if month_name(t, noun).is_some() {
        let date = calendar_date(t, noun)?;
        let Meaning::Part(part, YearOf::Open(_)) = date.meaning else { return None };
        return Found::date(from, date.to, Meaning::Part(part, year));
    }
    None
}

fn part_of_day(from: usize, to: usize, code: &str, pointer: Pointer) -> Option<Found> {
    let (base, by) = match pointer {
        Pointer::This => (Base::Published, 0),
        Pointer::Last => (Base::Published, -1),
        Pointer::Next => (Base::Told, 1),
        Pointer::Told(by) => (Base::Told, by),
        _ => return None,
    };
    let day = Meaning::Shifted(base, by, Unit::Day);
    Found::time(from, to, Meaning::OnDay(format!("T{code}"), Some(Box::new(day))))
}
