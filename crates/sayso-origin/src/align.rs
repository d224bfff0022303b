//! Which passages do two articles share, word for word? Runs of equal words are found from shared fingerprints, in any
//! order of paragraphs, and joined across small edits.

use std::ops::Range;

use crate::{fingerprint::LENGTH, prepared::Prepared};

/// Words that an edit within a passage may insert, drop or replace. Eight words hold an inserted apposition or clause;
/// more is a new sentence, and the passage ends.
const EDIT: usize = 8;

/// Words that must agree behind an edit for the passage to go on. With three, "of the" alone never joins two sentences.
const RESUME: u32 = 3;

/// Equal words in a row, by their numbers in both articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub first: u32,
    pub second: u32,
    pub len: u32,
}

impl Run {
    fn end(self) -> (usize, usize) {
        ((self.first + self.len) as usize, (self.second + self.len) as usize)
    }

    /// The pairs of word numbers.
    pub fn pairs(self) -> impl Iterator<Item = (usize, usize)> {
        (0..self.len).map(move |k| ((self.first + k) as usize, (self.second + k) as usize))
    }
}

/// Runs in one order in both articles, with small edits between them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Passage {
    pub runs: Vec<Run>,
}

impl Passage {
    /// The words of the first article from its first to its last run.
    pub fn in_first(&self) -> Range<usize> {
        let start = self.runs.first().map_or(0, |r| r.first as usize);
        start..self.runs.last().map_or(start, |r| r.end().0)
    }

    /// The words of the second article from its first to its last run.
    pub fn in_second(&self) -> Range<usize> {
        let start = self.runs.first().map_or(0, |r| r.second as usize);
        start..self.runs.last().map_or(start, |r| r.end().1)
    }

    /// Where the passage ends in both articles, if `run` goes on with it.
    fn goes_on_with(&self, run: Run) -> bool {
        self.runs.last().is_some_and(|last| {
            let (first, second) = last.end();
            let near = |from: usize, to: usize| to >= from && to - from <= EDIT;
            near(first, run.first as usize) && near(second, run.second as usize)
        })
    }
}

/// One run of five words at a place in each of two articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Seed {
    /// Number of its first word in the second article.
    pub second: u32,
    /// Number of its first word in the first article.
    pub first: u32,
}

/// Finds the passages that two articles share, in the order of the second, from all runs of five words that they share.
///
/// Each word of the second article stands in one passage at most; a sentence that it repeats may stand in several that
/// point at the same words of the first. The cost grows with the sum of the lengths; `work` counts it in word
/// comparisons.
pub(crate) fn align(first: &Prepared, second: &Prepared, seeds: &[Seed], work: &mut u64) -> Vec<Passage> {
    let mut aligner = Aligner { first, second, passages: Vec::new(), work };
    let mut from = 0;
    for group in seeds.chunk_by(|a, b| a.second == b.second) {
        let at = group[0].second as usize;
        if at >= from
            && let Some(run) = aligner.longest(group)
        {
            from = aligner.take(run);
        }
    }
    aligner.passages
}

/// Puts runs in the order in which they were found together into passages again.
pub(crate) fn passages(runs: &[Run]) -> Vec<Passage> {
    let mut passages = Vec::new();
    runs.iter().for_each(|&run| append(&mut passages, run));
    passages
}

fn append(passages: &mut Vec<Passage>, run: Run) {
    match passages.last_mut() {
        Some(passage) if passage.goes_on_with(run) => passage.runs.push(run),
        _ => passages.push(Passage { runs: vec![run] }),
    }
}

struct Aligner<'a> {
    first: &'a Prepared,
    second: &'a Prepared,
    passages: Vec<Passage>,
    work: &'a mut u64,
}

impl Aligner<'_> {
    /// The longest run that starts at one of these seeds; of equal ones the one that goes on with the last passage.
    fn longest(&mut self, seeds: &[Seed]) -> Option<Run> {
        let mut best: Option<(u32, bool, Run)> = None;
        for seed in seeds {
            let run = self.run_from(seed.first as usize, seed.second as usize);
            let goes_on = self.passages.last().is_some_and(|p| p.goes_on_with(run));
            // Equal hashes of different words are possible in principle: then the run is too short to be one.
            let better = best.is_none_or(|(len, on, _)| (run.len, goes_on) > (len, on));
            if run.len >= LENGTH as u32 && better {
                best = Some((run.len, goes_on, run));
            }
        }
        best.map(|(_, _, run)| run)
    }

    /// Equal words from these places on.
    fn run_from(&mut self, first: usize, second: usize) -> Run {
        let a = self.first.words.get(first..).unwrap_or_default();
        let b = self.second.words.get(second..).unwrap_or_default();
        let len = a.iter().zip(b).take_while(|(x, y)| x == y).count();
        *self.work += len as u64 + 1;
        Run { first: first as u32, second: second as u32, len: len as u32 }
    }

    /// Adds a run and what follows it behind small edits; returns the word of the second article to go on from.
    fn take(&mut self, run: Run) -> usize {
        let mut run = run;
        self.push(run);
        while let Some(next) = self.resume(run) {
            self.push(next);
            run = next;
        }
        run.end().1
    }

    fn push(&mut self, run: Run) {
        append(&mut self.passages, run);
    }

    /// The nearest place behind a small edit where at least [`RESUME`] words agree again.
    fn resume(&mut self, run: Run) -> Option<Run> {
        let (first, second) = run.end();
        for edits in 1..=EDIT {
            for skip in 0..=edits {
                let next = self.run_from(first + skip, second + edits - skip);
                if next.len >= RESUME {
                    return Some(next);
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{fingerprint::Fingerprints, places::hull};

    fn shared(a: &str, b: &str) -> Vec<(String, String)> {
        let (a, b) = (sayso_testkit::article("a", a), sayso_testkit::article("b", b));
        let (x, y) = (Prepared::new(&a), Prepared::new(&b));
        let (first, second) = (x.places.spans(), y.places.spans());
        let words = |p: &Passage| {
            (
                hull(&first, p.in_first()).of(&a.text).to_owned(),
                hull(&second, p.in_second()).of(&b.text).to_owned(),
            )
        };
        let shared = Fingerprints::of(&x).shared(&y, &mut 0);
        let seeds: Vec<Seed> = shared.into_iter().map(|(first, second)| Seed { second, first }).collect();
        align(&x, &y, &seeds, &mut 0).iter().map(words).collect()
    }

    #[test]
    fn an_edited_sentence_is_one_passage() {
        let a = "The council closed the old bridge on Monday after divers found deep cracks.";
        let b = "The council closed the old bridge early on Tuesday after divers found deep cracks.";
        assert_eq!(shared(a, b), [(a[..a.len() - 1].to_owned(), b[..b.len() - 1].to_owned())]);
    }

    #[test]
    fn exchanged_paragraphs_are_two_passages() {
        let one = "The council closed the old bridge on Monday.";
        let two = "Divers had found deep cracks in two of its piers.";
        let found = shared(&format!("{one}\n{two}"), &format!("{two}\n{one}"));
        assert_eq!(found.len(), 2);
        assert!(found.iter().all(|(x, y)| x == y));
    }
}
