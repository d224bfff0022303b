//! The canonical wording of a claim: the words of one of its statements, never generated.

use sayso_model::{Certainty, EMBEDDING_WIDTH, Evidence, Stance};

use crate::proposition::Proposition;

/// Contents with fewer words seldom say by themselves what is claimed.
const FEWEST_WORDS: usize = 5;
/// Contents with more words say more than one thing.
const MOST_WORDS: usize = 45;

/// Likenesses that differ by less than one in this many are even.
const EVEN: f32 = 10_000.0;

/// The content that speaks best for the group: an assertion, of a readable length, most alike to all others; ties go to the
/// earlier statement in `group`.
pub(crate) fn wording(group: &[&Proposition<'_>]) -> Option<(String, Evidence)> {
    // The likeness to all of them is that to their sum.
    let sum = sum(group);
    let ranks: Vec<(u8, f32)> = group.iter().map(|item| rank(item, &sum, group.len())).collect();
    let best = (0..group.len()).max_by(|&i, &j| {
        ranks[i].0.cmp(&ranks[j].0).then(ranks[i].1.total_cmp(&ranks[j].1)).then(j.cmp(&i))
    })?;
    let item = group[best];
    let text = item.statement.words(&item.article.text);
    Some((tidy(&text), Evidence::in_text(&item.article.id, item.statement.content_hull())))
}

fn sum(group: &[&Proposition<'_>]) -> Vec<f32> {
    let mut sum = vec![0.0; EMBEDDING_WIDTH];
    for item in group {
        sum.iter_mut().zip(item.meaning.content.values()).for_each(|(s, v)| *s += v);
    }
    sum
}

/// What counts more: that it asserts, stands alone and reads well; then how alike it is to the rest.
fn rank(item: &Proposition<'_>, sum: &[f32], size: usize) -> (u8, f32) {
    let asserts = matches!(item.statement.stance, Stance::Asserts | Stance::Confirms);
    let readable = (FEWEST_WORDS..=MOST_WORDS).contains(&item.words.len());
    let firm = item.statement.certainty == Certainty::Certain;
    let first = u8::from(asserts) * 4 + u8::from(readable) * 2 + u8::from(!item.waits());
    let alike: f32 = sum.iter().zip(item.meaning.content.values()).map(|(s, v)| s * v).sum();
    // Sums differ in their last digits with the order of their parts; so little decides nothing.
    let alike = (alike / size as f32 * EVEN).round() / EVEN;
    (first, alike + if firm { 0.02 } else { 0.0 })
}

/// The words on one line, without quotation marks or commas at their ends.
fn tidy(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let inner = line.trim_matches(|c: char| matches!(c, '"' | '“' | '”' | ',' | ' ' | ';' | ':'));
    // "said *that* the pier fell": the conjunction belongs to the saying.
    let inner = inner.strip_prefix("that ").unwrap_or(inner);
    // A mark within that lost its partner at the end is given it back.
    if inner.matches('“').count() > inner.matches('”').count() {
        format!("{inner}”")
    } else {
        inner.to_owned()
    }
}
