//! Who is called by another rank: a colonel who becomes a general in the headline.

use sayso_model::{DriftKind, Reason, Span};

use crate::proposition::Proposition;

/// Ranks and offices of which one person holds one at a time, each with the forms that it is written in. Words that name a whole kind
/// ("officer", "official", "leader") are no ranks.
const RANKS: &[&[&str]] = &[
    &["private", "pvt"],
    &["corporal", "cpl"],
    &["sergeant", "sgt"],
    &["lieutenant", "lt"],
    &["captain", "capt"],
    &["major", "maj"],
    &["colonel", "col"],
    &["general", "gen"],
    &["admiral", "adm"],
    &["commander", "cmdr"],
    &["president"],
    &["chancellor"],
    &["minister"],
    &["governor", "gov"],
    &["mayor"],
    &["senator", "sen"],
    &["ambassador"],
    &["prosecutor"],
    &["judge"],
];
/// Words after which "general" is no rank, and before which other ranks are none.
const NO_RANK: &[&str] =
    &["attorney", "secretary", "director", "inspector", "consul", "surgeon", "solicitor"];
/// Words that make a rank another one: they count together with it.
const LESSER: &[&str] = &[
    "deputy",
    "vice",
    "former",
    "ex",
    "under",
    "acting",
    "lieutenant",
    "lt",
    "brigadier",
    "maj",
    "major",
    "rear",
];

/// The article gives a doer one rank, its headline another.
pub(crate) fn other_rank(below: &Proposition<'_>, over: &Proposition<'_>) -> Option<(DriftKind, Reason)> {
    let (here, there) = (ranks(below), ranks(over));
    let [(before, first)] = here[..] else { return None };
    let [(after, second)] = there[..] else { return None };
    if before == after {
        return None;
    }
    let text = format!("“{}” became “{}”", first.of(&below.article.text), second.of(&over.article.text));
    Some((DriftKind::ActorChanged, Reason::with(text, vec![below.evidence(first), over.evidence(second)])))
}

/// The ranks in a content, by number, with their words. A rank of two words counts as none: which of them is the rank is not known.
fn ranks(p: &Proposition<'_>) -> Vec<(usize, Span)> {
    let mut out = Vec::new();
    for part in &p.statement.content {
        let words: Vec<Span> = words(p.article.text.get(part.start..part.end).unwrap_or(""), part.start);
        let lower = |span: &Span| span.of(&p.article.text).to_lowercase();
        for (i, span) in words.iter().enumerate() {
            let word = lower(span);
            let before = i.checked_sub(1).map(|i| lower(&words[i])).unwrap_or_default();
            let after = words.get(i + 1).map(&lower).unwrap_or_default();
            let is_rank = |word: &str| RANKS.iter().any(|forms| forms.contains(&word));
            let is_other = [NO_RANK, LESSER].iter().any(|l| l.contains(&before.as_str())) || is_rank(&after);
            if let Some(rank) =
                RANKS.iter().position(|forms| forms.contains(&word.as_str())).filter(|_| !is_other)
            {
                out.push((rank, *span));
            }
        }
    }
    out
}

/// The words of a text that begins at `from`, with their places.
fn words(text: &str, from: usize) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut open: Option<usize> = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_alphanumeric(), open) {
            (true, None) => open = Some(at),
            (false, Some(start)) => {
                out.push(Span::new(from + start, from + at));
                open = None;
            }
            _ => {}
        }
    }
    out
}
