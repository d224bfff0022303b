//! What a pair of propositions has in common and in what it differs, as numbers for the scorer.

use sayso_model::TimeKind;

use crate::{compared::Compared, doer::Match, proposition::Proposition, telling::Overlap};

/// Numbers that describe a pair.
pub const FEATURES: usize = 25;

/// What each number is, in order; the training program prints the weights with these names.
pub const FEATURE_NAMES: [&str; FEATURES] = [
    "always",
    "content-cosine",
    "context-cosine",
    "stems-contained",
    "names-disjoint",
    "doers-same",
    "doers-differ",
    "doer-asked-one-sided",
    "figures-same",
    "figures-differ",
    "figures-one-sided",
    "planned-one-sided",
    "negated-one-sided",
    "depicts-one-sided",
    "short",
    "same-speaker",
    "objection-and-assertion",
    "two-objections-of-one-speaker",
    "cosine-and-stems",
    "doers-same-and-asked",
    "doers-differ-and-asked",
    "context-of-short",
    "doers-one-sided",
    "values-same",
    "values-differ",
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
pub(crate) const COSINE_AND_STEMS: usize = 18;
/// The place of the share of stems that one has of the other.
pub(crate) const STEMS_CONTAINED: usize = 3;

/// Adds the numbers that come from how alike the contents are.
pub(crate) fn add_contents(case: &Compared<'_>, i: usize, j: usize, numbers: &mut [f32; FEATURES]) {
    // Below nought is unlike, more or less: that keeps what it can add small for the pairs that are left early.
    let cosine = case.nearness.of_contents(i, j).max(0.0);
    numbers[CONTENT_COSINE] = cosine;
    numbers[COSINE_AND_STEMS] = cosine * numbers[STEMS_CONTAINED];
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
    let (same_figures, other_figures) =
        if a.has_figures && b.has_figures { figures(whole()) } else { (false, false) };
    let (same_values, other_values) =
        if a.has_figures && b.has_figures { values(whole()) } else { (false, false) };
    let doers = if a.has_doers && b.has_doers { doers(whole()) } else { Match::Open };
    let same_doers = doers == Match::Same;
    let same_speaker = a.speaker.is_some() && a.speaker == b.speaker;
    [
        1.0,
        0.0,
        context,
        stems.contained,
        yes(case.names.are_disjoint(i, j)),
        yes(same_doers),
        yes(doers == Match::Differ),
        yes(a.asked != b.asked),
        yes(same_figures),
        yes(other_figures),
        yes(a.has_figures != b.has_figures),
        yes(a.planned != b.planned),
        yes(a.negated != b.negated && a.asserts && b.asserts),
        yes(a.depicts != b.depicts),
        yes(shortest <= 3),
        yes(same_speaker),
        yes(a.objects != b.objects),
        yes(same_speaker && a.objects && b.objects),
        0.0,
        yes(same_doers && a.asked && b.asked),
        yes(doers == Match::Differ && a.asked && b.asked),
        if shortest <= 4 { context } else { 0.0 },
        yes(a.has_doers != b.has_doers && !a.objects && !b.objects),
        yes(same_values),
        yes(other_values),
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

/// Numbers up to this one are often the same by chance.
const OFTEN: f64 = 10.0;

/// Whether both tell numbers that are seldom the same by chance, whatever they count ("83 patients", "83 people were treated"): whether one is the same,
/// and whether none is.
fn values((a, b): Pair<'_, '_>) -> (bool, bool) {
    let (mut any, mut agree) = (false, false);
    for (v, _) in a.figures().filter(|(v, _)| *v > OFTEN) {
        for (w, _) in b.figures().filter(|(w, _)| *w > OFTEN) {
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
