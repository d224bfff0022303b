//! Where are the lines that may hold a credit? Lines with their place in the text, counted from both ends.

use sayso_model::Span;

/// A line that is not blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line<'a> {
    /// The words, without white space at the ends.
    pub words: &'a str,
    /// Where they stand.
    pub span: Span,
    /// Number of lines before it that are not blank.
    pub from_start: usize,
    /// Number of lines after it that are not blank.
    pub from_end: usize,
}

impl Line<'_> {
    /// The span of `part`, which must be a slice of `words`; the whole line where it is not.
    pub(crate) fn span_of(&self, part: &str) -> Span {
        match part.as_ptr().addr().checked_sub(self.words.as_ptr().addr()) {
            Some(at) if at + part.len() <= self.words.len() => {
                Span::new(self.span.start + at, self.span.start + at + part.len())
            }
            _ => self.span,
        }
    }

    /// Whether it is about a picture, whose makers are not credited for the report.
    pub(crate) fn is_about_picture(&self) -> bool {
        crate::pattern::pattern!(r"(?i)(?-u:\b)(?:photo(?:s|graph|graphs|graphers?)?|image|images|pictures?|pictured|getty|videos?|illustration|graphic|handout)(?-u:\b)")
            .is_match(self.words)
    }
}

/// The lines of a text that are not blank.
pub(crate) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trimmed(text);
        at += line.len();
        if !span.is_empty() {
            found.push(Line { words: span.of(text), span, from_start: found.len(), from_end: 0 });
        }
    }
    let last = found.len().saturating_sub(1);
    found.iter_mut().for_each(|line| line.from_end = last - line.from_start);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_from_both_ends() {
        let text = " Reuters \r\n\n\nThe quay is shut.\n© 2026 AP\n";
        let found = lines(text);
        assert_eq!(
            found.iter().map(|l| (l.words, l.from_start, l.from_end)).collect::<Vec<_>>(),
            [("Reuters", 0, 2), ("The quay is shut.", 1, 1), ("© 2026 AP", 2, 0)]
        );
        assert!(found.iter().all(|l| l.span.of(text) == l.words));
        assert_eq!(found[2].span_of(&found[2].words[8..]).of(text), "AP");
        assert!(lines("").is_empty());
    }
}
