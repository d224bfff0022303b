//! Sentences and words of a text, with their byte spans.

use sayso_model::Span;

/// Abbreviations whose full stop ends no sentence, lower case and without the stop.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "sgt", "capt", "maj", "rep", "sen", "gov", "st",
    "jr", "sr", "no", "vs", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov",
    "dec", "inc", "ltd", "co", "corp", "a.m", "p.m", "u.s", "u.k", "u.n", "e.u", "i.e", "e.g", "adm", "cmdr",
    "rev", "hon", "pres", "min", "art", "approx",
];

/// Bytes after which a word is cut: far more than any word of prose or of a link between its slashes, so that letters without
/// end cost no more than words do wherever a rule looks at the word beside it.
const LONGEST_WORD: usize = 120;

/// One word or mark of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word<'a> {
    /// The letters as they stand.
    pub text: &'a str,
    /// Where they stand.
    pub span: Span,
}

impl Word<'_> {
    /// Whether the word begins with an upper-case letter.
    pub fn is_capitalised(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether it is a mark of punctuation rather than a word or a number.
    pub fn is_mark(&self) -> bool {
        !self.text.chars().next().is_some_and(char::is_alphanumeric)
    }

    /// The word in lower case.
    pub fn lower(&self) -> String {
        self.text.to_lowercase()
    }
}

/// Splits `text` into words and marks.
///
/// Hyphens, apostrophes and full stops within a word stay in it ("pro-Ukrainian", "U.S.", "2.3", "12,000"); a possessive
/// `'s` is a word of its own, so that the name before it can be looked up.
pub(crate) fn words(text: &str) -> Vec<Word<'_>> {
    let mut out = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut end = start + c.len_utf8();
        if c.is_alphanumeric() {
            while let Some(&(i, d)) = chars.peek().filter(|(i, _)| i - start < LONGEST_WORD) {
                if d.is_alphanumeric() || (joins(d) && continues(text, i, d)) {
                    end = i + d.len_utf8();
                    chars.next();
                } else {
                    break;
                }
            }
            // "U.S." keeps its last stop: the token has a stop inside already.
            if let Some(&(i, '.')) = chars.peek()
                && text[start..end].contains('.')
                && text[start..end].chars().all(|c| c == '.' || c.is_alphabetic())
            {
                end = i + 1;
                chars.next();
            }
        }
        push(&mut out, text, start, end);
    }
    out
}

/// Whether a mark can stand inside a word.
fn joins(c: char) -> bool {
    matches!(c, '-' | '\'' | '’' | '.' | ',' | ':' | '&')
}

/// Whether the joining mark at byte `i` is followed by what continues the word: digits for `,` and `:`, anything
/// alphanumeric else; a possessive ends the word.
fn continues(text: &str, i: usize, mark: char) -> bool {
    let rest = &text[i + mark.len_utf8()..];
    let before_is_digit = text[..i].chars().next_back().is_some_and(|c| c.is_ascii_digit());
    match (mark, rest.chars().next()) {
        (_, None) => false,
        (',' | ':', Some(next)) => before_is_digit && next.is_ascii_digit(),
        ('.', Some(next)) if before_is_digit => next.is_ascii_digit(),
        // "U.S", "a.m": single letters around the stop; "end.Next" without a space is two sentences.
        ('.', Some(next)) => next.is_alphabetic() && single_letter_before(text, i),
        ('\'' | '’', Some(next)) => next.is_alphabetic() && !is_possessive(rest),
        (_, Some(next)) => next.is_alphanumeric(),
    }
}

fn single_letter_before(text: &str, i: usize) -> bool {
    let mut back = text[..i].chars().rev();
    back.next().is_some_and(char::is_alphabetic) && !back.next().is_some_and(char::is_alphanumeric)
}

/// Whether `rest` (what follows an apostrophe) is the `s` of a possessive.
pub(crate) fn is_possessive(rest: &str) -> bool {
    let mut chars = rest.chars();
    chars.next() == Some('s') && !chars.next().is_some_and(char::is_alphanumeric)
}

fn push<'a>(out: &mut Vec<Word<'a>>, text: &'a str, start: usize, end: usize) {
    out.push(Word { text: &text[start..end], span: Span::new(start, end) });
}

