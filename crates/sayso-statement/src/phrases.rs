//! The phrases that stance and certainty are read from, each list with what its words say. All lower case.

/// Words that turn a cue round: "did *not* say", "*never* confirmed".
pub(crate) const NEGATIONS: &[&str] = &[
    "not", "n't", "never", "neither", "nor", "cannot", "can't", "didn't", "doesn't", "don't", "won't",
    "wouldn't", "couldn't", "hasn't", "haven't", "hadn't", "isn't", "aren't", "wasn't", "weren't", "without",
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
    "are feared",
    "is feared",
    "were feared",
    "was feared",
    "presumed dead",
    "in all probability",
    "must have",
    "feared to",
    "assumed to",
    "presumed to",
    "suspected of",
    "suspected to",
    "as far as we know",
    "as far as is known",
    "to our knowledge",
];

/// Words around a condition that speak of what would follow.
pub(crate) const CONSEQUENCES: &[&str] =
    &["would", "will", "could", "should", "might", "may", "shall", "must"];

/// Words that may stand between the start of a content and its verb of attitude.
pub(crate) const BEFORE_OPENING: &[&str] = &[
    "that", "it", "he", "she", "they", "we", "i", "had", "has", "have", "did", "does", "do", "not", "also",
    "would", "will",
];

/// What a sentence opens with whose subject is nobody: "No official has confirmed", "None of them said".
pub(crate) const NOBODY: &[&str] = &["no", "none", "nobody", "neither", "nor"];

/// Possible at most.
pub(crate) const POSSIBLES: &[&str] = &[
    "may",
    "might",
    "could",
    "possibly",
    "perhaps",
    "maybe",
    "cannot be ruled out",
    "conceivably",
    "is possible",
    "was possible",
    "possible that",
    "is a chance",
    "was a chance",
    "possibility that",
    "potentially",
];

/// What opens a condition.
pub(crate) const CONDITIONS: &[&str] =
    &["if", "unless", "provided that", "in the event", "should the", "as long as", "were it"];
