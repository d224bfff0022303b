//! Which lines belong to the page and not to the report? Cookie and subscription lines, rights notices, photo credits
//! and menu entries stand in unrelated articles, so they say nothing about copying.

use sayso_model::Span;

use crate::{
    phrases::places_of,
    words::{Word, hash_all},
};

/// Phrases that give a line of the page away, in lower case. Each is wording that reports do not use of their subject;
/// single words such as "cookie" or "copyright" are left out because there are reports about both.
const PHRASES: [&str; 53] = [
    "all rights reserved",
    "may not be published, broadcast",
    "accept cookies",
    "accept all cookies",
    "use of cookies",
    "uses cookies",
    "use cookies",
    "cookie policy",
    "cookie settings",
    "privacy policy",
    "terms of use",
    "terms of service",
    "terms and conditions",
    "subscribe now",
    "subscribe to our",
    "subscribe to continue",
    "subscribers only",
    "digital subscription",
    "already a subscriber",
    "sign up for our",
    "sign up to our",
    "sign up for the",
    "our newsletter",
    "free newsletter",
    "daily newsletter",
    "your inbox",
    "click here to",
    "read more:",
    "read also:",
    "also read:",
    "related articles",
    "follow us on",
    "like us on facebook",
    "share this article",
    "join the conversation",
    "facebook commenting",
    "leave a comment",
    "post a comment",
    "download our app",
    "download the app",
    "support our journalism",
    "make a donation",
    "disable your ad blocker",
    "syndicated feed",
    "has not been edited by",
    "getty images",
    "file photo",
    "photo credit",
    "image credit",
    "photo by",
    "photograph by",
    "alle rechte vorbehalten",
    "newsletter abonnieren",
];

/// Words in the longest sentence that a phrase can turn into furniture: rights notices run to about forty.
const LONGEST_NOTICE: usize = 60;

/// Words in the longest line without a full stop that is taken for a label or menu entry ("Sign up", "More on this").
const LONGEST_LABEL: usize = 4;

/// A sentence, or a line that holds none.
pub(crate) struct Segment {
    /// Its first word and one past its last, as numbers of words.
    pub words: std::ops::Range<usize>,
    /// Hash of its words; equal sentences have equal hashes.
    pub hash: u64,
    /// Whether its own wording shows that it belongs to the page.
    pub is_furniture: bool,
}

/// Cuts a text into segments that together hold all its words.
pub(crate) fn segments(text: &str, words: &[Word]) -> Vec<Segment> {
    let mut found = Vec::new();
    let (mut at, mut next) = (0, 0);
    let phrases = places_of(&PHRASES, text);
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        let label = is_label(line)
            && words[next..].iter().take_while(|w| w.span.start < end).count() <= LONGEST_LABEL;
        for sentence in sentences(line) {
            let span = Span::new(at, at + sentence.len());
            at = span.end;
            let first = next;
            next += words[first..].iter().take_while(|w| w.span.start < span.end).count();
            if next > first {
                let of_the_page =
                    label || (next - first <= LONGEST_NOTICE && speaks_of_the_page(sentence, span, &phrases));
                found.push(segment(first..next, words, of_the_page));
            }
        }
    }
    found
}

fn segment(range: std::ops::Range<usize>, words: &[Word], is_furniture: bool) -> Segment {
    let hash = hash_all(words[range.clone()].iter().map(|w| u64::from(w.hash)));
    Segment { words: range, hash, is_furniture }
}

/// Whether a sentence begins like a rights notice or caption, or holds one of the phrases found in the text.
fn speaks_of_the_page(sentence: &str, span: Span, phrases: &[Span]) -> bool {
    let bare = sentence.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '©');
    let begins = |label: &str| bare.get(..label.len()).is_some_and(|start| start.eq_ignore_ascii_case(label));
    let next = phrases.partition_point(|phrase| phrase.start < span.start);
    bare.starts_with('©')
        || ["photo:", "picture:", "image:", "photograph:"].into_iter().any(begins)
        || phrases.get(next).is_some_and(|phrase| span.contains(*phrase))
}

/// Whether a line lacks the mark that ends a sentence.
fn is_label(line: &str) -> bool {
    let end = line.trim_end().trim_end_matches(['”', '"', '’', '\'', ')', '»', '“']);
    !end.ends_with(['.', '!', '?', '…', ':', ';', ','])
}

/// Cuts a line behind marks that end a sentence. Abbreviations cut too: sentences are only compared with sentences that
/// were cut by the same rule.
fn sentences(line: &str) -> impl Iterator<Item = &str> {
    line.split_inclusive(is_gap_behind_end())
}

/// A matcher for the white space behind a sentence's last mark.
fn is_gap_behind_end() -> impl FnMut(char) -> bool {
    let mut ended = false;
    move |c| {
        let cut = ended && c.is_whitespace();
        ended = match c {
            '.' | '!' | '?' | '…' => true,
            '”' | '"' | '’' | '\'' | ')' | '»' | '“' => ended,
            _ => false,
        };
        cut
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::words;

    fn furniture(text: &str) -> Vec<bool> {
        segments(text, &words(text)).iter().map(|s| s.is_furniture).collect()
    }

    #[test]
    fn lines_of_the_page_are_furniture() {
        let text = "Share\nThe dam broke. Nobody was hurt.\n© 2031 Seaview. Photo: Ada Quill";
        assert_eq!(furniture(text), [true, false, false, true, true]);
        assert_eq!(furniture("Sign up for our newsletter!"), [true]);
    }

    #[test]
    fn segments_hold_every_word_once() {
        let text = "One two. Three (four.) “Five six!” seven\n\n eight … nine";
        let found = segments(text, &words(text));
        let all: Vec<usize> = found.iter().flat_map(|s| s.words.clone()).collect();
        assert_eq!(all, (0..9).collect::<Vec<_>>());
    }
}
