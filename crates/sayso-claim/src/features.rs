//! What a pair of propositions has in common and in what it differs, as numbers for the scorer.

use std::collections::{BTreeMap, BTreeSet};

use sayso_model::TimeKind;

use crate::{doer::Match, proposition::Proposition};

/// Numbers that describe a pair.
pub const FEATURES: usize = 29;

/// What each number is, in order; the training program prints the weights with these names.
pub const FEATURE_NAMES: [&str; FEATURES] = [
    "always",
    "content-cosine",
    "context-cosine",
    "stems-contained",
    "stems-jaccard",
    "names-contained",
    "names-disjoint",
    "names-one-sided",
    "doers-same",
    "doers-differ",
    "doer-asked-one-sided",
    "figures-same",
    "figures-differ",
    "figures-one-sided",
    "planned-one-sided",
    "negated-one-sided",
    "depicts-one-sided",
    "same-article",
    "short",
    "same-speaker",
    "objection-and-assertion",
    "two-objections-of-one-speaker",
    "times-differ",
    "places-differ",
    "cosine-and-stems",
    "doers-same-and-asked",
    "doers-differ-and-asked",
    "context-of-short",
    "doers-one-sided",
];

/// How telling each word and name of a case is: what stands everywhere tells nothing apart.
#[derive(Debug)]
pub(crate) struct Rarity {
    stems: BTreeMap<String, f32>,
    names: BTreeMap<String, f32>,
}

/// Wordings that are assumed to have gone before, so that in a small case no word is taken for common or rare by chance.
const BEFORE: f32 = 20.0;

impl Rarity {
    /// Counts in how many different contents each word and name stands.
    pub fn of(items: &[Proposition<'_>]) -> Self {
        let different: BTreeMap<&[String], &Proposition<'_>> =
            items.iter().map(|i| (&i.words[..], i)).collect();
        let n = different.len() as f32;
        let weights = |of: &dyn Fn(&Proposition<'_>) -> BTreeSet<String>| {
            let mut counts: BTreeMap<String, f32> = BTreeMap::new();
            for item in different.values() {
                for key in of(item) {
                    *counts.entry(key).or_default() += 1.0;
                }
            }
            // The logarithm of one in how many contents has it, scaled so that the rarest has about 1.
            counts
                .into_iter()
                .map(|(k, c)| (k, ((n + BEFORE) / (c + 1.0)).ln() / ((n + BEFORE) / 2.0).ln()))
                .collect()
        };
        Self { stems: weights(&|i| i.stems.clone()), names: weights(&|i| i.names.clone()) }
    }

    fn stem(&self, key: &str) -> f32 {
        self.stems.get(key).copied().unwrap_or(1.0)
    }

    fn name(&self, key: &str) -> f32 {
        self.names.get(key).copied().unwrap_or(1.0)
    }
}

/// Weight of what two sets share, of the lighter set, and of both together.
fn overlap(a: &BTreeSet<String>, b: &BTreeSet<String>, weight: impl Fn(&str) -> f32) -> (f32, f32) {
    let sum = |s: &BTreeSet<String>| s.iter().map(|k| weight(k)).sum::<f32>();
    let shared: f32 = a.intersection(b).map(|k| weight(k)).sum();
    let (x, y) = (sum(a), sum(b));
    let lighter = x.min(y);
    if lighter <= 0.0 { (0.0, 0.0) } else { (shared / lighter, shared / (x + y - shared)) }
}

fn yes(is: bool) -> f32 {
    f32::from(u8::from(is))
}

/// The numbers for a pair; the order of the two does not matter.
pub(crate) fn features(a: &Proposition<'_>, b: &Proposition<'_>, rarity: &Rarity) -> [f32; FEATURES] {
    let cosine = a.meaning.content.cosine(&b.meaning.content);
    let context = a.meaning.context.cosine(&b.meaning.context);
    let shortest = a.words.len().min(b.words.len());
    let (contained, jaccard) = overlap(&a.stems, &b.stems, |k| rarity.stem(k));
    let (names, _) = overlap(&a.names, &b.names, |k| rarity.name(k));
    let both_named = !a.names.is_empty() && !b.names.is_empty();
    let (same_figures, other_figures, one_figure) = figures(a, b);
    let doers = a.doers.compare(&b.doers);
    let same_doers = doers == Match::Same;
    let same_speaker = a.speaker.is_some() && a.speaker == b.speaker;
    [
        1.0,
        cosine,
        context,
        contained,
        jaccard,
        names,
        yes(both_named && a.names.is_disjoint(&b.names)),
        yes(a.names.is_empty() != b.names.is_empty()),
        yes(same_doers),
        yes(doers == Match::Differ),
        yes(a.doers.asked != b.doers.asked),
        yes(same_figures),
        yes(other_figures),
        yes(one_figure),
        yes(a.planned != b.planned),
        yes(a.negated != b.negated && a.asserts() && b.asserts()),
        yes(a.depicts != b.depicts),
        yes(a.article.id == b.article.id),
        yes(shortest <= 3),
        yes(same_speaker),
        yes(a.objects() != b.objects()),
        yes(same_speaker && a.objects() && b.objects()),
        yes(times_differ(a, b)),
        yes(places_differ(a, b)),
        cosine.max(0.0) * contained,
        yes(same_doers && a.doers.asked && b.doers.asked),
        yes(doers == Match::Differ && a.doers.asked && b.doers.asked),
        if shortest <= 4 { context } else { 0.0 },
        yes(a.doers.names.is_empty() != b.doers.names.is_empty() && !a.objects() && !b.objects()),
    ]
}

/// Whether figures of one unit agree, whether all of them differ, and whether only one content has any.
fn figures(a: &Proposition<'_>, b: &Proposition<'_>) -> (bool, bool, bool) {
    let pairs: Vec<bool> = a
        .figures()
        .flat_map(|(v, u)| b.figures().filter(move |(_, w)| u.is_some() && u == *w).map(move |(w, _)| v == w))
        .collect();
    let one = (a.figures().next().is_none()) != (b.figures().next().is_none());
    (pairs.contains(&true), !pairs.is_empty() && !pairs.contains(&true), one)
}

fn times_differ(a: &Proposition<'_>, b: &Proposition<'_>) -> bool {
    let days = |p: &Proposition<'_>| -> BTreeSet<String> {
        let dates = p.statement.times.iter().filter(|t| t.kind == TimeKind::Date);
        dates
            .filter_map(|t| t.value.clone())
            .filter(|v| v.starts_with(|c: char| c.is_ascii_digit()))
            .collect()
    };
    let (x, y) = (days(a), days(b));
    let agree = x.iter().any(|v| y.iter().any(|w| v.starts_with(w.as_str()) || w.starts_with(v.as_str())));
    !x.is_empty() && !y.is_empty() && !agree
}

fn places_differ(a: &Proposition<'_>, b: &Proposition<'_>) -> bool {
    let places = |p: &Proposition<'_>| -> BTreeSet<String> {
        p.statement.places.iter().map(|p| p.name.clone()).collect()
    };
    let (x, y) = (places(a), places(b));
    !x.is_empty() && !y.is_empty() && x.is_disjoint(&y)
}
