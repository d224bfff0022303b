//! Who is called by another rank: a colonel who becomes a general in the headline.

use sayso_model::{DriftKind, Reason, Span};

use crate::{proposition::Proposition, token::words_in};

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
/// Words that make the rank behind them another one ("deputy minister", "major general") or none ("attorney general").
const QUALIFIERS: &[&str] = &[
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
    "attorney",
    "secretary",
    "director",
    "inspector",
    "consul",
    "surgeon",
    "solicitor",
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
        let words: Vec<Span> = words_in(&p.article.text, *part).collect();
        let lower = |span: &Span| span.of(&p.article.text).to_lowercase();
        for (i, span) in words.iter().enumerate() {
            let word = lower(span);
            let before = i.checked_sub(1).map(|i| lower(&words[i])).unwrap_or_default();
            let after = words.get(i + 1).map(&lower).unwrap_or_default();
            let is_rank = |word: &str| RANKS.iter().any(|forms| forms.contains(&word));
            let is_other = QUALIFIERS.contains(&before.as_str()) || is_rank(&after);
            if let Some(rank) =
                RANKS.iter().position(|forms| forms.contains(&word.as_str())).filter(|_| !is_other)
            {
                out.push((rank, *span));
            }
        }
    }
    out
}
