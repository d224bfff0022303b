//! Can the page be parsed into a tree in reasonable time and space? Counts, before a parser is let near it, what hurts parsers.

use super::scan::{Tag, tags};

/// Deepest nesting that is parsed. Browsers stop at 512; extraction walks trees recursively and loses text below some 250.
const MAX_DEPTH: usize = 250;

/// Most tags. The heaviest news pages have some 30,000; 100,000 take extraction about 3 seconds on one core.
const MAX_TAGS: usize = 100_000;

/// Most "<" signs, tags or not: each costs a parser as much as a tag. Scripts hold thousands of them, no page 200,000.
const MAX_SIGNS: usize = 200_000;

/// Most attributes of one tag: a parser compares each with all before it.
const MAX_ATTRIBUTES: usize = 1_000;

/// Most elements that a parser may add on its own because formatting elements were left open: it opens each of them again in
/// every new block, so that 500 open ones and 20,000 blocks would make 10 million elements.
const MAX_REOPENED: usize = 500_000;

/// Elements without content.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

/// Elements whose end tag may be left out, since the next of their kind closes them: they cannot nest by themselves.
const OPTIONAL_END: [&str; 17] = [
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "html", "head",
    "body", "colgroup", "caption",
];

/// Elements that a parser opens again after a block has closed them.
const FORMATTING: [&str; 14] =
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// Whether a tree can be made of the page.
pub(crate) fn is_safe_to_parse(html: &str) -> bool {
    let mut load = Load::default();
    html.matches('<').count() <= MAX_SIGNS && tags(html).all(|tag| load.bears(&tag))
}

#[derive(Default)]
struct Load {
    open: Vec<String>,
    formatting: usize,
    reopened: usize,
    tags: usize,
}

impl Load {
    /// Adds a tag; false once the page is too much.
    fn bears(&mut self, tag: &Tag<'_>) -> bool {
        let name = tag.name.to_ascii_lowercase();
        self.tags += 1;
        if tag.closes {
            self.close(&name);
        } else {
            self.reopened += self.formatting;
            self.open(name);
        }
        self.open.len() <= MAX_DEPTH
            && self.tags <= MAX_TAGS
            && tag.attributes <= MAX_ATTRIBUTES
            && self.reopened <= MAX_REOPENED
    }

    fn open(&mut self, name: String) {
        let nests =
            !name.is_empty() && !VOID.contains(&name.as_str()) && !OPTIONAL_END.contains(&name.as_str());
        // A link closes the link before it.
        let replaces = name == "a" && self.open.iter().any(|open| open == "a");
        if nests && !replaces {
            self.formatting += usize::from(FORMATTING.contains(&name.as_str()));
            self.open.push(name);
        }
    }

    /// Closing an element closes all within it; an end tag without a start tag does nothing.
    fn close(&mut self, name: &str) {
        let Some(at) = self.open.iter().rposition(|open| open == name) else { return };
        let is_formatting = |open: &String| FORMATTING.contains(&open.as_str());
        if is_formatting(&self.open[at]) {
            self.open.remove(at);
            self.formatting -= 1;
        } else {
            // Formatting elements outlive the block that they were opened in.
            let inner = self.open.split_off(at);
            self.open.extend(inner.into_iter().filter(is_formatting));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_pages_are_safe() {
        let item = "<li><p>One<br><b>two</b><a href=x>three</a>";
        assert!(is_safe_to_parse(&format!("<!doctype html><html><body><ul>{}</ul>", item.repeat(5_000))));
    }

    #[test]
    fn deep_pages_are_not() {
        assert!(!is_safe_to_parse(&"<div>".repeat(MAX_DEPTH + 1)));
        assert!(is_safe_to_parse(&"<div></div>".repeat(MAX_DEPTH + 1)));
    }

    #[test]
    fn formatting_that_is_never_closed_is_not() {
        assert!(!is_safe_to_parse(&format!("{}{}", "<b id=1>".repeat(200), "<p>x".repeat(10_000))));
        assert!(!is_safe_to_parse(&"<div><b></div>".repeat(MAX_DEPTH + 1)));
    }

    #[test]
    fn endless_attributes_and_tags_are_not() {
        assert!(!is_safe_to_parse(&format!("<p {}>", "a ".repeat(MAX_ATTRIBUTES + 1))));
        assert!(!is_safe_to_parse(&"<p>x".repeat(MAX_TAGS + 1)));
        assert!(!is_safe_to_parse(&"<".repeat(MAX_SIGNS + 1)));
    }
}
