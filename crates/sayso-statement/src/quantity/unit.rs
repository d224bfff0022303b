//! What is counted: the currency before a figure, the measure or the noun after it.

use super::{
    Reader,
    lexicon::{LENGTHWAYS, NO_PLURALS, NOT_COUNTED, PAYS, PLURALS, REACHES},
    measure::{currency_code, currency_mark, currency_of, dollar, is_time, unit},
    token::Kind,
};
use crate::country::lookup;

/// How far behind a figure its noun may stand: "12 former South Korean fish factory workers".
const NOUN_WITHIN: usize = 6;

/// How many words the phrase of "one" has at most; what is longer has a verb in it.
const SINGULAR_WITHIN: usize = 3;

/// The most letters of a currency that the tables do not have: "NT", "MUR".
const UNKNOWN_CURRENCY: usize = 3;

/// A unit with the token after it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Unit {
    /// Its plain form.
    pub name: String,
    /// The token after it.
    pub to: usize,
    /// Whether it is a measure or a currency rather than a counted noun.
    pub is_measure: bool,
}

/// Words between "on the" and "Richter" at most: "open-ended" is three tokens.
const SCALE_REACH: usize = 4;

impl Reader<'_> {
    /// The currency before the figure at token `i`, with the token at which it begins: "$", "US$", "Rs.", "EUR".
    pub fn currency_before(&self, i: usize) -> Option<(String, usize)> {
        let before = i.checked_sub(1)?;
        let two = before.checked_sub(1);
        if let Some(code) = currency_mark(self.text(before)) {
            let beside =
                two.filter(|&k| code == "USD" && dollar(self.text(k)).is_some() && self.is_beside(k));
            let named = beside.and_then(|k| dollar(self.text(k)));
            return Some((named.unwrap_or(code).to_owned(), beside.unwrap_or(before)));
        }
        if let Some(mark) = two.filter(|&k| self.text(k) == "$" && self.tokens[before].glued) {
            return dollar(self.text(before)).map(|code| (code.to_owned(), mark));
        }
        let word = if self.text(before) == "." { two? } else { before };
        if let Some(code) = currency_code(self.text(word)) {
            return Some((code.to_owned(), word));
        }
        self.unknown_currency(i, before)
    }

    /// Whether the letters at `k` belong to the dollar mark after them: they touch it, or they are two and open no sentence.
    fn is_beside(&self, k: usize) -> bool {
        self.tokens[k + 1].glued || (!self.tokens[k].opens && self.text(k) != "A")
    }

    /// Capitals that touch a figure with thousands or a magnitude are a currency: "XK6m" but not "XK6".
    fn unknown_currency(&self, i: usize, before: usize) -> Option<(String, usize)> {
        let letters = self.text(before);
        let capitals = letters.len() <= UNKNOWN_CURRENCY && letters.bytes().all(|b| b.is_ascii_uppercase());
        let priced = self.text(i).contains(',')
            || matches!(self.lower(i + 1), "m" | "bn" | "mn" | "b") && self.glued(i + 1);
        let inner = self.glued(before) && before > 0 && !self.tokens[before - 1].is_mark();
        (capitals && priced && self.glued(i) && !inner).then(|| (letters.to_owned(), before))
    }

    /// The measure at token `at`, which may be joined by a hyphen: "km", "per cent", "square metres", "-year-old".
    pub fn measure(&self, at: usize, hedged_weight: bool) -> Option<Unit> {
        let hyphen = usize::from(self.text(at) == "-" && self.glued(at) && self.glued(at + 1));
        let k = at + hyphen;
        if self.tokens.get(k).is_none_or(|t| t.opens) {
            return None;
        }
        let found = self.several_words(k).or_else(|| self.one_word(k, hyphen == 1 || hedged_weight))?;
        let mut found = self.with_rate(found);
        if is_time(&found.name) && self.text(found.to) == "-" && self.lower(found.to + 1) == "old" {
            found.to += 2;
        }
        Some(found)
    }

    /// The measure that a word before token `start` gives: "magnitude 6.5", "a magnitude of 6.5", "aged 6 to 11".
    pub fn measure_before(&self, start: usize, to: usize) -> Option<Unit> {
        let hyphen = start > 1 && self.text(start - 1) == "-" && self.glued(start);
        let of = start > 1 && self.lower(start - 1) == "of" && self.lower(start - 2) == "magnitude";
        let name = match start.checked_sub(1 + usize::from(hyphen || of)).map(|k| self.lower(k))? {
            "magnitude" => "magnitude",
            "aged" | "age" | "ages" => "years",
            _ => return None,
        };
        Some(Unit { name: name.to_owned(), to, is_measure: true })
    }

    /// "on the Richter scale", "on the open-ended Richter scale".
    fn scale_of_tremors(&self, k: usize) -> Option<Unit> {
        let opens = self.lower(k) == "on" && self.lower(k + 1) == "the";
        let richter = (k + 2..k + 2 + SCALE_REACH).find(|&i| self.lower(i) == "richter")?;
        let to = richter + 2;
        (opens && self.lower(richter + 1) == "scale").then(|| Unit {
            name: "magnitude".to_owned(),
            to,
            is_measure: true,
        })
    }

    fn several_words(&self, k: usize) -> Option<Unit> {
        let made = |name: &str, to| Some(Unit { name: name.to_owned(), to, is_measure: true });
        if let Some(scale) = self.scale_of_tremors(k) {
            return Some(scale);
        }
        match (self.lower(k), self.lower(k + 1)) {
            ("per", "cent") => made("%", k + 2),
            ("percentage", "point" | "points") => made("pp", k + 2),
            ("percentage", "-") if self.lower(k + 2) == "point" => made("pp", k + 3),
            ("basis", "point" | "points") => made("bp", k + 2),
            ("nautical", "mile" | "miles") => made("nmi", k + 2),
            ("metric", "ton" | "tons" | "tonnes") => made("t", k + 2),
            ("degree" | "degrees" | "°" | "deg", "celsius" | "centigrade" | "c") => made("°C", k + 2),
            ("degree" | "degrees" | "°" | "deg", "fahrenheit" | "f") => made("°F", k + 2),
            ("square" | "sq" | "cubic", next) => {
                let power = if self.lower(k) == "cubic" { '³' } else { '²' };
                let dot = usize::from(next == ".");
                let word = k + 1 + dot;
                let base = unit(self.text(word), self.lower(word), false)?;
                made(&format!("{base}{power}"), word + 1)
            }
            (_, next) => {
                let plain = unit(self.text(k + 1), next, false)?;
                made(currency_of(self.text(k), plain)?, k + 2)
            }
        }
    }

    fn one_word(&self, k: usize, weighed: bool) -> Option<Unit> {
        let token = self.tokens.get(k).filter(|_| !self.is_currency_of_next(k))?;
        let names = self.text(k + 1) == "-" && self.glued(k + 1) && self.glued(k + 2);
        let mut name = unit(token.text, &token.lower, token.glued)
            // "two F-16 jets" are no degrees.
            .filter(|_| !(names && token.text.len() == 1 && token.is_word()))?;
        if name == "GBP" && token.lower.starts_with("pound") && (weighed || self.lower(k + 1) == "of") {
            name = "lb";
        }
        // "m2", "m²": the power touches its measure.
        let power = match self.text(k + 1) {
            "2" | "²" if self.glued(k + 1) => Some("²"),
            "3" | "³" if self.glued(k + 1) => Some("³"),
            _ => None,
        };
        let to = k + 1 + usize::from(power.is_some());
        Some(Unit { name: format!("{name}{}", power.unwrap_or_default()), to, is_measure: true })
    }

    /// Whether the letters at `k` are the currency of a figure behind them: "in half Rs. 20 fares", "one US$3 toll".
    fn is_currency_of_next(&self, k: usize) -> bool {
        let mark = usize::from(matches!(self.text(k + 1), "." | "$"));
        let figure = self.tokens.get(k + 1 + mark).is_some_and(|t| t.value().is_some());
        let letters = currency_code(self.text(k)).is_some() && self.text(k + 1) != "$";
        figure && (letters || self.text(k + 1) == "$" && dollar(self.text(k)).is_some())
    }

    /// "km/h", "kV/cm", "miles per hour": a measure for each of another.
    fn with_rate(&self, found: Unit) -> Unit {
        let at = found.to;
        if found.name == "mi" && self.lower(at) == "per" && self.lower(at + 1) == "gallon" {
            return Unit { name: "mpg".to_owned(), to: at + 2, is_measure: true };
        }
        let slash = self.text(at) == "/" && self.glued(at) && self.glued(at + 1);
        let per = matches!(self.lower(at), "per" | "an") && self.lower(at + 1) == "hour";
        if slash || per {
            let below = if per { "h" } else { self.text(at + 1) };
            let name = match (found.name.as_str(), below) {
                ("mi", "h") => "mph".to_owned(),
                (above, below) => format!("{above}/{below}"),
            };
            if per && !matches!(found.name.as_str(), "mi" | "km") {
                return found;
            }
            return Unit { name, to: at + 2, is_measure: true };
        }
        found
    }

    /// The counted noun behind a figure that ends before token `at`; `single` says that the figure is one.
    pub fn noun(&self, at: usize, single: bool) -> Option<Unit> {
        let start = at + self.partitive(at);
        if let Some(whole) = self.amount(start, false).filter(|_| start > at) {
            // "three of the 12 boats": boats, and the twelve are a figure of their own.
            return self.plural_noun(whole.to).map(|unit| Unit { to: at, ..unit });
        }
        if single && start == at {
            return self.single_noun(start);
        }
        self.plural_noun(start)
    }

    /// Whether the "m" that touches the figure at token `i` is a million: before what is counted or weighed ("1.5m voters",
    /// "3m barrels"), and where a number of things reaches it ("cases hit 500m"). Before all else it is a metre.
    pub fn counts_millions(&self, i: usize) -> bool {
        let at = i + 2;
        if self.text(i + 1) != "m" || !self.glued(i + 1) || self.glued(at) && !self.is_mark(at) {
            return false;
        }
        if self.is_paid(i) {
            return true;
        }
        if self.is_mark(at) || at >= self.tokens.len() || self.tokens[at].opens {
            return self.is_reached(i);
        }
        let counted = self.measure(at, false).is_some()
            || self.plural_noun(at).is_some_and(|noun| !LENGTHWAYS.contains(noun.name.as_str()));
        counted && !LENGTHWAYS.contains(self.lower(at)) || self.is_reached(i)
    }

    /// Whether a word of paying stands before the figure at token `i`: "sold 40m last year", "costs of 50m a year".
    fn is_paid(&self, i: usize) -> bool {
        let before = |n: usize| i.checked_sub(n).map_or("", |k| self.lower(k));
        PAYS.contains(before(1)) || before(1) == "of" && PAYS.contains(before(2))
    }

    /// Whether a verb of reaching stands before the figure at token `i`, and before it a number of things.
    fn is_reached(&self, i: usize) -> bool {
        let Some(verb) = i.checked_sub(1) else { return false };
        if !REACHES.contains(self.lower(verb)) {
            return false;
        }
        let auxiliary = |k: usize| matches!(self.lower(k), "has" | "have" | "had");
        let subject = verb.checked_sub(if verb > 0 && auxiliary(verb - 1) { 2 } else { 1 });
        subject.is_some_and(|k| self.is_head(k) && !LENGTHWAYS.contains(self.lower(k)))
    }

    fn is_mark(&self, k: usize) -> bool {
        self.tokens.get(k).is_some_and(super::token::Token::is_mark)
    }

    /// The noun of a whole in the singular: "of the population".
    pub fn whole(&self, at: usize) -> Option<Unit> {
        let of = self.partitive(at);
        (of > 0).then(|| self.single_noun(at + of)).flatten()
    }

    fn plural_noun(&self, start: usize) -> Option<Unit> {
        let within = start..(start + NOUN_WITHIN).min(self.tokens.len());
        let mut phrase = within.take_while(|&k| self.is_in_phrase(k, start));
        let first = phrase.find(|&k| self.is_head(k))?;
        // "plain-clothes officers": a plural behind a hyphen counts only where no other follows.
        let compound = first > 0 && self.text(first - 1) == "-";
        let plural = phrase.find(|&k| compound && self.is_head(k)).unwrap_or(first);
        let next = self.is_in_phrase(plural + 1, start) && self.is_head(plural + 1);
        Some(self.counted_as(plural + usize::from(next)))
    }

    fn counted_as(&self, k: usize) -> Unit {
        // "Russians", "Chechens" and "MPs" keep their capitals; "Sailors" in a headline do not.
        let keeps = lookup(self.text(k)).is_some() || self.has_inner_capital(k) || self.is_named_group(k);
        let name = if keeps { self.text(k) } else { self.lower(k) };
        Unit { name: name.to_owned(), to: k + 1, is_measure: false }
    }

    /// "MPs", "NGOs": capitals before a small plural ending.
    fn has_inner_capital(&self, k: usize) -> bool {
        let text = self.text(k);
        text.chars().skip(1).any(char::is_uppercase) && text.ends_with('s')
    }

    /// Whether the capital at `k` is a name's and no headline's: the words beside it have none.
    fn is_named_group(&self, k: usize) -> bool {
        let capital = |k: usize| {
            let token = self.tokens.get(k).filter(|t| t.is_word() && !t.opens);
            token.is_some_and(super::token::Token::is_capitalised)
        };
        let before = (k.saturating_sub(2)..k).any(capital);
        self.tokens[k].is_capitalised() && !self.tokens[k].opens && !before && !capital(k + 1)
    }

    /// The noun of "one": the last word of its phrase, which is in the singular. A single letter, as in "one T-72", is none.
    fn single_noun(&self, start: usize) -> Option<Unit> {
        let within = start..(start + SINGULAR_WITHIN).min(self.tokens.len());
        let ends = |k: usize| {
            let word = self.lower(k);
            !self.is_in_phrase(k, start)
                || self.is_currency_of_next(k)
                || word.ends_with("ed")
                || is_plural(word, self.text(k))
        };
        let possessor =
            |k: usize| self.has_possessive(k) || self.glued(k) && matches!(self.text(k - 1), "'" | "’");
        let names =
            |k: usize| self.tokens[k].is_word() && !possessor(k) && self.text(k).chars().nth(1).is_some();
        let heads = within.take_while(|&k| !ends(k)).filter(|&k| names(k));
        heads.last().map(|head| self.counted_as(head))
    }

    /// Whether token `k` goes on with a noun phrase that begins at `start`.
    fn is_in_phrase(&self, k: usize, start: usize) -> bool {
        let Some(token) = self.tokens.get(k).filter(|t| !t.opens) else { return false };
        match token.kind {
            // "31 Leopard 2 tanks", "two Su-34 jets": the number of a make.
            Kind::Numeral(_) => token.glued || k > start && self.tokens[k - 1].is_capitalised(),
            Kind::Code => false,
            Kind::Mark => self.joins(k),
            Kind::Word if token.lower == "and" => k > start && self.joins_names(k),
            Kind::Word => token.text == "US" || !NOT_COUNTED.contains(self.lower(k)),
        }
    }

    /// Whether the word at `k` is the plural that is counted, and no possessor.
    fn is_head(&self, k: usize) -> bool {
        self.tokens[k].is_word() && is_plural(self.lower(k), self.text(k)) && !self.has_possessive(k)
    }

    /// How many tokens of "of", "of the", "of his" stand before the counted noun.
    fn partitive(&self, at: usize) -> usize {
        const OWNERS: &[&str] =
            &["the", "its", "their", "his", "her", "our", "my", "your", "these", "those", "all"];
        let of = usize::from(self.lower(at) == "of");
        let half = at.checked_sub(1).is_some_and(|k| self.lower(k) == "half");
        let owned = (of == 1 || half) && OWNERS.contains(&self.lower(at + of));
        of + usize::from(owned)
    }

    /// Whether the mark at `k` stands inside a phrase: a hyphen between words, the apostrophe of a possessive.
    fn joins(&self, k: usize) -> bool {
        let hyphen = self.text(k) == "-" && self.glued(k) && self.glued(k + 1);
        let apostrophe = matches!(self.text(k), "'" | "’") && self.glued(k);
        hyphen || apostrophe
    }

    /// Whether the "and" at `k` stands between two names: "12 Dutch and Danish boats".
    fn joins_names(&self, k: usize) -> bool {
        self.tokens[k - 1].is_capitalised() && self.tokens.get(k + 1).is_some_and(|t| t.is_capitalised())
    }

    fn has_possessive(&self, k: usize) -> bool {
        matches!(self.text(k + 1), "'" | "’") && self.glued(k + 1)
    }
}

/// The plural of a noun of compounds: "a 15-member council" counts members.
pub(super) fn plural(noun: &str) -> String {
    match noun {
        "man" => "men".to_owned(),
        "woman" => "women".to_owned(),
        "person" | "strong" => "people".to_owned(),
        _ => match noun.strip_suffix('y') {
            Some(stem) if !noun.ends_with("ey") => format!("{stem}ies"),
            _ => format!("{noun}s"),
        },
    }
}

/// Whether a word is a plural noun, as far as its letters tell; "TDs" is one and "US" is none.
pub(super) fn is_plural(lower: &str, text: &str) -> bool {
    let regular = lower.len() > 2
        && lower.ends_with('s')
        && !lower.ends_with("ss")
        && !lower.ends_with("us")
        && !lower.ends_with("is")
        && text.ends_with('s');
    (regular && !NO_PLURALS.contains(lower)) || PLURALS.contains(lower)
}
