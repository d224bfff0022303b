//! Which media go by which names? The list in `data/outlets.tsv`, and where its names stand in a text.

use std::{collections::BTreeMap, sync::LazyLock};

use regex::Regex;
use sayso_model::Span;

use crate::pattern::compiled;

/// A medium of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Outlet {
    /// The name that an editor would write in short.
    pub name: &'static str,
    /// Whether it sells its reports to other outlets.
    pub is_agency: bool,
    /// Whether the name that was looked up also means something else.
    pub is_ambiguous: bool,
}

/// A name of the list in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    /// The words.
    pub span: Span,
    /// Whom they name.
    pub outlet: Outlet,
}

struct List {
    by_name: BTreeMap<&'static str, Outlet>,
    any: Regex,
}

static LIST: LazyLock<List> = LazyLock::new(|| {
    let by_name: BTreeMap<_, _> =
        include_str!("../../data/outlets.tsv").lines().flat_map(names_of_line).collect();
    // Longer names first: "The Times of India" is not "The Times".
    let mut names: Vec<_> = by_name.keys().map(|name| regex::escape(name)).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    // ASCII's word boundary, since that of Unicode makes the search ten times as slow in texts with curly quotation marks; names
    // that begin with another letter have no such boundary, and `mentions` looks at the letter before.
    let (ascii, other): (Vec<_>, Vec<_>) =
        names.into_iter().partition(|name| name.starts_with(|c: char| c.is_ascii_alphanumeric()));
    let other = if other.is_empty() { String::new() } else { format!("|{}", other.join("|")) };
    List { any: compiled(&format!(r"(?-u:\b)(?:{}){other}", ascii.join("|"))), by_name }
});

fn names_of_line(line: &'static str) -> Vec<(&'static str, Outlet)> {
    let Some((kind, names)) = line.split_once('\t').filter(|_| !line.starts_with('#')) else {
        return Vec::new();
    };
    let marked = |name: &'static str| name.strip_prefix('?').map_or((name, false), |name| (name, true));
    let name = names.split('|').next().map_or("", |first| marked(first).0);
    let entry = |alias: &'static str| {
        let (alias, is_ambiguous) = marked(alias);
        (alias, Outlet { name, is_agency: kind == "agency", is_ambiguous })
    };
    names.split('|').map(entry).collect()
}

/// The medium that these words and no others name, with or without "the".
pub(crate) fn named(words: &str) -> Option<Outlet> {
    let words = words.trim();
    let bare = words.strip_prefix("the ").or_else(|| words.strip_prefix("The ")).unwrap_or(words);
    LIST.by_name.get(words).or_else(|| LIST.by_name.get(bare)).copied()
}

/// Every name of the list with its medium, in alphabetical order.
pub(crate) fn all() -> impl Iterator<Item = (&'static str, Outlet)> {
    LIST.by_name.iter().map(|(name, outlet)| (*name, *outlet))
}

/// All names of the list in a text, left to right, never within a longer word, address or hyphenated name.
pub(crate) fn mentions(text: &str) -> Vec<Named> {
    let stands_alone = |start: usize, end: usize| {
        let mut after = text[end..].chars();
        let joins = match after.next() {
            Some('-' | '.' | '@') => after.next().is_some_and(char::is_alphanumeric),
            Some(c) => c.is_alphanumeric() || c == '_',
            None => false,
        };
        let goes_on = text[..start].ends_with(|c: char| c.is_alphanumeric());
        let hangs_on = text[..start].ends_with(['@', '.', '/', '-', '_', '#']);
        !goes_on && (!joins && !hangs_on || slashed(text, start, end))
    };
    let found = LIST.any.find_iter(text).filter(|m| stands_alone(m.start(), m.end()));
    let look_up = |m: regex::Match<'_>| {
        let outlet = *LIST.by_name.get(m.as_str())?;
        Some(Named { span: Span::new(m.start(), m.end()), outlet })
    };
    found.filter_map(look_up).collect()
}

/// "BERLIN/Reuters" and "KB/IANS" join names by a slash; "example.org/Reuters" is an address.
fn slashed(text: &str, start: usize, end: usize) -> bool {
    let word_before =
        text[..start].strip_suffix('/').map(|t| t.rsplit(char::is_whitespace).next().unwrap_or(""));
    let goes_on = text[end..].chars().next().is_some_and(char::is_alphanumeric);
    word_before.is_some_and(|w| !w.contains(['.', '/', ':'])) && !goes_on
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&'static str> {
        mentions(text).into_iter().map(|m| m.outlet.name).collect()
    }

    #[test]
    fn every_name_is_listed_once_and_finds_itself() {
        let lines = include_str!("../../data/outlets.tsv").lines();
        let names: Vec<_> = lines.flat_map(names_of_line).collect();
        assert!(names.len() > 400);
        assert_eq!(names.len(), LIST.by_name.len(), "a name stands twice");
        for (alias, outlet) in names {
            assert_eq!(found(alias), [outlet.name], "{alias}");
            assert_eq!(named(alias), Some(outlet));
        }
    }

    #[test]
    fn longer_names_are_preferred() {
        assert_eq!(found("The Times of India and The Times"), ["Times of India", "The Times"]);
        assert_eq!(found("the Associated Press of Pakistan"), ["APP"]);
    }

    #[test]
    fn names_within_words_and_addresses_are_none() {
        for text in ["CAP", "APs", "CNN.com", "@CNN", "www.example.org/CNN", "AP-backed", "Reutersville"] {
            assert!(found(text).is_empty(), "{text}");
        }
        assert_eq!(found("KB/IANS"), ["IANS"]);
    }
}
