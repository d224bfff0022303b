//! What is left of a page that cannot be parsed as it is? Its words, with paragraphs where its blocks were.

use super::scan::tags;

/// Elements within a line; every other tag ends a paragraph.
const INLINE: [&str; 29] = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "img", "ins", "kbd", "label",
    "mark", "nobr", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "wbr",
];

/// Elements whose content nobody sees.
const UNSEEN: [&str; 7] = ["script", "style", "textarea", "title", "noscript", "iframe", "template"];

/// Rewrites a page as paragraphs without nesting or attributes, in one pass.
///
/// Character references are kept as they are, so that a parser can decode them.
pub(crate) fn flattened(html: &str) -> String {
    let mut flat = String::with_capacity(html.len());
    let mut from = 0;
    let mut unseen: Option<String> = None;
    for tag in tags(html) {
        let name = tag.name.to_ascii_lowercase();
        if unseen.is_none() {
            flat.push_str(&html[from..tag.start]);
            if !name.is_empty() && !INLINE.contains(&name.as_str()) {
                flat.push_str("<p>");
            }
        }
        from = tag.end;
        match &unseen {
            Some(open) if tag.closes && *open == name => unseen = None,
            None if !tag.closes && UNSEEN.contains(&name.as_str()) => unseen = Some(name),
            _ => {}
        }
    }
    if unseen.is_none() {
        flat.push_str(&html[from..]);
    }
    flat
}

/// The part of a page before its body, which holds what the page says of itself.
pub(crate) fn head(html: &str) -> &str {
    let ends_head =
        |name: &str, closes: bool| name.eq_ignore_ascii_case(if closes { "head" } else { "body" });
    let end = tags(html).find(|t| ends_head(t.name, t.closes)).map_or(0, |t| t.start);
    &html[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_become_paragraphs_and_scripts_go() {
        let html = "<div class=x>One <b>two</b><script>x='<p>'</script></div>1 &lt; 2<br>three";
        assert_eq!(flattened(html), "<p>One two<p><p>1 &lt; 2<p>three");
    }

    #[test]
    fn the_head_ends_where_the_body_begins() {
        assert_eq!(head("<title><body></title><BODY>x"), "<title><body></title>");
        assert_eq!(head("no head at all"), "");
    }
}
