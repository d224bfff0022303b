//! Certainty: how firmly the speaker holds the content, after FactBank (Saurí & Pustejovsky 2009).

use sayso_model::{Certainty, Span, Stance};

use crate::{
    cue::CueClass,
    find::first_phrase,
    phrases::{HEARSAY, POSSIBLES, PROBABLES},
};

/// Reads the certainty of one attribution; the words that it rests on are added to `grounds`.
pub(crate) fn certainty(
    text: &str,
    class: Option<CueClass>,
    stance: Stance,
    cue: Option<Span>,
    content: &[Span],
    sentence: Span,
    grounds: &mut Vec<Span>,
) -> Certainty {
    if matches!(stance, Stance::Withholds | Stance::Conditional | Stance::Doubts) {
        return Certainty::Unspecified;
    }
    let parts: Vec<Span> = content.iter().copied().chain(cue).collect();
    let hedged = |phrases: &[&str]| {
        let main = |p: &Span| first_phrase(text, *p, phrases).filter(|f| !in_side_clause(text, *p, f.start));
        parts.iter().find_map(main)
    };
    let around =
        || first_phrase(text, sentence, HEARSAY).filter(|f| !in_side_clause(text, sentence, f.start));
    if let Some(found) = hedged(HEARSAY).or_else(around) {
        grounds.push(found);
        return Certainty::Unspecified;
    }
    // A denial is flat unless the denying itself is hedged: "denied that they may …" is a flat denial.
    if stance == Stance::Denies {
        return Certainty::Certain;
    }
    if class == Some(CueClass::Speculate) {
        return Certainty::Possible;
    }
    if let Some(found) = hedged(POSSIBLES) {
        grounds.push(found);
        return Certainty::Possible;
    }
    if matches!(class, Some(CueClass::Believe | CueClass::Estimate | CueClass::Suggest)) {
        return Certainty::Probable;
    }
    if let Some(found) = hedged(PROBABLES) {
        grounds.push(found);
        return Certainty::Probable;
    }
    if class == Some(CueClass::Allege) && cue.is_some_and(|c| c.of(text).ends_with("ly")) {
        return Certainty::Unspecified;
    }
    Certainty::Certain
}

/// Whether byte `at` stands in a side clause between commas that opens with "who" or "which": it tells of something else.
fn in_side_clause(text: &str, scope: Span, at: usize) -> bool {
    let before = Span::new(scope.start, at).of(text);
    let opens = [", which ", ", who ", ", whose "].iter().filter_map(|o| before.rfind(o)).max();
    let Some(open) = opens.filter(|o| !before[o + 2..].contains(',')) else { return false };
    let rest = Span::new(at, scope.end).of(text);
    // A side clause that nothing follows may be what the content is about.
    open > 0 && rest.find(',').is_some_and(|comma| rest[comma + 1..].split_whitespace().nth(1).is_some())
}
