//! How a figure relates to what is meant: its hedge before or behind, the verb of change, what it takes over from a figure
//! in front of a bracket.

use sayso_model::Relation;

use super::{
    Reader,
    lexicon::{COUNTS_THINGS, FALLS, FILLERS, HEDGES, HEDGES_AFTER, RISES},
    measure::{is_share, is_time},
    unit::Unit,
};

/// How far before "by" its verb may stand: "widened the lead of its crew by".
const VERB_WITHIN: usize = 7;
/// How many fillers and adverbs may stand between a verb and its figure.
const FILLERS_MOST: usize = 3;

/// A hedge with the tokens that it takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Hedge {
    /// What it makes of the figure.
    pub relation: Relation,
    /// Its first token.
    pub from: usize,
}

impl Reader<'_> {
    /// The hedge that ends right before token `start`, or before a filler there.
    pub fn hedge_before(&self, start: usize, unit: Option<&Unit>) -> Option<Hedge> {
        if self.tokens[start].opens {
            return None;
        }
        let filler =
            start.checked_sub(1).filter(|&k| FILLERS.contains(self.lower(k)) && self.lower(k) != "the");
        let found = self.hedge_at(start).or_else(|| self.hedge_at(filler?))?;
        let word = self.lower(found.from);
        // "talks over two days", "within the two camps": during, inside.
        let during = word == "over" && unit.is_some_and(|u| is_time(&u.name)) && !self.is_lasting(found.from);
        let inside = word == "within" && unit.is_none_or(|u| !u.is_measure);
        (!during && !inside).then_some(found)
    }

    fn hedge_at(&self, end: usize) -> Option<Hedge> {
        let end =
            if end > 1 && self.text(end - 1) == "-" && self.lower(end - 2) == "sub" { end - 1 } else { end };
        let ends = |phrase: &str| {
            let mut k = end;
            phrase.rsplit(' ').all(|word| {
                k = k.wrapping_sub(1);
                self.tokens.get(k).is_some_and(|t| t.lower == word)
            })
        };
        let (phrase, relation) = HEDGES.iter().find(|(phrase, _)| ends(phrase))?;
        let from = end - phrase.split(' ').count();
        Some(Hedge { relation: *relation, from })
    }

    /// Whether "over" at `k` measures a length: "for over two days", "took just over two hours".
    fn is_lasting(&self, k: usize) -> bool {
        const LASTING: &[&str] = &[
            "for", "of", "after", "just", "well", "took", "lasted", "lasting", "spent", "is", "was", "in",
            "a", "little", "slightly", "been",
        ];
        k.checked_sub(1).is_none_or(|k| LASTING.contains(&self.lower(k)))
    }

    /// The hedge right behind a figure, and the token after it.
    pub fn hedge_after(&self, at: usize) -> Option<(Relation, usize)> {
        let begins = |phrase: &str| phrase.split(' ').enumerate().all(|(n, word)| self.lower(at + n) == word);
        let (phrase, relation) = HEDGES_AFTER.iter().find(|(phrase, _)| begins(phrase))?;
        let to = at + phrase.split(' ').count();
        // "and more officers" counts others; "plus two tugs" adds.
        let joins = match *phrase {
            "+" => self.glued(at),
            "plus" | "and more" => to >= self.tokens.len() || self.tokens[to].is_mark(),
            _ => true,
        };
        joins.then_some((*relation, to))
    }

    /// The verb of change whose figure begins at token `start`. `measured` says that the figure is a share or money.
    pub fn change_before(&self, start: usize, measured: bool) -> Option<Relation> {
        let mut k = start.checked_sub(1)?;
        for _ in 0..FILLERS_MOST {
            let word = self.lower(k);
            if !(FILLERS.contains(word) || word.ends_with("ly") || matches!(word, "between" | "of" | "an"))
                || k == 0
            {
                break;
            }
            if word == "of" {
                return None;
            }
            k -= 1;
        }
        if self.lower(k) == "by" {
            return self.verb_before_by(k);
        }
        let verb = self.lower(k);
        // "gave up 12 seats", "put down 12 men".
        let particle = matches!(verb, "up" | "down") && !measured && !self.is_priced(start);
        let is_noun = k > 0 && matches!(self.lower(k - 1), "a" | "an" | "the" | "this" | "per" | "any");
        if is_noun || particle || !measured && COUNTS_THINGS.contains(verb) {
            return None;
        }
        direction(verb)
    }

    fn is_priced(&self, start: usize) -> bool {
        (start..start + 3).any(|k| super::measure::currency_mark(self.text(k)).is_some())
    }

    fn verb_before_by(&self, by: usize) -> Option<Relation> {
        for k in (by.saturating_sub(VERB_WITHIN)..by).rev() {
            if self.tokens[k].is_mark() && self.text(k) != "-" {
                return None;
            }
            if let Some(relation) = direction(self.lower(k)) {
                return Some(relation);
            }
        }
        None
    }

    /// Whether what is counted in `unit` may rise and fall by a bare figure: "lost 3 percent" but "lost 12 ships".
    pub fn is_measured(&self, unit: Option<&Unit>, currency: bool) -> bool {
        !currency && unit.is_some_and(|u| is_share(&u.name))
    }

    /// Whether the figure that begins at token `start` tells the one that ends before token `end` again: in a bracket, behind
    /// a slash, or as "70 berths, or 9 percent".
    pub fn tells_again(&self, end: usize, start: usize) -> bool {
        let between: Vec<&str> = (end..start).map(|k| self.lower(k)).take(4).collect();
        matches!(between.as_slice(), ["("] | ["/"] | [",", "or"] | ["or"])
    }
}

fn direction(verb: &str) -> Option<Relation> {
    if RISES.contains(verb) {
        Some(Relation::Up)
    } else if FALLS.contains(verb) {
        Some(Relation::Down)
    } else {
        None
    }
}
