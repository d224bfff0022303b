//! Joins what is joined for certain, then the groups whose pairs are, on average, more likely one claim than not.
//!
//! Ties go to the smaller index, so the result depends on the statements alone and not on their order.

use std::collections::{BTreeMap, BinaryHeap};

/// Stands for the log-odds of pairs that were not compared or are surely different: they weigh against joining, but one certain
/// pair in a few such is enough.
const ELSEWHERE: f32 = -2.0;
/// Mean log-odds from which two groups are one claim; below nought, since the scorer sees a pair alone and pairs of one claim that share
/// no word pull the mean down. Chosen by leaving each source of cases out in turn.
const SAME_CLAIM: f32 = -0.75;

/// Groups under construction: a union-find over the items with summed log-odds between the roots.
pub(crate) struct Clusters {
    root: Vec<usize>,
    /// Different wordings in the group of each root: a reprint adds no weight.
    wordings: Vec<usize>,
    /// Summed log-odds over compared pairs of wordings and their number, between root and root.
    links: Vec<BTreeMap<usize, (f32, usize)>>,
}

impl Clusters {
    pub fn new(n: usize) -> Self {
        Self { root: (0..n).collect(), wordings: vec![1; n], links: vec![BTreeMap::new(); n] }
    }

    /// The index that stands for the group of `at`.
    pub fn find(&mut self, mut at: usize) -> usize {
        while self.root[at] != at {
            self.root[at] = self.root[self.root[at]];
            at = self.root[at];
        }
        at
    }

    /// Joins two groups before any link is known.
    pub fn union(&mut self, a: usize, b: usize) {
        let (a, b) = (self.find(a), self.find(b));
        self.root[a.max(b)] = a.min(b);
    }

    /// How many different wordings the group of this root has.
    pub fn set_wordings(&mut self, root: usize, n: usize) {
        self.wordings[root] = n;
    }

    /// Adds the log-odds of a pair of wordings of two groups, by their roots.
    pub fn link(&mut self, a: usize, b: usize, score: f32) {
        if a == b {
            return;
        }
        for (x, y) in [(a, b), (b, a)] {
            let link = self.links[x].entry(y).or_insert((0.0, 0));
            *link = (link.0 + score, link.1 + 1);
        }
    }

    fn mean(&self, a: usize, b: usize) -> f32 {
        let (sum, pairs) = self.links[a].get(&b).copied().unwrap_or((0.0, 0));
        let all = self.wordings[a] * self.wordings[b];
        (sum + all.saturating_sub(pairs) as f32 * ELSEWHERE) / all as f32
    }

    /// The pair as a candidate where the two groups are alike enough; others come again when either grows.
    fn candidate(&self, a: usize, b: usize) -> Option<Candidate> {
        let mean = self.mean(a, b);
        (mean > SAME_CLAIM).then_some(Candidate { mean, a, b })
    }

    /// Joins the most alike groups first until none is alike enough.
    pub fn agglomerate(&mut self) {
        let mut queue = BinaryHeap::new();
        for a in 0..self.links.len() {
            for &b in self.links[a].keys().filter(|&&b| a < b) {
                queue.extend(self.candidate(a, b));
            }
        }
        while let Some(best) = queue.pop() {
            let gone = self.root[best.a] != best.a || self.root[best.b] != best.b;
            if gone || self.mean(best.a, best.b) != best.mean {
                continue;
            }
            self.absorb(best.a, best.b);
            for &other in self.links[best.a].keys() {
                queue.extend(self.candidate(best.a.min(other), best.a.max(other)));
            }
        }
    }

    /// Joins the groups with roots `a < b`, their links included.
    fn absorb(&mut self, a: usize, b: usize) {
        for (other, (sum, pairs)) in std::mem::take(&mut self.links[b]) {
            self.links[other].remove(&b);
            if other != a {
                for (x, y) in [(a, other), (other, a)] {
                    let link = self.links[x].entry(y).or_insert((0.0, 0));
                    *link = (link.0 + sum, link.1 + pairs);
                }
            }
        }
        self.links[a].remove(&b);
        self.root[b] = a;
        self.wordings[a] += self.wordings[b];
    }

    /// The groups, each sorted, in the order of their first items.
    pub fn groups(&mut self) -> Vec<Vec<usize>> {
        let mut out: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for i in 0..self.root.len() {
            let root = self.find(i);
            out.entry(root).or_default().push(i);
        }
        out.into_values().collect()
    }
}

/// A pair of groups in the queue: most alike first, ties to the smaller indices.
#[derive(PartialEq)]
struct Candidate {
    mean: f32,
    a: usize,
    b: usize,
}

impl Eq for Candidate {}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.mean.total_cmp(&other.mean).then_with(|| (other.a, other.b).cmp(&(self.a, self.b)))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chain_of_likeness_does_not_join_its_ends() {
        let mut clusters = Clusters::new(3);
        clusters.link(0, 1, 1.0);
        clusters.link(1, 2, 0.9);
        clusters.link(0, 2, -3.0);
        clusters.agglomerate();
        assert_eq!(clusters.groups(), [vec![0, 1], vec![2]]);
    }

    #[test]
    fn pairs_that_were_not_compared_weigh_against_joining() {
        let mut clusters = Clusters::new(2);
        clusters.set_wordings(0, 3);
        clusters.link(0, 1, 1.0);
        clusters.agglomerate();
        assert_eq!(clusters.groups().len(), 2);
    }
}
