//! The phrases that stance and certainty are read from, each list with what its words say. All lower case.

/// Words that turn a cue round: "did *not* say", "*never* confirmed".
pub(crate) const NEGATIONS: &[&str] = &[
    "not", "n't", "never", "neither", "nor", "cannot", "can't", "didn't", "doesn't", "don't", "won't",
    "wouldn't", "couldn't", "hasn't", "haven't", "hadn't", "isn't", "without",
];

/// Content that calls something untrue: the speaker denies what the talk is about.
pub(crate) const REBUTTALS: &[&str] = &[
    "not true",
    "makes no sense",
    "not involved",
    "no part in",
    "any part in",
    "no role in",
    "no hand in",
    "nothing to do with",
    "nothing of that kind",
    "nothing of the kind",
    "nothing of the sort",
    "did not happen",
    "never happened",
    "not responsible",
    "complete fiction",
    "a lie",
    "all lies",
    "are lies",
    "utter fiction",
    "pure fiction",
];

/// Words that call something untrue where they are what the content says, not where they describe one thing in it ("the
/// false documents were found").
pub(crate) const UNTRUE: &[&str] = &[
    "false",
    "untrue",
    "fiction",
    "fictitious",
    "invented",
    "fabricated",
    "fabrication",
    "baseless",
    "groundless",
    "unfounded",
    "hoax",
    "nonsense",
    "propaganda",
    "absurd",
];

/// Nouns of what someone claims: "Moscow's claim that …", and what a judging word can describe and still be what the content
/// says, "peddles false claims".
pub(crate) const CLAIM_NOUNS: &[&str] = &[
    "claim",
    "claims",
    "allegation",
    "allegations",
    "accusation",
    "accusations",
    "assertion",
    "assertions",
    "charge",
    "charges",
    "report",
    "reports",
    "statement",
    "statements",
    "suggestion",
    "suggestions",
    "story",
    "stories",
    "narrative",
    "rumour",
    "rumours",
    "rumor",
    "rumors",
];

/// What stands before such a word where it is what the content says: "the rumours are baseless".
pub(crate) const BEING: &[&str] = &[
    "is",
    "are",
    "was",
    "were",
    "be",
    "been",
    "as",
    "wholly",
    "completely",
    "entirely",
    "utterly",
    "totally",
];

/// What a speaker says of an inquiry of its own.
pub(crate) const CONFIRMATIONS: &[&str] = &[
    "we confirm",
    "we can confirm",
    "i can confirm",
    "i confirm",
    "we have confirmed",
    "we have verified",
    "we verified",
    "can conclude",
    "we conclude",
    "we have concluded",
];

/// Content that calls something unproven without calling it untrue.
pub(crate) const DOUBTS: &[&str] = &[
    "no evidence",
    "no proof",
    "not confirmed",
    "unconfirmed",
    "no firm conclusions",
    "nothing shows",
    "nothing to show",
    "not been confirmed",
    "yet to be confirmed",
    "little evidence",
    "does not follow",
    "no indication",
    "unlikely",
    "not convinced",
    "no sign",
    "cannot be verified",
    "could not be verified",
    "unproven",
    "not proven",
];

/// Content, or the words around a cue, that keep back.
pub(crate) const WITHHOLDINGS: &[&str] = &[
    "no information about",
    "had no information",
    "have no information",
    "has no information",
    "too early to",
    "no comment",
    "not comment",
    "did not deny",
    "could not say",
    "cannot say",
    "could not confirm",
    "cannot confirm",
    "can neither confirm",
    "could neither confirm",
    "neither confirm nor deny",
    "neither confirmed nor denied",
    "would not say",
    "unable to confirm",
    "yet to confirm",
    "no independent proof",
    "not corroborated",
    "could not tell",
    "nothing to add",
    "stopped short of",
    "cannot tell",
    "did not show where",
    "did not show whether",
    "does not show whether",
    "do not show whether",
    "say nothing about",
    "says nothing about",
    "said nothing about",
    "did not say",
    "not independently",
    "not verified",
    "have not confirmed",
    "has not confirmed",
];

/// What keeps back only where the speaker says it of itself: "said the ship did not respond" leaves nothing open.
pub(crate) const OWN_WITHHOLDINGS: &[&str] = &[
    "will wait",
    "would wait",
    "wait until",
    "could not be reached",
    "did not respond",
    "did not reply",
    "did not immediately respond",
    "was unclear",
    "is unclear",
    "did not know",
    "does not know",
    "do not know",
];

/// Who a speaker calls itself in its own words or in those that report them; "it was unclear" is of this form too.
pub(crate) const SELF: &[&str] = &["i", "we", "he", "she", "they", "it", "who", "there"];

/// Hearsay: nobody vouches for it.
pub(crate) const HEARSAY: &[&str] = &[
    "allegedly",
    "reportedly",
    "supposedly",
    "purportedly",
    "is said to",
    "are said to",
    "was said to",
    "were said to",
    "is alleged to",
    "are alleged to",
    "was alleged to",
    "were alleged to",
    "is reported to",
    "are reported to",
    "was reported to",
    "were reported to",
    "is rumoured to",
    "was rumoured to",
    "is rumored to",
    "was rumored to",
];

/// Held likely.
pub(crate) const PROBABLES: &[&str] = &[
    "likely",
    "probably",
    "apparently",
    "apparent",
    "presumably",
    "seems",
    "seem",
    "seemed",
    "appears",
    "appear",
    "appeared",
    "looks like",
    "looked like",
    "points to",
    "suggests",
    "indicates",
    "expected to",
    "believed to",
    "estimated",
    "thought to",
    "almost certainly",
    "in all likelihood",
    "more and more speaks for",
];

/// Words around a condition that speak of what would follow.
pub(crate) const CONSEQUENCES: &[&str] = &["would", "will", "could", "should", "might", "may", "shall"];

/// Words that may stand between the start of a content and its verb of attitude.
pub(crate) const BEFORE_OPENING: &[&str] = &[
    "that", "it", "he", "she", "they", "we", "i", "had", "has", "have", "did", "does", "do", "not", "also",
    "would", "will",
];

/// What a sentence opens with whose subject is nobody: "No official has confirmed", "None of them said".
pub(crate) const NOBODY: &[&str] = &["no", "none", "nobody", "neither"];

/// Possible at most.
pub(crate) const POSSIBLES: &[&str] =
    &["may", "might", "could", "possibly", "perhaps", "maybe", "cannot be ruled out", "conceivably"];

/// What opens a condition.
pub(crate) const CONDITIONS: &[&str] =
    &["if", "unless", "provided that", "in the event", "should the", "as long as", "were it"];
