//! Verbs of speech that the lexicon lacks, read like the listed verbs that are nearest to them in meaning.
//!
//! The table `data/likened.tsv` is made beforehand by `sayso-eval cues`, so that no model is needed here. A verb whose nearest
//! neighbours disagree has no class in it: what it says is then read as plain saying, as any unknown word is.

use std::{collections::HashMap, sync::OnceLock};

use sayso_model::{Notice, NoticeCode, Statement};

use crate::{
    cue::{CueClass, class_named, classify_listed, regular_forms},
    text::words,
};

/// The table; its header says what the columns are.
const TABLE: &str = include_str!("../data/likened.tsv");

/// One verb of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LikenedVerb {
    /// Its base form.
    pub verb: &'static str,
    /// Forms that the regular rules do not give, parted by ";".
    pub irregular: &'static str,
    /// The name of the class of its nearest listed verbs; `None` where they disagree.
    pub class: Option<&'static str>,
    /// Those verbs, nearest first.
    pub neighbours: &'static str,
}

/// The verbs of the table, in its order.
pub fn likened_verbs() -> Vec<LikenedVerb> {
    TABLE.lines().filter(|l| !l.starts_with('#') && !l.is_empty()).map(verb_of).collect()
}

fn verb_of(line: &'static str) -> LikenedVerb {
    let mut columns = line.split('\t');
    let mut next = || columns.next().unwrap_or_default();
    let (verb, irregular, class, neighbours) = (next(), next(), next(), next());
    LikenedVerb { verb, irregular, class: Some(class).filter(|c| class_named(c).is_some()), neighbours }
}

/// Every inflected form of the table whose neighbours agree.
fn forms() -> &'static HashMap<String, (CueClass, LikenedVerb)> {
    static FORMS: OnceLock<HashMap<String, (CueClass, LikenedVerb)>> = OnceLock::new();
    FORMS.get_or_init(|| {
        let mut out = HashMap::new();
        for verb in likened_verbs() {
            let Some(class) = verb.class.and_then(class_named) else { continue };
            let irregular = verb.irregular.split(';').filter(|f| !f.is_empty()).map(str::to_owned);
            out.extend(regular_forms(verb.verb).into_iter().chain(irregular).map(|f| (f, (class, verb))));
        }
        out
    })
}

/// The class of the verb that decides in a cue of which the lexicon lists no word, with its row of the table.
pub(crate) fn likened(cue: &str) -> Option<(CueClass, LikenedVerb)> {
    // The verb of a cue is its last one: "was able to ascertain".
    words(cue).iter().rev().find_map(|word| forms().get(&word.lower()).copied())
}

/// Whether a class says more than that something was said: a cue of another class is read as any unknown word is.
fn tells(class: CueClass) -> bool {
    !matches!(
        class,
        CueClass::Assert | CueClass::Report | CueClass::Warn | CueClass::Order | CueClass::Allege
    )
}

/// Says of each cue on which likeness bears which verbs it was read like; once for each place.
pub(crate) fn notices(text: &str, statements: &[Statement]) -> Vec<Notice> {
    let mut cues: Vec<_> = statements.iter().filter_map(|s| s.cue).collect();
    cues.sort_unstable();
    cues.dedup();
    let unlisted = cues.into_iter().filter(|cue| classify_listed(cue.of(text)).is_none());
    let told = unlisted.filter_map(|cue| {
        let (_, verb) = likened(cue.of(text)).filter(|(class, _)| tells(*class))?;
        let message = format!(
            "the lexicon does not list “{}”; stance and certainty are read as with its neighbours in meaning ({})",
            verb.verb, verb.neighbours
        );
        Some(Notice::at(NoticeCode::CueByLikeness, message, cue))
    });
    told.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{cue::classify, interpret};
    use sayso_model::{Attribution, Digest, ModelDigest, Reading};
    use sayso_testkit::{article, span};

    #[test]
    fn no_verb_of_the_table_is_in_the_lexicon() {
        for verb in likened_verbs() {
            assert_eq!(classify_listed(verb.verb), None, "{}", verb.verb);
        }
    }

    #[test]
    fn every_row_has_neighbours_and_a_class_of_the_lexicon_or_none() {
        for line in TABLE.lines().filter(|l| !l.starts_with('#') && !l.is_empty()) {
            let columns: Vec<&str> = line.split('\t').collect();
            assert_eq!(columns.len(), 4, "{line}");
            assert!(columns[2] == "-" || class_named(columns[2]).is_some(), "{line}");
            assert!(columns[3].contains(", "), "{line}");
        }
    }

    #[test]
    fn a_cue_of_which_the_lexicon_lists_a_word_is_not_read_by_likeness() {
        let verb = likened_verbs().into_iter().find(|v| v.class.is_some()).unwrap().verb;
        assert_eq!(classify(&format!("{verb} and denied")), classify("denied"));
        assert_eq!(classify(verb), likened(verb).map(|(class, _)| class));
    }

    #[test]
    fn reading_by_likeness_is_told_in_a_notice_with_the_neighbours() {
        let telling = |v: &LikenedVerb| v.class.and_then(class_named).is_some_and(tells);
        let verb = likened_verbs().into_iter().find(telling).unwrap();
        let text = format!("The mayor will {} that the pier fell. The port said that it stands.", verb.verb);
        let a = article("x", &text);
        let said = |cue: &str, content: &str| Attribution {
            source: None,
            cue: Some(span(&a.text, cue)),
            content: vec![span(&a.text, content)],
            score: 1.0,
        };
        let reading = Reading {
            model: ModelDigest { version: "by hand".into(), digest: Digest::of(b"") },
            attributions: vec![said(verb.verb, "the pier fell"), said("said", "it stands")],
            names: vec![],
            referents: vec![],
            notices: vec![],
        };
        let notices = interpret(&a, &reading).1.notices;
        assert_eq!(notices.len(), 1, "{notices:?}");
        assert_eq!(notices[0].code, NoticeCode::CueByLikeness);
        assert!(notices[0].message.contains(verb.neighbours));
    }
}
