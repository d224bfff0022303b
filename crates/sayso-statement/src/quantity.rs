//! Quantities: a figure with its hedge, its unit and how it relates to what is written.

use sayso_model::{Quantity, Relation, Span};

use crate::{
    country::lookup,
    number::{Number, digits, parse},
    text::{Word, words},
};

/// Hedges before a figure, longest first, with the relation that they give.
const HEDGES: &[(&str, Relation)] = &[
    ("no fewer than", Relation::AtLeast),
    ("not fewer than", Relation::AtLeast),
    ("no less than", Relation::AtLeast),
    ("not less than", Relation::AtLeast),
    ("no more than", Relation::AtMost),
    ("not more than", Relation::AtMost),
    ("as many as", Relation::AtMost),
    ("as much as", Relation::AtMost),
    ("up to", Relation::AtMost),
    ("at most", Relation::AtMost),
    ("fewer than", Relation::AtMost),
    ("less than", Relation::AtMost),
    ("almost", Relation::AtMost),
    ("nearly", Relation::AtMost),
    ("under", Relation::AtMost),
    ("below", Relation::AtMost),
    ("at least", Relation::AtLeast),
    ("more than", Relation::AtLeast),
    ("over", Relation::AtLeast),
    ("above", Relation::AtLeast),
    ("upwards of", Relation::AtLeast),
    ("about", Relation::About),
    ("around", Relation::About),
    ("roughly", Relation::About),
    ("approximately", Relation::About),
    ("some", Relation::About),
    ("an estimated", Relation::About),
    ("estimated", Relation::About),
    ("circa", Relation::About),
    ("in the region of", Relation::About),
    ("close to", Relation::About),
];

/// Verbs of change before "by" or "to" or the figure itself.
const RISES: &[&str] = &[
    "rose",
    "rise",
    "rises",
    "risen",
    "increased",
    "increase",
    "grew",
    "grown",
    "climbed",
    "gained",
    "up",
    "jumped",
    "soared",
    "added",
];
const FALLS: &[&str] = &[
    "fell",
    "fall",
    "falls",
    "fallen",
    "decreased",
    "decrease",
    "dropped",
    "declined",
    "lost",
    "down",
    "shrank",
    "cut",
    "slipped",
    "tumbled",
];

/// Of these, the verbs that take what is counted as their object.
const COUNTS_THINGS: &[&str] = &["added", "gained", "lost", "cut", "dropped"];

/// Units with the form in which they are given, by their written forms.
const UNITS: &[(&str, &[&str])] = &[
    ("kg", &["kg", "kilogram", "kilograms", "kilogramme", "kilogrammes", "kilo", "kilos"]),
    ("t", &["t", "ton", "tons", "tonne", "tonnes"]),
    ("km", &["km", "kilometre", "kilometres", "kilometer", "kilometers"]),
    ("m", &["metre", "metres", "meter", "meters"]),
    ("cm", &["cm", "centimetre", "centimetres", "centimeter", "centimeters"]),
    ("mi", &["mile", "miles"]),
    ("l", &["litre", "litres", "liter", "liters"]),
    ("%", &["%", "percent", "pc"]),
    ("h", &["hour", "hours"]),
    ("min", &["minute", "minutes"]),
    ("USD", &["dollar", "dollars"]),
    ("EUR", &["euro", "euros"]),
    ("GBP", &["pound", "pounds", "sterling"]),
    ("RUB", &["rouble", "roubles", "ruble", "rubles"]),
    ("°C", &["°c", "celsius"]),
    ("MW", &["mw", "megawatt", "megawatts"]),
];

