//! Is what two articles share enough to say that one text went into the other? Quotations and furniture do not decide it,
//! though quotations that came along count in how much is shared.

use crate::{
    align::Passage,
    prepared::{Prepared, Standing},
};

/// Own words (neither quoted nor furniture) in the shortest passage that counts: about a clause. Shorter runs recur in
/// independent reports as set phrases ("the foreign ministry said in a statement on").
pub(crate) const PASSAGE_WORDS: usize = 8;

/// Own words that two articles must share in such passages: two ordinary sentences. Chosen on the English pairs of an
/// annotated case of 25 digests, where other reports of the same news share up to 28 and all copies but one at least 51;
/// the value lies in the middle of that gap.
pub(crate) const SHARED_WORDS: usize = 38;

/// Share of the shorter article's own words that must be shared as well, so that common set phrases, which add up with
/// length, make no copy of two long articles. The weakest copy found in that case has 0.47; among 612 articles on one
/// summit, pairs at 0.1 share edited paragraphs of one agency report.
pub(crate) const SHARED_SHARE: f64 = 0.1;

/// Own words that are enough when they stand in one passage, whatever the length of the articles: three sentences in a
/// row are no accident, even in an article of thousands of words.
pub(crate) const LONG_PASSAGE: usize = 60;

/// Own words that are enough when they are most of an article: a brief of one sentence is a copy if that sentence is.
pub(crate) const BRIEF_WORDS: usize = 16;

/// What "most of an article" is.
pub(crate) const MOST: f64 = 0.5;

/// What two articles share, where it is enough.
pub(crate) struct Shared<'a> {
    /// The passages that count, in the order of the second article.
    pub passages: Vec<&'a Passage>,
    /// Share of the first article's words that also stand in the second, quotations included, furniture left out.
    pub of_first: f64,
    /// The same the other way round.
    pub of_second: f64,
}

/// Judges the passages of a pair; `recurs` tells of a word, by its numbers in the first and in the second article,
/// whether it is furniture because both publishers have its sentence in other articles too.
pub(crate) fn judge<'a>(
    passages: &'a [Passage],
    first: &Prepared,
    second: &Prepared,
    recurs: impl Fn(usize, usize) -> bool,
) -> Option<Shared<'a>> {
    let (mut counted, mut longest) = (Vec::new(), 0);
    let (mut own, mut report_first, mut report_second) = (Vec::new(), Vec::new(), Vec::new());
    for passage in passages {
        let words = Words::of(passage, first, second, &recurs);
        if words.own.len() >= PASSAGE_WORDS {
            longest = longest.max(words.own.len());
            own.extend(words.own);
        }
        // A quotation that came along is shown and counted as shared, though it proves nothing.
        if words.report.len() >= PASSAGE_WORDS {
            report_first.extend(words.report.iter().map(|&(i, _)| i));
            report_second.extend(words.report.iter().map(|&(_, j)| j));
            counted.push(passage);
        }
    }
    is_enough(distinct(own), longest, first, second).then(|| Shared {
        passages: counted,
        of_first: share(distinct(report_first), first),
        of_second: share(distinct(report_second), second),
    })
}

/// Whether so many shared own words, of which so many in one passage, make a copy.
fn is_enough(own: usize, longest: usize, first: &Prepared, second: &Prepared) -> bool {
    let share = own as f64 / first.own_words.min(second.own_words).max(1) as f64;
    longest >= LONG_PASSAGE
        || (own >= SHARED_WORDS && share >= SHARED_SHARE)
        || (own >= BRIEF_WORDS && share >= MOST)
}

/// The words of a passage that stand in both articles.
struct Words {
    /// Those outside quotations and furniture, by their number in the first article.
    own: Vec<usize>,
    /// Those outside furniture, by their numbers in both.
    report: Vec<(usize, usize)>,
}

impl Words {
    fn of(passage: &Passage, a: &Prepared, b: &Prepared, recurs: &impl Fn(usize, usize) -> bool) -> Self {
        let mut words = Self { own: Vec::new(), report: Vec::new() };
        for (i, j) in passage.runs.iter().flat_map(|r| r.pairs()) {
            let standing = (a.standing[i], b.standing[j]);
            if standing.0 == Standing::Furniture || standing.1 == Standing::Furniture || recurs(i, j) {
                continue;
            }
            words.report.push((i, j));
            // What only one of the two puts in quotation marks, the other has taken over as its own words.
            if standing != (Standing::Quoted, Standing::Quoted) {
                words.own.push(i);
            }
        }
        words
    }
}

/// How many different words these are: a sentence that one article repeats counts once.
fn distinct(mut words: Vec<usize>) -> usize {
    words.sort_unstable();
    words.dedup();
    words.len()
}

fn share(words: usize, article: &Prepared) -> f64 {
    words as f64 / article.report_words.max(1) as f64
}