/// Splits `text` into sentences, each with its final mark and closing quotation mark, without white space at its ends.
///
/// A line break ends a sentence only where a blank line follows or the line has no final mark and the next begins a new
/// paragraph; single line breaks within a paragraph do not.
pub(crate) fn sentences(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    for paragraph in paragraphs(text) {
        split_paragraph(text, paragraph, &mut out);
    }
    out
}

/// Splits `text` at blank lines.
pub(crate) fn paragraphs(text: &str) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut open: Option<Span> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(at, at + line.len());
        at = span.end;
        if line.trim().is_empty() {
            out.extend(open.take());
        } else {
            open = Some(open.map_or(span, |o| o.hull(span)));
        }
    }
    out.extend(open);
    out.into_iter().map(|s| s.trimmed(text)).collect()
}

fn split_paragraph(text: &str, paragraph: Span, out: &mut Vec<Span>) {
    let body = paragraph.of(text);
    let mut start = 0;
    let mut chars = body.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        if !matches!(c, '.' | '!' | '?' | '…') {
            continue;
        }
        let mut end = i + c.len_utf8();
        while let Some(&(j, d)) = chars.peek() {
            if matches!(d, '.' | '!' | '?' | '…' | '"' | '”' | '’' | '\'' | ')' | ']' | '»') {
                end = j + d.len_utf8();
                chars.next();
            } else {
                break;
            }
        }
        if ends_sentence(body, start, i, end) {
            push_sentence(body, paragraph.start, start, end, out);
            start = end;
        }
    }
    push_sentence(body, paragraph.start, start, body.len(), out);
}

fn push_sentence(body: &str, offset: usize, start: usize, end: usize, out: &mut Vec<Span>) {
    let span = Span::new(start, end).trimmed(body);
    if !span.is_empty() {
        out.push(span.shifted(offset));
    }
}

/// Whether the mark at `mark` (with what clings to it up to `end`) ends the sentence that began at `start`.
fn ends_sentence(body: &str, start: usize, mark: usize, end: usize) -> bool {
    let rest = &body[end..];
    let Some(next) = rest.trim_start().chars().next() else { return true };
    if !rest.starts_with(char::is_whitespace) {
        return false;
    }
    if next.is_lowercase() {
        return false;
    }
    if body[mark..].starts_with('.') && end == mark + 1 {
        let word =
            body[start..mark].rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
        return !is_abbreviation(word);
    }
    true
}

/// Whether a stop after this word belongs to it: an initial, or a known abbreviation.
pub(crate) fn is_abbreviation(word: &str) -> bool {
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    initial || ABBREVIATIONS.contains(&word.to_lowercase().as_str())
}

/// The sentence that holds byte `at`, or the nearest before it; `None` where there is none.
pub(crate) fn sentence_at(sentences: &[Span], at: usize) -> Option<Span> {
    let i = sentences.partition_point(|s| s.start <= at);
    i.checked_sub(1).map(|i| sentences[i])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|s| s.of(text)).collect()
    }

    #[test]
    fn abbreviations_and_initials_end_no_sentence() {
        assert_eq!(
            split("Gen. Ana P. Ruiz of the U.S. Navy spoke at 7 p.m. on Monday. She left."),
            ["Gen. Ana P. Ruiz of the U.S. Navy spoke at 7 p.m. on Monday.", "She left."]
        );
    }

    #[test]
    fn closing_quotation_marks_belong_to_their_sentence() {
        assert_eq!(split("“It is false.” He left!"), ["“It is false.”", "He left!"]);
    }

    #[test]
    fn blank_lines_end_sentences_and_single_breaks_do_not() {
        assert_eq!(split("A headline\n\nOne line\nand the next."), ["A headline", "One line\nand the next."]);
    }

    #[test]
    fn possessives_are_words_of_their_own() {
        let w: Vec<_> = words("Sweden's pro-war U.S. ally, 12,000 men").into_iter().map(|w| w.text).collect();
        assert_eq!(w, ["Sweden", "'", "s", "pro-war", "U.S.", "ally", ",", "12,000", "men"]);
    }
}
