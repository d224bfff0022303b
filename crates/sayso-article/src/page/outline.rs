//! Which pieces does a page have, in which order? The tree as one row, in which everything within an element is a range.

use scraper::{Html, Node, node::Element};

/// One element or text.
pub(crate) struct Piece<'a> {
    /// The element, or `None` for a text.
    pub element: Option<&'a Element>,
    /// The element's name; empty for a text.
    pub name: &'a str,
    /// The text; empty for an element.
    pub text: &'a str,
    /// Characters of the text, each run of white space counted once.
    pub letters: usize,
    /// One past the last piece within this one.
    pub end: usize,
    /// Whether an element follows it within the same element.
    pub has_next: bool,
}

/// Lays a tree out in the order of the page. It is walked along its links, so its depth does not matter.
pub(crate) fn outline(page: &Html) -> Vec<Piece<'_>> {
    let mut row = Row { pieces: Vec::new(), open: Vec::new(), last: vec![None] };
    let mut node = page.tree.root();
    'walk: loop {
        row.enter(node.value());
        if let Some(child) = node.first_child() {
            node = child;
            continue;
        }
        loop {
            if node.value().is_element() {
                row.leave();
            }
            if let Some(next) = node.next_sibling() {
                node = next;
                continue 'walk;
            }
            match node.parent() {
                Some(parent) => node = parent,
                None => return row.pieces,
            }
        }
    }
}

struct Row<'a> {
    pieces: Vec<Piece<'a>>,
    /// Elements that are not closed yet.
    open: Vec<usize>,
    /// Of each of them, and of the page, the last element within.
    last: Vec<Option<usize>>,
}

impl<'a> Row<'a> {
    fn enter(&mut self, node: &'a Node) {
        let at = self.pieces.len();
        let (element, name, text): (_, _, &str) = match node {
            Node::Element(element) => (Some(element), element.name(), ""),
            Node::Text(text) => (None, "", text),
            _ => return,
        };
        self.pieces.push(Piece { element, name, text, letters: letters(text), end: at + 1, has_next: false });
        if element.is_some() {
            if let Some(before) = self.last.last_mut().and_then(|last| last.replace(at)) {
                self.pieces[before].has_next = true;
            }
            self.open.push(at);
            self.last.push(None);
        }
    }

    fn leave(&mut self) {
        self.last.pop();
        if let Some(at) = self.open.pop() {
            self.pieces[at].end = self.pieces.len();
        }
    }
}

/// Characters of a text, the white space after each word counted once.
fn letters(text: &str) -> usize {
    text.split_whitespace().map(|word| word.chars().count() + 1).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_element_holds_what_lies_within() {
        let page = Html::parse_fragment("<p>one<b>two</b></p><!-- x --><ul>three</ul>");
        let row = outline(&page);
        let of = |name: &str| row.iter().position(|p| p.name == name).map(|at| (at, &row[at])).unwrap();
        let ((p, paragraph), (b, bold), (ul, list)) = (of("p"), of("b"), of("ul"));
        assert_eq!((paragraph.end, bold.end, list.end), (ul, b + 2, ul + 2));
        assert_eq!((row[p + 1].text, row[b + 1].text, row[ul + 1].text), ("one", "two", "three"));
        assert_eq!((paragraph.has_next, bold.has_next, list.has_next), (true, false, false));
    }
}
