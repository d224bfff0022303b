//! The meaning of a content in its context.

use sayso_model::{EMBEDDING_WIDTH, Embedding};

/// Weight of the sentence beside the content's 1. Chosen on the development case and the sample case (docs/accuracy.md): with
/// sentence and sentence before, both find more of the paraphrases at the same precision than with the content alone.
const SENTENCE: f32 = 0.5;
/// Weight of the sentence before.
const BEFORE: f32 = 0.25;

/// Blends the embeddings of a content, of its sentence and of the sentence before into one of length 1.
///
/// "It is fiction" says what it is about only together with the words around it.
pub fn in_context(
    content: &Embedding,
    sentence: Option<&Embedding>,
    before: Option<&Embedding>,
) -> Embedding {
    let mut sum = content.values().to_vec();
    for (other, weight) in [(sentence, SENTENCE), (before, BEFORE)] {
        let Some(other) = other else { continue };
        sum.iter_mut().zip(other.values()).for_each(|(s, v)| *s += weight * v);
    }
    debug_assert_eq!(sum.len(), EMBEDDING_WIDTH);
    Embedding::normalised(sum)
}
