//! Which stretches stand in quotation marks? Two reporters can take one quotation from the same press conference, so
//! a quotation alone makes no copy.

use sayso_model::Span;

/// Finds the direct quotations of `text`, sorted by start; nested ones may overlap.
///
/// A post embedded from a social network is a quotation too: its last line, above the signature "— Name (@name) date".
/// A quotation ends with its line at the latest: a speaker whose words run over several paragraphs gets a new opening
/// mark in each. Single marks count only where they close again, because most of them are apostrophes.
pub(crate) fn quotations(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let (mut at, mut before) = (0, Span::new(0, 0));
    for line in text.split_inclusive('\n') {
        let here = Span::new(at, at + line.len());
        Line::default().read(line, at, &mut found);
        if signs_a_post(line) {
            found.push(before);
        }
        if !line.trim().is_empty() {
            before = here;
        }
        at = here.end;
    }
    found.sort_unstable();
    found
}

/// Whether a line names the writer of the post above it.
fn signs_a_post(line: &str) -> bool {
    line.trim_start().starts_with(['—', '–', '―']) && line.contains("(@")
}

/// What is open at one place of a line.
#[derive(Default)]
struct Line {
    /// Start of the open quotation in double marks, and the marks that close it.
    double: Option<(usize, &'static [char])>,
    /// Start of what may be a quotation in single marks.
    single: Option<usize>,
}

impl Line {
    fn read(mut self, line: &str, offset: usize, found: &mut Vec<Span>) {
        let mut before = ' ';
        let mut chars = line.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let after = chars.peek().map_or(' ', |&(_, c)| c);
            let (at, end) = (offset + at, offset + at + c.len_utf8());
            self.step(c, before, after, Span::new(at, end), found);
            before = c;
        }
        if let Some((start, _)) = self.double {
            found.push(Span::new(start, offset + line.len()));
        }
    }

    fn step(&mut self, c: char, before: char, after: char, here: Span, found: &mut Vec<Span>) {
        if let Some((start, closers)) = self.double {
            if closers.contains(&c) {
                found.push(Span::new(start, here.end));
                self.double = None;
            }
        } else if let Some(closers) = closers_of(c, before) {
            self.double = Some((here.start, closers));
        }
        if !matches!(c, '\'' | '‘' | '’') {
            return;
        }
        if c != '’' && !before.is_alphanumeric() && after.is_alphanumeric() {
            self.single = Some(here.start);
        } else if c != '‘'
            && !after.is_alphanumeric()
            && let Some(start) = self.single.take()
        {
            found.push(Span::new(start, here.end));
        }
    }
}

/// The marks that close what `c` opens; `None` where it opens nothing.
fn closers_of(c: char, before: char) -> Option<&'static [char]> {
    match c {
        '“' => Some(&['”']),
        '„' => Some(&['“', '”']),
        '«' => Some(&['»']),
        '»' if !before.is_alphanumeric() => Some(&['«']),
        // After a letter or digit it closes something or means inches.
        '"' if !before.is_alphanumeric() => Some(&['"']),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(text: &str) -> Vec<&str> {
        quotations(text).into_iter().map(|s| s.of(text)).collect()
    }

    #[test]
    fn every_common_pair_of_marks_is_a_quotation() {
        assert_eq!(quoted("“a b” and \"c\" und „d e“ et « f »."), ["“a b”", "\"c\"", "„d e“", "« f »"]);
        assert_eq!(quoted("He said 'not now' and left."), ["'not now'"]);
    }

    #[test]
    fn apostrophes_and_inches_open_nothing() {
        assert!(quoted("The mayor's 6\" pipe isn't here.").is_empty());
    }

    #[test]
    fn an_embedded_post_is_a_quotation() {
        let text = "The mayor wrote:\nNothing will be sold.\n\n— Ada Quill (@quill) May 3, 2031\n";
        assert_eq!(quoted(text), ["Nothing will be sold.\n"]);
    }

    #[test]
    fn an_unclosed_mark_ends_with_its_line() {
        assert_eq!(quoted("“one\ntwo"), ["“one\n"]);
    }
}
