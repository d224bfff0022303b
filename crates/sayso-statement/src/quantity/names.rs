//! Which figures count nothing? Numbers of names, dates, clocks, addresses, lists, and "one" the pronoun.

use super::measure::is_time;
use super::{
    Reader,
    amount::{Amount, is_digits},
    lexicon::{
        AFTER_ONE, BEFORE_ONE, CLOCKS, COMPOUNDS, COUNTED_PEOPLE, EVENTS, INDICES, LABELLED, MAKES, NUMBERED,
        OPEN_WORDS, STREETS, Words,
    },
    unit::Unit,
};
use crate::{
    calendar::{month, short_month},
    country::lookup,
    number::small,
};

/// The years that a bare four-digit number can mean.
const YEARS: std::ops::RangeInclusive<f64> = 1500.0..=2199.0;

/// The most years of a person: above that a figure between commas behind a name is no age.
const OLDEST: f64 = 110.0;

/// Whether a figure, written `text`, can be a year.
pub(super) fn is_year(value: f64, text: &str) -> bool {
    text.len() == 4 && YEARS.contains(&value) && value.fract() == 0.0
}

/// Whether a word in lower case names a month, in full or shortened.
fn is_month(word: &str) -> bool {
    month(word).or_else(|| short_month(word)).is_some()
}

/// Whether a noun or its singular is on a list: "pump", "pumps".
fn is_listed(list: Words, noun: &str) -> bool {
    list.contains(noun) || noun.strip_suffix('s').is_some_and(|one| list.contains(one))
}

/// What is known of a figure when it is asked whether it counts.
pub(super) struct Candidate<'a> {
    /// Its first token, without currency and sign.
    pub at: usize,
    /// Its amount.
    pub amount: &'a Amount,
    /// What it counts.
    pub unit: Option<&'a Unit>,
    /// Whether a currency or a sign stands before it.
    pub is_marked: bool,
    /// Whether a hedge other than "about" and "around" stands before it.
    pub is_hedged: bool,
    /// The token after the figure, its range and its hedge.
    pub to: usize,
}

impl Candidate<'_> {
    fn is_measured(&self) -> bool {
        self.is_marked || self.unit.is_some_and(|u| u.is_measure)
    }

    fn noun(&self) -> Option<&str> {
        self.unit.filter(|u| !u.is_measure).map(|u| u.name.as_str())
    }

    fn has_value(&self, test: impl Fn(f64) -> bool) -> bool {
        self.amount.value().is_some_and(test)
    }
}

