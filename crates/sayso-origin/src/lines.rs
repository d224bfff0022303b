//! Which lines does a publisher have in several different reports? They belong to its pages, whatever they say.

use std::collections::{HashMap, HashSet};

use crate::{
    recurrence::REPORTS,
    versions::Versions,
    words::{Word, hash_all},
};

/// A line of a text: the number of its first word, and the hash of its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub at: u32,
    pub hash: u64,
}

/// The lines of a text that hold words.
pub(crate) fn lines(text: &str, words: &[Word]) -> Vec<Line> {
    let (mut found, mut next, mut end) = (Vec::new(), 0, 0);
    for line in text.split_inclusive('\n') {
        end += line.len();
        let first = next;
        next += words[first..].iter().take_while(|word| word.span.start < end).count();
        if next > first {
            let hash = hash_all(words[first..next].iter().map(|word| u64::from(word.hash)));
            found.push(Line { at: first as u32, hash });
        }
    }
    found
}

/// The lines that recur at a publisher: by publisher and hash. `articles` gives of each article its publisher, if known, and its
/// lines; `versions` which of them are one report.
pub(crate) fn recurring<'a>(
    articles: impl Iterator<Item = (Option<&'a str>, &'a [Line])>,
    versions: &Versions,
) -> HashSet<(&'a str, u64)> {
    let mut reports: HashMap<(&str, u64), Vec<u32>> = HashMap::new();
    for (number, (publisher, lines)) in (0..).zip(articles) {
        let Some(publisher) = publisher else { continue };
        let report = versions.report(number);
        for line in lines {
            let known = reports.entry((publisher, line.hash)).or_default();
            if known.len() < REPORTS && !known.contains(&report) {
                known.push(report);
            }
        }
    }
    reports.into_iter().filter(|(_, reports)| reports.len() >= REPORTS).map(|(key, _)| key).collect()
}
