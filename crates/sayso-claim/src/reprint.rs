//! What is joined for certain: the same words, the same place in text that two articles share, and a claim within its denial.

use rustc_hash::FxHashMap;
use sayso_model::{ArticleId, SharedPassage, Span, Stance, TextReuse};

use crate::{cluster::Clusters, compared::Compared, proposition::Proposition};

/// Words from which the same content is the same claim wherever it stands; "the report" or "no comment" is not.
const SAYS_ENOUGH: usize = 5;
/// Bytes by which small edits within a passage shift what follows; contents of one sentence are farther apart.
const SHIFT: usize = 12;
/// Cosine that two contents at one place must at least have: a changed word leaves them far above it.
const SAME_PLACE: f32 = 0.45;

/// Joins reprints, and denials with the claims that they quote.
pub(crate) fn join(clusters: &mut Clusters, case: &Compared<'_>, reuse: &[TextReuse]) {
    let items = case.items;
    let mut same: FxHashMap<u32, usize> = FxHashMap::default();
    let mut of_article: FxHashMap<&ArticleId, Vec<usize>> = FxHashMap::default();
    for (i, item) in items.iter().enumerate() {
        if item.words.len() >= SAYS_ENOUGH && !item.waits() {
            let first = *same.entry(case.traits[i].words).or_insert(i);
            clusters.union(first, i);
        }
        of_article.entry(&item.article.id).or_default().push(i);
    }
    for own in of_article.values() {
        join_quoted(clusters, items, own);
    }
    for pair in reuse {
        let (Some(a), Some(b)) = (of_article.get(&pair.first), of_article.get(&pair.second)) else {
            continue;
        };
        for passage in &pair.passages {
            join_passage(clusters, items, (a, b), passage);
        }
    }
}

/// "denied what Brenn claims: that X": the claim within the denial is what is denied.
fn join_quoted(clusters: &mut Clusters, items: &[Proposition<'_>], own: &[usize]) {
    let objections =
        own.iter().filter(|&&i| matches!(items[i].statement.stance, Stance::Denies | Stance::Doubts));
    for &i in objections {
        let hull = items[i].statement.content_hull();
        let within = |j: &&usize| {
            **j != i && items[**j].asserts() && hull.contains(items[**j].statement.content_hull())
        };
        own.iter().filter(within).for_each(|&j| clusters.union(i, j));
    }
}

fn join_passage(
    clusters: &mut Clusters,
    items: &[Proposition<'_>],
    (a, b): (&[usize], &[usize]),
    passage: &SharedPassage,
) {
    let hull = |i: usize| items[i].statement.content_hull();
    let within = |i: usize, span: Span| span.contains(hull(i));
    for &i in a.iter().filter(|&&i| within(i, passage.first)) {
        for &j in b.iter().filter(|&&j| within(j, passage.second)) {
            let (x, y) = (
                hull(i).start.saturating_sub(passage.first.start),
                hull(j).start.saturating_sub(passage.second.start),
            );
            let alike = items[i].meaning.content.cosine(&items[j].meaning.content) >= SAME_PLACE;
            if x.abs_diff(y) <= SHIFT && (alike || items[i].words == items[j].words) {
                clusters.union(i, j);
            }
        }
    }
}
