//! Grouping: statements that assert or deny the same, whatever their stance.

use rayon::prelude::*;
use rustc_hash::FxHashSet;
use sayso_model::TextReuse;

use crate::{
    answer::{Answers, attach_objections},
    candidates::candidates,
    cluster::{Clusters, SAME_CLAIM},
    compared::Compared,
    related::may_bear_on,
    reprint,
    scorer::score,
};

/// What grouping gives.
pub(crate) struct Grouping {
    /// Indices of items, sorted; every item is in exactly one group.
    pub groups: Vec<Vec<usize>>,
    /// Pairs of items with different wordings that share enough words to bear on each other.
    pub near: Vec<(usize, usize)>,
}

/// Groups the propositions.
pub(crate) fn groups(case: &Compared<'_>, reuse: &[TextReuse]) -> Grouping {
    let items = case.items;
    let mut clusters = Clusters::new(items.len());
    reprint::join(&mut clusters, case, reuse);
    let near = link(&mut clusters, case);
    clusters.agglomerate();
    let mut groups = clusters.groups();
    Answers::of(items).attach(&mut groups);
    attach_objections(items, &mut groups);
    groups.iter_mut().for_each(|g| g.sort_unstable());
    groups.sort_unstable();
    Grouping { groups, near }
}

/// Links the groups of reprints by the scores of their different wordings; gives the pairs that may bear on each other.
fn link(clusters: &mut Clusters, case: &Compared<'_>) -> Vec<(usize, usize)> {
    let mut known: FxHashSet<(usize, u32)> = FxHashSet::default();
    let mut wordings: Vec<usize> = vec![0; case.items.len()];
    // The group and one item of each of its wordings.
    let mut heads: Vec<(usize, usize)> = Vec::new();
    for (i, _) in case.items.iter().enumerate().filter(|(_, item)| !item.waits()) {
        let root = clusters.find(i);
        if known.insert((root, case.traits[i].words)) {
            wordings[root] += 1;
            heads.push((root, i));
        }
    }
    for &(root, _) in &heads {
        clusters.set_wordings(root, wordings[root]);
    }
    let items: Vec<usize> = heads.iter().map(|(_, i)| *i).collect();
    let pairs = candidates(case, &items);
    let is_whole = pairs.len() == heads.len() * heads.len().saturating_sub(1) / 2;
    // Where not all are compared, a pair that would not be joined by itself counts as one that was not.
    let floor = if is_whole { f32::MIN } else { SAME_CLAIM };
    let compare = |&(a, b): &(u32, u32)| compare(case, items[a as usize], items[b as usize], floor);
    let (mut near, mut outcomes) = (Vec::new(), Vec::new());
    for part in pairs.chunks(AT_ONCE) {
        part.par_iter().map(compare).collect_into_vec(&mut outcomes);
        for ((a, b), outcome) in
            part.iter().map(|(a, b)| (heads[*a as usize], heads[*b as usize])).zip(&outcomes)
        {
            if outcome.score > floor {
                clusters.link(a.0, b.0, outcome.score);
            }
            if outcome.is_near {
                near.push((a.1, b.1));
            }
        }
    }
    near
}

/// Pairs that are compared before what that gave is taken up: few enough for it to lie near the processor still.
const AT_ONCE: usize = 1 << 15;

/// What comparing two wordings gives.
struct Outcome {
    /// Log-odds that they make the same claim.
    score: f32,
    /// Whether they share enough words to bear on each other.
    is_near: bool,
}

fn compare(case: &Compared<'_>, i: usize, j: usize, floor: f32) -> Outcome {
    let stems = case.stems.overlap(i, j);
    Outcome { score: score(case, i, j, stems, floor), is_near: may_bear_on(case, i, j, stems) }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use sayso_model::{Article, Embedding, Stance, Statement};
    use sayso_testkit::{article, statement};

    use super::*;
    use crate::{Meaning, proposition::Proposition};

    fn grouped(said: &[(&Article, Statement, [f32; 2])]) -> Vec<Vec<usize>> {
        let meanings: Vec<Meaning> =
            said.iter().map(|(_, _, at)| Meaning::from(Embedding::normalised(at.to_vec()))).collect();
        let items: Vec<Proposition<'_>> = said
            .iter()
            .zip(&meanings)
            .map(|((a, s, _), m)| Proposition::new(s, a, m, &BTreeSet::new(), |_| None))
            .collect();
        groups(&Compared::of(&items), &[]).groups
    }

    #[test]
    fn alike_contents_are_one_claim_and_unlike_ones_are_not() {
        let a = article("a", "She said the pier fell. He said the old pier fell down. They said taxes rose.");
        let said = [
            (&a, statement(&a, "She", "said", "the pier fell"), [1.0, 0.0]),
            (&a, statement(&a, "He", "said", "the old pier fell down"), [1.0, 0.3]),
            (&a, statement(&a, "They", "said", "taxes rose"), [0.0, 1.0]),
        ];
        assert_eq!(grouped(&said), [vec![0, 1], vec![2]]);
    }

    #[test]
    fn a_rebuttal_that_points_back_joins_what_was_said_before() {
        let a = article("a", "She said the pier fell. It is complete fiction, he said.");
        let mut denial = statement(&a, "he", "said", "It is complete fiction");
        denial.stance = Stance::Denies;
        denial.actor = Some(sayso_model::ActorId::derive("person", "he"));
        let said =
            [(&a, statement(&a, "She", "said", "the pier fell"), [1.0, 0.0]), (&a, denial, [0.0, 1.0])];
        assert_eq!(grouped(&said), [vec![0, 1]]);
    }

    #[test]
    fn a_denial_in_fewer_words_joins_what_it_denies() {
        let a = article(
            "a",
            "The port said up to 40 drums of solvent were lost at sea. The owner denied that any drums were lost.",
        );
        let mut denial = statement(&a, "The owner", "denied", "that any drums were lost");
        denial.stance = Stance::Denies;
        let lost = statement(&a, "The port", "said", "up to 40 drums of solvent were lost at sea");
        assert_eq!(grouped(&[(&a, lost, [1.0, 0.0]), (&a, denial, [0.0, 1.0])]), [vec![0, 1]]);
    }
}
