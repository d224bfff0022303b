//! Names of months in a text: "May", "March" and "April" are also verbs, marches and people.

use super::{
    lexicon::{day_of_month, day_part, month, short_month, weekday, year},
    rule_calendar::{day_after, year_by_name},
    tense::{ends_sentence, is_past},
    token::Tokens,
};

/// The month at `i`, and how many tokens name it: an abbreviation's stop is one of its own.
pub(super) fn month_name(t: &Tokens, i: usize) -> Option<(i8, usize)> {
    let word = t.word(i);
    if !t.is_capitalised(i) && (month(word).is_none() || ambiguous(word)) {
        return None;
    }
    if let Some(month) = month(word) {
        return (!ambiguous(word) || is_dated(t, i)).then_some((month, 1));
    }
    let month = short_month(word)?;
    let stop = usize::from(t.word(i + 1) == "." && t.touches(i + 1));
    let beside = day_of_month(t.word(i + 1 + stop)).is_some()
        || year(t.word(i + 1 + stop)).is_some()
        || i > 0 && day_of_month(t.word(i - 1)).is_some()
        || stop > 0 && introduces_date(t.before(i));
    beside.then_some((month, 1 + stop))
}

/// Months that are also verbs, or first names of people.
fn ambiguous(word: &str) -> bool {
    matches!(word, "may" | "march" | "april" | "june" | "august")
}

/// Whether what stands around an ambiguous month makes it one.
fn is_dated(t: &Tokens, i: usize) -> bool {
    if !t.is_capitalised(i) {
        return false;
    }
    let before = t.before(i);
    let of = usize::from(t.word(i + 1) == "of");
    let beside = day_of_month(before).is_some() && !t.is(i + 1, &["be", "not", "have", "also"])
        || day_after(t, i + 1).is_some()
        || year(t.word(i + 1 + of)).is_some()
        || t.word(i + 1) == "," && year(t.word(i + 2)).is_some()
        || year_by_name(t, i + 1 + of).is_some();
    let named = t.is_capitalised(i + 1) && weekday(t.word(i + 1)).is_none() && month(t.word(i + 1)).is_none();
    let sure = beside || introduces_date(before) || in_list(t, i) || compared(t, i);
    match t.word(i) {
        "may" | "march" => sure || described(t, i),
        _ => sure || !named,
    }
}

/// "April and May", "March-May", "March through May".
fn in_list(t: &Tokens, i: usize) -> bool {
    let named = |k: usize| month(t.word(k)).is_some() && t.is_capitalised(k);
    let joins = |k: usize| t.is(k, &["and", "or", ",", "to", "through", "–"]);
    i >= 2 && joins(i - 1) && named(i - 2)
        || joins(i + 1) && t.word(i + 1) != "," && named(i + 2)
        || t.glued(i + 1) && named(i + 1)
        || t.glued(i) && i > 0 && named(i - 1)
}

/// "no later than March", "as early as May", "as far back as March".
fn compared(t: &Tokens, i: usize) -> bool {
    let adverb = |k: Option<usize>| {
        k.is_some_and(|k| {
            t.is(k, &["early", "late", "soon", "recently", "back", "earlier", "later", "sooner"])
        })
    };
    matches!(t.before(i), "as" | "than") && adverb(i.checked_sub(2))
}

/// Whether "May" or "March" belongs to a noun or stands alone as a month: "the May meeting", "one March morning", "March's rain".
fn described(t: &Tokens, i: usize) -> bool {
    let next = t.word(i + 1);
    let first = i == 0 || ends_sentence(t, i - 1);
    // "Harbour March" and "Ann May" are names.
    let determiner = i > 0 && t.is(i - 1, &["the", "a", "this", "that", "its", "their", "our", "one"]);
    if t.glued(i) || !first && !determiner && t.is_capitalised(i - 1) {
        return false;
    }
    let owned = t.before(i) == "s" && i > 1 && t.possessive(i - 2) == 2;
    let determined = t.is(
        i.wrapping_sub(1),
        &["the", "a", "its", "their", "his", "her", "our", "one", "another", "this", "that", "no", "every"],
    );
    let plain = next.starts_with(|c: char| c.is_ascii_lowercase()) && !t.is_capitalised(i + 1);
    day_part(next).is_some() && !first
        || determined && plain && !opens_clause(next)
        || (first || owned) && is_counted_by_month(next)
        || t.word(i) == "march"
            && (first && t.is(i + 1, &["was", "is", "saw", "brought"]) || !owned && t.possessive(i + 1) == 2)
}

/// Whether a word after a noun goes on with something else: "the March on the capital", "the March drew thousands".
fn opens_clause(word: &str) -> bool {
    const OPENERS: &[&str] = &[
        "on",
        "for",
        "of",
        "to",
        "in",
        "at",
        "by",
        "from",
        "with",
        "against",
        "through",
        "into",
        "and",
        "or",
        "but",
        "as",
        "that",
        "who",
        "which",
        "is",
        "was",
        "are",
        "were",
        "has",
        "had",
        "will",
        "would",
        "may",
        "can",
        "could",
        "says",
        "began",
        "government",
        "administration",
        "cabinet",
        "family",
        "team",
        "camp",
        "ministry",
    ];
    OPENERS.contains(&word) || is_past(word)
}

/// Things that are counted month by month or held in one of them.
fn is_counted_by_month(word: &str) -> bool {
    const NOUNS: &[&str] = &[
        "sales",
        "exports",
        "imports",
        "output",
        "production",
        "figures",
        "data",
        "numbers",
        "orders",
        "payrolls",
        "deliveries",
        "delivery",
        "contract",
        "contracts",
        "futures",
        "results",
        "traffic",
        "meeting",
        "election",
        "elections",
        "vote",
        "retail",
        "unemployment",
        "inflation",
        "prices",
        "shipments",
        "report",
        "survey",
    ];
    NOUNS.contains(&word)
}

/// Whether a month or day can stand after this word.
pub(super) fn introduces_date(word: &str) -> bool {
    const BEFORE: &[&str] = &[
        "in",
        "since",
        "until",
        "till",
        "by",
        "last",
        "next",
        "this",
        "of",
        "early",
        "late",
        "mid",
        "from",
        "to",
        "through",
        "before",
        "after",
        "during",
        "each",
        "every",
        "for",
        "between",
        "earlier",
        "previous",
        "following",
        "on",
        "past",
        "coming",
        "throughout",
        "starting",
        "sometime",
    ];
    BEFORE.contains(&word)
}
