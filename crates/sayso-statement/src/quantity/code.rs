//! Do digits belong to a word, a code or a telephone number? Then they count nothing.

use super::{Reader, amount::is_digits, lexicon::COMPOUNDS, token::Kind};

/// Words whose hyphen joins a figure to them that counts: "minus-nine", "sub-70", "magnitude-6.1".
const SIGNS: &[&str] = &["minus", "sub", "magnitude"];

/// The most groups of digits that are looked at for a telephone number; the longest have six.
const GROUPS: usize = 8;

impl Reader<'_> {
    /// Whether the digits at token `i` belong to a word or a code: "Su-34", "G7", "5G", "21st", "9/11", "555-0134".
    ///
    /// Gives the token after all of it.
    pub fn code(&self, i: usize) -> Option<usize> {
        if self.tokens[i].is_word() && self.ends_compound(i) {
            return Some(i + 1);
        }
        if !is_digits(&self.tokens[i]) {
            return None;
        }
        let hangs = self.hangs_on_a_word(i) || self.tokens[i].kind == Kind::Code;
        if let Some(end) = self.telephone(i) {
            return Some(end);
        }
        if hangs || self.has_letters_behind(i) {
            return Some(self.glued_end(i + 1));
        }
        None
    }

    /// "one-on-one", "mid-twenties": a word whose hyphen joins it to a word before; "minus-nine" has a sign.
    fn ends_compound(&self, i: usize) -> bool {
        let joined = i > 1 && self.tokens[i].glued && self.text(i - 1) == "-" && self.tokens[i - 1].glued;
        joined && self.tokens[i - 2].is_word() && !SIGNS.contains(&self.lower(i - 2))
    }

    /// Whether letters touch the digits in front, be it with a hyphen: all but a sign, a currency and "sub-".
    fn hangs_on_a_word(&self, i: usize) -> bool {
        if i == 0 || !self.tokens[i].glued {
            return false;
        }
        let before = &self.tokens[i - 1];
        let inner = i > 1 && before.glued && !self.tokens[i - 2].is_mark();
        match before.text {
            "-" | "‑" => inner && !is_digits(&self.tokens[i - 2]) && !SIGNS.contains(&self.lower(i - 2)),
            "." | "/" | "_" | "@" | "\\" | "&" => inner,
            "#" => true,
            "'" | "’" | "‘" => self.tokens[i].text.len() == 2,
            _ => before.is_word() && self.currency_before(i).is_none(),
        }
    }

    /// Whether letters touch the digits behind that are no unit and no magnitude.
    fn has_letters_behind(&self, i: usize) -> bool {
        let Some(next) = self.tokens.get(i + 1).filter(|t| t.glued) else { return false };
        let priced = self.currency_before(i).is_some();
        let counted = self.amount(i, priced).is_some_and(|a| a.to > i + 1);
        match next.text {
            // "the 90's", "6'3": a decade, feet and inches.
            "'" | "’" => self.tokens.get(i + 2).is_some_and(|t| t.glued),
            "°" => self.tokens.get(i + 2).is_some_and(|t| t.glued && is_digits(t)),
            "-" => self.joins_a_name(i),
            _ => next.is_word() && !counted && self.measure(i + 1, false).is_none(),
        }
    }

    /// "787-Max", "5-star": a hyphen and a word that neither measures nor counts.
    fn joins_a_name(&self, i: usize) -> bool {
        let Some(after) = self.tokens.get(i + 2).filter(|t| t.glued && t.is_word()) else { return false };
        let priced = self.currency_before(i).is_some();
        let known = priced
            || self.text(i).contains(',')
            || self.measure(i + 1, false).is_some()
            || COMPOUNDS.contains(&after.lower)
            || matches!(&*after.lower, "odd" | "plus" | "to")
            || crate::number::magnitude(&after.lower).is_some();
        !known
    }

    /// The token after everything that touches token `k` without a space.
    fn glued_end(&self, mut k: usize) -> usize {
        while self.glued(k) && !self.tokens[k].is_mark()
            || self.glued(k)
                && self.glued(k + 1)
                && matches!(self.text(k), "-" | "/" | ":" | "." | "_" | "°" | "′" | "&")
        {
            k += 1;
        }
        k
    }

    /// A run of digits with hyphens or spaces that is no range: "555-0134", "+44 20 7946 0958", "3-1-2".
    fn telephone(&self, i: usize) -> Option<usize> {
        let mut k = i + 1;
        let (mut groups, mut hyphens) = (1, 0);
        while groups < GROUPS {
            let hyphen = usize::from(self.text(k) == "-" && self.glued(k) && self.glued(k + 1));
            let bare = self
                .tokens
                .get(k + hyphen)
                .is_some_and(|t| is_digits(t) && !t.text.contains([',', '.', '/']));
            if !bare || hyphen == 0 && self.glued(k) {
                break;
            }
            groups += 1;
            hyphens += hyphen;
            k += hyphen + 1;
        }
        let last = k - 1;
        let international = i > 0 && self.text(i - 1) == "+" && groups > 1;
        let local = groups == 2 && hyphens == 1 && self.text(i).len() == 3 && self.text(last).len() == 4;
        let zero = self.tokens[last].kind == Kind::Code && groups > 1 && !self.text(last).contains(':');
        (international || local || zero || groups > 2 && self.measure(k, false).is_none()).then_some(k)
    }
}
