//! What a statement's content is about, as far as grouping needs it: its words, names and figures, and whether it can stand
//! alone.

use std::collections::BTreeSet;

use sayso_model::{Article, Embedding, Stance, Statement};

/// The content of one statement, prepared for comparison.
#[derive(Clone, Debug)]
pub(crate) struct Proposition<'a> {
    pub statement: &'a Statement,
    pub article: &'a Article,
    pub embedding: &'a Embedding,
    /// Lower-case words of the content, marks left out: equal for reprints.
    pub words: Vec<String>,
    /// Lower-case capitalised words of the content, its first word left out.
    pub names: BTreeSet<String>,
    /// The content only points back at something said before ("It is false", "any part in it").
    pub points_back: bool,
}

/// Words that make a short content point back at what was said before.
const POINTERS: &[&str] = &[
    "it",
    "this",
    "that",
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
                names.insert(lower.clone());
            }
            words.push(lower);
        }
        let pointer = words.iter().any(|w| POINTERS.contains(&w.as_str()));
        let objects = matches!(statement.stance, Stance::Denies | Stance::Doubts | Stance::Withholds);
        let points_back = words.len() <= SHORT && pointer && objects && names.is_empty();
        Self { statement, article, embedding, words, names, points_back }
    }

    /// The figures of the content with their units, without relation.
    pub fn figures(&self) -> impl Iterator<Item = (f64, Option<&str>)> {
        self.statement.quantities.iter().filter_map(|q| q.high.or(q.low).map(|v| (v, q.unit.as_deref())))
    }
}
