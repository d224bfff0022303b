//! Which lines before the text are about the text? `Key: value` lines up to the first blank line.

use sayso_model::{Notice, NoticeCode, Published};

use crate::{dates, language, pattern::pattern};

/// Keys whose meaning is known; a block without any of them is text.
const KNOWN: [&str; 7] = ["url", "outlet", "publisher", "published", "lang", "title", "byline"];

/// What the header lines say. `None` where a line is missing or says that it is unknown.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Header {
    pub url: Option<String>,
    pub publisher: Option<String>,
    pub published: Option<Published>,
    pub language: Option<String>,
    pub title: Option<String>,
    pub byline: Option<String>,
    pub others: Vec<(String, String)>,
    pub notices: Vec<Notice>,
}

/// Parts a text into its header and its body; the body is everything after the first blank line, unchanged.
///
/// The block counts as a header only if every line up to the blank line is `Key: value` and one key at least is known, so that
/// a text that begins "WASHINGTON: The minister ..." is all body. Without a blank line two known keys are asked for: a single
/// line "Title: a novel" with nothing after it is a text.
pub(crate) fn part(text: &str) -> (Header, &str) {
    let mut pairs = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        at += line.len();
        if line.trim().is_empty() {
            return if known(&pairs) > 0 { (read(&pairs), &text[at..]) } else { (Header::default(), text) };
        }
        match pair(line) {
            Some(pair) => pairs.push(pair),
            None => return (Header::default(), text),
        }
    }
    if known(&pairs) > 1 { (read(&pairs), &text[at..]) } else { (Header::default(), text) }
}

fn known(pairs: &[(&str, &str)]) -> usize {
    pairs.iter().filter(|(key, _)| KNOWN.contains(&key.to_lowercase().as_str())).count()
}

fn pair(line: &str) -> Option<(&str, &str)> {
    let form = pattern!(r"^([A-Za-z][A-Za-z0-9 _-]{0,30}):(?:[ \t](.*))?$");
    let found = form.captures(line.trim_end_matches(['\n', '\r']))?;
    Some((found.get(1)?.as_str().trim(), found.get(2).map_or("", |v| v.as_str().trim())))
}

fn read(pairs: &[(&str, &str)]) -> Header {
    let mut header = Header::default();
    for (key, value) in pairs {
        header.take(key, value);
    }
    header
}

impl Header {
    /// Takes one line. The first line that says something counts; a repeated key is kept among the others.
    fn take(&mut self, key: &str, value: &str) {
        let slot = match key.to_lowercase().as_str() {
            "url" => &mut self.url,
            "outlet" | "publisher" => &mut self.publisher,
            "title" => &mut self.title,
            "byline" => &mut self.byline,
            "published" => return self.take_published(key, value),
            "lang" => return self.take_language(key, value),
            _ => return self.others.push((key.to_owned(), value.to_owned())),
        };
        match slot {
            _ if is_unknown(value) => {}
            Some(_) => self.others.push((key.to_owned(), value.to_owned())),
            None => *slot = Some(value.to_owned()),
        }
    }

    fn take_published(&mut self, key: &str, value: &str) {
        match dates::parse(value) {
            _ if is_unknown(value) => {}
            Some(date) if self.published.is_none() => self.published = Some(date),
            Some(_) => self.others.push((key.to_owned(), value.to_owned())),
            None => {
                let message = format!(
                    "the header says published: {value:?}, which is no date; write it as 2026-03-14 or 2026-03-14T09:30:00Z"
                );
                self.unreadable(key, value, message);
            }
        }
    }

    fn take_language(&mut self, key: &str, value: &str) {
        match language::code(value) {
            _ if is_unknown(value) => {}
            Some(code) if self.language.is_none() => self.language = Some(code),
            Some(_) => self.others.push((key.to_owned(), value.to_owned())),
            None => {
                let message =
                    format!("the header says lang: {value:?}, which is no language code; write it as en");
                self.unreadable(key, value, message);
            }
        }
    }

    /// What could not be read stays among the other headers, so that nothing that was given is lost.
    fn unreadable(&mut self, key: &str, value: &str, message: String) {
        self.notices.push(Notice::new(NoticeCode::UnreadableHeader, message));
        self.others.push((key.to_owned(), value.to_owned()));
    }
}

fn is_unknown(value: &str) -> bool {
    value.is_empty() || value.eq_ignore_ascii_case("unknown")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_body_is_kept_to_the_last_space() {
        let (header, body) = part("title: Quay shut\r\nDesk: harbour\r\n\r\n  Shut. \r\n\r\n");
        assert_eq!(header.title.as_deref(), Some("Quay shut"));
        assert_eq!(header.others, [("Desk".to_owned(), "harbour".to_owned())]);
        assert_eq!(body, "  Shut. \r\n\r\n");
    }

    #[test]
    fn a_dateline_with_a_colon_is_text() {
        let text = "NORDHAVEN: The quay is shut.\n\nNobody said why.\n";
        assert_eq!(part(text), (Header::default(), text));
    }

    #[test]
    fn one_line_that_is_no_pair_makes_the_block_text() {
        let text = "title: Quay shut\nThe quay is shut.\n\nNobody said why.\n";
        assert_eq!(part(text).1, text);
    }

    #[test]
    fn headers_without_a_text_are_headers() {
        let (header, body) = part("title: Quay shut\nlang: en-GB\n");
        assert_eq!(
            (header.title.as_deref(), header.language.as_deref(), body),
            (Some("Quay shut"), Some("en"), "")
        );
        let text = "Title: a novel of the sea";
        assert_eq!(part(text).1, text);
    }

    #[test]
    fn unknown_is_unknown_and_nothing_odd() {
        let (header, _) = part("title: unknown\npublished: Unknown\noutlet:\n\nx");
        assert_eq!(header, Header::default());
    }

    #[test]
    fn an_unreadable_date_is_noticed_and_kept() {
        let (header, _) = part("published: 2026-02-30\nlang: somewhat\n\nx");
        assert_eq!(header.published, None);
        assert!(header.notices.iter().all(|n| n.code == NoticeCode::UnreadableHeader));
        assert_eq!((header.notices.len(), header.others.len()), (2, 2));
        assert!(header.notices[0].message.contains("2026-02-30"));
    }

    #[test]
    fn the_first_of_two_lines_with_one_key_counts() {
        let (header, _) = part("outlet: The Quay\npublisher: Harbour Press\n\nx");
        assert_eq!(header.publisher.as_deref(), Some("The Quay"));
        assert_eq!(header.others, [("publisher".to_owned(), "Harbour Press".to_owned())]);
    }
}
