//! Where do names of places stand in a text? The longest names of the gazetteer.

use std::collections::HashMap;

use sayso_model::Span;

use super::{
    beside::{is_shortened, leads_to_town, speaks_of_region, speaks_of_town},
    candidate::{Candidate, Sort, Under, is_demonym, under},
};
use crate::{country::longest_name, text::Word};

/// Words that may form one name.
const LONGEST: usize = 7;
/// Names that may stand one behind the other's comma after a place: county, region, country.
pub(super) const DEEPEST: usize = 3;

/// A name that may be a place's.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// Its words, as positions in the list of words.
    pub first: usize,
    pub end: usize,
    pub span: Span,
    /// What it can mean: a position in `Mentions::names`.
    pub name: usize,
    /// The mention after the comma that says where it is.
    pub within: Option<usize>,
    /// Whether another mention lies within it, as it says.
    pub holds: bool,
    /// Whether the words around it speak of a town: "Tulsa police", "the city of Tulsa".
    pub as_town: bool,
    /// Whether the word behind it makes it a region's: "Odesa region".
    pub as_region: bool,
    /// Whether it is a township, whose people are not those of the town.
    pub township: bool,
}

/// A name with what it can mean.
pub(super) struct Name {
    pub candidates: Vec<Candidate>,
}

/// All names of a text, and where they stand.
#[derive(Default)]
pub(super) struct Mentions {
    pub names: Vec<Name>,
    pub list: Vec<Mention>,
}

/// Finds the names of `text`.
pub(super) fn mentions(text: &str, words: &[Word<'_>]) -> Mentions {
    let mut finder =
        Finder { text, words, known: HashMap::new(), by_key: HashMap::new(), out: Mentions::default() };
    let mut i = 0;
    while i < words.len() {
        i = finder.take(i);
    }
    finder.out
}

pub(super) struct Finder<'a, 'w> {
    text: &'a str,
    pub(super) words: &'w [Word<'a>],
    /// Look-ups of this text: names come again and again.
    known: HashMap<&'a str, (Option<usize>, bool)>,
    by_key: HashMap<String, usize>,
    pub(super) out: Mentions,
}

