//! Deeds that people are accused of, from the list `data/deeds.txt`.

use std::{collections::HashSet, sync::OnceLock};

use crate::cue::regular_forms;

/// The list; its header says what it holds.
const LIST: &str = include_str!("../../data/deeds.txt");

/// Whether the word, in lower case, is a form of such a verb.
pub(super) fn is_deed(lower: &str) -> bool {
    static FORMS: OnceLock<HashSet<String>> = OnceLock::new();
    let forms = FORMS.get_or_init(|| {
        let lines = LIST.lines().filter(|l| !l.starts_with('#') && !l.is_empty());
        lines
            .flat_map(|line| {
                let (base, further) = line.split_once('\t').unwrap_or((line, ""));
                let further = further.split(';').filter(|f| !f.is_empty()).map(str::to_owned);
                regular_forms(base).into_iter().chain(further)
            })
            .collect()
    });
    forms.contains(lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_and_irregular_forms_are_deeds_and_thoughts_are_none() {
        for word in ["financed", "gave", "stolen", "tampering", "left"] {
            assert!(is_deed(word), "{word}");
        }
        for word in ["decided", "know", "expected", "said"] {
            assert!(!is_deed(word), "{word}");
        }
    }
}
