//! The canonical wording of a claim: the words of one of its statements, never generated.

use sayso_model::{Certainty, Evidence, Stance};

use crate::proposition::Proposition;

/// Contents with fewer words seldom say by themselves what is claimed.
const FEWEST_WORDS: usize = 5;
/// Contents with more words say more than one thing.
const MOST_WORDS: usize = 45;

/// The content that speaks best for the group: an assertion, of a readable length, most alike to all others; ties go to the
/// earlier statement in `group`.
pub(crate) fn wording(group: &[&Proposition<'_>]) -> Option<(String, Evidence)> {
    let best = group.iter().enumerate().max_by(|(i, a), (j, b)| {
        let (x, y) = (rank(a, group), rank(b, group));
        x.0.cmp(&y.0).then(x.1.total_cmp(&y.1)).then(j.cmp(i))
    })?;
    let item = best.1;
    let text = item.statement.words(&item.article.text);
    Some((tidy(&text), Evidence { article: item.article.id.clone(), span: item.statement.content_hull() }))
}

/// What counts more: that it asserts, stands alone and reads well; then how alike it is to the rest.
fn rank(item: &Proposition<'_>, group: &[&Proposition<'_>]) -> (u8, f32) {
    let asserts = matches!(item.statement.stance, Stance::Asserts | Stance::Confirms);
    let readable = (FEWEST_WORDS..=MOST_WORDS).contains(&item.words.len());
    let firm = item.statement.certainty == Certainty::Certain;
    let first = u8::from(asserts) * 4 + u8::from(readable) * 2 + u8::from(!item.waits());
    let alike: f32 = group.iter().map(|other| item.meaning.content.cosine(&other.meaning.content)).sum();
    (first, alike / group.len() as f32 + if firm { 0.02 } else { 0.0 })
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
