//! How does a tree read as text? Paragraphs separated by blank lines, white space as a browser shows it.

use scraper::{Html, Node};

/// Elements whose content nobody sees, or which a person works rather than reads.
const UNSEEN: [&str; 15] = [
    "head", "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "canvas", "audio",
    "video", "select", "textarea", "button",
];

/// Headings. They begin and end a paragraph, too.
pub(crate) const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/// Other elements that begin and end a paragraph.
const BLOCKS: [&str; 34] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "header",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "ul",
];

/// What parts two pieces of text, weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    Nothing,
    Space,
    Line,
    Paragraph,
}

/// The visible text of a parsed page or fragment.
pub(crate) fn text(page: &Html) -> String {
    let mut writer = Writer::default();
    let mut node = page.tree.root();
    // A walk along the links of the tree needs no stack, however deep the tree is.
    'walk: loop {
        let enters = writer.enter(node.value());
        if let Some(child) = node.first_child().filter(|_| enters) {
            node = child;
            continue;
        }
        loop {
            writer.leave(node.value());
            if let Some(next) = node.next_sibling() {
                node = next;
                continue 'walk;
            }
            match node.parent() {
                Some(parent) => node = parent,
                None => return writer.out,
            }
        }
    }
}

/// Writes what is shown, block by block.
pub(crate) struct Writer {
    out: String,
    gap: Gap,
}

impl Default for Writer {
    fn default() -> Self {
        Self { out: String::new(), gap: Gap::Nothing }
    }
}

impl Writer {
    /// Writes a node; false where its children are not to be seen.
    fn enter(&mut self, node: &Node) -> bool {
        match node {
            Node::Text(text) => self.words(text),
            Node::Element(element) if UNSEEN.contains(&element.name()) || is_hidden(element) => return false,
            Node::Element(element) => self.element_begins(element.name()),
            _ => {}
        }
        true
    }

    fn leave(&mut self, node: &Node) {
        if let Node::Element(element) = node {
            self.element_ends(element.name());
        }
    }

    /// Parts what follows from what stands before, as the element asks.
    pub(crate) fn element_begins(&mut self, name: &str) {
        self.part(gap_of(name));
    }

    /// Does the same at the element's end; a line break has none.
    pub(crate) fn element_ends(&mut self, name: &str) {
        if name != "br" {
            self.part(gap_of(name));
        }
    }

    /// The text written.
    pub(crate) fn done(self) -> String {
        self.out
    }

    /// Two line breaks in a row make a paragraph, as writers of old pages meant them.
    fn part(&mut self, gap: Gap) {
        let doubled = gap == Gap::Line && self.gap == Gap::Line;
        self.gap = if doubled { Gap::Paragraph } else { self.gap.max(gap) };
    }

    /// Writes a text, its white space as a browser shows it.
    pub(crate) fn words(&mut self, text: &str) {
        for c in text.chars().filter(|c| !is_invisible(*c)) {
            if c.is_whitespace() {
                self.gap = self.gap.max(Gap::Space);
            } else {
                self.close_gap();
                self.out.push(c);
            }
        }
    }

    fn close_gap(&mut self) {
        if !self.out.is_empty() {
            self.out.push_str(match self.gap {
                Gap::Nothing => "",
                Gap::Space => " ",
                Gap::Line => "\n",
                Gap::Paragraph => "\n\n",
            });
        }
        self.gap = Gap::Nothing;
    }
}

fn gap_of(name: &str) -> Gap {
    match name {
        "br" => Gap::Line,
        "tr" => Gap::Paragraph,
        "td" | "th" => Gap::Space,
        _ if BLOCKS.contains(&name) || HEADINGS.contains(&name) => Gap::Paragraph,
        _ => Gap::Nothing,
    }
}

fn is_hidden(element: &scraper::node::Element) -> bool {
    let style: String =
        element.attr("style").unwrap_or_default().chars().filter(|c| !c.is_whitespace()).collect();
    element.attr("hidden").is_some() || style.to_ascii_lowercase().contains("display:none")
}

/// Soft hyphens, zero-width spaces and byte order marks inside words: they part words that a reader sees whole.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\0')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(html: &str) -> String {
        text(&Html::parse_document(html))
    }

    #[test]
    fn blocks_are_parted_by_blank_lines_and_inline_elements_by_nothing() {
        assert_eq!(
            read("<p>(<em>Quay</em>) \n said.</p><p>Shut.<ul><li>one<li>two</ul>"),
            "(Quay) said.\n\nShut.\n\none\n\ntwo"
        );
    }

    #[test]
    fn breaks_part_lines_and_two_of_them_paragraphs() {
        assert_eq!(read("one<br>two<br><br>three"), "one\ntwo\n\nthree");
        assert_eq!(read("<table><tr><td>a<td>b<tr><td>c</table>"), "a b\n\nc");
    }

    #[test]
    fn what_nobody_sees_is_left_out() {
        let html = "<head><title>t</title></head><p hidden>h</p><p style='Display : none'>n</p><script>s</script><p>seen&nbsp;it: quay\u{AD}side";
        assert_eq!(read(html), "seen it: quayside");
    }
}
