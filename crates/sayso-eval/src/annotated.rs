//! Annotated cases: articles with who says what in them, the claims that this adds up to, copies, credits and drift, all marked by hand.
//!
//! A folder holds `docs/NN.txt`, `gold.jsonl` (one article a line), `claims.json` and, where drift was marked, `drift.json`. Words of the article stand in the
//! annotation as they are in the text; where they stand is found again by [`WordPlaces`].

use std::{collections::BTreeMap, fs, path::Path};

use serde::{Deserialize, de::DeserializeOwned};

use crate::error::EvalError;

/// One annotated article.
#[derive(Clone, Debug, Deserialize)]
pub struct AnnotatedArticle {
    /// The name of its file without the ending.
    pub doc: String,
    /// Media that it names as where the report comes from.
    #[serde(default)]
    pub credits: Vec<String>,
    /// Articles that it shares text with.
    #[serde(default)]
    pub copied_from: Vec<String>,
    /// Who says what in it.
    pub statements: Vec<AnnotatedStatement>,
}

/// One annotated statement.
#[derive(Clone, Debug, Deserialize)]
pub struct AnnotatedStatement {
    /// The words that name who says it.
    pub source: Option<String>,
    /// The words that attribute it.
    pub cue: Option<String>,
    /// Who says it: the same word for the same actor throughout the case.
    pub actor: String,
    /// What is said.
    pub content: String,
    /// As [`sayso_model::Stance`] is written.
    pub stance: String,
    /// As [`sayso_model::Certainty`] is written.
    pub certainty: String,
    /// The claim that it belongs to.
    pub claim: Option<String>,
    /// The figure in it.
    pub quantity: Option<Bounds>,
}

/// The bounds of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub struct Bounds {
    /// The lower one; `None` where open or vague.
    pub low: Option<f64>,
    /// The upper one, likewise.
    pub high: Option<f64>,
}

/// One annotated claim.
#[derive(Clone, Debug, Deserialize)]
pub struct AnnotatedClaim {
    /// Its id in the annotation.
    pub id: String,
    /// As [`sayso_model::Status`] is written.
    pub status: String,
    /// Actors on whom it rests independently.
    pub independent_origins: Vec<String>,
}

/// One annotated change on the way.
#[derive(Clone, Debug, Deserialize)]
pub struct AnnotatedDrift {
    /// The article nearer the origin.
    pub from_doc: String,
    /// The article with the changed wording.
    pub to_doc: String,
    /// As [`sayso_model::DriftKind`] is written.
    pub kind: String,
}

/// A case as it was annotated, its English articles only.
#[derive(Clone, Debug)]
pub struct AnnotatedCase {
    /// The articles, in the order of the file.
    pub articles: Vec<AnnotatedArticle>,
    /// The claims of which one of these articles has a statement.
    pub claims: Vec<AnnotatedClaim>,
    /// The changes between these articles.
    pub drift: Vec<AnnotatedDrift>,
}

impl AnnotatedCase {
    /// Reads the annotation in `folder`.
    ///
    /// # Errors
    /// When a file cannot be read or is damaged.
    pub fn read(folder: &Path) -> Result<Self, EvalError> {
        let path = folder.join("gold.jsonl");
        let lines = (1..).zip(text(&path)?.lines().map(str::to_owned).collect::<Vec<_>>());
        let parsed = lines.filter(|(_, line)| !line.trim().is_empty()).map(|(n, line)| json(&path, n, &line));
        let mut articles: Vec<AnnotatedArticle> = parsed.collect::<Result<_, _>>()?;
        let mut english: BTreeMap<String, bool> = BTreeMap::new();
        for article in &articles {
            let doc = text(&folder.join("docs").join(format!("{}.txt", article.doc)))?;
            english.insert(article.doc.clone(), is_english(&doc));
        }
        let is_used = |doc: &str| english.get(doc).copied().unwrap_or(false);
        articles.retain(|article| is_used(&article.doc));
        let path = folder.join("claims.json");
        let mut claims: Vec<AnnotatedClaim> = json(&path, 1, &text(&path)?)?;
        let told =
            |id: &str| articles.iter().flat_map(|a| &a.statements).any(|s| s.claim.as_deref() == Some(id));
        claims.retain(|claim| told(&claim.id));
        let path = folder.join("drift.json");
        let mut drift: Vec<AnnotatedDrift> =
            if path.exists() { json(&path, 1, &text(&path)?)? } else { Vec::new() };
        drift.retain(|drift| is_used(&drift.from_doc) && is_used(&drift.to_doc));
        Ok(Self { articles, claims, drift })
    }
}

