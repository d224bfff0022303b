//! What a content means by itself and in its context, as embeddings.

use sayso_model::{EMBEDDING_WIDTH, Embedding};

/// Weight of the sentence that holds a content, against 1 for the content itself. Chosen on the development case with the annotated
/// statements and on the sample case: with the sentence and the one before, both find more of the paraphrases at the same precision.
const SENTENCE: f32 = 0.5;
/// Weight of the sentence before.
const BEFORE: f32 = 0.25;

/// A content's embedding, and that of the content with the words around it.
#[derive(Clone, Debug, PartialEq)]
pub struct Meaning {
    /// The content alone.
    pub content: Embedding,
    /// The content, its sentence and the sentence before, blended.
    pub context: Embedding,
}

impl Meaning {
    /// Blends the embeddings of a content, of its sentence and of the sentence before.
    ///
    /// "It is fiction" says what it is about only together with the words around it.
    pub fn new(content: Embedding, sentence: Option<&Embedding>, before: Option<&Embedding>) -> Self {
        let mut sum = content.values().to_vec();
        for (other, weight) in [(sentence, SENTENCE), (before, BEFORE)] {
            let Some(other) = other else { continue };
            sum.iter_mut().zip(other.values()).for_each(|(s, v)| *s += weight * v);
        }
        debug_assert_eq!(sum.len(), EMBEDDING_WIDTH);
        Self { content, context: Embedding::normalised(sum) }
    }
}

impl From<Embedding> for Meaning {
    /// A content whose context is not known.
    fn from(content: Embedding) -> Self {
        Self { context: content.clone(), content }
    }
}
