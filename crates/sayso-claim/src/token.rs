//! A content cut into words.

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_left_out_and_abbreviations_keep_their_stop() {
        let words: Vec<&str> = Token::all("“The U.S. did it,” he said.").iter().map(|t| t.text).collect();
        assert_eq!(words, ["The", "U.S.", "did", "it", "he", "said"]);
        assert!(Token::all("a pro-Aldorian group")[1].is_name());
    }
}
