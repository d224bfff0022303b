//! Statements that answer others: where denials, doubts and refusals go whose words alone do not say what they are about.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    hash::BuildHasher as _,
};

use rustc_hash::{FxBuildHasher, FxHashMap};
use sayso_model::{ArticleId, Stance};

use crate::proposition::Proposition;

/// Where answers can go.
pub(crate) struct Answers<'a> {
    items: &'a [Proposition<'a>],
    of_article: FxHashMap<&'a ArticleId, Vec<usize>>,
}

impl<'a> Answers<'a> {
    pub fn of(items: &'a [Proposition<'a>]) -> Self {
        let mut of_article: FxHashMap<&ArticleId, Vec<usize>> = FxHashMap::default();
        for (i, item) in items.iter().enumerate() {
            of_article.entry(&item.article.id).or_default().push(i);
        }
        for own in of_article.values_mut() {
            own.sort_by_key(|&i| (items[i].statement.content_hull().start, i));
        }
        Self { items, of_article }
    }

    /// Puts each content that only points back ("It is complete fiction", "any part in it") to the group of what it answers; it
    /// stays where it is when there is nothing.
    pub fn attach(&self, groups: &mut Vec<Vec<usize>>) {
        let mut group_of = vec![0; self.items.len()];
        for (g, group) in groups.iter().enumerate() {
            group.iter().for_each(|&i| group_of[i] = g);
        }
        let accusations = self.accusations(&group_of);
        for i in (0..self.items.len()).filter(|&i| self.items[i].waits()) {
            let here = self.target(i).map(|j| group_of[j]);
            let Some(to) = here.or_else(|| self.accusation_of(i, &accusations)) else { continue };
            let from = group_of[i];
            if from != to {
                groups[from].retain(|&k| k != i);
                groups[to].push(i);
                group_of[i] = to;
            }
        }
        self.join_own_part(groups);
        groups.retain(|g| !g.is_empty());
    }

    /// What an answer is about, in its article: what rests on the document that it names ("the intelligence"); what accuses the speaker; what somebody says whom the answer names ("Brenn's
    /// claims are false"); else the last that another said before it, or that the speaker itself denied.
    fn target(&self, i: usize) -> Option<usize> {
        let item = &self.items[i];
        let at = item.statement.content_hull().start;
        let own = self.of_article.get(&item.article.id)?;
        let nearest = |fits: &dyn Fn(&Proposition<'_>) -> bool| {
            let fitting =
                own.iter().copied().filter(|&j| j != i && !self.items[j].waits() && fits(&self.items[j]));
            fitting.min_by_key(|&j| {
                let other = self.items[j].statement.content_hull().start;
                (other > at, other.abs_diff(at), j)
            })
        };
        let rests = |p: &Proposition<'_>| p.asserts() && item.documents().any(|noun| rests_on(p, noun));
        if let Some(found) = nearest(&rests) {
            return Some(found);
        }
        let others = |p: &Proposition<'_>| p.asserts() && p.statement.actor != item.statement.actor;
        let accuses = |p: &Proposition<'_>| others(p) && !p.doers.names.is_disjoint(&item.speaker_names);
        if let Some(found) = nearest(&accuses) {
            return Some(found);
        }
        if item.denies_own_part {
            return None;
        }
        let named = |p: &Proposition<'_>| others(p) && !p.speaker_names.is_disjoint(&item.names);
        let before = |p: &Proposition<'_>| p.statement.content_hull().start < at;
        let within = reach_of_pronoun(item);
        let said = |p: &Proposition<'_>| {
            before(p)
                && p.statement.content_hull().start >= within
                && (others(p) || p.statement.stance == Stance::Denies)
        };
        let shares = |p: &Proposition<'_>| said(p) && takes_up(item, p);
        nearest(&named).or_else(|| nearest(&shares)).or_else(|| nearest(&said))
    }

    /// For each name, the group in which most statements call it the doer.
    fn accusations(&self, group_of: &[usize]) -> BTreeMap<&'a str, usize> {
        let mut counts: BTreeMap<(&str, usize), usize> = BTreeMap::new();
        for (i, item) in self.items.iter().enumerate() {
            if item.doers.asked && !item.waits() {
                item.doers.names.iter().for_each(|n| *counts.entry((n, group_of[i])).or_default() += 1);
            }
        }
        let mut best: BTreeMap<&str, (usize, Reverse<usize>)> = BTreeMap::new();
        for ((name, group), n) in counts {
            let entry = best.entry(name).or_insert((n, Reverse(group)));
            *entry = (*entry).max((n, Reverse(group)));
        }
        best.into_iter().map(|(name, (_, Reverse(group)))| (name, group)).collect()
    }

    /// The case's main accusation against the speaker of a denial of its own part.
    fn accusation_of(&self, i: usize, accusations: &BTreeMap<&str, usize>) -> Option<usize> {
        let item = &self.items[i];
        let named = item.speaker_names.iter().filter_map(|n| accusations.get(n.as_str())).copied();
        named.filter(|_| item.denies_own_part).min()
    }

    /// Joins what one speaker denies a part in, where nobody accuses it.
    fn join_own_part(&self, groups: &mut [Vec<usize>]) {
        let mut first: BTreeMap<&BTreeSet<String>, usize> = BTreeMap::new();
        for g in 0..groups.len() {
            let [i] = groups[g][..] else { continue };
            let item = &self.items[i];
            if item.denies_own_part && !item.speaker_names.is_empty() {
                let to = *first.entry(&item.speaker_names).or_insert(g);
                if to != g {
                    groups[g].clear();
                    groups[to].push(i);
                }
            }
        }
    }
}

