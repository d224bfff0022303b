//! Statements that answer others: where denials, doubts and refusals go whose words alone do not say what they are about.

use std::collections::{BTreeMap, BTreeSet};

use sayso_model::Stance;

use crate::proposition::Proposition;

/// Puts each content that only points back ("It is complete fiction") to the group of the assertion before it in its article,
/// by another speaker; it stays alone where there is none.
pub(crate) fn attach_pointers(
    items: &[Proposition<'_>],
    answers: &BTreeSet<usize>,
    groups: &mut Vec<Vec<usize>>,
) {
    let mut group_of = vec![0; items.len()];
    for (g, group) in groups.iter().enumerate() {
        group.iter().for_each(|&i| group_of[i] = g);
    }
    let mut of_article: BTreeMap<&sayso_model::ArticleId, Vec<usize>> = BTreeMap::new();
    for (i, item) in items.iter().enumerate() {
        of_article.entry(&item.article.id).or_default().push(i);
    }
    for i in (0..items.len()).filter(|&i| items[i].points_back && !answers.contains(&i)) {
        let at = items[i].statement.content_hull().start;
        let said_before = |j: &usize| {
            let other = items[*j].statement;
            !items[*j].points_back
                && other.content_hull().start < at
                && matches!(other.stance, Stance::Asserts | Stance::Confirms | Stance::Denies)
                && (other.actor != items[i].statement.actor || other.stance == Stance::Denies)
        };
        let here = of_article.get(&items[i].article.id).into_iter().flatten().copied();
        let before = here.filter(said_before).max_by_key(|&j| items[j].statement.content_hull().start);
        if let Some(j) = before {
            let (from, to) = (group_of[i], group_of[j]);
            groups[from].retain(|&k| k != i);
            groups[to].push(i);
            groups[to].sort_unstable();
            group_of[i] = to;
        }
    }
    groups.retain(|g| !g.is_empty());
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
    for (g, group) in groups.iter().enumerate().filter(|(_, group)| group.iter().all(|&i| objects(&items[i])))
    {
        let mut votes: BTreeMap<usize, usize> = BTreeMap::new();
        for &i in group {
            for (target, count) in asserted.holding(&items[i].stems) {
                *votes.entry(target).or_default() += count;
            }
        }
        let best = votes.into_iter().max_by_key(|&(target, count)| (count, std::cmp::Reverse(target)));
        moves.extend(best.map(|(target, _)| (g, target)));
    }
    for (from, to) in moves {
        let gone = std::mem::take(&mut groups[from]);
        groups[to].extend(gone);
        groups[to].sort_unstable();
    }
    groups.retain(|g| !g.is_empty());
}

/// Whether a statement objects to what others say.
fn objects(item: &Proposition<'_>) -> bool {
    matches!(item.statement.stance, Stance::Denies | Stance::Doubts | Stance::Withholds)
}

/// The objections whose words some assertion holds: they go where it goes, and do not take part in likeness.
pub(crate) fn answers(items: &[Proposition<'_>]) -> BTreeSet<usize> {
    let alone: Vec<Vec<usize>> = (0..items.len()).map(|i| vec![i]).collect();
    let asserted = Asserted::of(items, &alone);
    (0..items.len())
        .filter(|&i| objects(&items[i]) && !asserted.holding(&items[i].stems).is_empty())
        .collect()
}

/// Which groups assert something with which words.
struct Asserted<'a> {
    items: &'a [Proposition<'a>],
    /// For each stem, the asserting items that have it, with their groups.
    having: BTreeMap<&'a str, Vec<(usize, usize)>>,
}

impl<'a> Asserted<'a> {
    fn of(items: &'a [Proposition<'a>], groups: &[Vec<usize>]) -> Self {
        let mut having: BTreeMap<&str, Vec<(usize, usize)>> = BTreeMap::new();
        for (g, group) in groups.iter().enumerate() {
            let asserting = group
                .iter()
                .filter(|&&i| matches!(items[i].statement.stance, Stance::Asserts | Stance::Confirms));
            for &i in asserting {
                items[i].stems.iter().for_each(|stem| having.entry(stem).or_default().push((i, g)));
            }
        }
        Self { items, having }
    }

    /// The groups with assertions that have all these stems, and how many.
    fn holding(&self, stems: &BTreeSet<String>) -> BTreeMap<usize, usize> {
        let mut out = BTreeMap::new();
        if stems.len() < OBJECTION_WORDS {
            return out;
        }
        // The rarest word has the fewest items to look at.
        let Some(rarest) = stems.iter().min_by_key(|s| self.having.get(s.as_str()).map_or(0, Vec::len))
        else {
            return out;
        };
        for &(i, g) in self.having.get(rarest.as_str()).into_iter().flatten() {
            if stems.is_subset(&self.items[i].stems) {
                *out.entry(g).or_default() += 1;
            }
        }
        out
    }
}
