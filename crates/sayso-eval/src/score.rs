//! How well do predicted attributions agree with the marked ones?

use sayso_model::{Attribution, Span};
use sayso_reader::Role;

use crate::{
    corpus::{Document, GoldAttribution},
    prf::Prf,
    tokens::{Tokens, WordSet},
};

/// The roles in the order in which figures are shown.
const ROLES: [Role; 3] = [Role::Source, Role::Cue, Role::Content];

/// The score of one role, whoever is linked to whom.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RoleScore {
    /// Words in the role.
    pub words: Prf,
    /// Spans of the role with exactly the same words.
    pub spans: Prf,
}

/// The score of a whole corpus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AttributionScore {
    /// Source, cue, content.
    pub roles: [RoleScore; 3],
    /// Attributions whose source, cue and content each share a word with those of the marked one, or are absent in both.
    pub overlap: Prf,
    /// Attributions with exactly the same words in all three roles.
    pub exact: Prf,
}

/// One attribution as words: source, cue, content.
type Words = [WordSet; 3];

impl AttributionScore {
    /// Adds one document and what was predicted for it. Each marked attribution is matched at most once.
    pub fn add(&mut self, document: &Document, predicted: &[Attribution]) {
        let tokens = Tokens::new(&document.text);
        let gold: Vec<Words> = document.attributions.iter().map(|a| gold_words(&tokens, a)).collect();
        let found: Vec<Words> = predicted.iter().map(|a| found_words(&tokens, a)).collect();
        for (role, score) in self.roles.iter_mut().enumerate() {
            score.add(&of_role(&found, role), &of_role(&gold, role));
        }
        let overlap = matched(&found, &gold, overlaps);
        let exact = matched(&found, &gold, |a, b| a == b);
        self.overlap.add(overlap, found.len(), gold.len());
        self.exact.add(exact, found.len(), gold.len());
    }

    /// The figures by name, for floors: F1 in per cent.
    pub fn figures(&self) -> Vec<(&'static str, f64)> {
        let [source, cue, content] = self.roles.map(|role| 100.0 * role.words.f1());
        vec![
            ("source-words", source),
            ("cue-words", cue),
            ("content-words", content),
            ("overlap", 100.0 * self.overlap.f1()),
            ("exact", 100.0 * self.exact.f1()),
        ]
    }
}

impl RoleScore {
    fn add(&mut self, found: &[&WordSet], gold: &[&WordSet]) {
        let all = |sets: &[&WordSet]| -> WordSet { sets.iter().copied().flatten().copied().collect() };
        let (f, g) = (all(found), all(gold));
        self.words.add(f.intersection(&g).count(), f.len(), g.len());
        let different = |sets: &[&WordSet]| {
            let set: std::collections::BTreeSet<WordSet> = sets.iter().map(|&s| s.clone()).collect();
            set
        };
        let (f, g) = (different(found), different(gold));
        self.spans.add(f.intersection(&g).count(), f.len(), g.len());
    }
}

fn of_role(attributions: &[Words], role: usize) -> Vec<&WordSet> {
    attributions.iter().map(|words| &words[role]).filter(|words| !words.is_empty()).collect()
}

fn gold_words(tokens: &Tokens, attribution: &GoldAttribution) -> Words {
    ROLES.map(|role| words(tokens, attribution.of(role)))
}

fn found_words(tokens: &Tokens, attribution: &Attribution) -> Words {
    [
        words(tokens, attribution.source.as_slice()),
        words(tokens, attribution.cue.as_slice()),
        words(tokens, &attribution.content),
    ]
}

fn words(tokens: &Tokens, spans: &[Span]) -> WordSet {
    spans.iter().flat_map(|&span| tokens.within(span)).collect()
}

/// Number of marked attributions that a prediction matches; each prediction takes the first free one.
fn matched(found: &[Words], gold: &[Words], same: impl Fn(&Words, &Words) -> bool) -> usize {
    let mut used = vec![false; gold.len()];
    for prediction in found {
        if let Some(free) = (0..gold.len()).find(|&i| !used[i] && same(prediction, &gold[i])) {
            used[free] = true;
        }
    }
    used.iter().filter(|&&used| used).count()
}

fn overlaps(a: &Words, b: &Words) -> bool {
    let share = |role: usize| !a[role].is_disjoint(&b[role]);
    let agree = |role: usize| share(role) || (a[role].is_empty() && b[role].is_empty());
    share(2) && agree(1) && agree(0)
}
