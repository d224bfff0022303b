//! The sentence of a statement with source, cue and content marked in it.

use maud::{Markup, html};
use sayso_model::{ArticleId, Snapshot, Span};

use super::{marks, plain};
use crate::claim::StatementView;

/// Bytes of a sentence in which words are marked. Sentences of news are far shorter; what is longer is no sentence, and is cut.
const LONGEST: usize = 4_000;

/// The sentence, marked where it is found in the article again.
pub(super) fn sentence(view: &StatementView, snapshot: &Snapshot) -> Markup {
    let article = view.statement.article.as_deref().map(ArticleId::from_written);
    let text = article.and_then(|id| snapshot.article(&id)).map_or("", |a| a.text.as_str());
    let marks: Vec<marks::Mark> = marks::of_statement(&view.statement).collect();
    let first = marks.iter().map(|m| m.span.start).min().unwrap_or(0);
    match find(text, &view.sentence, first) {
        Some(span) => marks::line(text, span, &marks),
        None => html! { (plain::plain(&plain::cut(&view.sentence, LONGEST))) },
    }
}

/// Where `sentence`, whose white space was made even, stands in `text` and covers the byte `inside`.
fn find(text: &str, sentence: &str, inside: usize) -> Option<Span> {
    if sentence.is_empty() || sentence.len() > LONGEST {
        return None;
    }
    let earliest = inside.saturating_sub(LONGEST);
    let starts = (earliest..=inside.min(text.len())).rev().filter(|at| text.is_char_boundary(*at));
    starts.filter_map(|at| Some(Span::new(at, at + matched(&text[at..], sentence)?))).find(|s| s.end > inside)
}

/// How many bytes of `text` the sentence takes from the start, any stretch of white space being like any other.
fn matched(text: &str, sentence: &str) -> Option<usize> {
    let mut rest = text;
    for (i, word) in sentence.split(' ').enumerate() {
        let next = rest.trim_start();
        let separated = next.len() < rest.len();
        if separated != (i > 0) {
            return None;
        }
        rest = next.strip_prefix(word)?;
    }
    Some(text.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_found_around_its_statement_and_nowhere_else() {
        let text = "It is shut. It  is\n shut. End.";
        assert_eq!(find(text, "It is shut.", 14), Some(Span::new(12, 25)));
        assert_eq!(find(text, "It is shut.", 3), Some(Span::new(0, 11)));
        assert_eq!(find(text, "It was shut.", 3), None);
        assert_eq!(find(text, "It is shut.", 27), None);
        assert_eq!(find("", "x", 5), None);
    }
}
