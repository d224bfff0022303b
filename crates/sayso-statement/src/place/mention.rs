//! Where names of places stand in a text: the longest names of the gazetteer, and which of them hold which ("Paris, Texas").

use std::collections::HashMap;

use sayso_model::Span;

use super::candidate::{Candidate, Sort, Under, under};
use crate::{country::longest_name, text::Word};

/// Words that may form one name.
const LONGEST: usize = 7;

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

struct Finder<'a, 'w> {
    text: &'a str,
    words: &'w [Word<'a>],
    /// Look-ups of this text: names come again and again.
    known: HashMap<&'a str, (Option<usize>, bool)>,
    by_key: HashMap<String, usize>,
    out: Mentions,
}

impl<'a> Finder<'a, '_> {
    /// Takes the name that begins at word `i`, if any, and what stands behind its comma; gives the next word.
    fn take(&mut self, i: usize) -> usize {
        let Some((end, name)) = self.longest(i) else { return i + 1 };
        let mine = self.push(i, end, name, false);
        if let Some((comma, at)) = self.container(mine, end) {
            self.out.list[mine].within = Some(at);
            debug_assert!(comma > end);
            return comma;
        }
        end
    }

    fn push(&mut self, first: usize, end: usize, name: usize, holds: bool) -> usize {
        let span = Span::new(self.words[first].span.start, self.words[end - 1].span.end);
        self.out.list.push(Mention { first, end, span, name, within: None, holds });
        self.out.list.len() - 1
    }

    /// The longest name from word `i` on: the word after it, and the name.
    fn longest(&mut self, i: usize) -> Option<(usize, usize)> {
        if !self.words[i].is_capitalised() {
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
            let (name, longer) = self.look_up(Span::new(self.words[i].span.start, last.span.end));
            if let Some(name) = name.filter(|_| last.is_capitalised()) {
                best = Some((end, name));
            }
            if !longer {
                break;
            }
        }
        best.or_else(|| self.abbreviation(i))
    }

    /// Whether the word `at` goes on with the word before it: only a space between, or the stop of "St." or "W.".
    fn joined(&self, at: usize) -> bool {
        let (before, word) = (&self.words[at - 1], &self.words[at]);
        if word.is_mark() {
            return word.text == "." && is_shortened(before.text);
        }
        let between = &self.text[before.span.end..word.span.start];
        (!before.is_mark() || before.text == ".")
            && !between.is_empty()
            && between.trim().is_empty()
            && !between.contains("\n\n")
    }

    /// A shortened region with its stop: "Ala.".
    fn abbreviation(&mut self, i: usize) -> Option<(usize, usize)> {
        let stop =
            self.words.get(i + 1).filter(|w| w.text == "." && w.span.start == self.words[i].span.end)?;
        let (name, _) = self.look_up(Span::new(self.words[i].span.start, stop.span.end));
        name.map(|n| (i + 2, n))
    }

    fn look_up(&mut self, span: Span) -> (Option<usize>, bool) {
        let words = span.of(self.text);
        if let Some(known) = self.known.get(words) {
            return *known;
        }
        let Under { candidates, longer } = under(words);
        let longer = longer || crate::country::begins_longer(words);
        let name = (!candidates.is_empty()).then(|| self.name(words, candidates));
        self.known.insert(words, (name, longer));
        (name, longer)
    }

    /// Spellings of one name are one name, except that "US" is not "us".
    fn name(&mut self, words: &str, candidates: Vec<Candidate>) -> usize {
        let is_country = candidates.iter().any(|c| c.sort == Sort::Country);
        let key = format!("{}{}", if is_country { "=" } else { "" }, sayso_gazetteer::key(words));
        let names = &mut self.out.names;
        *self.by_key.entry(key).or_insert_with(|| {
            names.push(Name { candidates });
            names.len() - 1
        })
    }

    /// What stands behind the comma after mention `mine`, where it holds one of its candidates: the word after it, and itself
    /// as a mention.
    fn container(&mut self, mine: usize, end: usize) -> Option<(usize, usize)> {
        if self.words.get(end)?.text != "," {
            return None;
        }
        let first = end + 1;
        let (after, name) =
            self.postal_code(first).or_else(|| self.abbreviation(first)).or_else(|| self.longest(first))?;
        let (inner, outer) = (self.out.list[mine].name, name);
        let holds = self.out.names[inner].candidates.iter().any(|c| self.holds(outer, c));
        if !holds {
            return None;
        }
        let at = self.push(first, after, outer, true);
        // "Bath, Kent County, Michigan" goes on.
        if let Some((next, further)) = self.container(at, after) {
            self.out.list[at].within = Some(further);
            return Some((next, at));
        }
        Some((after, at))
    }

    /// "IL" after a comma.
    fn postal_code(&mut self, at: usize) -> Option<(usize, usize)> {
        let word = self.words.get(at)?;
        let is_code = word.text.len() == 2 && word.text.chars().all(|c| c.is_ascii_uppercase());
        let number = is_code.then(|| sayso_gazetteer::region(&format!("US.{}", word.text))).flatten()?;
        let name = self.name(&sayso_gazetteer::name(number), vec![Candidate::of_place(number, true)]);
        Some((at + 1, name))
    }

    /// Whether some meaning of `outer` holds `inner`.
    fn holds(&self, outer: usize, inner: &Candidate) -> bool {
        self.out.names[outer].candidates.iter().any(|o| holds(o, inner))
    }
}

/// Degrees within which a place counts as in a county: half the width of a large one.
const COUNTY_REACH: f64 = 0.7;

/// Whether `outer` is a country, region or county that `inner` lies in.
pub(super) fn holds(outer: &Candidate, inner: &Candidate) -> bool {
    match outer.sort {
        Sort::Country => inner.country == outer.country && inner.sort != Sort::Country,
        Sort::Region => inner.region == outer.region && matches!(inner.sort, Sort::Town | Sort::County),
        Sort::County => {
            let near = (inner.at.0 - outer.at.0).abs().max((inner.at.1 - outer.at.1).abs()) < COUNTY_REACH;
            inner.sort == Sort::Town && inner.region == outer.region && near
        }
        Sort::Town | Sort::Feature => false,
    }
}

/// Whether a stop after this word belongs to it: "St. Paul", "W. Columbia".
fn is_shortened(word: &str) -> bool {
    matches!(word, "St" | "Ste" | "Mt" | "Ft" | "N" | "S" | "E" | "W" | "ST" | "MT" | "FT")
}
