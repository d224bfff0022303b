//! Claims that bear on one another without being one: what contradicts, what speaks of a part, what says more.
//!
//! Only plain signs count: another figure of the same unit, another doer of the same deed, "3,000 of the 12,000", the same words and
//! more. Whoever looks at a claim sees these beside it; nothing follows from them.

use rayon::prelude::*;
use sayso_model::{Claim, ClaimId, Evidence, Quantity, Reason, RelatedClaim, RelatedKind, Relation};

use crate::{compared::Compared, doer::Match, features, proposition::Proposition, telling::Overlap};

/// Share of the lighter content's telling words that the other must have to be about the same.
const SAME_MATTER: f32 = 0.6;
/// The same where both say who did it: the deed may be told in other words.
const SAME_DEED: f32 = 0.25;
/// The same where both have figures of one unit, which is a word in common already.
const SAME_COUNT: f32 = 0.4;
/// Share from which it says all that the other says.
const SAYS_ALL: f32 = 0.85;
/// How much more it must say: less is a paraphrase.
const SAYS_MORE: f32 = 1.2;
/// Likeness of the contents in their contexts below which shared words are chance.
const SAME_CONTEXT: f32 = 0.45;
/// Telling words without which a content is too short to be entailed by anything.
const FEWEST_WORDS: usize = 3;
/// Bytes before a content within which "Of these," opens its sentence.
const OPENING: usize = 24;

/// Whether the two, whose words overlap as given, share enough to be looked at.
pub(crate) fn may_bear_on(case: &Compared<'_>, i: usize, j: usize, stems: Overlap) -> bool {
    let (a, b) = (&case.traits[i], &case.traits[j]);
    let least = match () {
        () if a.asked && b.asked && a.has_doers && b.has_doers => SAME_DEED,
        () if a.has_figures && b.has_figures => SAME_COUNT,
        () => SAME_MATTER,
    };
    stems.contained >= least
}

/// Tells each claim which others bear on it; `near` are pairs of items that share enough words to be looked at, `claim_of` is the place of
/// each item's claim.
pub(crate) fn relate(
    case: &Compared<'_>,
    near: &[(usize, usize)],
    claim_of: &[Option<usize>],
    claims: &mut [Claim],
) {
    let found = near.par_iter().flat_map_iter(|&(i, j)| {
        let apart = claim_of[i].zip(claim_of[j]).filter(|(a, b)| a != b);
        apart.into_iter().flat_map(move |(a, b)| {
            [(a, b, i, j), (b, a, j, i)].into_iter().filter_map(move |(from, to, i, j)| {
                relation(case, i, j).map(|(kind, text)| ((from, to), kind, text, (i, j)))
            })
        })
    });
    let mut found: Vec<_> = found.collect();
    // Of several signs between two claims the one that says most counts, and of these the first.
    found.sort_by_key(|(claims, kind, ..)| (*claims, *kind));
    found.dedup_by_key(|(claims, ..)| *claims);
    let ids: Vec<ClaimId> = claims.iter().map(|c| c.id.clone()).collect();
    for ((from, to), kind, text, (i, j)) in found {
        let reason = Reason::with(text, vec![words(&case.items[i]), words(&case.items[j])]);
        for (here, there, kind) in [(from, to, kind), (to, from, kind.inverse())] {
            let other = RelatedClaim { claim: ids[there].clone(), kind, reasons: vec![reason.clone()] };
            if !claims[here].related.iter().any(|r| r.claim == other.claim && r.kind == kind) {
                claims[here].related.push(other);
            }
        }
    }
    for claim in claims {
        claim.related.sort_by(|a, b| (a.kind, &a.claim).cmp(&(b.kind, &b.claim)));
    }
}

fn words(item: &Proposition<'_>) -> Evidence {
    Evidence::in_text(&item.article.id, item.statement.content_hull())
}

/// What the content of `i` does to that of `j`, and why.
fn relation(case: &Compared<'_>, i: usize, j: usize) -> Option<(RelatedKind, String)> {
    let (a, b) = (&case.items[i], &case.items[j]);
    let alike = case.nearness.of_contexts(i, j) >= SAME_CONTEXT;
    if a.waits() || b.waits() || !alike || features::times_differ((a, b)) {
        return None;
    }
    if let Some(text) = part_of(a, b) {
        return Some((RelatedKind::Specialises, text));
    }
    other_doer(a, b)
        .or_else(|| other_figure(a, b))
        .map(|text| (RelatedKind::Contradicts, text))
        .or_else(|| says_more(case, i, j).map(|text| (RelatedKind::Entails, text)))
}

