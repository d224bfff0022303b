//! What is odd about the text itself? Nothing there, a headline at most, or characters that could not be read.

use sayso_model::{Notice, NoticeCode, Span};

use crate::{decode::Decoded, pattern::pattern};

/// Longest line, in characters, that can be a headline: the longest that newspapers print have some 200.
const MAX_HEADLINE: usize = 250;

/// The notice for a text that is empty or a headline only.
pub(crate) fn of_length(text: &str) -> Option<Notice> {
    let words = text.trim();
    if words.is_empty() {
        return Some(Notice::new(NoticeCode::EmptyText, "the article has no text"));
    }
    let is_line = !words.contains('\n') && words.chars().count() <= MAX_HEADLINE;
    let has_sentence = pattern!(r#"[.!?。！？…।؟]["'”’»)\]]*(?:\s|$)"#).is_match(words);
    let span = Span::new(0, text.len()).trimmed(text);
    (is_line && !has_sentence).then(|| {
        Notice::at(
            NoticeCode::HeadlineOnly,
            "the text is one line without a sentence: a headline at most",
            span,
        )
    })
}

/// The notice for bytes that were no characters, at the first place in `text` where they stood.
pub(crate) fn of_characters(decoded: &Decoded, text: &str) -> Option<Notice> {
    if decoded.invalid == 0 {
        return None;
    }
    let times = if decoded.invalid == 1 {
        "place holds".to_owned()
    } else {
        format!("{} places hold", decoded.invalid)
    };
    let count = if decoded.invalid == 1 { "1 " } else { "" };
    let message = format!("{count}{times} bytes that are no characters; each was replaced by U+FFFD");
    Some(match text.find('\u{FFFD}') {
        Some(at) => {
            let span = Span::new(at, at + '\u{FFFD}'.len_utf8());
            Notice::at(NoticeCode::InvalidCharacters, format!("{message}, the first at byte {at}"), span)
        }
        None => Notice::new(
            NoticeCode::InvalidCharacters,
            format!("{message}, none of them in the article's text"),
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> Option<NoticeCode> {
        of_length(text).map(|n| n.code)
    }

    #[test]
    fn nothing_and_a_headline_are_told_from_a_text() {
        assert_eq!(code(" \n\t"), Some(NoticeCode::EmptyText));
        assert_eq!(code("Quay shut after crane falls\n"), Some(NoticeCode::HeadlineOnly));
        assert_eq!(code("The quay is shut."), None);
        assert_eq!(code("He said: “The quay is shut.”"), None);
        assert_eq!(code("Quay shut\n\nMayor silent"), None);
        assert_eq!(code("U.S quay 2.5 m wide"), Some(NoticeCode::HeadlineOnly));
    }
}
