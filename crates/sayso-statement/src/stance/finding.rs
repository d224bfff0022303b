//! Inquiries that found nothing: "the station recorded no strike" says that there was none, "the divers found no crack" doubts it.

use sayso_model::{Span, Stance};

use super::{
    flat::is_plain_absence,
    tokens::{Token, tokens},
};

/// Verbs of those who looked and may have missed it.
const LOOKING: &str = "\
    find finds found finding see sees saw seen discover discovered uncover uncovered identify identified spot \
    spotted encountered located";

/// Verbs of instruments and registers that would have shown it.
const SHOWING: &str = "\
    record records recorded register registers registered measure measures measured detect detects detected log logs \
    logged show shows showed list lists listed contain contains contained";

/// What a cue or content of finding nothing says of the matter.
pub(super) fn negative_finding(text: &str, cue: Option<Span>, content: &[Span]) -> Option<(Stance, Span)> {
    let said = tokens(text, content);
    let verbs = cue.map_or(Vec::new(), |c| tokens(text, &[c]));
    let opens = said.iter().position(|t| !t.mark)?;
    if said[opens].lower == "no" && !is_plain_absence(&said[opens + 1..]) {
        let found = said[opens].span;
        if verbs.iter().any(|t| t.among(LOOKING)) {
            return Some((Stance::Doubts, found));
        }
        if verbs.iter().any(|t| t.among(SHOWING)) {
            return Some((Stance::Denies, found));
        }
    }
    in_content(&said)
}

/// "found no crack": within the content.
fn in_content(said: &[Token]) -> Option<(Stance, Span)> {
    let at =
        said.windows(2).position(|w| w[1].lower == "no" && (w[0].among(LOOKING) || w[0].among(SHOWING)))?;
    let found = said[at].span.hull(said[at + 1].span);
    let stance = if said[at].among(LOOKING) { Stance::Doubts } else { Stance::Denies };
    (!is_plain_absence(&said[at + 2..])).then_some((stance, found))
}
