//! The words of a text as time expressions need them: lower case, hyphenated words in their parts.

use jiff::civil::Date;
use sayso_model::Span;

use crate::text::{Word, words};

/// One word, mark, or part of a hyphenated word.
pub(super) struct Token<'a> {
    /// The letters as they stand.
    pub text: &'a str,
    /// Lower case, without a final stop.
    pub lower: String,
    /// Where they stand.
    pub span: Span,
    /// Whether a hyphen joins it to the token before.
    pub glued: bool,
}

impl Token<'_> {
    pub fn is_capitalised(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether it is a mark of punctuation.
    pub fn is_mark(&self) -> bool {
        !self.text.chars().next().is_some_and(char::is_alphanumeric)
    }
}

/// Splits `text` into tokens; a date such as `2031-03-04` stays whole.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut out = Vec::with_capacity(text.len() / 5);
    for word in words(text) {
        if word.text.contains('-') && !is_iso(word.text) {
            split(word, &mut out);
        } else {
            push(word.text, word.span.start, false, &mut out);
        }
    }
    out
}

/// Whether a word is a date such as `2031-03-04`, or such a date with its time.
fn is_iso(word: &str) -> bool {
    word.split_at_checked("2031-03-04".len()).is_some_and(|(date, rest)| {
        (rest.is_empty() || rest.starts_with('T')) && date.parse::<Date>().is_ok()
    })
}

fn split<'a>(word: Word<'a>, out: &mut Vec<Token<'a>>) {
    let mut at = word.span.start;
    let mut glued = false;
    for part in word.text.split('-') {
        // A mark of its own ("-") leaves two empty parts.
        if !part.is_empty() {
            push(part, at, glued, out);
            glued = true;
        }
        at += part.len() + 1;
    }
    if !glued {
        push(word.text, word.span.start, false, out);
    }
}

fn push<'a>(text: &'a str, start: usize, glued: bool, out: &mut Vec<Token<'a>>) {
    let lower = text.to_lowercase();
    let lower =
        if lower.ends_with('.') && lower.len() > 1 { lower.trim_end_matches('.').to_owned() } else { lower };
    out.push(Token { text, lower, span: Span::new(start, start + text.len()), glued });
}

/// The tokens of one text with the questions that the rules ask of them.
pub(super) struct Tokens<'a> {
    all: Vec<Token<'a>>,
}

impl<'a> Tokens<'a> {
    pub fn of(text: &'a str) -> Self {
        Self { all: tokens(text) }
    }

    pub fn len(&self) -> usize {
        self.all.len()
    }

    pub fn get(&self, i: usize) -> Option<&Token<'a>> {
        self.all.get(i)
    }

    /// Token `i` in lower case; empty past the end.
    pub fn word(&self, i: usize) -> &str {
        self.all.get(i).map_or("", |t| &t.lower)
    }

    /// The word before token `i`; empty at the start.
    pub fn before(&self, i: usize) -> &str {
        if i == 0 { "" } else { self.word(i - 1) }
    }

    pub fn is(&self, i: usize, any: &[&str]) -> bool {
        any.contains(&self.word(i))
    }

    /// Whether the tokens from `i` on are `words`.
    pub fn reads(&self, i: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(k, w)| self.word(i + k) == *w)
    }

    pub fn is_capitalised(&self, i: usize) -> bool {
        self.all.get(i).is_some_and(Token::is_capitalised)
    }

    /// Whether a hyphen joins token `i` to the one before.
    pub fn glued(&self, i: usize) -> bool {
        self.all.get(i).is_some_and(|t| t.glued)
    }

    /// Whether nothing stands between token `i` and the one before.
    pub fn touches(&self, i: usize) -> bool {
        i > 0 && self.all.get(i).is_some_and(|t| t.span.start == self.all[i - 1].span.end)
    }

    /// How many tokens a possessive ending takes that stands at `i`: `'s` is two, a lone apostrophe after `s` one.
    pub fn possessive(&self, i: usize) -> usize {
        let apostrophe = self.is(i, &["'", "’"]) && self.touches(i);
        match (apostrophe, self.word(i + 1) == "s" && self.touches(i + 1)) {
            (true, true) => 2,
            (true, false) if self.before(i).ends_with('s') => 1,
            _ => 0,
        }
    }

    /// The span of the tokens `from..to`.
    pub fn span(&self, from: usize, to: usize) -> Span {
        Span::new(self.all[from].span.start, self.all[to - 1].span.end)
    }
}