/// Whether an answer has a word or a number of what was said: "the payment", "the figure of 68 tonnes is invented".
fn takes_up(answer: &Proposition<'_>, p: &Proposition<'_>) -> bool {
    let number = |v: f64| p.figures().any(|(w, _)| w == v);
    !answer.stems.is_disjoint(&p.stems) || answer.figures().any(|(v, _)| number(v))
}

/// Whether a statement names a document as its source.
fn rests_on(p: &Proposition<'_>, noun: &str) -> bool {
    let source = p.statement.source.map_or("", |s| s.of(&p.article.text)).to_lowercase();
    source.split(|c: char| !c.is_alphanumeric()).any(|word| word == noun)
}

/// Words that point at what was said right before.
const PRONOUNS: &[&str] = &["it", "this", "that"];

/// Words before the speaker from which "…; Brenn denied it" speaks of its own sentence.
const CLAUSE: usize = 4;

/// Letters of a sentence at most: a table without full stops is none.
const LONGEST_SENTENCE: usize = 1_500;

/// The byte before which nothing is meant: "it" alone stands for what its sentence says before, else for the sentence before. Where no
/// statement was read there, the nearest further off is a wrong guess more often than not.
fn reach_of_pronoun(item: &Proposition<'_>) -> usize {
    if !matches!(&item.words[..], [only] if PRONOUNS.contains(&only.as_str())) {
        return 0;
    }
    let text = &item.article.text;
    let content = item.statement.content_hull().start;
    let speaker = item.statement.source.map_or(content, |s| s.start.min(content));
    let own = sentence_start(text, speaker);
    let clause = text[own..speaker].split_whitespace().count() >= CLAUSE;
    if clause { own } else { sentence_start(text, own.saturating_sub(2)) }
}

/// Where the sentence begins that holds byte `at`: after the last end of a sentence or line before it.
fn sentence_start(text: &str, at: usize) -> usize {
    let before = &text[..text.floor_char_boundary(at)];
    let ends = |(i, c): &(usize, char)| {
        *c == '\n'
            || matches!(c, '.' | '!' | '?') && before[i + c.len_utf8()..].starts_with(char::is_whitespace)
    };
    let near = before.char_indices().rev().take(LONGEST_SENTENCE);
    near.clone()
        .find(ends)
        .map(|(i, c)| i + c.len_utf8())
        .or_else(|| near.last().map(|(i, _)| i))
        .unwrap_or(0)
}

/// Words of an objection that must at least be in what it objects to.
const OBJECTION_WORDS: usize = 2;

/// Puts groups of nothing but objections ("denied that any drums were lost") to the assertions that hold all their words ("up to
/// 40 drums of solvent were lost"): a denial is said in fewer words than what it denies, and an embedding finds the two unlike.
///
/// Where several groups of assertions hold them, it goes to the one with the most statements that do.
pub(crate) fn attach_objections(items: &[Proposition<'_>], groups: &mut Vec<Vec<usize>>) {
    let asserted = Asserted::of(items, groups);
    let mut moves: BTreeMap<usize, usize> = BTreeMap::new();
    for (g, group) in groups.iter().enumerate().filter(|(_, group)| group.iter().all(|&i| items[i].objects()))
    {
        let mut votes: BTreeMap<usize, usize> = BTreeMap::new();
        for &i in group {
            for (target, count) in asserted.holding(&items[i]) {
                *votes.entry(target).or_default() += count;
            }
        }
        let best = votes.into_iter().max_by_key(|&(target, count)| (count, Reverse(target)));
        moves.extend(best.map(|(target, _)| (g, target)));
    }
    for (from, to) in moves {
        let gone = std::mem::take(&mut groups[from]);
        groups[to].extend(gone);
    }
    groups.retain(|g| !g.is_empty());
}

/// Which groups assert something with which words.
struct Asserted<'a> {
    items: &'a [Proposition<'a>],
    /// For each stem, the assertions that have it.
    having: FxHashMap<&'a str, Vec<Assertion>>,
}

/// An item that asserts.
#[derive(Clone, Copy)]
struct Assertion {
    item: usize,
    group: usize,
    /// The marks of all its stems.
    marks: u64,
}

/// One bit for each stem, so that most of the assertions that lack one are passed over without being looked at.
fn marks(item: &Proposition<'_>) -> u64 {
    item.stems.iter().fold(0, |marks, stem| marks | 1 << (FxBuildHasher.hash_one(stem) >> 58))
}

impl<'a> Asserted<'a> {
    fn of(items: &'a [Proposition<'a>], groups: &[Vec<usize>]) -> Self {
        let mut having: FxHashMap<&str, Vec<Assertion>> = FxHashMap::default();
        for (group, of_group) in groups.iter().enumerate() {
            for &item in of_group.iter().filter(|&&i| items[i].asserts()) {
                let assertion = Assertion { item, group, marks: marks(&items[item]) };
                items[item].stems.iter().for_each(|stem| having.entry(stem).or_default().push(assertion));
            }
        }
        Self { items, having }
    }

    /// The groups with assertions that have all stems and names of an objection, and how many.
    fn holding(&self, item: &Proposition<'_>) -> BTreeMap<usize, usize> {
        let mut out = BTreeMap::new();
        if item.stems.len() < OBJECTION_WORDS {
            return out;
        }
        let having = |stem: &String| self.having.get(stem.as_str()).map_or(&[][..], Vec::as_slice);
        // The rarest word has the fewest items to look at.
        let Some(rarest) = item.stems.iter().min_by_key(|stem| having(stem).len()) else { return out };
        let own = marks(item);
        for assertion in having(rarest).iter().filter(|a| a.marks & own == own) {
            let other = &self.items[assertion.item];
            if item.stems.is_subset(&other.stems) && item.names.is_subset(&other.names) {
                *out.entry(assertion.group).or_default() += 1;
            }
        }
        out
    }
}
