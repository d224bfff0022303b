//! The people whom an article names: their full names are no places, and neither is a surname that stands alone later on.

use std::collections::HashMap;

use sayso_model::Span;

use super::{
    evidence::{Evidence, NamedKind},
    other::{ends_other_name, is_public, is_title},
};
use crate::{
    calendar::{month, weekday},
    given::is_given_name,
    text::Word,
};

/// People's names of one text.
#[derive(Default)]
pub(super) struct People<'a> {
    /// For each word, whether it is a part of a person's full name.
    inside: Vec<bool>,
    /// Surnames with how often a full name had them.
    surnames: HashMap<&'a str, usize>,
}

impl<'a> People<'a> {
    /// Reads the people of a text.
    pub fn of(text: &'a str, words: &[Word<'a>], evidence: &Evidence<'_>) -> Self {
        let mut people = Self { inside: vec![false; words.len()], surnames: HashMap::new() };
        let mut i = 0;
        while i < words.len() {
            let end = full_name(text, words, i).unwrap_or(i);
            if end > i {
                people.add(words, i, end);
            }
            i = end.max(i + 1);
        }
        for named in evidence.names.iter().filter(|n| n.kind == NamedKind::Person) {
            people.add_tagged(words, named.span);
        }
        people
    }

    fn add(&mut self, words: &[Word<'a>], first: usize, end: usize) {
        self.inside[first..end].iter_mut().for_each(|w| *w = true);
        *self.surnames.entry(words[end - 1].text).or_default() += 1;
    }

    fn add_tagged(&mut self, words: &[Word<'a>], span: Span) {
        let first = words.partition_point(|w| w.span.end <= span.start);
        let end = words.partition_point(|w| w.span.start < span.end);
        if first < end {
            self.add(words, first, end);
        }
    }

    /// Whether one of the words `first..end` is a part of a full name.
    pub fn hold(&self, first: usize, end: usize) -> bool {
        self.inside[first..end].iter().any(|w| *w)
    }

    /// Whether the article names somebody with this surname in full.
    pub fn have_surname(&self, word: &str) -> bool {
        self.surnames.contains_key(word)
    }
}

/// The word after the full name that begins at word `i`: "Ana P. Ruiz", "Mr. Ruiz", "Sheriff Tom Ruiz".
fn full_name(text: &str, words: &[Word<'_>], i: usize) -> Option<usize> {
    let first = &words[i];
    if !is_name_word(first) {
        return None;
    }
    let lower = first.lower();
    if is_title(&lower) {
        let start = skip_stop(text, words, i + 1);
        let beside = words.get(start).is_some_and(|_| spaced(text, words, start));
        let end = if beside && !words.get(start).is_some_and(|w| is_no_surname(&w.lower())) {
            run(text, words, start)
        } else {
            start
        };
        return (end > start && !goes_on(text, words, end)).then_some(end);
    }
    if !is_given_name(&lower) {
        return None;
    }
    let end = run(text, words, i);
    // "Jordan River" and "Virginia Beach" begin with a given name too: see `run`. One word alone is no full name.
    (end > i + 1 && !goes_on(text, words, end)).then_some(end)
}

/// Whether a noun for a thing follows that makes the whole a place's name: "Prince William County", "Virginia Lee Beach".
fn goes_on(text: &str, words: &[Word<'_>], end: usize) -> bool {
    words.get(end).is_some_and(|w| w.is_capitalised() && spaced(text, words, end) && is_thing(&w.lower()))
}

fn skip_stop(text: &str, words: &[Word<'_>], i: usize) -> usize {
    let stop = words
        .get(i)
        .is_some_and(|w| w.text == "." && w.span.start > 0 && !text[..w.span.start].ends_with(' '));
    if stop { i + 1 } else { i }
}

/// The word after the words with a capital, initials included, that begin at `i`; four at most.
fn run(text: &str, words: &[Word<'_>], i: usize) -> usize {
    let mut end = i;
    let mut names = 0;
    while let Some(word) = words.get(end).filter(|w| is_name_word(w) && names < 4) {
        if end > i && (!spaced(text, words, end) || is_no_surname(&word.lower())) {
            break;
        }
        names += 1;
        end += 1;
        let initial = word.text.chars().count() == 1 || matches!(word.text, "Jr" | "Sr" | "St");
        if initial && words.get(end).is_some_and(|w| w.text == ".") {
            end += 1;
        }
        // Nicknames stand in quotation marks: Harold “Hal” Ames.
        if names > 0
            && words.get(end).is_some_and(|w| matches!(w.text, "“" | "\""))
            && words.get(end + 2).is_some_and(|w| matches!(w.text, "”" | "\""))
        {
            end += 3;
        }
    }
    while end > i && words[end - 1].is_mark() {
        end -= 1;
    }
    end
}

fn spaced(text: &str, words: &[Word<'_>], at: usize) -> bool {
    let between = &text[words[at - 1].span.end..words[at].span.start];
    !between.contains('\n') && between.trim().is_empty()
}

fn is_name_word(word: &Word<'_>) -> bool {
    word.is_capitalised() && !word.is_mark()
}

/// Words with a capital that go on with a place's or a body's name, or are a date: none is a surname.
fn is_no_surname(word: &str) -> bool {
    is_thing(word)
        || is_public(word)
            && !matches!(
                word,
                "jr" | "king" | "prince" | "bishop" | "major" | "judge" | "justice" | "pastor" | "crown"
            )
        || ends_other_name(word)
            && !matches!(
                word,
                "star" | "post" | "lane" | "way" | "church" | "bridge" | "bowl" | "knights" | "bank"
            )
        || weekday(word).is_some()
        || month(word).is_some() && !matches!(word, "march" | "may")
}

/// Words that end a place's name that begins like a person's.
fn is_thing(word: &str) -> bool {
    matches!(
        word,
        "river"
            | "county"
            | "parish"
            | "beach"
            | "city"
            | "springs"
            | "township"
            | "twp"
            | "lake"
            | "park"
            | "falls"
            | "island"
            | "valley"
            | "creek"
            | "heights"
            | "hills"
            | "street"
            | "road"
            | "avenue"
            | "police"
            | "university"
            | "college"
            | "school"
            | "hospital"
            | "council"
            | "court"
            | "house"
            | "center"
            | "centre"
            | "mayor"
            | "state"
            | "tech"
    )
}
