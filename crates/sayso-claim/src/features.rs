//! What a pair of propositions has in common and in what it differs, as numbers for the scorer.

use sayso_model::TimeKind;

use crate::{compared::Compared, doer::Match, proposition::Proposition, telling::Overlap};

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

fn yes(is: bool) -> f32 {
    f32::from(u8::from(is))
}

/// The numbers for a pair; the order of the two does not matter.
pub(crate) fn features(case: &Compared<'_>, i: usize, j: usize) -> [f32; FEATURES] {
    let mut out = features_of_surroundings(case, i, j, case.stems.overlap(i, j));
    add_contents(case, i, j, &mut out);
    out
}

/// Places of the numbers that come from how alike the contents are.
pub(crate) const CONTENT_COSINE: usize = 1;
pub(crate) const COSINE_AND_STEMS: usize = 24;
/// The place of the share of stems that one has of the other.
pub(crate) const STEMS_CONTAINED: usize = 3;

/// Adds the numbers that come from how alike the contents are.
pub(crate) fn add_contents(case: &Compared<'_>, i: usize, j: usize, numbers: &mut [f32; FEATURES]) {
    let cosine = case.nearness.of_contents(i, j);
    numbers[CONTENT_COSINE] = cosine;
    numbers[COSINE_AND_STEMS] = cosine.max(0.0) * numbers[STEMS_CONTAINED];
}

/// The numbers without those that come from how alike the contents are, which are 0: looking these up takes about as long as all else, and most
/// pairs are unlike without.
pub(crate) fn features_of_surroundings(
    case: &Compared<'_>,
    i: usize,
    j: usize,
    stems: Overlap,
) -> [f32; FEATURES] {
    let (a, b) = (&case.traits[i], &case.traits[j]);
    let whole = || (&case.items[i], &case.items[j]);
    let context = case.nearness.of_contexts(i, j);
    let shortest = a.length.min(b.length);
    let names = case.names.overlap(i, j).contained;
    let (same_figures, other_figures) =
        if a.has_figures && b.has_figures { figures(whole()) } else { (false, false) };
    let doers = if a.has_doers && b.has_doers { doers(whole()) } else { Match::Open };
    let same_doers = doers == Match::Same;
    let same_speaker = a.speaker.is_some() && a.speaker == b.speaker;
    [
        1.0,
        0.0,
        context,
        stems.contained,
        stems.jaccard,
        names,
        yes(case.names.are_disjoint(i, j)),
        yes(a.has_names != b.has_names),
        yes(same_doers),
        yes(doers == Match::Differ),
        yes(a.asked != b.asked),
        yes(same_figures),
        yes(other_figures),
        yes(a.has_figures != b.has_figures),
        yes(a.planned != b.planned),
        yes(a.negated != b.negated && a.asserts && b.asserts),
        yes(a.depicts != b.depicts),
        yes(a.article == b.article),
        yes(shortest <= 3),
        yes(same_speaker),
        yes(a.objects != b.objects),
        yes(same_speaker && a.objects && b.objects),
        yes(a.has_dates && b.has_dates && times_differ(whole())),
        yes(a.has_places && b.has_places && places_differ(whole())),
        0.0,
        yes(same_doers && a.asked && b.asked),
        yes(doers == Match::Differ && a.asked && b.asked),
        if shortest <= 4 { context } else { 0.0 },
        yes(a.has_doers != b.has_doers && !a.objects && !b.objects),
    ]
}

pub(crate) type Pair<'p, 'a> = (&'p Proposition<'a>, &'p Proposition<'a>);

fn doers((a, b): Pair<'_, '_>) -> Match {
    a.doers.compare(&b.doers)
}

/// Whether figures of one unit agree, and whether all of them differ.
fn figures((a, b): Pair<'_, '_>) -> (bool, bool) {
    let (mut any, mut agree) = (false, false);
    for (v, u) in a.figures().filter(|(_, u)| u.is_some()) {
        for (w, _) in b.figures().filter(|(_, other)| *other == u) {
            any = true;
            agree |= v == w;
        }
    }
    (agree, any && !agree)
}

/// Whether both tell dates and none of one is, or lies within, one of the other.
pub(crate) fn times_differ((a, b): Pair<'_, '_>) -> bool {
    let agree = |x: &str| days(b).any(|y| x.starts_with(y) || y.starts_with(x));
    days(a).next().is_some() && days(b).next().is_some() && !days(a).any(agree)
}

fn days<'p>(p: &'p Proposition<'_>) -> impl Iterator<Item = &'p str> {
    let dates = p.statement.times.iter().filter(|t| t.kind == TimeKind::Date);
    dates.filter_map(|t| t.value.as_deref()).filter(|v| v.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether both name places and none of them is one.
pub(crate) fn places_differ((a, b): Pair<'_, '_>) -> bool {
    let (x, y) = (&a.statement.places, &b.statement.places);
    !x.is_empty() && !y.is_empty() && !x.iter().any(|p| y.iter().any(|q| p.name == q.name))
}
