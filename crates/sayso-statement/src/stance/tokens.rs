//! The words of a content or cue as the rules of stance look at them: lower case, with every contracted "not" as a word of its own.

use sayso_model::Span;

use crate::text::{Word, words};

/// One word or mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// In lower case; the "not" of "isn't" stands alone.
    pub lower: String,
    /// Where it stands in the text; both halves of a contraction stand where it does.
    pub span: Span,
    /// Whether it is written with a capital letter.
    pub capital: bool,
    /// Whether it is a mark.
    pub mark: bool,
}

impl Token {
    pub fn is(&self, list: &[&str]) -> bool {
        list.contains(&self.lower.as_str())
    }

    /// Whether it is one of the words of a longer list, which is written as one text.
    pub fn among(&self, list: &str) -> bool {
        list.split(' ').any(|word| word == self.lower)
    }
}

/// The tokens of the first sentence among these.
pub(super) fn first_sentence(all: &[Token]) -> &[Token] {
    let start = all.iter().take_while(|t| t.mark).count();
    let end = all[start..].iter().position(|t| matches!(t.lower.as_str(), "." | "!" | "?" | "…"));
    &all[start..end.map_or(all.len(), |e| start + e)]
}

/// The tokens of the parts, in their order, without quotation marks.
pub(super) fn tokens(text: &str, parts: &[Span]) -> Vec<Token> {
    let mut out = Vec::new();
    for part in parts {
        for word in words(part.of(text)) {
            push(&mut out, &word, word.span.shifted(part.start));
        }
    }
    out
}

/// Marks that only frame words.
const QUOTES: &[&str] = &["\"", "“", "”", "„", "«", "»", "'", "‘", "’"];

fn push(out: &mut Vec<Token>, word: &Word<'_>, span: Span) {
    if QUOTES.contains(&word.text) {
        return;
    }
    let lower = word.lower().replace('’', "'");
    let (capital, mark) = (word.is_capitalised(), word.is_mark());
    let stem = match lower.as_str() {
        "cannot" | "can't" => Some("can"),
        "won't" => Some("will"),
        "shan't" => Some("shall"),
        "ain't" => Some("is"),
        other => other.strip_suffix("n't"),
    };
    let mut add = |lower: &str| out.push(Token { lower: lower.to_owned(), span, capital, mark });
    match stem {
        Some(stem) => {
            add(stem);
            add("not");
        }
        None => add(&lower),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contracted_not_is_a_word_of_its_own() {
        let text = "It isn’t so, and they can't and won't.";
        let found: Vec<String> =
            tokens(text, &[Span::new(0, text.len())]).into_iter().map(|t| t.lower).collect();
        assert_eq!(
            found,
            ["it", "is", "not", "so", ",", "and", "they", "can", "not", "and", "will", "not", "."]
        );
    }
}