impl Reader<'_> {
    /// Whether a figure that was read counts nothing after all.
    pub fn counts_nothing(&self, c: &Candidate<'_>) -> bool {
        self.is_clock(c.to)
            || self.is_date(c)
            || self.is_dated_year(c)
            || self.is_pronoun(c)
            || self.is_compound(c)
            || self.is_group(c)
            || self.is_ago(c)
            || self.is_spoken_year(c)
            || (!c.is_measured() && (self.is_label(c) || self.is_placed(c)))
    }

    /// Whether a time of day goes on at token `k`: "7 p.m.", "7 o'clock", "eleven in the evening".
    pub fn is_clock(&self, k: usize) -> bool {
        let daytime = matches!(self.lower(k + 2), "morning" | "afternoon" | "evening");
        CLOCKS.contains(self.lower(k))
            || self.lower(k) == "hours" && CLOCKS.contains(self.lower(k + 1))
            || self.lower(k) == "in" && self.lower(k + 1) == "the" && daytime
    }

    /// "12 March", "March 12": a day of a month.
    fn is_date(&self, c: &Candidate<'_>) -> bool {
        let month = |k: usize| self.tokens.get(k).is_some_and(|t| t.is_capitalised() && is_month(&t.lower));
        let stop = usize::from(c.at > 0 && self.text(c.at - 1) == ".");
        let before = c.at.checked_sub(1 + stop).is_some_and(month);
        let after = month(c.to) && !self.tokens[c.to].opens;
        !c.is_measured() && c.has_value(|v| v <= 31.0) && (before || after)
    }

    /// Whether four digits are a year: nothing is measured in them, and what follows is not counted by them.
    fn is_dated_year(&self, c: &Candidate<'_>) -> bool {
        let text = self.text(c.at);
        if c.is_measured() || !c.has_value(|v| is_year(v, text)) {
            return false;
        }
        let round = c.has_value(|v| v % 100.0 == 0.0);
        match c.noun() {
            Some(noun) if COUNTED_PEOPLE.contains(noun) => false,
            Some(noun) => !(c.is_hedged || round) || EVENTS.contains(noun),
            None => !c.is_hedged,
        }
    }

    /// Whether "one" stands for something, and "zero" names a state: "no one", "one of the finest", "net zero".
    fn is_pronoun(&self, c: &Candidate<'_>) -> bool {
        let word = self.lower(c.at);
        if c.amount.to != c.at + 1 || !matches!(word, "one" | "zero") {
            return false;
        }
        let before = c.at.checked_sub(1).map_or("", |k| self.lower(k));
        let measured = c.unit.is_some_and(|u| u.is_measure);
        let next = self.lower(c.at + 1);
        let possessive = matches!(next, "'" | "’");
        let idiom = possessive
            || BEFORE_ONE.contains(before)
            || AFTER_ONE.contains(next) && !(next == "of" && (c.is_hedged || self.is_one_of(c)));
        // "at least one was killed", "one T-72 burned": counted without a noun.
        let bare = c.unit.is_none() && !c.is_hedged && !self.is_marked_name(c.at + 1);
        idiom || bare || (!measured && self.text(c.at + 1) == "-")
    }

    /// "T-72": capitals that a hyphen joins to digits.
    fn is_marked_name(&self, k: usize) -> bool {
        self.tokens.get(k).is_some_and(|t| t.is_word() && t.is_capitalised() && !t.opens)
            && self.text(k + 1) == "-"
            && self.glued(k + 1)
            && self.tokens.get(k + 2).is_some_and(|t| t.glued && is_digits(t))
    }

    /// "nineteen ninety-one", "twenty twenty-four": two number words, each of two digits, and their years.
    fn is_spoken_year(&self, c: &Candidate<'_>) -> bool {
        let teens = |k: usize| matches!(self.lower(k), "eighteen" | "nineteen" | "twenty");
        let century = self.tokens.get(c.at).is_some_and(|t| t.is_word()) && c.to == c.at + 1 && teens(c.at);
        let decades = |k: usize| small(self.lower(k)).is_some_and(|v| v >= 10.0);
        let rest = c.at > 0 && teens(c.at - 1) && decades(c.at);
        century && decades(c.to) || rest
    }

    /// "48 minutes ago": a time, counted back.
    fn is_ago(&self, c: &Candidate<'_>) -> bool {
        c.unit.is_some_and(|u| is_time(&u.name) && self.lower(u.to) == "ago")
    }

    /// "the two", "those three" without a noun: who was named before.
    fn is_group(&self, c: &Candidate<'_>) -> bool {
        let before = c.at.checked_sub(1).map_or("", |k| self.lower(k));
        let pointed = matches!(before, "the" | "these" | "those" | "all" | "other");
        pointed && c.unit.is_none() && self.tokens[c.at].is_word() && c.has_value(|v| v < 10.0)
    }

    /// "one of the three ships": counted, unless "one of the largest".
    fn is_one_of(&self, c: &Candidate<'_>) -> bool {
        let superlative = |k: usize| {
            let word = self.lower(k);
            matches!(word, "most" | "best" | "worst" | "few" | "more")
                || word.len() > 4 && word.ends_with("est")
        };
        c.unit.is_some_and(|u| !(c.at..u.to).any(superlative))
    }

    /// "three-bed", "two-time": a number word with a hyphen that neither measures nor counts members.
    fn is_compound(&self, c: &Candidate<'_>) -> bool {
        let k = c.amount.to;
        self.tokens[c.at].is_word()
            && self.text(k) == "-"
            && self.glued(k)
            && self.glued(k + 1)
            && self.tokens[k + 1].is_word()
            && !c.is_measured()
            && !COMPOUNDS.contains(self.lower(k + 1))
            && self.hedge_after(k).is_none()
    }

    /// Whether the word before names something by this number: "Article 5", "pump 4", "Leopard 2 tanks", "the Five Eyes".
    fn is_label(&self, c: &Candidate<'_>) -> bool {
        let Some(before) = c.at.checked_sub(1) else { return false };
        let single = c.amount.to == c.at + 1;
        let word = if self.text(before) == "." && before > 0 { before - 1 } else { before };
        if !single || !self.tokens[word].is_word() {
            return false;
        }
        let counted = c.noun().is_some();
        // "Line 1 and 2", "pumps 3 and 4": the second is named as the first.
        let listed = matches!(self.lower(before), "and" | "or" | "to") && before > 1 && !counted;
        if listed && is_digits(&self.tokens[before - 1]) && self.names(before - 2) {
            return true;
        }
        let lower = self.lower(word);
        let stopped = word != before;
        if lower == "of" && word > 0 && matches!(self.text(word - 1), "Group" | "Gang") {
            return true;
        }
        if is_listed(NUMBERED, lower)
            && (!stopped || matches!(lower, "no" | "nos" | "nr" | "art" | "sec" | "vol"))
        {
            return true;
        }
        if stopped {
            return false;
        }
        if is_listed(LABELLED, lower) && !counted {
            return true;
        }
        self.is_capitalised_name(c, before)
    }

    /// Whether the word at `k` names by a number behind it: a name, or a noun that is numbered.
    fn names(&self, k: usize) -> bool {
        let lower = self.lower(k);
        let name = self.tokens[k].is_capitalised() && !OPEN_WORDS.contains(lower) && !is_month(lower);
        self.tokens[k].is_word() && (name || is_listed(NUMBERED, lower) || is_listed(LABELLED, lower))
    }

    fn is_capitalised_name(&self, c: &Candidate<'_>, before: usize) -> bool {
        let (token, lower) = (&self.tokens[before], self.lower(before));
        let figure = &self.tokens[c.at];
        let next_is_named =
            self.tokens.get(c.at + 1).is_some_and(|t| t.is_capitalised() && !t.opens && t.text.len() > 1);
        if figure.is_word() {
            // "the Five Eyes", "Pier Six": a number word with a capital inside a sentence.
            let inside = figure.is_capitalised() && !figure.opens;
            let one = self.lower(c.at) == "one";
            let before = token.is_capitalised() && !OPEN_WORDS.contains(lower) && (one || c.noun().is_none());
            return inside && (before || (lower == "the" || !token.is_capitalised()) && next_is_named);
        }
        let plain = !figure.text.contains([',', ' ', '\u{a0}', '\u{202f}']);
        let of_one = matches!(lower, "a" | "an" | "another" | "own" | "every" | "each");
        if plain && next_is_named && of_one && c.noun().is_none() {
            // "a 640 Falkner": an article counts one, so the figure is of the make. "killed 12 Friday" has none.
            return true;
        }
        let named = token.text.contains(char::is_uppercase);
        if !named || !plain || OPEN_WORDS.contains(lower) || is_month(lower) {
            return INDICES.contains(lower) && plain && lower != "index";
        }
        if INDICES.contains(lower) {
            return true;
        }
        match c.noun() {
            Some(_) if !token.is_capitalised() => true,
            Some(_) => MAKES.contains(self.lower(c.at + 1)) && lookup(token.text).is_none(),
            None => lookup(token.text).is_none(),
        }
    }

    /// Whether place tells that a figure counts nothing: a house number, an age or a list mark.
    fn is_placed(&self, c: &Candidate<'_>) -> bool {
        let figure = &self.tokens[c.at];
        if figure.value().is_none() {
            return false;
        }
        let (before, after) = (c.at.checked_sub(1).map_or("", |k| self.text(k)), self.text(c.to));
        let named = c.at > 1 && self.tokens[c.at - 2].is_capitalised();
        let age = c.has_value(|v| v <= OLDEST && v.fract() == 0.0)
            && (before == "," && after == "," && named || before == "(" && after == ")");
        let list = figure.opens && c.at + 1 == c.to && matches!(after, "." | ")") && before != ":";
        age || list || self.is_address(c.to)
    }

    /// "575 Harbour Road": capitalised words up to one of streets.
    fn is_address(&self, to: usize) -> bool {
        (to..to + 4)
            .take_while(|&k| self.tokens.get(k).is_some_and(|t| t.is_capitalised() && !t.opens))
            .any(|k| k > to && STREETS.contains(self.lower(k)))
    }
}
