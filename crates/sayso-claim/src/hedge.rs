//! How firmly a sentence puts what it reports: by the words around the content that hedge it or vouch for it.

use sayso_model::{DriftKind, Evidence, Reason, Span, Statement};

use crate::{
    proposition::{Proposition, stem},
    token::words_in,
};

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
    ("alleges", 2),
    ("allege", 2),
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
pub(crate) fn firmness<'p>(p: &'p Proposition<'_>) -> &'p Firmness {
    p.firmness.get_or_init(|| read(p))
}

fn read(p: &Proposition<'_>) -> Firmness {
    let text = &p.article.text;
    let (sentence, hull) = (sentence(text, p.statement), p.statement.content_hull());
    let mut best = Firmness { rank: FLAT, word: None };
    for word in words_in(text, sentence) {
        let lower = word.of(text).to_lowercase();
        let hedge = HEDGES.iter().find(|(h, _)| *h == lower).map(|(_, rank)| *rank);
        // "may" or "could" beside the content is of another clause; what evidence suggests may stand beside it.
        let hedge = hedge.filter(|rank| *rank > POSSIBLE || hull.contains(word));
        let rank =
            hedge.or_else(|| (VOUCHES.contains(&lower.as_str()) && best.rank == FLAT).then_some(VOUCHED));
        let Some(rank) = rank else { continue };
        if best.word.is_none() || rank < best.rank {
            best = Firmness { rank, word: Some(word) };
        }
    }
    best
}

/// Hedges that stand before the noun that they hedge.
const BEFORE_NOUNS: &[&str] = &["possible", "apparent", "alleged", "suspected", "likely"];

impl Firmness {
    /// The noun that an adjective hedges, shortened as stems are: where it is not told, its hedge cannot be lost.
    fn hedged_noun(&self, p: &Proposition<'_>) -> Option<String> {
        let (word, text) = (self.word?, &p.article.text);
        if !BEFORE_NOUNS.contains(&word.of(text).to_lowercase().as_str()) {
            return None;
        }
        let noun = words_in(text, Span::new(word.end, text.len())).next()?;
        Some(stem(&noun.of(text).to_lowercase()))
    }

    /// The word as evidence.
    pub fn evidence(&self, p: &Proposition<'_>) -> Vec<Evidence> {
        self.word.map(|span| p.evidence(span)).into_iter().collect()
    }
}

/// A hedge that is gone, or gave way to a stronger word.
pub(crate) fn firmer(from: &Proposition<'_>, to: &Proposition<'_>) -> Option<(DriftKind, Reason)> {
    let (a, b) = (firmness(from), firmness(to));
    if b.rank <= a.rank || a.hedged_noun(from).is_some_and(|noun| !to.stems.contains(&noun)) {
        return None;
    }
    let word = |f: &Firmness, p: &Proposition<'_>| f.word.map(|w| w.of(&p.article.text).to_owned());
    let evidence = a.evidence(from).into_iter().chain(b.evidence(to)).collect();
    Some(match (word(a, from), word(b, to)) {
        (Some(before), None) => (DriftKind::HedgeLost, Reason::with(format!("“{before}” is gone"), evidence)),
        (Some(before), Some(after)) => {
            (DriftKind::ModalityStrengthened, Reason::with(format!("“{before}” became “{after}”"), evidence))
        }
        (None, Some(after)) => {
            (DriftKind::ModalityStrengthened, Reason::with(format!("“{after}” was added"), evidence))
        }
        (None, None) => return None,
    })
}

/// A hedge that was not there: the retelling takes back what was said flatly.
pub(crate) fn weaker(from: &Proposition<'_>, to: &Proposition<'_>) -> Option<(DriftKind, Reason)> {
    let (a, b) = (firmness(from), firmness(to));
    let word = b.word.filter(|_| a.rank >= FLAT && b.rank < FLAT)?;
    let text = format!("“{}” was added: it is told less firmly than it was said", word.of(&to.article.text));
    Some((DriftKind::Other, Reason::with(text, b.evidence(to))))
}

/// From the stop or line break before the content to the one after it.
pub(crate) fn sentence(text: &str, statement: &Statement) -> Span {
    let hull = statement.content_hull();
    let before = text.get(..hull.start).unwrap_or("");
    let after = text.get(hull.end..).unwrap_or("");
    let start = before.match_indices(ENDS).rev().find(|(at, mark)| ends(text, *at, mark));
    let end = after.match_indices(ENDS).find(|(at, mark)| ends(text, hull.end + at, mark));
    let start = start.map_or(0, |(at, mark)| at + mark.len());
    Span::new(start, end.map_or(text.len(), |(at, _)| hull.end + at).max(start))
}

/// Marks that end a sentence.
const ENDS: [char; 4] = ['.', '!', '?', '\n'];

/// Whether a mark ends the sentence that it stands in: a stop within a word does not, nor one behind a single capital ("U.S.").
fn ends(text: &str, at: usize, mark: &str) -> bool {
    if mark != "." {
        return true;
    }
    let next = text.get(at + 1..).and_then(|rest| rest.chars().next());
    let word = text.get(..at).unwrap_or("").rsplit(|c: char| c.is_whitespace()).next().unwrap_or("");
    let initials = word.split('.').all(|part| part.chars().count() == 1);
    next.is_none_or(|c| !c.is_alphanumeric()) && (!initials || next.is_none())
}
