//! Claims within claims: what someone denies is often a claim of someone else.

use sayso_model::{Attribution, Span};

use crate::{
    cue::{CueClass, classify_listed},
    phrases::CLAIM_NOUNS,
    text::{Word, words},
};

/// Verbs of such a claim: "what Moscow claims: that …".
const CLAIM_VERBS: &[&str] =
    &["claims", "claimed", "says", "said", "alleges", "alleged", "writes", "wrote", "asserts", "asserted"];

/// A denied or doubted content that reports someone's claim gives that claim as an attribution of its own.
pub(super) fn with_nested(text: &str, a: Attribution) -> Vec<Attribution> {
    let objects =
        matches!(a.cue.and_then(|c| classify_listed(c.of(text))), Some(CueClass::Deny | CueClass::Doubt));
    let nested = a.content.iter().find_map(|c| nested(text, *c, a.score)).filter(|_| objects);
    std::iter::once(a).chain(nested).collect()
}

/// "what Moscow claims: that X", "Moscow's false claims that X", "the claims by Moscow that X".
fn nested(text: &str, content: Span, score: f32) -> Option<Attribution> {
    let all = words(content.of(text));
    let at = |w: &Word<'_>| w.span.shifted(content.start);
    let that = all.iter().position(|w| w.text == "that")?;
    let rest = Span::new(at(all.get(that + 1)?).start, content.end);
    let head = &all[..that];
    let verb = head.iter().position(|w| CLAIM_VERBS.contains(&w.lower().as_str()));
    let noun = head.iter().position(|w| CLAIM_NOUNS.contains(&w.lower().as_str()));
    let (cue, source) = match (verb, noun) {
        (Some(v), _) if head.first().is_some_and(|w| w.lower() == "what") && v > 1 => (v, &head[1..v]),
        (_, Some(n)) => (n, holder_of(head, n)?),
        _ => return None,
    };
    let source = at(source.first()?).hull(at(source.last()?));
    Some(Attribution { source: Some(source), cue: Some(at(&head[cue])), content: vec![rest], score })
}

/// Whose claim it is: the words before a possessive, or after "by".
fn holder_of<'a, 'w>(head: &'a [Word<'w>], noun: usize) -> Option<&'a [Word<'w>]> {
    if let Some(mark) = head[..noun].iter().position(|w| matches!(w.text, "'" | "’")) {
        return (mark > 0).then(|| &head[..mark]);
    }
    let by = head[noun..].iter().position(|w| w.text == "by")? + noun;
    (by + 1 < head.len()).then(|| &head[by + 1..])
}
