//! Whether a content calls untrue what is talked about: "the rumours are baseless", "called that a fairy tale".

use sayso_model::Span;

use super::tokens::{Token, first_sentence, tokens};
use crate::{
    cue::{CueClass, classify_listed},
    phrases::CLAIM_NOUNS,
};

/// Words that call something untrue where they are what the content says, not where they describe one thing in it ("the
/// false documents were found").
const UNTRUE: &str = "\
    false untrue fiction fictitious invention inventions invented fabricated fabrication fabrications concocted \
    baseless groundless unfounded hoax myth nonsense nonsensical rubbish hogwash gossip propaganda absurd \
    preposterous bogus slander slanderous libel libellous defamatory defamation disinformation misinformation \
    scaremongering";

/// Words that call untrue only what can be true or untrue, a claim or a figure: fear can be exaggerated, and a price ridiculous.
const MISJUDGED: &str = "\
    wrong incorrect inaccurate mistaken erroneous exaggerated exaggeration overblown overstated understated inflated \
    distorted distortion misleading imaginary fantasy fantasies delusion delusional lies ludicrous ridiculous \
    grotesque laughable outlandish far-fetched farcical speculation conjecture smear smears impossible spurious";

/// Nouns beside those of claims of which it can be said that they are untrue.
const JUDGED: &str = "\
    idea notion theory theories version account accounts figure figures number numbers estimate estimates count \
    tally toll total calculation calculations article leak insinuation insinuations speculation";

/// Verbs of a cue that say what something is called: "dismissed it as", "labelled them".
const CALLS: &str = "\
    call calls called calling label labels labelled labeled labelling brand brands branded branding describe \
    describes described describing dismiss dismisses dismissed dismissing term termed terms dub dubbed denounce \
    denounces denounced denouncing decried decries slammed slams condemned characterised characterized consider \
    considers considered regards regarded deems deemed finds found thinks thought";

/// Words before a judging word where it is what the content says: "the rumours are baseless".
const BEING: &[&str] = &["is", "are", "was", "were", "be", "been", "as", "s", "sounds", "sounded"];

/// Words that may stand between these and the judging word.
const BETWEEN: &str = "\
    a an the pure sheer complete total utter outright mere all just simply nothing but more than another so quite \
    plain blatant malicious mad wild";

/// Words of a content up to which a judging word is all that it says: "complete fiction", "the report false".
const WHOLE_PREDICATE: usize = 4;

/// Words between "is" and its judging word at most: "is nothing but a complete fabrication".
const PREDICATE_REACH: usize = 5;

/// The word of the content that calls what is talked about untrue.
///
/// `cue` says whether it is a verb of calling, whose content judges as a whole; the word may also have gone to the cue.
pub(super) fn called_untrue(text: &str, cue: Option<Span>, content: &[Span]) -> Option<Span> {
    let all = tokens(text, content);
    let said: Vec<Token> = plain(before_another_verdict(first_sentence(&all)).to_vec());
    let calls = cue.is_some_and(|c| tokens(text, &[c]).iter().any(|t| t.among(CALLS)));
    let pointer = || said.first().is_some_and(|t| t.is(&["that", "this", "it", "these", "those", "them"]));
    let of_claims = said.iter().any(is_judged) || calls && pointer();
    let figure = || said.iter().any(|t| is_judged(t) || t.lower.starts_with(|c: char| c.is_ascii_digit()));
    (0..said.len())
        .find(|&i| judges(&said, i, calls, of_claims))
        .map(|i| said[i].span)
        .or_else(|| too_much(&said).filter(|_| calls && figure()))
        .or_else(|| fairy_tale(&said, calls))
        .or_else(|| cue.and_then(|c| in_cue(text, c)))
}

fn plain(all: Vec<Token>) -> Vec<Token> {
    all.into_iter().filter(|t| !t.mark).collect()
}

pub(super) fn is_judged(token: &Token) -> bool {
    token.is(CLAIM_NOUNS) || token.among(JUDGED)
}

/// Whether the word at `i` judges the whole.
fn judges(said: &[Token], i: usize, calls: bool, of_claims: bool) -> bool {
    let word = &said[i];
    let untrue = word.among(UNTRUE);
    if !(untrue || of_claims && word.among(MISJUDGED)) {
        return false;
    }
    let next_to_claim = |j: Option<usize>| j.and_then(|j| said.get(j)).is_some_and(is_judged);
    calls && !next_to_claim(Some(i + 1))
        || is_predicate(said, i)
        || untrue && said.len() <= WHOLE_PREDICATE
        || untrue && said.get(i + 1).is_some_and(|t| t.is(CLAIM_NOUNS))
        || untrue && next_to_claim(i.checked_sub(1))
        || untrue && ends_a_judgement(said, i)
}

/// Words from a claim to the last judgement on it at most.
const JUDGEMENTS_REACH: usize = 12;

/// "the charges were old and untrue": the last of several judgements on a claim.
fn ends_a_judgement(said: &[Token], i: usize) -> bool {
    let before = &said[i.saturating_sub(JUDGEMENTS_REACH)..i];
    let Some(claim) = before.iter().position(is_judged) else { return false };
    let being = before[claim..].iter().any(|t| t.is(BEING));
    being
        && before.last().is_some_and(|t| t.lower == "and")
        && !before[claim..].iter().any(|t| t.lower == "not")
}

/// Whether a form of "be", not negated, stands before the word at `i` with nothing but words of degree between.
fn is_predicate(said: &[Token], i: usize) -> bool {
    let mut before = said[..i].iter().rev().take(PREDICATE_REACH);
    before
        .find(|t| !(t.among(BETWEEN) || t.lower.ends_with("ly") && t.lower.len() > 4))
        .is_some_and(|t| t.is(BEING))
}

/// "too high", "too low": of a figure that someone else gives.
fn too_much(said: &[Token]) -> Option<Span> {
    let size = &["high", "low", "big", "large", "small"];
    said.windows(2).find(|w| w[0].lower == "too" && w[1].is(size)).map(|w| w[0].span.hull(w[1].span))
}

/// "a fairy tale", "a conspiracy theory", "fake news", "a cock-and-bull story".
fn fairy_tale(said: &[Token], calls: bool) -> Option<Span> {
    let pair = |w: &[Token]| match w[0].lower.as_str() {
        "fairy" => w[1].is(&["tale", "tales", "story", "stories"]),
        "conspiracy" => w[1].is(&["theory", "theories"]),
        "fake" => w[1].lower == "news",
        "tall" | "cock-and-bull" => w[1].is(&["tale", "tales", "story", "stories"]),
        _ => false,
    };
    let at = said.windows(2).position(pair).filter(|&i| calls || is_predicate(said, i))?;
    Some(said[at].span.hull(said[at + 1].span))
}

/// The words up to an "and" that goes on with another verdict: "… and dismissed the rest as nonsense".
fn before_another_verdict(all: &[Token]) -> &[Token] {
    let verdict = |t: &Token| t.among(CALLS) || classify_listed(&t.lower) == Some(CueClass::Deny);
    let end = all.windows(2).position(|w| w[0].lower == "and" && verdict(&w[1]));
    &all[..end.unwrap_or(all.len())]
}

/// "called false", "branded as lies": the word of judgement may have gone to the cue.
fn in_cue(text: &str, cue: Span) -> Option<Span> {
    let said = plain(tokens(text, &[cue]));
    let found = said.iter().position(|t| t.among(UNTRUE)).filter(|&i| i > 0)?;
    Some(said[found].span)
}