/// Currency marks before a figure.
const CURRENCIES: &[(&str, &str)] = &[("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("¥", "JPY")];

/// Adjectives that may stand between a figure and what it counts.
const SKIPPED: &[&str] = &[
    "of",
    "more",
    "other",
    "new",
    "additional",
    "further",
    "apparent",
    "strong",
    "large",
    "small",
    "young",
    "old",
];

/// Words that end the search for what a figure counts.
const NOT_COUNTED: &[&str] = &[
    "and", "or", "in", "on", "at", "to", "from", "by", "with", "for", "as", "was", "were", "is", "are",
    "had", "has", "have", "who", "that", "which", "the", "a", "an", "than", "after", "before", "when", "but",
    "per", "it", "they", "them", "these", "those", "us",
];

/// Finds every quantity of `text`; `taken` are spans (times, places) whose numbers count nothing.
///
/// "a" and "one" alone, ordinals and numbers within names count nothing either.
pub(crate) fn quantities(text: &str, taken: &[Span]) -> Vec<Quantity> {
    let words = words(text);
    let lower: Vec<String> = words.iter().map(Word::lower).collect();
    let lower: Vec<&str> = lower.iter().map(String::as_str).collect();
    let mut out = Vec::new();
    let mut i = 0;
    let mut taken = taken.iter().copied().peekable();
    while i < words.len() {
        while taken.peek().is_some_and(|t| t.end <= words[i].span.start) {
            taken.next();
        }
        let free = taken.peek().is_none_or(|t| !t.overlaps(words[i].span));
        match free.then(|| quantity_at(text, &words, &lower, i)).flatten() {
            Some((quantity, next)) => {
                out.push(quantity);
                i = next;
            }
            None => i += 1,
        }
    }
    out
}

/// The quantity whose number starts at word `i`, with the word after it.
fn quantity_at(text: &str, words: &[Word<'_>], lower: &[&str], i: usize) -> Option<(Quantity, usize)> {
    let glued = glued_unit(lower[i]);
    let priced = currency_before(words, i).is_some();
    let (number, used) = match (glued, magnified(lower[i], priced)) {
        (_, Some(value)) => (Number::Exact(value), 1),
        (Some((value, _)), None) => (Number::Exact(value), 1),
        (None, None) => parse(&lower[i..(i + 8).min(lower.len())])?,
    };
    if names_no_count(words, lower, i, used, glued.is_some()) {
        return None;
    }
    let mut next = i + used;
    let (mut low, mut high) = match number {
        Number::Exact(v) => (Some(v), Some(v)),
        Number::Vague => (None, None),
    };
    if let Some((upper, after)) = range_end(lower, next, number) {
        high = Some(upper);
        next = after;
    }
    let currency = currency_before(words, i);
    let unit_at = unit_after(words, lower, next);
    let unit = match (&currency, glued, unit_at) {
        (Some((code, _)), ..) => Some((*code).to_owned()),
        (None, Some((_, unit)), _) => Some(unit.to_owned()),
        (None, None, Some((ref unit, _))) => Some(unit.clone()),
        (None, None, None) => None,
    };
    let end_word = if currency.is_none() && glued.is_none() {
        unit_at_end(words, lower, next).unwrap_or(next)
    } else {
        next
    };
    let start_word = currency.map_or(i, |(_, at)| at);
    let (relation, first) = hedge_before(lower, start_word, unit.as_deref() == Some("%"))
        .unwrap_or((Relation::Equal, start_word));
    match relation {
        Relation::AtMost => low = None,
        Relation::AtLeast => high = None,
        _ => {}
    }
    let span = Span::new(words[first].span.start, words[end_word - 1].span.end).trimmed(text);
    Some((Quantity { span, low, high, unit, relation }, end_word.max(next)))
}

/// Whether the number at word `i` counts nothing: "one" as a pronoun, a number glued to a name, a clock or a list number.
fn names_no_count(words: &[Word<'_>], lower: &[&str], i: usize, used: usize, glued: bool) -> bool {
    let lone = used == 1 && matches!(lower[i], "one" | "zero" | "half" | "dozen");
    let ordinal = lower[i].ends_with("th") || lower[i].ends_with("rd") || lower[i].ends_with("nd");
    // "Boeing 747", "Block 5 opened": a capitalised word right before bare digits names something, unless it opens a sentence,
    // is a place ("in Denmark 12 people"), or what follows is counted.
    let name = !glued
        && digits(lower[i]).is_some()
        && i > 1
        && words[i - 1].is_capitalised()
        && lookup(words[i - 1].text).is_none()
        && !words[i - 2].text.ends_with(['.', '!', '?', '”', '"'])
        && !lower
            .get(i + used)
            .is_some_and(|w| w.ends_with('s') || canonical_unit(w).is_some() || SKIPPED.contains(w));
    lone || ordinal || name
}

/// "1.5bn", and after a currency mark "40m" and "30k", which without one are metres and nothing.
fn magnified(word: &str, priced: bool) -> Option<f64> {
    let at = word.find(|c: char| c.is_ascii_alphabetic())?;
    let scale = match &word[at..] {
        "bn" => 1e9,
        "tn" => 1e12,
        "mn" => 1e6,
        "m" if priced => 1e6,
        "k" if priced => 1e3,
        _ => return None,
    };
    digits(&word[..at]).map(|value| value * scale)
}

/// "500kg", "40%": digits and a unit in one word.
fn glued_unit(word: &str) -> Option<(f64, &'static str)> {
    let at = word.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')?;
    let value = digits(&word[..at])?;
    canonical_unit(&word[at..]).map(|unit| (value, unit))
}

fn canonical_unit(word: &str) -> Option<&'static str> {
    UNITS.iter().find(|(_, forms)| forms.contains(&word)).map(|(unit, _)| *unit)
}

/// "10 to 20", "between 10 and 20", "10-20": the upper end, with the word after it.
fn range_end(lower: &[&str], next: usize, number: Number) -> Option<(f64, usize)> {
    let Number::Exact(low) = number else { return None };
    let link = *lower.get(next)?;
    let between = link == "and" && lower[..next].iter().rev().take(4).any(|w| *w == "between");
    if !(between || matches!(link, "to" | "–" | "-")) {
        return None;
    }
    let rest = lower.get(next + 1..(next + 9).min(lower.len()))?;
    match parse(rest)? {
        (Number::Exact(high), used) if high > low => Some((high, next + 1 + used)),
        _ => None,
    }
}

fn currency_before(words: &[Word<'_>], i: usize) -> Option<(&'static str, usize)> {
    let before = words.get(i.checked_sub(1)?)?;
    let touches = before.span.end == words[i].span.start;
    let code = CURRENCIES.iter().find(|(mark, _)| *mark == before.text)?.1;
    touches.then_some((code, i - 1))
}

/// What is counted: the unit or the noun after the number, with its word's place.
fn unit_after(words: &[Word<'_>], lower: &[&str], next: usize) -> Option<(String, usize)> {
    let mut at = next;
    while at < words.len() && at < next + 4 {
        let word = lower[at];
        if let Some(unit) = canonical_unit(word) {
            return Some((unit.to_owned(), at));
        }
        if words[at].is_mark() && word != "%" || NOT_COUNTED.contains(&word) {
            return None;
        }
        let adjective = SKIPPED.contains(&word)
            || (words[at].is_capitalised() && at + 1 < words.len() && !words[at + 1].is_mark());
        if !adjective {
            // A lower-case modifier before a plural noun: "two underwater explosions".
            let plural_follows =
                !word.ends_with('s') && is_noun_like(words, lower, at + 1) && lower[at + 1].ends_with('s');
            let noun = if plural_follows { at + 1 } else { at };
            return Some((lower[noun].to_owned(), noun));
        }
        at += 1;
    }
    None
}

fn is_noun_like(words: &[Word<'_>], lower: &[&str], at: usize) -> bool {
    words.get(at).is_some_and(|w| !w.is_mark() && !w.is_capitalised()) && !NOT_COUNTED.contains(&lower[at])
}

/// The word after the unit, so that the span of the quantity covers it.
fn unit_at_end(words: &[Word<'_>], lower: &[&str], next: usize) -> Option<usize> {
    unit_after(words, lower, next).map(|(_, at)| at + 1)
}

/// The hedge that ends right before word `start`, or a verb of change with "by"; with the word that it begins at.
fn hedge_before(lower: &[&str], start: usize, measured: bool) -> Option<(Relation, usize)> {
    for (phrase, relation) in HEDGES {
        let n = phrase.split(' ').count();
        if let Some(from) = start.checked_sub(n)
            && lower[from..start].iter().copied().eq(phrase.split(' '))
        {
            return Some((*relation, from));
        }
    }
    let verb = match lower.get(start.checked_sub(1)?) {
        Some(&"by" | &"to") => lower.get(start.checked_sub(2)?),
        // "cut 12 jobs", "lost 12 ships" count things; only what is measured rises or falls by a bare figure.
        Some(verb) if measured || !COUNTS_THINGS.contains(verb) => Some(verb),
        _ => None,
    }?;
    if RISES.contains(verb) {
        Some((Relation::Up, start))
    } else if FALLS.contains(verb) {
        Some((Relation::Down, start))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words, low, high, unit and relation.
    type Row = (String, Option<f64>, Option<f64>, String, &'static str);

    fn read(text: &str) -> Vec<Row> {
        quantities(text, &[])
            .into_iter()
            .map(|q| {
                (q.span.of(text).to_owned(), q.low, q.high, q.unit.unwrap_or_default(), q.relation.as_str())
            })
            .collect()
    }

    fn one(text: &str) -> Row {
        let all = read(text);
        assert_eq!(all.len(), 1, "{all:?}");
        all.into_iter().next().unwrap()
    }

    #[test]
    fn hedges_open_one_end() {
        assert_eq!(
            one("up to 12,000 soldiers will go"),
            ("up to 12,000 soldiers".into(), None, Some(12000.0), "soldiers".into(), "<")
        );
        assert_eq!(
            one("more than 40 people died"),
            ("more than 40 people".into(), Some(40.0), None, "people".into(), ">")
        );
        assert_eq!(
            one("around 3,000 of them"),
            ("around 3,000".into(), Some(3000.0), Some(3000.0), String::new(), "~").clone()
        );
    }

    #[test]
    fn no_hedge_hides_a_longer_one() {
        for (i, (longer, _)) in HEDGES.iter().enumerate() {
            let hiding = HEDGES[..i].iter().find(|(h, _)| longer.ends_with(&format!(" {h}")));
            assert!(hiding.is_none(), "{longer:?} is hidden by {hiding:?}");
        }
        assert_eq!(one("no fewer than 40 people died").4, ">");
    }

    #[test]
    fn magnitudes_glued_to_a_figure_are_read() {
        assert_eq!(one("worth £1.5bn in all").1, Some(1.5e9));
        assert_eq!(one("worth $40m in all").1, Some(4e7));
        assert_eq!((one("a wall 12 m high").1, one("a wall 12 m high").3.as_str()), (Some(12.0), "m"));
    }

    #[test]
    fn vague_counts_have_open_ends() {
        assert_eq!(
            one("several hundred kilos of it"),
            ("several hundred kilos".into(), None, None, "kg".into(), "=")
        );
    }

    #[test]
    fn units_and_currencies_are_plain() {
        assert_eq!(one("worth $1.5 billion in all").3, "USD");
        assert_eq!(one("500kg of it").3, "kg");
        assert_eq!(
            one("it rose by 4.5 percent there"),
            ("4.5 percent".into(), Some(4.5), Some(4.5), "%".into(), "up")
        );
        assert_eq!(one("two underwater explosions").3, "explosions");
    }

    #[test]
    fn ranges_have_both_ends() {
        let q = one("between 10 and 20 ships sank");
        assert_eq!((q.1, q.2), (Some(10.0), Some(20.0)));
    }

    #[test]
    fn pronouns_and_names_count_nothing() {
        assert!(read("No one was there. The new Harbour Line 2 opened.").is_empty());
    }
}
