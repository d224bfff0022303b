//! Do embeddings put statements of one claim nearer to each other than statements of different claims?

use std::{fs, path::Path};

use sayso_model::{Digest, Embedding};
use serde::Deserialize;

use crate::error::EvalError;

/// A line of `gold.jsonl`.
#[derive(Deserialize)]
struct Article {
    statements: Vec<Statement>,
}

#[derive(Deserialize)]
struct Statement {
    content: String,
    claim: Option<String>,
}

/// Reads the contents of the statements of an annotated case that belong to a claim, each with its claim, and the digest of
/// `gold.jsonl`.
///
/// # Errors
/// When the file cannot be read or a line is damaged.
pub fn claimed_contents(folder: &Path) -> Result<(Vec<(String, String)>, Digest), EvalError> {
    let path = folder.join("gold.jsonl");
    let lines = fs::read_to_string(&path).map_err(|source| EvalError::File { path: path.clone(), source })?;
    let mut found = Vec::new();
    for (line, words) in (1..).zip(lines.lines()) {
        let article: Article = serde_json::from_str(words).map_err(|e| EvalError::Annotation {
            path: path.clone(),
            line,
            reason: e.to_string(),
        })?;
        let claimed = article.statements.into_iter().filter_map(|s| Some((s.content, s.claim?)));
        found.extend(claimed);
    }
    Ok((found, Digest::of(lines.as_bytes())))
}

/// The cosines of all pairs, each with whether the two are of one claim.
pub fn cosines(contents: &[(String, String)], embeddings: &[Embedding]) -> Vec<(f32, bool)> {
    let mut pairs = Vec::new();
    for (i, (a, (_, claim))) in embeddings.iter().zip(contents).enumerate() {
        for (b, (_, other)) in embeddings.iter().zip(contents).skip(i + 1) {
            pairs.push((a.cosine(b), claim == other));
        }
    }
    pairs
}

/// The chance that a pair of one claim has a higher cosine than a pair of two claims, 0 to 1 (area under the ROC curve; ties
/// count half). Not a number unless there are pairs of both kinds.
pub fn separation(pairs: &[(f32, bool)]) -> f64 {
    let mut sorted = pairs.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut below, mut wins) = (0.0, 0.0);
    for level in sorted.chunk_by(|a, b| a.0 == b.0) {
        let same = level.iter().filter(|(_, same)| *same).count() as f64;
        let other = level.len() as f64 - same;
        wins += same * (below + other / 2.0);
        below += other;
    }
    let same = pairs.iter().filter(|(_, same)| *same).count() as f64;
    wins / (same * below)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separation_is_the_share_of_pairs_in_the_right_order() {
        assert_eq!(separation(&[(0.9, true), (0.1, false), (0.8, true)]), 1.0);
        assert_eq!(separation(&[(0.5, true), (0.5, false)]), 0.5);
        assert_eq!(separation(&[(0.2, true), (0.9, false), (0.1, false), (0.8, true)]), 0.5);
    }
}