impl<'a> Finder<'a, '_> {
    /// Takes the name that begins at word `i`, if any, and what stands behind its comma; gives the next word.
    fn take(&mut self, i: usize) -> usize {
        // "Ni-Vanuatu" is not Vanuatu.
        if let Some(last) = self.words.get(i + 2).filter(|_| self.words[i + 1].text == "-")
            && is_demonym(Span::new(self.words[i].span.start, last.span.end).of(self.text))
        {
            return i + 3;
        }
        let short = if self.after_party(i) { self.abbreviation(i) } else { None };
        let Some((end, name)) = short.or_else(|| self.longest(i)) else { return i + 1 };
        if self.is_money(end) {
            return end;
        }
        let mine = self.push(i, end, name, false);
        if let Some((comma, at)) = self.container(mine, end, DEEPEST) {
            self.out.list[mine].within = Some(at);
            debug_assert!(comma > end);
            return comma;
        }
        end
    }

    /// Whether a sign of money touches word `end - 1` behind: "US$5".
    fn is_money(&self, end: usize) -> bool {
        let sign = self.words.get(end).filter(|w| w.text.starts_with(['$', '£', '€']));
        sign.is_some_and(|w| w.span.start == self.words[end - 1].span.end)
    }

    /// Whether a party's letter stands before: "D-Ore."
    fn after_party(&self, i: usize) -> bool {
        let before = i.checked_sub(2).map(|b| (self.words[b].text, self.words[b + 1].text));
        before.is_some_and(|(party, hyphen)| hyphen == "-" && matches!(party, "D" | "R" | "I"))
    }

    pub(super) fn push(&mut self, first: usize, end: usize, name: usize, holds: bool) -> usize {
        let span = Span::new(self.words[first].span.start, self.words[end - 1].span.end);
        let after = self.words.get(end).map(|w| w.text).unwrap_or_default();
        let before = first.checked_sub(2).map(|b| (self.words[b].text, self.words[b + 1].text));
        let as_town = speaks_of_town(after) || before.is_some_and(|(a, b)| leads_to_town(a, b));
        let township = matches!(after, "Township" | "Twp" | "township");
        let as_region = speaks_of_region(after);
        self.out.list.push(Mention {
            first,
            end,
            span,
            name,
            within: None,
            holds,
            as_town,
            as_region,
            township,
        });
        self.out.list.len() - 1
    }

    /// The longest name from word `i` on: the word after it, and the name.
    pub(super) fn longest(&mut self, i: usize) -> Option<(usize, usize)> {
        let opens_phrase = self.words.get(i + 1).is_some_and(|w| w.text == "of")
            && matches!(self.words[i].text, "City" | "Town" | "Village" | "County" | "Port" | "State");
        if !self.words[i].is_capitalised() || opens_phrase {
            return None;
        }
        let mut best = None;
        for end in i + 1..=(i + LONGEST.max(longest_name())).min(self.words.len()) {
            let last = &self.words[end - 1];
            if end > i + 1 && !self.joined(end - 1) {
                break;
            }
            if last.is_mark() {
                continue;
            }
            let start = self.words[i].span.start;
            let (name, longer) = self.look_up(Span::new(start, last.span.end));
            if is_demonym(Span::new(start, last.span.end).of(self.text)) {
                // "Guinea-Bissauan" is not Guinea.
                best = None;
            } else if let Some(name) = name.filter(|_| last.is_capitalised()) {
                best = Some((end, name));
            } else if let Some(name) =
                self.stop_after(end).and_then(|stop| self.look_up(Span::new(start, stop)).0)
            {
                best = Some((end + 1, name));
            }
            if !longer && !is_shortened(last.text) {
                break;
            }
        }
        best
    }

    /// Where the stop right behind word `end - 1` ends.
    fn stop_after(&self, end: usize) -> Option<usize> {
        let stop =
            self.words.get(end).filter(|w| w.text == "." && w.span.start == self.words[end - 1].span.end)?;
        Some(stop.span.end)
    }

    /// Whether the word `at` goes on with the word before it: only a space between, a hyphen, or the stop of "St." or "W.".
    fn joined(&self, at: usize) -> bool {
        let (before, word) = (&self.words[at - 1], &self.words[at]);
        let between = &self.text[before.span.end..word.span.start];
        if word.is_mark() {
            return word.text == "." && is_shortened(before.text) || word.text == "-" && between.is_empty();
        }
        if before.text == "-" {
            return between.is_empty();
        }
        let space = !between.is_empty() && between.trim().is_empty() && !between.contains("\n\n");
        space && (!before.is_mark() || before.text == ".")
    }

    /// A shortened region with its stop, after a comma: "Kan." is Kansas there, whatever town is called Kan.
    pub(super) fn abbreviation(&mut self, at: usize) -> Option<(usize, usize)> {
        let stop = self.stop_after(at + 1)?;
        let name = self.look_up(Span::new(self.words[at].span.start, stop)).0?;
        let is_region = self.out.names[name].candidates.iter().any(|c| c.sort == Sort::Region);
        is_region.then_some((at + 2, name))
    }

    fn look_up(&mut self, span: Span) -> (Option<usize>, bool) {
        let words = span.of(self.text);
        if let Some(known) = self.known.get(words) {
            return *known;
        }
        let Under { candidates, longer } = under(words);
        let longer = longer || crate::country::begins_longer(words);
        let candidates = with_inner(words, candidates);
        let name = (!candidates.is_empty()).then(|| self.name(words, candidates));
        self.known.insert(words, (name, longer));
        (name, longer)
    }

    /// Spellings of one name are one name, except that "US" is not "us".
    pub(super) fn name(&mut self, words: &str, candidates: Vec<Candidate>) -> usize {
        let is_country = candidates.iter().any(|c| c.sort == Sort::Country);
        let key = format!("{}{}", if is_country { "=" } else { "" }, sayso_gazetteer::key(words));
        let names = &mut self.out.names;
        *self.by_key.entry(key).or_insert_with(|| {
            names.push(Name { candidates });
            names.len() - 1
        })
    }
}

/// "North Arlington" is a town, and the north of Arlington.
fn with_inner(words: &str, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let side = |s: &str| matches!(s, "North" | "South" | "East" | "West");
    if let Some((_, inner)) = words.split_once(' ').filter(|(s, _)| !candidates.is_empty() && side(s)) {
        let inside = under(inner).candidates.into_iter().filter(|c| c.usual && c.sort == Sort::Town);
        candidates.extend(inside.map(|c| Candidate { usual: false, ..c }));
    }
    candidates
}
