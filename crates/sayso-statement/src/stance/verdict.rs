//! Words that tell an attitude where the reader marked them as cue, but that attribute nothing by themselves: an army withdraws,
//! too, and so they stand apart from the lexicon of cues.

use sayso_model::Span;

use super::{
    Said,
    tokens::{first_sentence, tokens},
    untrue::is_judged,
};
use crate::cue::CueClass;

/// What takes back, or makes out to be untrue, what was said.
const DENYING: &str = "\
    retract retracts retracted retracting recant recants recanted disowned disowns disclaimed debunked debunks \
    disproved disproves disproven backtracked";

/// The same where a claim or a figure is the object: soldiers are withdrawn, and people mocked.
const DENYING_CLAIMS: &str = "\
    withdraw withdraws withdrew withdrawn withdrawing revoked discredited derided derides ridiculed ridicules mocked \
    scoffed scoffs scoffing rubbished contested contests rebuffed rebuffs slammed";

/// The same in two words.
const DENYING_PAIRS: &[(&[&str], &[&str])] = &[
    (&["took", "take", "takes", "taking", "taken", "walked", "walking"], &["back"]),
    (&["brushed", "brushes", "brushing"], &["off", "aside"]),
    (&["laughed", "laughs", "shrugged"], &["off"]),
    (&["waved", "swept", "pushed"], &["away", "aside"]),
    (&["pushed", "pushes", "pushing"], &["back"]),
    (&["shot", "knocked"], &["down"]),
    (&["poured", "pours", "pouring"], &["scorn", "cold"]),
];

const DOUBTING: &[&str] =
    &["queried", "queries", "querying", "distrusts", "distrusted", "mistrusts", "mistrusted"];

const WITHHOLDING: &[&str] = &[
    "dodged",
    "dodges",
    "dodging",
    "evaded",
    "evades",
    "sidestepped",
    "sidesteps",
    "demurred",
    "stonewalled",
    "ducked",
];

const CONFIRMING: &str = "\
    confess confessed confesses confessing admission admissions concession acknowledgement acknowledgment vouched \
    vouches affirmed affirms substantiated validated";

/// The same in two words.
const CONFIRMING_PAIRS: &[(&[&str], &[&str])] = &[
    (&["owned", "owns"], &["up"]),
    (&["came", "comes"], &["clean"]),
    (&["bears", "bore", "bear"], &["out"]),
];

/// What grants a point where a "that" follows: offers are accepted, too.
const GRANTING: &[&str] = &["accepted", "accepts", "accept", "recognised", "recognized", "recognises"];

/// Doubts in two words.
const DOUBTING_PAIRS: &[(&[&str], &[&str])] =
    &[(&["took", "take", "takes", "taking"], &["issue", "exception"])];

/// Verbs of what a court or an inquiry states as its result.
const RULING: &[&str] = &["found", "finds", "find", "determined", "determines"];

/// Who states such results.
const INQUIRERS: &str = "\
    court courts tribunal judge judges jury inquest coroner inquiry enquiry investigation probe audit ombudsman";

/// The class of such a cue; the lexicon's where the cue is none of these.
pub(super) fn verdict(said: Said<'_>, cue: Span, listed: Option<CueClass>) -> Option<CueClass> {
    let Said { text, source, content, .. } = said;
    let all = tokens(text, &[cue]);
    let any = |list: &[&str]| all.iter().any(|t| t.is(list));
    let any_of = |list: &str| all.iter().any(|t| t.among(list));
    let pair =
        |(first, second): &(&[&str], &[&str])| all.windows(2).any(|w| w[0].is(first) && w[1].is(second));
    let open = matches!(
        listed,
        None | Some(
            CueClass::Assert | CueClass::Report | CueClass::Believe | CueClass::Order | CueClass::Warn
        )
    );
    let of_claim = || first_sentence(&tokens(text, content)).iter().any(is_judged);
    // "referred questions to the police".
    let questions = || {
        let after = tokens(text, &content[..content.len().min(1)]);
        after.iter().take(3).any(|t| t.is(&["questions", "inquiries", "enquiries", "queries"]))
    };
    let grants = || {
        let after =
            tokens(text, &[Span::new(cue.end, content.last().map_or(cue.end, |c| c.end.max(cue.end)))]);
        after.iter().find(|t| !t.mark).is_some_and(|t| t.lower == "that")
    };
    let inquirer = || source.is_some_and(|s| tokens(text, &[s]).iter().any(|t| t.among(INQUIRERS)));
    match () {
        // "took back": the lexicon lists "back".
        _ if DENYING_PAIRS.iter().any(pair) => Some(CueClass::Deny),
        _ if !open => listed,
        _ if any_of(DENYING_CLAIMS) && of_claim() => Some(CueClass::Deny),
        _ if any_of(DENYING) => Some(CueClass::Deny),
        _ if any(&["referred", "refers"]) && questions() => Some(CueClass::Withhold),
        _ if any(DOUBTING) || DOUBTING_PAIRS.iter().any(pair) => Some(CueClass::Doubt),
        _ if any(WITHHOLDING) => Some(CueClass::Withhold),
        _ if any_of(CONFIRMING) || CONFIRMING_PAIRS.iter().any(pair) => Some(CueClass::Confirm),
        _ if any(GRANTING) && grants() => Some(CueClass::Confirm),
        _ if any(RULING) && inquirer() => Some(CueClass::Confirm),
        _ => listed,
    }
}