fn text(path: &Path) -> Result<String, EvalError> {
    fs::read_to_string(path).map_err(|source| EvalError::File { path: path.into(), source })
}

fn json<T: DeserializeOwned>(path: &Path, line: usize, words: &str) -> Result<T, EvalError> {
    let fault = |e: serde_json::Error| EvalError::Annotation {
        path: path.into(),
        line: line + e.line().saturating_sub(1),
        reason: e.to_string(),
    };
    serde_json::from_str(words).map_err(fault)
}

/// Whether the lines before the first empty one name no language but English.
fn is_english(doc: &str) -> bool {
    let heads = doc.lines().take_while(|line| !line.trim().is_empty());
    let named = heads
        .filter_map(|line| line.split_once(':'))
        .find(|(key, _)| key.trim().eq_ignore_ascii_case("lang"));
    named.is_none_or(|(_, value)| matches!(value.trim(), "" | "en"))
}

/// The words of a text, in small letters, by their places: runs of letters, digits and underscores.
pub struct WordPlaces {
    words: Vec<(String, usize, usize)>,
}

/// Places of words, counted from 0.
pub type Places = std::collections::BTreeSet<usize>;

impl WordPlaces {
    /// Those of a text.
    pub fn of(text: &str) -> Self {
        let mut words: Vec<(String, usize, usize)> = Vec::new();
        for (at, character) in text.char_indices() {
            if !(character.is_alphanumeric() || character == '_') {
                continue;
            }
            let end = at + character.len_utf8();
            match words.last_mut() {
                Some((word, _, last)) if *last == at => {
                    word.extend(character.to_lowercase());
                    *last = end;
                }
                _ => words.push((character.to_lowercase().collect(), at, end)),
            }
        }
        Self { words }
    }

    /// The words that share a byte with these bytes.
    pub fn within(&self, start: usize, end: usize) -> Places {
        (0..self.words.len()).filter(|&k| self.words[k].1 < end && self.words[k].2 > start).collect()
    }

    /// First byte and one past the last of the words from the first to the last of these places.
    pub fn bytes(&self, places: &Places) -> Option<(usize, usize)> {
        Some((self.words.get(*places.first()?)?.1, self.words.get(*places.last()?)?.2))
    }

    /// Where these words stand, each time.
    pub fn all(&self, words: &str) -> Vec<Places> {
        let wanted = Self::of(words).words;
        if wanted.is_empty() {
            return Vec::new();
        }
        let same = |own: &[(String, usize, usize)]| own.iter().zip(&wanted).all(|(a, b)| a.0 == b.0);
        let starts = self.words.windows(wanted.len()).enumerate().filter(|(_, own)| same(own));
        starts.map(|(at, _)| (at..at + wanted.len()).collect()).collect()
    }

    /// Where these words stand within 40 words of `of`, or else nearest to it.
    pub fn near(&self, words: &str, of: &Places) -> Places {
        let (Some(first), Some(last)) = (of.first(), of.last()) else { return Places::new() };
        let gap = |hit: &Places| {
            let (from, to) = (hit.first().copied().unwrap_or(0), hit.last().copied().unwrap_or(0));
            from.saturating_sub(*last).max(first.saturating_sub(to))
        };
        let hits = self.all(words);
        let close: Vec<&Places> = hits.iter().filter(|hit| gap(hit) <= REACH).collect();
        if close.is_empty() {
            return hits.iter().min_by_key(|hit| gap(hit)).cloned().unwrap_or_default();
        }
        close.into_iter().flatten().copied().collect()
    }
}

/// Words between a content and its source within which every place of the source counts: the annotation gives words, not places.
const REACH: usize = 40;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_again_whatever_signs_stand_between_them() {
        let text = WordPlaces::of("The port said: “It’s closed.” The port is closed.");
        assert_eq!(text.all("the PORT").len(), 2);
        assert_eq!(text.all("port, said “it"), [Places::from([1, 2, 3])]);
        assert!(text.all("pier").is_empty());
        assert_eq!(text.near("the port", &Places::from([8, 9])), Places::from([0, 1, 6, 7]));
        assert_eq!(text.within(4, 10), Places::from([1, 2]));
    }

    #[test]
    fn a_document_without_a_language_is_english() {
        assert!(is_english("outlet: A\n\nText") && is_english("lang: en\n\nlang: el"));
        assert!(!is_english("lang: el\n\nText"));
    }
}
