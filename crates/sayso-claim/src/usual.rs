//! How alike a content is to the others of its case as a rule: in a case on one event all are somewhat alike, in a case on many few are, and what lies
//! above that tells more than likeness alone.

use sayso_model::Embedding;

use crate::{proposition::Proposition, wordings::Wordings};

/// Others that are assumed to have gone before, so that in a small case no content is taken for a usual or an unusual one by chance.
const BEFORE: f32 = 20.0;
/// How alike these are: about as pairs of the development case and of the sample case are on average.
const ALIKE: f32 = 0.25;

/// The mean likeness of each item, with what stands around it, to the other wordings of the case. The mean of the cosines is the cosine with the
/// sum, so that no pair is looked at.
pub(crate) fn usual_likeness(items: &[Proposition<'_>], wordings: &Wordings) -> Vec<f32> {
    let mut sum: Vec<f32> = Vec::new();
    for (_, item) in items.iter().enumerate().filter(|(i, _)| wordings.is_last(*i)) {
        add(&mut sum, &item.meaning.context);
    }
    let others = wordings.len().saturating_sub(1) as f32;
    // Its own wording is in the sum, alike by 1.
    let mean = |own: &Embedding| (dot(own.values(), &sum) - 1.0 + BEFORE * ALIKE) / (others + BEFORE);
    items.iter().map(|item| mean(&item.meaning.context)).collect()
}

fn add(sum: &mut Vec<f32>, embedding: &Embedding) {
    sum.resize(embedding.values().len(), 0.0);
    sum.iter_mut().zip(embedding.values()).for_each(|(sum, v)| *sum += v);
}

fn dot(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use sayso_model::Embedding;
    use sayso_testkit::{article, statement};

    use super::*;
    use crate::Meaning;

    #[test]
    fn the_mean_is_that_over_all_other_wordings_and_those_before() {
        let a = article("a", "She said the pier fell. He said taxes rose. They said it rained.");
        let said = [("She", "the pier fell"), ("He", "taxes rose"), ("They", "it rained")];
        let statements = said.map(|(who, what)| statement(&a, who, "said", what));
        let meanings =
            [[1.0, 0.0], [0.6, 0.8], [0.0, 1.0]].map(|v| Meaning::from(Embedding::normalised(v.to_vec())));
        let items: Vec<Proposition<'_>> = (statements.iter().zip(&meanings))
            .map(|(s, m)| Proposition::new(s, &a, m, &BTreeSet::new(), |_| None))
            .collect();
        let found = usual_likeness(&items, &Wordings::of(&items));
        let expected = [0.6, 0.6 + 0.8, 0.8].map(|sum| (sum + 20.0 * 0.25) / 22.0);
        for (usual, expected) in found.iter().zip(expected) {
            assert!((usual - expected).abs() < 1e-5, "{usual} {expected}");
        }
    }
}
