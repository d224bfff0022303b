//! A content cut into words.

use sayso_model::Span;

/// One word as it stands, and in small letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    pub text: &'a str,
    pub lower: String,
    /// It opens a sentence or a quotation, where any word may be capitalised.
    pub opens: bool,
}

impl<'a> Token<'a> {
    pub fn all(text: &'a str) -> Vec<Self> {
        let mut out: Vec<Self> = Vec::new();
        let mut opens = true;
        for piece in text.split_whitespace() {
            if piece.starts_with(['"', '“', '‘']) {
                opens = true;
            }
            let word = piece.trim_matches(|c: char| !c.is_alphanumeric());
            // "U.S." keeps its last stop, which the table of countries knows it with.
            let word = if word.contains('.') && piece.contains(&format!("{word}.")) && word.len() <= 4 {
                piece.trim_matches(|c: char| !c.is_alphanumeric() && c != '.')
            } else {
                word
            };
            if !word.is_empty() {
                out.push(Self { text: word, lower: word.to_lowercase(), opens });
                opens = false;
            }
            if piece.ends_with(['.', '!', '?', ':']) && !word.ends_with('.') {
                opens = true;
            }
        }
        out
    }

    /// Capitalised, or with a capital after a hyphen ("pro-Aldorian").
    pub fn is_name(&self) -> bool {
        let capital = |w: &str| w.chars().next().is_some_and(char::is_uppercase);
        self.text != "I" && (capital(self.text) || self.text.split('-').skip(1).any(capital))
    }

    pub fn is(&self, words: &[&str]) -> bool {
        words.contains(&self.lower.as_str())
    }
}

/// The words of a part of a text, letters and digits alone, with their places in the text.
pub(crate) fn words_in(text: &str, part: Span) -> impl Iterator<Item = Span> {
    let inside = text.get(part.start..part.end).unwrap_or("");
    let mut open: Option<usize> = None;
    inside.char_indices().chain([(inside.len(), ' ')]).filter_map(move |(at, c)| {
        if c.is_alphanumeric() {
            open.get_or_insert(at);
            return None;
        }
        open.take().map(|start| Span::new(part.start + start, part.start + at))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_left_out_and_abbreviations_keep_their_stop() {
        let words: Vec<&str> = Token::all("“The U.S. did it,” he said.").iter().map(|t| t.text).collect();
        assert_eq!(words, ["The", "U.S.", "did", "it", "he", "said"]);
        assert!(Token::all("a pro-Aldorian group")[1].is_name());
    }

    #[test]
    fn words_of_a_part_have_their_places_in_the_text() {
        let text = "Übel: it’s so-so. No";
        let words: Vec<&str> = words_in(text, Span::new(0, 20)).map(|span| span.of(text)).collect();
        assert_eq!(words, ["Übel", "it", "s", "so", "so"]);
        assert_eq!(words_in(text, Span::new(3, 99)).count(), 0);
    }
}
