//! What is counted? The noun after a figure.

use super::{
    Reader,
    lexicon::{NO_PLURALS, NOT_COUNTED, PLURALS},
    token::Kind,
    unit::Unit,
};
use crate::country::lookup;

/// How far behind a figure its noun may stand: "12 former South Korean fish factory workers".
const NOUN_WITHIN: usize = 6;

/// How many words the phrase of "one" has at most; what is longer has a verb in it.
const SINGULAR_WITHIN: usize = 3;

impl Reader<'_> {
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

    /// The noun of a whole in the singular: "of the population".
    pub fn whole(&self, at: usize) -> Option<Unit> {
        let of = self.partitive(at);
        (of > 0).then(|| self.single_noun(at + of)).flatten()
    }

    pub(super) fn plural_noun(&self, start: usize) -> Option<Unit> {
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
    pub(super) fn is_head(&self, k: usize) -> bool {
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