/// "Aldoria was behind it" against "Brenn was behind it".
fn other_doer(a: &Proposition<'_>, b: &Proposition<'_>) -> Option<String> {
    let deeds = a.doers.asked && b.doers.asked && !a.negated && !b.negated;
    (deeds && a.doers.compare(&b.doers) == Match::Differ)
        .then(|| "both say who did it, and they name different ones".to_owned())
}

/// Another figure for the same count, where neither is a part of anything and nothing else differs.
fn other_figure(a: &Proposition<'_>, b: &Proposition<'_>) -> Option<String> {
    let same_kind = a.planned == b.planned && a.negated == b.negated && !features::places_differ((a, b));
    let one_matter = a.names.is_subset(&b.names) || b.names.is_subset(&a.names);
    if !same_kind || !one_matter || a.doers.compare(&b.doers) == Match::Differ {
        return None;
    }
    let (x, y) = same_unit(a, b)?;
    let apart =
        x.low.zip(y.high).is_some_and(|(l, h)| l > h) || y.low.zip(x.high).is_some_and(|(l, h)| l > h);
    let whole = !is_part(a, x) && !is_part(b, y);
    let (before, after) = (x.span.of(&a.article.text), y.span.of(&b.article.text));
    (apart && whole).then(|| format!("“{before}” against “{after}”"))
}

/// The figures of one unit, where each content has one of it.
fn same_unit<'q>(a: &'q Proposition<'_>, b: &'q Proposition<'_>) -> Option<(&'q Quantity, &'q Quantity)> {
    let of = |p: &'q Proposition<'_>, unit: &str| {
        let mut all = p.statement.quantities.iter().filter(|q| q.unit.as_deref() == Some(unit));
        all.next().filter(|_| all.next().is_none())
    };
    a.statement
        .quantities
        .iter()
        .filter_map(|q| q.unit.as_deref())
        .find_map(|unit| of(a, unit).zip(of(b, unit)))
}

/// "3,000 of the 12,000 soldiers", "Of these, around 3,000": a smaller figure out of the other's, which does not tell it.
pub(crate) fn part_of(a: &Proposition<'_>, b: &Proposition<'_>) -> Option<String> {
    // What is counted comes in whole numbers: "one of them" is no part of a magnitude of 2.3.
    let counted = |y: &Quantity| y.unit.is_some() && y.high.or(y.low).is_some_and(|v| v.fract() == 0.0);
    let smaller = |x: &Quantity, y: &Quantity| {
        let same = x.unit.is_none() || x.unit == y.unit;
        same && counted(y) && x.high.or(x.low).zip(y.high.or(y.low)).is_some_and(|(v, w)| v < w)
    };
    let part = a.statement.quantities.iter().find(|x| is_part(a, x))?;
    let whole = b.statement.quantities.iter().find(|y| smaller(part, y) && !is_part(b, y))?;
    let (less, more) = (part.span.of(&a.article.text), whole.span.of(&b.article.text));
    (a.negated == b.negated).then(|| format!("“{less}” is a part of “{more}”"))
}

/// Whether any figure of the content is told as a part.
pub(crate) fn has_part(item: &Proposition<'_>) -> bool {
    item.statement.quantities.iter().any(|q| is_part(item, q))
}

/// Whether the figure is told as a part: "3,000 of the 12,000", "Of these, some 3,000".
fn is_part(item: &Proposition<'_>, quantity: &Quantity) -> bool {
    let text = &item.article.text;
    let hull = item.statement.content_hull();
    let opening = text.floor_char_boundary(hull.start.saturating_sub(OPENING));
    let before = text[opening..quantity.span.start.max(opening)].to_lowercase();
    let after = &text[quantity.span.end..];
    let own = quantity.span.of(text);
    let of = ["of the ", "of these", "of those", "of them"];
    let opens = ["of these, ", "of those, ", "of them, ", "of the "].iter().any(|o| before.contains(o));
    quantity.relation != Relation::Up
        && (of.iter().any(|o| after.trim_start().starts_with(o) || own.contains(o)) || opens)
}

/// All that the other says, and more.
fn says_more(case: &Compared<'_>, i: usize, j: usize) -> Option<String> {
    let (a, b) = (&case.items[i], &case.items[j]);
    let (mine, theirs) = (case.stems.weight(i), case.stems.weight(j));
    let all = case.stems.overlap(i, j).contained >= SAYS_ALL && b.stems.len() >= FEWEST_WORDS;
    let more = mine >= SAYS_MORE * theirs;
    let names = b.names.is_subset(&a.names) && b.doers.names.is_subset(&a.doers.names);
    let figures = b.figures().all(|f| a.figures().any(|g| f == g));
    let same = a.planned == b.planned
        && a.negated == b.negated
        && a.depicts == b.depicts
        && a.doers.asked == b.doers.asked;
    (all && more && names && figures && same)
        .then(|| "it has all the words of the other that tell anything, and more".to_owned())
}
