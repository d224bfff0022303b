//! Which class of attributing words a cue belongs to, looked up in the lexicon `data/cues.tsv`.

use std::{collections::HashMap, sync::OnceLock};

use crate::{likened::likened, text::words};

/// The lexicon; its header says what the columns are.
const LEXICON: &str = include_str!("../data/cues.tsv");

/// What an attributing word says about the speaker's attitude to the content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CueClass {
    /// Says it: "said", "claims".
    Assert,
    /// Passes on what was observed: "reported", "recorded".
    Report,
    /// Says it from its own inquiry: "confirmed", "concluded".
    Confirm,
    /// Says that it is not so: "denied", "rejected".
    Deny,
    /// Calls it into question: "doubted".
    Doubt,
    /// Keeps back: "declined", "refused".
    Withhold,
    /// Announces harm: "warned".
    Warn,
    /// Announces an act of its own: "promised".
    Promise,
    /// Wants something done: "urged".
    Order,
    /// Works it out: "estimated".
    Estimate,
    /// Passes on hearsay: "allegedly".
    Allege,
    /// Holds it true: "believes".
    Believe,
    /// Guesses: "speculated".
    Speculate,
    /// Lets it be inferred: "suggests", "indicates".
    Suggest,
}

pub(crate) fn class_named(word: &str) -> Option<CueClass> {
    Some(match word {
        "assert" => CueClass::Assert,
        "report" => CueClass::Report,
        "confirm" => CueClass::Confirm,
        "deny" => CueClass::Deny,
        "doubt" => CueClass::Doubt,
        "withhold" => CueClass::Withhold,
        "warn" => CueClass::Warn,
        "promise" => CueClass::Promise,
        "order" => CueClass::Order,
        "estimate" => CueClass::Estimate,
        "allege" => CueClass::Allege,
        "believe" => CueClass::Believe,
        "speculate" => CueClass::Speculate,
        "suggest" => CueClass::Suggest,
        _ => return None,
    })
}

/// Every inflected form of the lexicon with its class.
fn forms() -> &'static HashMap<String, CueClass> {
    static FORMS: OnceLock<HashMap<String, CueClass>> = OnceLock::new();
    FORMS.get_or_init(|| {
        let mut out = HashMap::new();
        for line in LEXICON.lines().filter(|l| !l.starts_with('#')) {
            let mut columns = line.split('\t');
            let (Some(class), Some(base)) = (columns.next().and_then(class_named), columns.next()) else {
                continue;
            };
            for form in regular_forms(base) {
                out.insert(form, class);
            }
            for form in columns.next().unwrap_or_default().split(';').filter(|f| !f.is_empty()) {
                out.insert(form.to_owned(), class);
            }
        }
        out
    })
}

/// The base form and what English spelling makes of it with -s, -ed and -ing; a phrase is kept as it is.
pub(crate) fn regular_forms(base: &str) -> Vec<String> {
    let mut out = vec![base.to_owned()];
    if base.contains(' ') {
        return out;
    }
    if let Some(stem) = base.strip_suffix('e') {
        out.extend([format!("{base}s"), format!("{base}d"), format!("{stem}ing")]);
    } else if let Some(stem) = base.strip_suffix('y').filter(|s| !s.ends_with(['a', 'e', 'o'])) {
        out.extend([format!("{stem}ies"), format!("{stem}ied"), format!("{base}ing")]);
    } else {
        let s = if base.ends_with(['s', 'x']) || base.ends_with("sh") || base.ends_with("ch") {
            "es"
        } else {
            "s"
        };
        out.extend([format!("{base}{s}"), format!("{base}ed"), format!("{base}ing")]);
    }
    out
}

/// The class of a cue; where the lexicon lists none of its words, that of the verbs nearest to it in meaning.
pub(crate) fn classify(cue: &str) -> Option<CueClass> {
    classify_listed(cue).or_else(|| likened(cue).map(|(class, _)| class))
}

/// The cues of the lexicon, as base forms, each with the name of its class.
pub fn listed_cues() -> Vec<(&'static str, &'static str)> {
    let rows = LEXICON.lines().filter(|l| !l.starts_with('#'));
    rows.filter_map(|line| {
        let mut columns = line.split('\t');
        let class = columns.next().filter(|c| class_named(c).is_some())?;
        Some((columns.next()?, class))
    })
    .collect()
}

/// The class of a cue in the lexicon: of its longest listed phrase, else of the listed word that decides.
///
/// Where several words are listed ("denied claims", "told … that he confirmed"), the more telling class wins: keeping back
/// before denying, denying before confirming, any of them before plain saying. `None` where no word is listed.
pub(crate) fn classify_listed(cue: &str) -> Option<CueClass> {
    let lower: Vec<String> = words(cue).iter().filter(|w| !w.is_mark()).map(|w| w.lower()).collect();
    let forms = forms();
    let mut found: Option<CueClass> = None;
    for size in [3, 2, 1] {
        for window in lower.windows(size) {
            if let Some(&class) = forms.get(&window.join(" "))
                && found.is_none_or(|f| telling(class) > telling(f))
            {
                found = Some(class);
            }
        }
        if size > 1 && found.is_some() {
            break;
        }
    }
    found
}

/// How much a class says beyond plain speaking; see [`classify`].
fn telling(class: CueClass) -> u8 {
    match class {
        CueClass::Withhold => 7,
        CueClass::Deny => 6,
        CueClass::Doubt => 5,
        CueClass::Confirm => 4,
        CueClass::Allege | CueClass::Speculate => 3,
        CueClass::Suggest | CueClass::Believe | CueClass::Estimate => 2,
        CueClass::Warn | CueClass::Promise | CueClass::Order | CueClass::Report => 1,
        CueClass::Assert => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflected_forms_are_found() {
        assert_eq!(classify("denies"), Some(CueClass::Deny));
        assert_eq!(classify("was denying"), Some(CueClass::Deny));
        assert_eq!(classify("said"), Some(CueClass::Assert));
        assert_eq!(classify("has estimated"), Some(CueClass::Estimate));
        assert_eq!(classify("danced"), None);
    }

    #[test]
    fn phrases_win_over_their_words() {
        assert_eq!(classify("ruled out"), Some(CueClass::Deny));
        assert_eq!(classify("According to"), Some(CueClass::Assert));
    }

    #[test]
    fn every_line_of_the_lexicon_is_read() {
        let lines = LEXICON.lines().filter(|l| !l.starts_with('#') && !l.is_empty());
        for line in lines {
            let mut columns = line.split('\t');
            let class = columns.next().and_then(class_named);
            let base = columns.next().unwrap();
            assert_eq!(forms().get(base).copied(), class, "{line}");
        }
    }
}
