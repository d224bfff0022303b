//! Grouping: statements whose contents say the same, whatever their stance.
//!
//! Average linkage over the pairs that are alike enough to be candidates; pairs below that count as [`ELSEWHERE`]. The most
//! alike groups are joined first until none is alike enough. Ties go to the smaller statement id, so the result depends on
//! the statements alone and not on their order.

use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use sayso_model::{Stance, TextReuse};

use crate::{
    answer::{answers, attach_objections, attach_pointers},
    proposition::Proposition,
    similarity::similarity,
};

/// Similarity from which a pair is a candidate at all.
const CANDIDATE: f32 = 0.45;
/// Stands for the similarity of pairs below [`CANDIDATE`].
const ELSEWHERE: f32 = 0.3;
/// Mean similarity from which two groups are one claim. Chosen on the development case (see docs/accuracy.md): lower merges
/// claims about one event, higher parts paraphrases.
const SAME_CLAIM: f32 = 0.55;

/// Added to [`SAME_CLAIM`] for each doubling of the number of different wordings beyond two: in a large case there is always
/// something alike, and without this the groups of its topic grow into one.
const PER_DOUBLING: f32 = 0.02;

/// Words from which the same content is the same claim wherever it stands; "the report" or "no comment" is not.
const SAYS_ENOUGH: usize = 5;

