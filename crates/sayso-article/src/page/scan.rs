//! Where are the tags? A scanner in one pass over a page, without a tree, for pages that may be unsafe to parse.

/// One tag of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tag<'a> {
    /// First byte, that of `<`.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The name as written; empty for comments, doctypes and processing instructions.
    pub name: &'a str,
    /// Whether it closes an element.
    pub closes: bool,
    /// Upper bound for the number of attributes.
    pub attributes: usize,
}

/// Elements whose content is no markup: everything up to their end tag is text.
const RAW: [&str; 8] = ["script", "style", "textarea", "title", "noscript", "iframe", "xmp", "noembed"];

/// Finds the tags of `html` in order; the content of scripts, styles and the like is passed over.
pub(crate) fn tags(html: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut at = 0;
    let mut raw: Option<&str> = None;
    std::iter::from_fn(move || {
        let tag = match raw.take() {
            Some(name) => end_tag_of(html, at, name)?,
            None => next(html, at)?,
        };
        at = tag.end;
        let is_raw = !tag.closes && RAW.iter().any(|r| r.eq_ignore_ascii_case(tag.name));
        raw = is_raw.then_some(tag.name);
        Some(tag)
    })
}

fn next(html: &str, from: usize) -> Option<Tag<'_>> {
    let bytes = html.as_bytes();
    let mut at = from;
    loop {
        let start = at + html.get(at..)?.find('<')?;
        let closes = bytes.get(start + 1) == Some(&b'/');
        let name = start + 1 + usize::from(closes);
        match bytes.get(name) {
            Some(b) if b.is_ascii_alphabetic() => return Some(tag(html, start, name, closes)),
            Some(b'!' | b'?') => return Some(markup(html, start)),
            Some(_) if closes => return Some(markup(html, start)),
            _ => at = start + 1,
        }
    }
}

fn tag(html: &str, start: usize, name_start: usize, closes: bool) -> Tag<'_> {
    let rest = &html.as_bytes()[name_start..];
    let name_end = name_start + rest.iter().position(ends_name).unwrap_or(rest.len());
    let (end, attributes) = end_of_tag(html.as_bytes(), name_end);
    Tag { start, end, name: &html[name_start..name_end], closes, attributes }
}

fn ends_name(byte: &u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>')
}

/// Where the tag ends, quoted values passed over, and how many attributes it has at most.
fn end_of_tag(bytes: &[u8], from: usize) -> (usize, usize) {
    let (mut at, mut gaps, mut quote) = (from, 0, None);
    while let Some(&b) = bytes.get(at) {
        match (quote, b) {
            (Some(q), _) if q == b => (quote, gaps) = (None, gaps + 1),
            (Some(_), _) => {}
            (None, b'>') => return (at + 1, gaps),
            // A quotation mark opens a value only after "="; elsewhere it is part of a name.
            (None, b'"' | b'\'') if after_equals(bytes, from, at) => quote = Some(b),
            (None, b) if b.is_ascii_whitespace() || b == b'/' => gaps += 1,
            _ => {}
        }
        at += 1;
    }
    (bytes.len(), gaps)
}

fn after_equals(bytes: &[u8], from: usize, at: usize) -> bool {
    bytes[from..at].iter().rev().find(|b| !b.is_ascii_whitespace()) == Some(&b'=')
}

/// A comment, a doctype, a processing instruction or what a browser takes for a comment.
fn markup(html: &str, start: usize) -> Tag<'_> {
    let rest = &html[start..];
    let end = if rest.starts_with("<!--") {
        rest.get(4..).and_then(|r| r.find("-->")).map(|i| i + 7)
    } else {
        rest.find('>').map(|i| i + 1)
    };
    Tag { start, end: start + end.unwrap_or(rest.len()), name: "", closes: false, attributes: 0 }
}

fn end_tag_of<'a>(html: &'a str, from: usize, name: &str) -> Option<Tag<'a>> {
    let mut at = from;
    loop {
        let start = at + html.get(at..)?.find("</")?;
        let name_start = start + 2;
        let found = html.as_bytes().get(name_start..name_start + name.len())?;
        let goes_on = html.as_bytes().get(name_start + name.len()).is_some_and(|b| !ends_name(b));
        if found.eq_ignore_ascii_case(name.as_bytes()) && !goes_on {
            return Some(tag(html, start, name_start, true));
        }
        at = name_start;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(html: &str) -> Vec<String> {
        tags(html).map(|t| format!("{}{}", if t.closes { "/" } else { "" }, t.name)).collect()
    }

    #[test]
    fn tags_are_found_with_their_attributes() {
        assert_eq!(names("<p class='a>b'>1 < 2 <br/>x</P>"), ["p", "br", "/P"]);
        assert_eq!(tags("<a x=1 y=2>").next().unwrap().attributes, 2);
    }

    #[test]
    fn scripts_and_comments_hold_no_tags() {
        assert_eq!(
            names("<script>if (a<b) '<p>'</scripty></SCRIPT><!-- <p> --><b>"),
            ["script", "/SCRIPT", "", "b"]
        );
    }

    #[test]
    fn what_is_never_closed_ends_with_the_page() {
        for html in ["<", "</", "<p", "<p class=\"", "<!--", "<script>x", "a<!", "</é", "<?é"] {
            assert!(tags(html).all(|t| t.end <= html.len() && html.is_char_boundary(t.end)), "{html}");
        }
    }
}
