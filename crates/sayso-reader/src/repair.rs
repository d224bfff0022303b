//! What does the network get wrong at the edges of mentions? Rules that mend them, each measured on PolNeAR dev.

use std::ops::Range;

use crate::{
    decode::{Mention, mention},
    layout::Layout,
    scores::{Role, Scores},
};

/// Signs that may stand between two parts of one content that the network broke apart.
const JOINTS: [&str; 7] = [",", "\"", "“", "”", "'", "‘", "’"];

/// Most signs between two parts of one content: a comma and two quotation marks.
const LONGEST_JOINT: usize = 3;

/// The text, its scores and its layout, which every rule may look at.
pub(crate) struct Page<'a> {
    pub text: &'a str,
    pub scores: &'a Scores,
    pub layout: &'a Layout,
}

/// Mends mentions, which stand in text order and do not overlap; so do the results.
pub(crate) fn repair(mentions: Vec<Mention>, page: &Page) -> Vec<Mention> {
    let mut mentions = join(cut_at_lines(mentions, page), page);
    close_quotations(&mut mentions, page);
    mentions.iter_mut().for_each(|mention| drop_final_stop(mention, page));
    mentions.iter_mut().for_each(|mention| drop_loose_end(mention, page));
    mentions.retain(|mention| mention.role == Role::Cue || has_words(mention, page));
    mentions.into_iter().map(|found| mention(page.scores, found.role, found.pieces)).collect()
}

impl Page<'_> {
    /// The text of one piece; empty beyond the last.
    pub fn word(&self, piece: usize) -> &str {
        self.scores.spans.get(piece).map_or("", |span| span.of(self.text))
    }

    /// The text of a stretch of pieces.
    pub fn words(&self, pieces: &Range<usize>) -> &str {
        self.scores.hull(pieces).trimmed(self.text).of(self.text)
    }
}

/// A mention ends where its paragraph ends: none of the annotated ones goes beyond.
fn cut_at_lines(mentions: Vec<Mention>, page: &Page) -> Vec<Mention> {
    let mut cut = Vec::with_capacity(mentions.len());
    for Mention { role, pieces, .. } in mentions {
        let mut start = pieces.start;
        for i in pieces.start + 1..pieces.end {
            if !page.layout.same_paragraph(i - 1, i) {
                cut.push(Mention { role, pieces: start..i, mass: 0.0 });
                start = i;
            }
        }
        cut.push(Mention { role, pieces: start..pieces.end, mass: 0.0 });
    }
    cut
}

/// Joins mentions of one role that touch, and contents with nothing but quotation marks and commas between them.
fn join(mentions: Vec<Mention>, page: &Page) -> Vec<Mention> {
    let mut joined: Vec<Mention> = Vec::with_capacity(mentions.len());
    for mention in mentions {
        match joined.last_mut() {
            Some(last) if belong_together(last, &mention, page) => last.pieces.end = mention.pieces.end,
            _ => joined.push(mention),
        }
    }
    joined
}

fn belong_together(a: &Mention, b: &Mention, page: &Page) -> bool {
    let mut between = a.pieces.end..b.pieces.start;
    let near = between.is_empty()
        || (a.role == Role::Content
            && between.len() <= LONGEST_JOINT
            && between.all(|i| JOINTS.contains(&page.word(i))));
    a.role == b.role && near && page.layout.same_paragraph(a.pieces.end - 1, b.pieces.start)
}

/// Takes in a quotation mark that stands just outside a content and is missing inside.
fn close_quotations(mentions: &mut [Mention], page: &Page) {
    for i in 0..mentions.len() {
        if mentions[i].role != Role::Content {
            continue;
        }
        let floor = i.checked_sub(1).map_or(0, |before| mentions[before].pieces.end);
        let ceiling = mentions.get(i + 1).map_or(page.scores.len(), |next| next.pieces.start);
        let pieces = &mut mentions[i].pieces;
        let (opened, closed) = open_marks(pieces.clone(), page);
        if closed && pieces.start > floor && is_mark(pieces.start - 1, pieces.start, ["“", "\""], page) {
            pieces.start -= 1;
        } else if opened && let Some(mark) = closing_mark(pieces.end, ceiling, page) {
            pieces.end = mark + 1;
        }
    }
}

/// Whether a quotation is opened and not closed in these pieces, or closed and not opened. A straight mark can be either.
fn open_marks(pieces: Range<usize>, page: &Page) -> (bool, bool) {
    let count = |mark: &str| pieces.clone().filter(|&i| page.word(i) == mark).count();
    let (opening, closing, odd) = (count("“"), count("”"), count("\"") % 2 == 1);
    (opening > closing || odd, closing > opening || odd)
}

/// The closing mark right after `end`, or after the comma or full stop there.
fn closing_mark(end: usize, ceiling: usize, page: &Page) -> Option<usize> {
    let mark = if [",", "."].contains(&page.word(end)) { end + 1 } else { end };
    (mark < ceiling && is_mark(mark, end - 1, ["”", "\""], page)).then_some(mark)
}

fn is_mark(piece: usize, inside: usize, marks: [&str; 2], page: &Page) -> bool {
    marks.contains(&page.word(piece)) && page.layout.same_paragraph(piece, inside)
}

