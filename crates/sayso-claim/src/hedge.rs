//! How firmly a sentence puts what it reports: by the words around the content that hedge it or vouch for it.

use sayso_model::{Evidence, Span, Statement};

use crate::proposition::Proposition;

/// Words that hedge, from the weakest on; what stands in no sentence of a retelling has been lost.
const HEDGES: &[(&str, u8)] = &[
    ("may", 1),
    ("might", 1),
    ("could", 1),
    ("possibly", 1),
    ("possible", 1),
    ("perhaps", 1),
    ("suggests", 2),
    ("suggest", 2),
    ("suggested", 2),
    ("allegedly", 2),
    ("alleged", 2),
    ("reportedly", 2),
    ("apparently", 2),
    ("apparent", 2),
    ("believed", 2),
    ("believe", 2),
    ("believes", 2),
    ("suspected", 2),
    ("suspect", 2),
    ("suspects", 2),
    ("likely", 2),
    ("probably", 2),
    ("presumably", 2),
    ("seems", 2),
    ("appears", 2),
    ("appeared", 2),
    ("indicates", 3),
    ("indicate", 3),
    ("indicated", 3),
];
/// Words that vouch: stronger than saying it flatly.
const VOUCHES: &[&str] = &[
    "shows",
    "show",
    "showed",
    "proves",
    "prove",
    "proved",
    "proof",
    "confirms",
    "confirmed",
    "undoubtedly",
    "established",
    "establishes",
];
/// The rank of what is only possible.
const POSSIBLE: u8 = 1;
/// The rank of a sentence that neither hedges nor vouches, and of one that vouches.
const FLAT: u8 = 4;
const VOUCHED: u8 = 5;

/// How firmly, and the word that says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Firmness {
    pub rank: u8,
    pub word: Option<Span>,
}

/// Reads the firmness off the sentence of a statement; the weakest hedge counts.
pub(crate) fn firmness(p: &Proposition<'_>) -> Firmness {
    let text = &p.article.text;
    let (sentence, hull) = (sentence(text, p.statement), p.statement.content_hull());
    let mut best = Firmness { rank: FLAT, word: None };
    for (at, word) in words(sentence.of(text)) {
        let lower = word.to_lowercase();
        let hedge = HEDGES.iter().find(|(h, _)| *h == lower).map(|(_, rank)| *rank);
        let start = sentence.start + at;
        // "may" or "could" beside the content is of another clause; what evidence suggests may stand beside it.
        let hedge =
            hedge.filter(|rank| *rank > POSSIBLE || hull.contains(Span::new(start, start + word.len())));
        let rank =
            hedge.or_else(|| (VOUCHES.contains(&lower.as_str()) && best.rank == FLAT).then_some(VOUCHED));
        let Some(rank) = rank else { continue };
        if best.word.is_none() || rank < best.rank {
            best = Firmness { rank, word: Some(Span::new(start, start + word.len())) };
        }
    }
    best
}

impl Firmness {
    /// The word as evidence.
    pub fn evidence(&self, p: &Proposition<'_>) -> Vec<Evidence> {
        self.word.map(|span| Evidence { article: p.article.id.clone(), span }).into_iter().collect()
    }
}

/// Words with their places.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(|c: char| !c.is_alphanumeric()).filter_map(move |word| {
        // What split at is one character of one to four bytes; the next word is looked for behind it.
        let start = at + text.get(at..)?.find(word)?;
        at = start + word.len();
        (!word.is_empty()).then_some((start, word))
    })
}

/// From the stop or line break before the content to the one after it.
fn sentence(text: &str, statement: &Statement) -> Span {
    let hull = statement.content_hull();
    let ends = |c: char| matches!(c, '.' | '!' | '?' | '\n');
    let start = text.get(..hull.start).and_then(|t| t.rfind(ends)).map_or(0, |at| at + 1);
    let end = text.get(hull.end..).and_then(|t| t.find(ends)).map_or(text.len(), |at| hull.end + at);
    Span::new(start, end.max(start))
}