/// Groups the propositions; each group lists indices into `items`, sorted. Every proposition is in exactly one group.
pub(crate) fn groups(items: &[Proposition<'_>], reuse: &[TextReuse]) -> Vec<Vec<usize>> {
    let answers = answers(items);
    let mut clusters = Clusters::new(items, &answers);
    clusters.join_reprints(items, reuse);
    clusters.link(items);
    clusters.agglomerate();
    let mut groups = clusters.groups();
    attach_pointers(items, &answers, &mut groups);
    attach_objections(items, &mut groups);
    groups
}

/// Groups under construction: a union-find over the items with summed similarities between the roots.
struct Clusters {
    root: Vec<usize>,
    size: Vec<usize>,
    /// Different wordings in the group of each root.
    wordings: Vec<usize>,
    /// Summed similarity over candidate pairs and their number, between root and root.
    links: Vec<BTreeMap<usize, (f32, usize)>>,
    /// Items that say nothing of their own are grouped later.
    waiting: Vec<bool>,
}

impl Clusters {
    fn new(items: &[Proposition<'_>], answers: &BTreeSet<usize>) -> Self {
        Self {
            root: (0..items.len()).collect(),
            size: vec![1; items.len()],
            wordings: vec![1; items.len()],
            links: vec![BTreeMap::new(); items.len()],
            waiting: (0..items.len()).map(|i| items[i].points_back || answers.contains(&i)).collect(),
        }
    }

    fn find(&mut self, mut at: usize) -> usize {
        while self.root[at] != at {
            self.root[at] = self.root[self.root[at]];
            at = self.root[at];
        }
        at
    }

    /// Joins statements with the same words, and those that stand in one passage shared by two articles.
    fn join_reprints(&mut self, items: &[Proposition<'_>], reuse: &[TextReuse]) {
        let mut same: BTreeMap<&[String], usize> = BTreeMap::new();
        let mut of_article: BTreeMap<&sayso_model::ArticleId, Vec<usize>> = BTreeMap::new();
        for (i, item) in items.iter().enumerate().filter(|(_, i)| !i.points_back) {
            if item.words.len() >= SAYS_ENOUGH {
                let first = *same.entry(&item.words[..]).or_insert(i);
                self.union(first, i);
            }
            of_article.entry(&item.article.id).or_default().push(i);
        }
        self.join_denials(items, &of_article);
        for pair in reuse {
            let (Some(a), Some(b)) = (of_article.get(&pair.first), of_article.get(&pair.second)) else {
                continue;
            };
            for passage in &pair.passages {
                let within =
                    |i: &&usize, span: sayso_model::Span| span.contains(items[**i].statement.content_hull());
                for &i in a.iter().filter(|i| within(i, passage.first)) {
                    for &j in b.iter().filter(|j| within(j, passage.second)) {
                        if same_place(&items[i], &items[j], passage) {
                            self.union(i, j);
                        }
                    }
                }
            }
        }
    }

    /// Joins what one speaker denies in one article: a denial is repeated in other words far more often than a second thing is
    /// denied by the same speaker in the same breath.
    fn join_denials(
        &mut self,
        items: &[Proposition<'_>],
        of_article: &BTreeMap<&sayso_model::ArticleId, Vec<usize>>,
    ) {
        for own in of_article.values() {
            let mut first: BTreeMap<&sayso_model::ActorId, usize> = BTreeMap::new();
            for &i in own.iter().filter(|&&i| items[i].statement.stance == Stance::Denies) {
                let answers = self.waiting[i];
                // "denied what Brenn claims: that X": the claim within the denial is what is denied.
                let within = |j: &&usize| {
                    **j != i
                        && items[i].statement.content_hull().contains(items[**j].statement.content_hull())
                };
                own.iter().filter(within).for_each(|&j| self.union(i, j));
                let Some(speaker) = items[i].speaker.filter(|_| !answers) else { continue };
                let head = *first.entry(speaker).or_insert(i);
                if similarity(&items[head], &items[i]) >= CANDIDATE {
                    self.union(head, i);
                }
            }
        }
    }

    fn union(&mut self, a: usize, b: usize) {
        let (a, b) = (self.find(a), self.find(b));
        if a != b {
            let (keep, gone) = (a.min(b), a.max(b));
            self.root[gone] = keep;
            self.size[keep] += self.size[gone];
        }
    }

    /// Sums the similarities between the groups of reprints.
    fn link(&mut self, items: &[Proposition<'_>]) {
        let roots: Vec<usize> = (0..items.len()).map(|i| self.find(i)).collect();
        let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for i in (0..items.len()).filter(|&i| !self.waiting[i]) {
            // Reprints have nearly the same words: one of each wording stands for all.
            let group = members.entry(roots[i]).or_default();
            if !group.iter().any(|&j| items[j].words == items[i].words) {
                group.push(i);
            }
        }
        for (&root, group) in &members {
            self.wordings[root] = group.len();
        }
        let heads: Vec<(&usize, &Vec<usize>)> = members.iter().collect();
        for (n, (a, left)) in heads.iter().enumerate() {
            for (b, right) in &heads[n + 1..] {
                let pairs = left.iter().flat_map(|&i| right.iter().map(move |&j| (i, j)));
                let sum: f32 = pairs.map(|(i, j)| similarity(&items[i], &items[j])).sum();
                let mean = sum / (left.len() * right.len()) as f32;
                if mean >= CANDIDATE {
                    let pairs = self.size[**a] * self.size[**b];
                    self.links[**a].insert(**b, (mean * pairs as f32, pairs));
                    self.links[**b].insert(**a, (mean * pairs as f32, pairs));
                }
            }
        }
    }

    fn mean(&self, a: usize, b: usize) -> f32 {
        let (sum, pairs) = self.links[a].get(&b).copied().unwrap_or((0.0, 0));
        let all = self.size[a] * self.size[b];
        (sum + (all - pairs) as f32 * ELSEWHERE) / all as f32
    }

    /// How far two groups are alike beyond what is asked of groups of their size; negative where they are not one claim.
    fn margin(&self, a: usize, b: usize) -> f32 {
        let doublings = ((self.wordings[a] + self.wordings[b]) as f32 / 2.0).log2();
        self.mean(a, b) - SAME_CLAIM - PER_DOUBLING * doublings
    }

    /// The pair as a candidate where the two groups are alike enough; others come again when either grows.
    fn candidate(&self, a: usize, b: usize) -> Option<Candidate> {
        let margin = self.margin(a, b);
        (margin >= 0.0).then(|| Candidate::new(margin, a, b))
    }

    /// Joins the most alike groups first until none is alike enough.
    fn agglomerate(&mut self) {
        let mut queue = BinaryHeap::new();
        for a in 0..self.links.len() {
            for &b in self.links[a].keys().filter(|&&b| a < b) {
                queue.extend(self.candidate(a, b));
            }
        }
        while let Some(best) = queue.pop() {
            let stale = self.root[best.a] != best.a
                || self.root[best.b] != best.b
                || self.margin(best.a, best.b) != best.margin;
            if !stale {
                self.absorb(best.a, best.b);
                for &other in self.links[best.a].keys() {
                    let (x, y) = (best.a.min(other), best.a.max(other));
                    queue.extend(self.candidate(x, y));
                }
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
        self.size[a] += self.size[b];
        self.wordings[a] += self.wordings[b];
    }

    fn groups(&mut self) -> Vec<Vec<usize>> {
        let mut out: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for i in 0..self.root.len() {
            let root = self.find(i);
            out.entry(root).or_default().push(i);
        }
        out.into_values().collect()
    }
}

/// Whether two contents begin within a few bytes of the same place of a shared passage.
fn same_place(a: &Proposition<'_>, b: &Proposition<'_>, passage: &sayso_model::SharedPassage) -> bool {
    let offset = |start: usize, from: usize| start.saturating_sub(from);
    let (x, y) = (
        offset(a.statement.content_hull().start, passage.first.start),
        offset(b.statement.content_hull().start, passage.second.start),
    );
    // Small edits within a passage shift what follows; contents of one sentence are farther apart than this.
    x.abs_diff(y) <= 12 && similarity(a, b) >= CANDIDATE
}

/// A pair of groups in the queue: most alike first, ties to the smaller indices.
#[derive(PartialEq)]
struct Candidate {
    margin: f32,
    a: usize,
    b: usize,
}

impl Candidate {
    fn new(margin: f32, a: usize, b: usize) -> Self {
        Self { margin, a, b }
    }
}

impl Eq for Candidate {}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.margin.total_cmp(&other.margin).then_with(|| (other.a, other.b).cmp(&(self.a, self.b)))
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
    use sayso_model::{Article, Embedding, Statement};
    use sayso_testkit::{article, statement};

    fn grouped(texts: &[(&Article, Statement, Embedding)]) -> Vec<Vec<usize>> {
        let items: Vec<Proposition<'_>> = texts.iter().map(|(a, s, e)| Proposition::new(s, a, e)).collect();
        groups(&items, &[])
    }

    fn towards(x: f32, y: f32) -> Embedding {
        Embedding::normalised(vec![x, y])
    }

    #[test]
    fn alike_contents_are_one_claim_and_unlike_ones_are_not() {
        let a = article("a", "She said the pier fell. He said the pier collapsed. They said taxes rose.");
        let texts = [
            (&a, statement(&a, "She", "said", "the pier fell"), towards(1.0, 0.0)),
            (&a, statement(&a, "He", "said", "the pier collapsed"), towards(1.0, 0.3)),
            (&a, statement(&a, "They", "said", "taxes rose"), towards(0.0, 1.0)),
        ];
        assert_eq!(grouped(&texts), [vec![0, 1], vec![2]]);
    }

    #[test]
    fn a_rebuttal_that_points_back_joins_what_was_said_before() {
        let a = article("a", "She said the pier fell. It is complete fiction, he said.");
        let mut denial = statement(&a, "he", "said", "It is complete fiction");
        denial.stance = Stance::Denies;
        denial.actor = Some(sayso_model::ActorId::derive("person", "he"));
        let texts = [
            (&a, statement(&a, "She", "said", "the pier fell"), towards(1.0, 0.0)),
            (&a, denial, towards(0.0, 1.0)),
        ];
        assert_eq!(grouped(&texts), [vec![0, 1]]);
    }

    #[test]
    fn a_denial_in_fewer_words_joins_what_it_denies() {
        let a = article(
            "a",
            "The port said up to 40 drums of solvent were lost at sea. The owner denied that any drums were lost.",
        );
        let mut denial = statement(&a, "The owner", "denied", "that any drums were lost");
        denial.stance = Stance::Denies;
        let texts = [
            (
                &a,
                statement(&a, "The port", "said", "up to 40 drums of solvent were lost at sea"),
                towards(1.0, 0.0),
            ),
            (&a, denial, towards(0.0, 1.0)),
        ];
        assert_eq!(grouped(&texts), [vec![0, 1]]);
    }

    #[test]
    fn a_chain_of_likeness_does_not_join_its_ends() {
        let a = article("a", "A said one thing. B said two things. C said three things.");
        let texts = [
            (&a, statement(&a, "A", "said", "one thing"), towards(1.0, 0.0)),
            (&a, statement(&a, "B", "said", "two things"), towards(1.0, 1.0)),
            (&a, statement(&a, "C", "said", "three things"), towards(0.0, 1.0)),
        ];
        assert_eq!(grouped(&texts).len(), 2);
    }
}
