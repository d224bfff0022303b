//! Turns of phrase that tell an attitude, from the table `data/attitudes.tsv`: "no hard evidence", "could not be verified".

use std::{collections::HashMap, sync::OnceLock};

use sayso_model::Span;

use super::tokens::{Token, tokens};

/// The table; its header says how patterns are written.
const TABLE: &str = include_str!("../../data/attitudes.tsv");

/// Words that a "_" may stand for at most: "no hard and fast evidence".
const LONGEST_GAP: usize = 3;

/// What a turn of phrase does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    /// Calls what is talked about untrue, or one's own part in it.
    Denies,
    /// Keeps back.
    Withholds,
    /// Keeps back where the speaker says it of itself.
    Own,
    /// Calls it unproven.
    Doubts,
    /// Confirms it from its own knowledge.
    Confirms,
    /// Leaves it possible.
    Possible,
    /// Holds it likely.
    Probable,
}

fn turn_named(word: &str) -> Option<Turn> {
    Some(match word {
        "denies" => Turn::Denies,
        "withholds" => Turn::Withholds,
        "own" => Turn::Own,
        "doubts" => Turn::Doubts,
        "confirms" => Turn::Confirms,
        "possible" => Turn::Possible,
        "probable" => Turn::Probable,
        _ => return None,
    })
}

/// One word of a pattern.
enum Part {
    /// One of these words.
    Word(Vec<&'static str>),
    /// One of these words, or none.
    Maybe(Vec<&'static str>),
    /// Up to [`LONGEST_GAP`] words.
    Gap,
}

struct Pattern {
    turn: Turn,
    parts: Vec<Part>,
}

/// The patterns, and which of them can begin with a word; every pattern begins with words of its own.
struct Table {
    patterns: Vec<Pattern>,
    by_first: HashMap<&'static str, Vec<usize>>,
}

fn table() -> &'static Table {
    static READ: OnceLock<Table> = OnceLock::new();
    READ.get_or_init(|| {
        let mut out = Table { patterns: Vec::new(), by_first: HashMap::new() };
        for pattern in TABLE.lines().filter_map(pattern) {
            if let Some(Part::Word(first)) = pattern.parts.first() {
                for word in first {
                    out.by_first.entry(*word).or_default().push(out.patterns.len());
                }
                out.patterns.push(pattern);
            }
        }
        out
    })
}

fn pattern(line: &'static str) -> Option<Pattern> {
    let (turn, words) = line.split_once('\t')?;
    let part = |word: &'static str| match word {
        "_" => Part::Gap,
        _ => match word.strip_prefix('?') {
            Some(rest) => Part::Maybe(rest.split('/').collect()),
            None => Part::Word(word.split('/').collect()),
        },
    };
    Some(Pattern { turn: turn_named(turn)?, parts: words.split(' ').map(part).collect() })
}

/// The first place within `span` where a turn of this kind stands.
pub(crate) fn first_turn(text: &str, span: Span, turn: Turn) -> Option<Span> {
    turn_in(&tokens(text, &[span]), turn)
}

/// The first place among these tokens where a turn of this kind stands.
pub(super) fn turn_in(all: &[Token], turn: Turn) -> Option<Span> {
    let table = table();
    (0..all.len()).find_map(|i| {
        let begun = table.by_first.get(all[i].lower.as_str())?;
        begun.iter().map(|&p| &table.patterns[p]).filter(|p| p.turn == turn).find_map(|p| {
            let end = matched(&p.parts, all, i)?;
            Some(all[i].span.hull(all[end - 1].span))
        })
    })
}

/// Where the match that begins at token `at` ends.
fn matched(parts: &[Part], all: &[Token], at: usize) -> Option<usize> {
    let Some((part, rest)) = parts.split_first() else { return Some(at) };
    let here = |list: &Vec<&str>| all.get(at).is_some_and(|t| t.is(list));
    match part {
        Part::Word(list) => here(list).then(|| matched(rest, all, at + 1)).flatten(),
        Part::Maybe(list) => {
            here(list).then(|| matched(rest, all, at + 1)).flatten().or_else(|| matched(rest, all, at))
        }
        Part::Gap => {
            let plain = all[at.min(all.len())..].iter().take(LONGEST_GAP).take_while(|t| !t.mark).count();
            (0..=plain).find_map(|gap| matched(rest, all, at + gap))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, turn: Turn) -> Option<&str> {
        first_turn(text, Span::new(0, text.len()), turn).map(|s| s.of(text))
    }

    #[test]
    fn every_line_of_the_table_is_a_pattern_that_begins_with_a_word() {
        for line in TABLE.lines().filter(|l| !l.starts_with('#')) {
            let read = pattern(line);
            assert!(matches!(read.as_ref().and_then(|p| p.parts.first()), Some(Part::Word(_))), "{line}");
        }
    }

    #[test]
    fn words_may_stand_in_a_gap_and_optional_words_may_be_missing() {
        assert_eq!(
            found("There was no hard, but no firm physical evidence of it.", Turn::Doubts),
            Some("no firm physical evidence")
        );
        assert_eq!(found("It can't be verified.", Turn::Doubts), Some("can't be verified"));
        assert_eq!(
            found("It could not be independently verified.", Turn::Doubts),
            Some("could not be independently verified")
        );
        assert_eq!(found("No one was there.", Turn::Doubts), None);
    }
}
