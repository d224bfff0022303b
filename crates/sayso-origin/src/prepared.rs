//! What of an article does the comparison look at? Its words with their standing, and the few facts that decide who copied
//! whom. An index holds one of these per article, so they are kept small: about eight bytes per word.

use sayso_model::{Article, ArticleId, Credit, Origin, Published, Span};

use crate::{
    direction::syndication_marker,
    furniture::segments,
    media::{is_for_the_whole, publisher},
    places::Places,
    quotation::quotations,
    words::{Word, words},
};

/// What a word counts for when two articles share it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// The report's own words.
    Report,
    /// Words in quotation marks.
    Quoted,
    /// Words of the page, of a dateline or of a credit line.
    Furniture,
}

/// A segment: where it begins and what it says.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SegmentStart {
    /// Number of its first word.
    pub at: u32,
    /// Hash of its words.
    pub hash: u64,
}

/// An article made ready for comparison.
pub(crate) struct Prepared {
    pub id: ArticleId,
    /// The publisher, else the file: what reasons call it.
    pub name: String,
    pub publisher: Option<Origin>,
    pub published: Option<Published>,
    pub credits: Vec<Credit>,
    /// Words by which the article says that it stands elsewhere first.
    pub syndication: Option<Span>,
    /// Hash of each word.
    pub words: Box<[u32]>,
    /// One per word.
    pub standing: Box<[Standing]>,
    /// Where the words stand in the text.
    pub places: Places,
    /// One per segment.
    pub segments: Box<[SegmentStart]>,
    /// Number of words that are not furniture.
    pub report_words: usize,
    /// Number of words that are neither furniture nor quoted.
    pub own_words: usize,
}

impl Prepared {
    pub fn new(article: &Article) -> Self {
        let words = words(&article.text);
        let mut standing = vec![Standing::Report; words.len()];
        for span in quotations(&article.text) {
            mark(&words, span, Standing::Quoted, &mut standing);
        }
        let mut starts = Vec::new();
        for segment in segments(&article.text, &words) {
            starts.push(SegmentStart { at: segment.words.start as u32, hash: segment.hash });
            if segment.is_furniture {
                standing[segment.words].fill(Standing::Furniture);
            }
        }
        for credit in article.credits.iter().filter(|c| is_for_the_whole(c)) {
            if let Some(span) = credit.span {
                mark(&words, span, Standing::Furniture, &mut standing);
            }
        }
        let count = |counts: fn(&Standing) -> bool| standing.iter().filter(|s| counts(s)).count();
        Self {
            id: article.id.clone(),
            name: name_of(article).to_owned(),
            publisher: publisher(article),
            published: article.published,
            credits: article.credits.clone(),
            syndication: syndication_marker(&article.text),
            report_words: count(|s| *s != Standing::Furniture),
            own_words: count(|s| *s == Standing::Report),
            places: Places::of(&words),
            words: words.iter().map(|w| w.hash).collect(),
            standing: standing.into_boxed_slice(),
            segments: starts.into_boxed_slice(),
        }
    }

    /// The number of the segment that a word stands in; segments hold all words.
    pub fn segment_number(&self, word: usize) -> usize {
        self.segments.partition_point(|segment| segment.at as usize <= word).saturating_sub(1)
    }
}

/// What a person calls an article: its publisher, else its file.
pub(crate) fn name_of(article: &Article) -> &str {
    article.publisher.as_deref().unwrap_or(&article.file)
}

/// Gives every word within `span` a standing.
fn mark(words: &[Word], span: Span, as_what: Standing, standing: &mut [Standing]) {
    let first = words.partition_point(|w| w.span.end <= span.start);
    let end = words.partition_point(|w| w.span.start < span.end).max(first);
    standing[first..end].fill(as_what);
}