/// The full stop or comma after a paraphrase belongs to the sentence, not to the content; that of a quotation stays.
fn drop_final_stop(mention: &mut Mention, page: &Page) {
    let pieces = &mut mention.pieces;
    let quoted = ["“", "”", "\""].contains(&page.word(pieces.start));
    if mention.role == Role::Content
        && !quoted
        && pieces.len() > 1
        && [",", "."].contains(&page.word(pieces.end - 1))
    {
        pieces.end -= 1;
    }
}

/// Words that cannot end a source: something would have to follow.
const UNFINISHED: [&str; 17] = [
    "of", "at", "over", "in", "on", "by", "from", "with", "and", "or", "but", "which", "who", "that", "to",
    "the", "a",
];

/// A source does not end with a word that something has to follow, nor with a comma that closes nothing. The last piece of
/// "Ola" is no such word.
fn drop_loose_end(mention: &mut Mention, page: &Page) {
    let pieces = &mut mention.pieces;
    if mention.role != Role::Source {
        return;
    }
    while pieces.len() > 1 {
        let last = page.word(pieces.end - 1);
        let commas = pieces.clone().filter(|&i| page.word(i) == ",").count();
        let spans = &page.scores.spans;
        let whole_word = spans[pieces.end - 2].end < spans[pieces.end - 1].start;
        if !((whole_word && UNFINISHED.contains(&last)) || (last == "," && commas == 1)) {
            break;
        }
        pieces.end -= 1;
    }
}

/// Whether a mention holds a letter or digit; a cue may be a colon or a dash.
fn has_words(mention: &Mention, page: &Page) -> bool {
    mention.pieces.clone().any(|i| page.word(i).contains(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{scores::TAGS, shipped::VOCABULARY, wordpiece::WordPiece};
    use Role::{Content, Cue, Source};

    /// Repairs mentions given as words of the text, and shows the words that they end up with.
    fn mended(text: &str, given: &[(Role, &str)]) -> Vec<String> {
        let spans = WordPiece::new(VOCABULARY).unwrap().pieces(text).spans;
        let mut from = 0;
        let mentions = given.iter().map(|&(role, words)| {
            let start = from + text[from..].find(words).expect("the words stand in the text");
            from = start + words.len();
            let first = spans.iter().position(|s| s.start == start).expect("a piece begins there");
            let last = spans.iter().position(|s| s.end == from).expect("a piece ends there");
            Mention { role, pieces: first..last + 1, mass: 0.0 }
        });
        let mentions = mentions.collect();
        let (logits, layout) = (vec![[0.0; TAGS]; spans.len()], Layout::new(text, &spans));
        let scores = Scores { spans, logits, ..Scores::default() };
        let page = Page { text, scores: &scores, layout: &layout };
        let words = |m: &Mention| {
            scores.spans[m.pieces.start].hull(scores.spans[m.pieces.end - 1]).of(text).to_owned()
        };
        repair(mentions, &page).iter().map(words).collect()
    }

    #[test]
    fn a_content_broken_at_a_quotation_mark_is_made_whole() {
        let text = "She called it “bold”, “risky” and dear.";
        assert_eq!(mended(text, &[(Content, "“bold"), (Content, "risky”")]), ["“bold”, “risky”"]);
    }

    #[test]
    fn two_contents_with_words_between_them_stay_apart() {
        let text = "“No,” Mara said, “never.”";
        assert_eq!(mended(text, &[(Content, "“No,”"), (Content, "“never.”")]), ["“No,”", "“never.”"]);
    }

    #[test]
    fn missing_quotation_marks_are_taken_in() {
        assert_eq!(mended("“We leave,” Ola said.", &[(Content, "We leave,”")]), ["“We leave,”"]);
        assert_eq!(mended("“We leave,” Ola said.", &[(Content, "“We leave")]), ["“We leave,”"]);
        assert_eq!(mended("\"We leave\" Ola said.", &[(Content, "We leave\"")]), ["\"We leave\""]);
    }

    #[test]
    fn a_source_has_no_loose_end() {
        let text = "Mara Ivarsen, under fire over, said no.";
        assert_eq!(mended(text, &[(Source, "Mara Ivarsen, under fire over")]), ["Mara Ivarsen, under fire"]);
        assert_eq!(mended(text, &[(Source, "Mara Ivarsen,")]), ["Mara Ivarsen"]);
        let text = "Mara Ivarsen, the mayor, said no.";
        assert_eq!(mended(text, &[(Source, "Mara Ivarsen, the mayor,")]), ["Mara Ivarsen, the mayor,"]);
    }

    #[test]
    fn a_mention_ends_with_its_paragraph() {
        assert_eq!(
            mended("ferries stop\nbuses run", &[(Content, "ferries stop\nbuses run")]),
            ["ferries stop", "buses run"]
        );
    }

    #[test]
    fn the_full_stop_belongs_to_a_quotation_and_not_to_a_paraphrase() {
        assert_eq!(mended("Ola said the bus left.", &[(Content, "the bus left.")]), ["the bus left"]);
        assert_eq!(mended("Ola said: “The bus left.”", &[(Content, "“The bus left.”")]), ["“The bus left.”"]);
    }

    #[test]
    fn a_cue_of_two_verbs_is_one_cue_and_a_sign_alone_is_no_content() {
        let text = "Ola declined to comment.";
        assert_eq!(
            mended(text, &[(Cue, "declined"), (Cue, "to"), (Content, "comment"), (Content, ".")]),
            ["declined to", "comment"]
        );
        assert_eq!(
            mended("Ola: never", &[(Source, "Ola"), (Cue, ":"), (Content, "never")]),
            ["Ola", ":", "never"]
        );
    }
}
