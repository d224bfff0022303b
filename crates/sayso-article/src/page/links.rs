//! Is this part of the page a list of links? Sums of text and links along the page, so that each part is judged by a difference.

use std::ops::Range;

use super::outline::Piece;

/// Text and links of a part of the page.
#[derive(Clone, Copy, Default)]
pub(crate) struct Tally {
    /// Characters, white space counted once.
    pub letters: usize,
    /// Of these, within links.
    linked: usize,
    /// Links that are there at all.
    links: usize,
    /// Links that have text.
    worded: usize,
    /// Links with less text than a name has.
    short: usize,
}

/// What stands before each piece, of the pieces that are not left out.
pub(crate) struct Tallies {
    before: Vec<Tally>,
    from: usize,
}

/// Fewer characters than this in a link are no headline.
const SHORT_LINK: usize = 10;

/// Fewer characters than this in a table are left as they are.
const SHORT_TABLE: usize = 200;

/// Of a table with more characters than this, half in links is enough to leave it out.
const LONG_TABLE: usize = 1_000;

/// Counts the pieces of `range` that are not left out.
pub(crate) fn tallies(pieces: &[Piece<'_>], out: &[bool], range: Range<usize>) -> Tallies {
    let mut before = Vec::with_capacity(range.len() + 1);
    let mut sum = Tally::default();
    let mut link: Option<(usize, usize)> = None;
    let mut skip = 0;
    for at in range.clone() {
        if let Some((_, letters)) = link.take_if(|(end, _)| *end <= at) {
            sum.close_link(letters);
        }
        before.push(sum);
        let piece = &pieces[at];
        if out[at] && skip < piece.end {
            skip = piece.end;
        }
        if at < skip {
            continue;
        }
        if piece.name == "a" && link.is_none() {
            sum.links += 1;
            link = Some((piece.end, sum.letters));
        }
        sum.letters += piece.letters;
    }
    if let Some((_, letters)) = link {
        sum.close_link(letters);
    }
    before.push(sum);
    Tallies { before, from: range.start }
}

impl Tally {
    /// Characters that stand in no link.
    pub(crate) fn unlinked(&self) -> usize {
        self.letters - self.linked
    }

    /// Ends a link before which there were so many letters.
    fn close_link(&mut self, before: usize) {
        let letters = self.letters - before;
        self.linked += letters;
        self.worded += usize::from(letters > 0);
        self.short += usize::from(letters > 0 && letters < SHORT_LINK);
    }
}

impl Tallies {
    /// What stands in a range.
    pub(crate) fn of(&self, range: Range<usize>) -> Tally {
        let (a, b) = (self.before[range.start - self.from], self.before[range.end - self.from]);
        Tally {
            letters: b.letters - a.letters,
            linked: b.linked - a.linked,
            links: b.links - a.links,
            worded: b.worded - a.worded,
            short: b.short - a.short,
        }
    }
}

/// Whether an element is links and little else; `has_next` says whether another follows beside it. An element with more text than
/// its limit is an article with links; the last of its row may be longer, since lists of links close an article.
pub(crate) fn is_mostly_links(tally: Tally, name: &str, has_next: bool) -> bool {
    let Tally { letters, linked, links, worded, short } = tally;
    if links == 0 {
        return false;
    }
    if name == "table" {
        let most = if letters < LONG_TABLE { 0.8 } else { 0.5 };
        return letters >= SHORT_TABLE && share(linked, letters) > most;
    }
    if links == 1 && linked > SHORT_LINK && share(linked, letters) > 0.9 {
        return true;
    }
    let limit = match (name, has_next) {
        ("p", false) => 60,
        ("p", true) => 30,
        (_, false) => 300,
        (_, true) => 100,
    };
    let in_links = share(linked, letters) > 0.8 || (worded > 1 && share(short, worded) > 0.8);
    letters < limit && (worded == 0 || in_links)
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

#[cfg(test)]
mod tests {
    use scraper::Html;

    use super::{super::outline::outline, *};

    fn of(html: &str, name: &str) -> bool {
        let page = Html::parse_fragment(html);
        let pieces = outline(&page);
        let at = pieces.iter().position(|p| p.name == name).unwrap();
        let sums = tallies(&pieces, &vec![false; pieces.len()], 0..pieces.len());
        is_mostly_links(sums.of(at..pieces[at].end), name, pieces[at].has_next)
    }

    #[test]
    fn lists_of_links_are_told_from_lists_with_links() {
        assert!(of("<ul><li><a href=a>Tides of today</a><li><a href=b>The weather</a></ul>", "ul"));
        assert!(!of("<ul><li><a href=a>Tides</a> were high on Monday, the office said.</ul>", "ul"));
        assert!(!of("<p>The <a href=a>harbour office</a> said that the quay is shut.</p>", "p"));
        assert!(of("<p><a href=a>Read on: the quay is shut</a></p>", "p"));
        assert!(!of("<p>No links at all.</p>", "p"));
    }

    #[test]
    fn what_is_left_out_is_not_counted() {
        let page = Html::parse_fragment("<div><p>one two</p><p>three <a href=x>four</a></p></div>");
        let pieces = outline(&page);
        let mut out = vec![false; pieces.len()];
        out[pieces.iter().position(|p| p.name == "p").unwrap()] = true;
        let all = tallies(&pieces, &out, 0..pieces.len()).of(0..pieces.len());
        assert_eq!((all.letters, all.unlinked(), all.links), (11, 6, 1));
    }
}
