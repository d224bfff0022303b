//! What of an article does the comparison look at? Its words with their standing, its fingerprints, and the few facts
//! that decide who copied whom.

use sayso_model::{Article, ArticleId, Credit, Origin, Published, Span};

use crate::{
    direction::syndication_marker,
    fingerprint::{Fingerprint, fingerprints},
    furniture::segments,
    media::{is_for_the_whole, publisher},
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
    pub words: Vec<Word>,
    /// One per word.
    pub standing: Vec<Standing>,
    /// One per word: the number of its segment.
    pub segment_of: Vec<u32>,
    /// One per segment.
    pub segment_hashes: Vec<u64>,
    /// Sorted by hash, then by place.
    pub fingerprints: Vec<Fingerprint>,
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
        let mut segment_of = Vec::with_capacity(words.len());
        let mut segment_hashes = Vec::new();
        for segment in segments(&article.text, &words) {
            let number = u32::try_from(segment_hashes.len()).unwrap_or(u32::MAX);
            segment_hashes.push(segment.hash);
            segment_of.extend(segment.words.clone().map(|_| number));
            if segment.is_furniture {
                standing[segment.words].fill(Standing::Furniture);
            }
        }
        for credit in article.credits.iter().filter(|c| is_for_the_whole(c)) {
            if let Some(span) = credit.span {
                mark(&words, span, Standing::Furniture, &mut standing);
            }
        }
        let fingerprints = fingerprints(&words, &standing);
        Self {
            id: article.id.clone(),
            name: name_of(article).to_owned(),
            publisher: publisher(article),
            published: article.published,
            credits: article.credits.clone(),
            syndication: syndication_marker(&article.text),
            words,
            segment_of,
            segment_hashes,
            fingerprints,
            report_words: standing.iter().filter(|s| **s != Standing::Furniture).count(),
            own_words: standing.iter().filter(|s| **s == Standing::Report).count(),
            standing,
        }
    }

    /// The bytes from the first to the last of these words.
    pub fn span(&self, words: std::ops::Range<usize>) -> Span {
        match self.words.get(words) {
            Some([first, .., last]) => first.span.hull(last.span),
            Some([only]) => only.span,
            _ => Span::new(0, 0),
        }
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
