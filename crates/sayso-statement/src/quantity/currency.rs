//! In which currency is a figure, and are they millions of it?

use super::{
    Reader,
    lexicon::{LENGTHWAYS, PAYS, REACHES},
    measure::{currency_code, currency_mark, dollar},
};

/// The most letters of a currency that the tables do not have: "NT", "MUR".
const UNKNOWN_CURRENCY: usize = 3;

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

    /// Whether the letters at `k` are the currency of a figure behind them: "in half Rs. 20 fares", "one US$3 toll".
    pub(super) fn is_currency_of_next(&self, k: usize) -> bool {
        let mark = usize::from(matches!(self.text(k + 1), "." | "$"));
        let figure = self.tokens.get(k + 1 + mark).is_some_and(|t| t.value().is_some());
        let letters = currency_code(self.text(k)).is_some() && self.text(k + 1) != "$";
        figure && (letters || self.text(k + 1) == "$" && dollar(self.text(k)).is_some())
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
}
