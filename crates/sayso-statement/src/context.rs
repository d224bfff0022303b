//! The words around a statement: what a content says is often clear only from its sentence and the one before.

use sayso_model::{Article, Span, Statement};

use crate::text::sentences;

/// The most bytes of a sentence on either side of a content: a text without stops is one sentence, and a copy of it for each
/// statement would be the square of its length. Sentences of news have a few hundred.
const LONGEST: usize = 2000;

/// A statement's content with what stands around it, each on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Surroundings {
    /// The content itself.
    pub content: String,
    /// The sentence or sentences that hold it.
    pub sentence: String,
    /// The sentence before; empty at the start of an article.
    pub before: String,
}

/// Gives the words around each of these statements of one article, in their order.
pub fn surroundings(article: &Article, statements: &[&Statement]) -> Vec<Surroundings> {
    let all = sentences(&article.text);
    statements.iter().map(|s| of(article, &all, s)).collect()
}

fn of(article: &Article, sentences: &[Span], statement: &Statement) -> Surroundings {
    let hull = statement.content_hull();
    let first = sentences.partition_point(|s| s.end <= hull.start);
    let last = sentences.partition_point(|s| s.start < hull.end);
    let around = sentences[first.min(last)..last].iter().copied().reduce(Span::hull).unwrap_or(hull);
    let before = first.checked_sub(1).map(|i| sentences[i]);
    let line = |span: Span| one_line(span.of(&article.text));
    let near = |span: Span| clipped(&article.text, span, hull);
    Surroundings {
        content: one_line(&statement.words(&article.text)),
        sentence: line(near(around)),
        before: before.map(near).map(line).unwrap_or_default(),
    }
}

/// The part of a sentence that is no further than `LONGEST` bytes from a content.
fn clipped(text: &str, sentence: Span, content: Span) -> Span {
    let boundary = |mut at: usize| {
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = sentence.start.max(boundary(content.start.saturating_sub(LONGEST)));
    let end = sentence.end.min(boundary((content.end + LONGEST).min(text.len())));
    Span::new(start.min(end), end)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use sayso_testkit::{article, statement};

    #[test]
    fn a_content_has_its_sentence_and_the_one_before() {
        let a = article("x", "The pier fell.\n\nIt was old, she said. Nobody was hurt.");
        let s = statement(&a, "she", "said", "It was old");
        let around = surroundings(&a, &[&s]).pop().unwrap();
        assert_eq!(around.content, "It was old");
        assert_eq!(around.sentence, "It was old, she said.");
        assert_eq!(around.before, "The pier fell.");
    }
}
