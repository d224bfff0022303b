//! Grouping: statements that assert or deny the same, whatever their stance.

use std::collections::BTreeMap;

use sayso_model::TextReuse;

use crate::{
    answer::{Answers, attach_objections},
    candidates::candidates,
    cluster::Clusters,
    features::Rarity,
    proposition::Proposition,
    reprint,
    scorer::score,
};

/// Groups the propositions; each group lists indices into `items`, sorted. Every proposition is in exactly one group.
pub(crate) fn groups(items: &[Proposition<'_>], reuse: &[TextReuse]) -> Vec<Vec<usize>> {
    let mut clusters = Clusters::new(items.len());
    reprint::join(&mut clusters, items, reuse);
    link(&mut clusters, items);
    clusters.agglomerate();
    let mut groups = clusters.groups();
    Answers::of(items).attach(&mut groups);
    attach_objections(items, &mut groups);
    groups.iter_mut().for_each(|g| g.sort_unstable());
    groups.sort_unstable();
    groups
}

/// Links the groups of reprints by the scores of their different wordings.
fn link(clusters: &mut Clusters, items: &[Proposition<'_>]) {
    let rarity = Rarity::of(items);
    let mut wordings: BTreeMap<(usize, &[String]), usize> = BTreeMap::new();
    for (i, item) in items.iter().enumerate().filter(|(_, item)| !item.waits()) {
        wordings.entry((clusters.find(i), &item.words[..])).or_insert(i);
    }
    let mut of_root: BTreeMap<usize, usize> = BTreeMap::new();
    wordings.keys().for_each(|(root, _)| *of_root.entry(*root).or_default() += 1);
    of_root.iter().for_each(|(&root, &n)| clusters.set_wordings(root, n));
    let (roots, heads): (Vec<usize>, Vec<usize>) = wordings.iter().map(|((root, _), &i)| (*root, i)).unzip();
    for (a, b) in candidates(items, &heads) {
        clusters.link(roots[a], roots[b], score(&items[heads[a]], &items[heads[b]], &rarity));
    }
}
