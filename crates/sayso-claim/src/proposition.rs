//! What a statement's content is about, as far as grouping needs it: its words, names and figures, and whether it can stand
//! alone.

use std::collections::{BTreeMap, BTreeSet};

use sayso_model::{ActorId, Article, Embedding, Stance, Statement};

/// The content of one statement, prepared for comparison.
#[derive(Clone, Debug)]
pub(crate) struct Proposition<'a> {
    pub statement: &'a Statement,
    pub article: &'a Article,
    /// For whom the actor speaks, or the actor.
    pub speaker: Option<&'a ActorId>,
    pub embedding: &'a Embedding,
    /// Lower-case words of the content, marks left out: equal for reprints.
    pub words: Vec<String>,
    /// Beginnings of the capitalised words of the content, lower case, its first word left out; without those that the whole
    /// case is about (see [`leave_out_topic`]).
    pub names: BTreeSet<String>,
    /// Beginnings of the words that say something, lower case: what an objection is compared by.
    pub stems: BTreeSet<String>,
    /// The content only points back at something said before ("It is false", "any part in it").
    pub points_back: bool,
}

/// Words that make a short content point back at what was said before.
const POINTERS: &[&str] = &[
    "it",
    "this",
    "they",
    "these",
    "those",
    "such",
    "so",
    "claim",
    "claims",
    "allegation",
    "allegations",
    "accusation",
    "accusations",
    "report",
    "reports",
    "responsibility",
    "involvement",
    "involved",
    "charge",
    "charges",
    "story",
    "comment",
    "suggestion",
    "suggestions",
    "rumour",
    "rumours",
    "rumors",
    "theory",
    "version",
];

/// Contents of more words than this say themselves what they are about, pointer or not. Chosen on the development case: rebuttals
/// that name nothing ("It is complete fiction") have 2 to 8 words.
const SHORT: usize = 9;

/// Words that carry no content of their own in what is denied or left open.
const SAYS_NOTHING: &[&str] = &[
    "report",
    "reports",
    "claim",
    "claims",
    "allegation",
    "allegations",
    "accusation",
    "accusations",
    "false",
    "untrue",
    "baseless",
    "true",
    "tell",
    "say",
    "said",
    "know",
    "known",
    "confirm",
    "deny",
    "happened",
    "the",
    "and",
    "that",
    "whether",
    "any",
    "had",
    "has",
    "have",
    "been",
    "was",
    "were",
    "are",
    "its",
    "their",
    "they",
    "would",
    "could",
    "from",
    "with",
    "for",
    "this",
    "not",
    "comment",
    "who",
    "which",
    "what",
    "there",
    "his",
    "her",
    "into",
    "than",
    "then",
    "also",
    "such",
    "all",
    "some",
    "these",
    "those",
    "may",
    "might",
    "will",
    "did",
    "does",
    "being",
    "but",
    "about",
    "our",
    "out",
    "over",
    "under",
    "after",
];

/// Letters that stand for a word: "container" and "containers" are one, and so are "denied" and "denies" but for chance.
const STEM_LETTERS: usize = 6;

/// Letters of a name that are compared: enough to tell names apart, few enough that "Denmark" and "Danish" may differ but
/// "Aldoria" and "Aldorian" do not.
const NAME_LETTERS: usize = 5;

impl<'a> Proposition<'a> {
    pub fn new(statement: &'a Statement, article: &'a Article, embedding: &'a Embedding) -> Self {
        let content = statement.words(&article.text);
        let (mut words, mut names) = (Vec::new(), BTreeSet::new());
        for (i, word) in content.split(|c: char| !c.is_alphanumeric() && c != '.' && c != ',').enumerate() {
            let word = word.trim_matches(['.', ',']);
            if word.is_empty() {
                continue;
            }
            let lower = word.to_lowercase();
            if i > 0 && word.chars().next().is_some_and(char::is_uppercase) {
                names.insert(lower.chars().take(NAME_LETTERS).collect());
            }
            words.push(lower);
        }
        let pointer = words.iter().any(|w| POINTERS.contains(&w.as_str()));
        let objects = matches!(statement.stance, Stance::Denies | Stance::Doubts | Stance::Withholds);
        let points_back = words.len() <= SHORT && pointer && objects && names.is_empty();
        let speaker = statement.actor.as_ref();
        let says = |w: &&String| w.len() > 2 && !SAYS_NOTHING.contains(&w.as_str());
        let stems = words.iter().filter(says).map(|w| w.chars().take(STEM_LETTERS).collect()).collect();
        Self { statement, article, speaker, embedding, words, names, stems, points_back }
    }

    /// The figures of the content with their units, without relation.
    pub fn figures(&self) -> impl Iterator<Item = (f64, Option<&str>)> {
        self.statement.quantities.iter().filter_map(|q| q.high.or(q.low).map(|v| (v, q.unit.as_deref())))
    }
}

/// Share of the different contents of a case from which a name is its topic and tells nothing apart.
const TOPIC: f64 = 0.12;
/// Contents that a name must at least stand in for that: in a small case nothing is a topic.
const TOPIC_CONTENTS: usize = 6;

/// Takes from all propositions the names that so many of them share that they only say what the case is about.
pub(crate) fn leave_out_topic(items: &mut [Proposition<'_>]) {
    let different: BTreeMap<&[String], &BTreeSet<String>> =
        items.iter().map(|i| (&i.words[..], &i.names)).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for name in different.values().flat_map(|names| names.iter()) {
        *counts.entry(name).or_default() += 1;
    }
    let enough = TOPIC_CONTENTS.max((TOPIC * different.len() as f64).ceil() as usize);
    let topic: BTreeSet<String> =
        counts.into_iter().filter(|(_, n)| *n >= enough).map(|(name, _)| name.to_owned()).collect();
    items.iter_mut().for_each(|i| i.names.retain(|name| !topic.contains(name)));
}
