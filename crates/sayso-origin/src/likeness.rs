//! How alike are two articles, in numbers? Counted from all runs of five words of both, quotations included, whether or not
//! what they share makes one a copy of the other.

use std::collections::HashSet;

use sayso_model::{Article, ArticleId};

use crate::{
    candidates::COMMON,
    fingerprint::{LENGTH, grams},
    lines::{Line, lines, recurring},
    media::publisher,
    recurrence::SAME_REPORT,
    runs::Runs,
    sketch::sketch_of_runs,
    verdict::BRIEF_WORDS,
    versions::Versions,
    words::words,
};

/// How much of their text two articles have in common. `first < second` by id.
///
/// The numbers are exact and say nothing on who copied whom: two articles on one press conference can be much alike because
/// both quote it at length. Whether one is a copy, [`crate::text_reuse`] tells.
#[derive(Clone, Debug, PartialEq)]
pub struct Likeness {
    /// One article.
    pub first: ArticleId,
    /// The other.
    pub second: ArticleId,
    /// Different runs of five words that stand in both, as a share of those that stand in either (Jaccard), 0 to 1.
    pub jaccard: f64,
    /// Runs that stand in both, as a share of those of the article with fewer, 0 to 1; without the lines that its publisher has
    /// in three or more different reports. 0 where that leaves less than 16 words: a headline or caption stands in many texts.
    pub containment: f64,
}

/// Runs of the shortest text of which it means something that it stands in another: those of [`BRIEF_WORDS`] words.
const FEWEST: usize = BRIEF_WORDS + 1 - LENGTH;

/// Of the sketch of the shorter of two articles, one in so many must be shared for an exact comparison. Half of a text is about
/// half of its sketch; the rest is left for edits, each of which costs a few runs, and for lines that turn out to be furniture.
/// On 611 articles on one summit neither 6 nor 8 loses a pair, and 6 is a tenth faster.
const SKETCH_SHARE: usize = 6;

/// Finds the pairs of articles of which one of the numbers is `at_least` so high, which means something from a half on; sorted by id.
///
/// The order of `articles` does not matter; of two with one id the first counts. The cost grows with the sum of the lengths and
/// with the pairs; a run that more than 2,000 articles hold makes no candidates.
pub fn likenesses(articles: &[Article], at_least: f64) -> Vec<Likeness> {
    let mut known = HashSet::new();
    let mut texts: Vec<Text<'_>> =
        articles.iter().filter(|article| known.insert(&article.id)).map(Text::new).collect();
    texts.sort_unstable_by_key(|text| text.id);
    let pairs = candidates(&texts);
    let common: Vec<usize> =
        pairs.iter().map(|&(a, b)| texts[a as usize].runs.common(&texts[b as usize].runs)).collect();
    let versions = versions(&texts, &pairs, &common);
    let reports = reports(&texts, &versions);
    let report = |n: u32| reports[n as usize].as_ref().unwrap_or(&texts[n as usize].runs);
    let judged = pairs.iter().zip(common).filter_map(|(&(a, b), both)| {
        let (x, y) = (&texts[a as usize], &texts[b as usize]);
        let jaccard = share(both, x.runs.len() + y.runs.len() - both);
        let unchanged = reports[a as usize].is_none() && reports[b as usize].is_none();
        let both = if unchanged { both } else { report(a).common(report(b)) };
        let fewer = report(a).len().min(report(b).len());
        let containment = if fewer < FEWEST { 0.0 } else { share(both, fewer) };
        let (first, second) = (x.id, y.id);
        (jaccard.max(containment) >= at_least).then(|| Likeness {
            first: first.clone(),
            second: second.clone(),
            jaccard,
            containment,
        })
    });
    judged.collect()
}

/// What of an article is compared.
struct Text<'a> {
    id: &'a ArticleId,
    publisher: Option<String>,
    words: Vec<u32>,
    lines: Vec<Line>,
    runs: Runs,
    /// Hashes of the runs by which candidates are found.
    sketch: Vec<u32>,
}

impl<'a> Text<'a> {
    fn new(article: &'a Article) -> Self {
        let found = words(&article.text);
        let words: Vec<u32> = found.iter().map(|word| word.hash).collect();
        let in_order: Vec<u64> = grams(&words).collect();
        Self {
            id: &article.id,
            publisher: publisher(article).map(|p| p.key),
            lines: lines(&article.text, &found),
            sketch: sketch_of_runs(&in_order).into_iter().map(|sampled| sampled.hash).collect(),
            runs: Runs::sorted(in_order),
            words,
        }
    }

    /// The runs without the lines that recur, those around a line next to each other; `None` where none does.
    fn report(&self, recurs: impl Fn(&Line) -> bool) -> Option<Runs> {
        let mut kept = Vec::with_capacity(self.words.len());
        for (number, line) in self.lines.iter().enumerate() {
            let end = self.lines.get(number + 1).map_or(self.words.len(), |next| next.at as usize);
            if !recurs(line) {
                kept.extend_from_slice(&self.words[line.at as usize..end]);
            }
        }
        (kept.len() < self.words.len()).then(|| Runs::of(&kept))
    }
}

/// Which texts of one publisher are one report, by the runs that each pair has in common.
fn versions(texts: &[Text<'_>], pairs: &[(u32, u32)], common: &[usize]) -> Versions {
    let mut versions = Versions::of(texts.len());
    for (&(a, b), &both) in pairs.iter().zip(common) {
        let (x, y) = (&texts[a as usize], &texts[b as usize]);
        let same_publisher = x.publisher.is_some() && x.publisher == y.publisher;
        if same_publisher && share(both, x.runs.len().min(y.runs.len())) >= SAME_REPORT {
            versions.join(a, b);
        }
    }
    versions
}

/// Of every text its runs without furniture, where it has any.
fn reports(texts: &[Text<'_>], versions: &Versions) -> Vec<Option<Runs>> {
    let furniture = recurring(texts.iter().map(|t| (t.publisher.as_deref(), t.lines.as_slice())), versions);
    let report = |text: &Text<'_>| {
        let publisher = text.publisher.as_deref()?;
        text.report(|line| furniture.contains(&(publisher, line.hash)))
    };
    texts.iter().map(report).collect()
}

/// The pairs of texts whose sketches agree enough for an exact comparison, in order.
fn candidates(texts: &[Text<'_>]) -> Vec<(u32, u32)> {
    let holders = Holders::new(texts);
    let (mut shared, mut touched, mut found) = (vec![0_u32; texts.len()], Vec::new(), Vec::new());
    for (a, text) in (0..).zip(texts) {
        for others in holders.after(a) {
            for &b in others {
                if shared[b as usize] == 0 {
                    touched.push(b);
                }
                shared[b as usize] += 1;
            }
        }
        touched.sort_unstable();
        for b in touched.drain(..) {
            let fewer = text.sketch.len().min(texts[b as usize].sketch.len());
            if std::mem::take(&mut shared[b as usize]) as usize * SKETCH_SHARE >= fewer {
                found.push((a, b));
            }
        }
    }
    found
}

/// Which texts hold each run of the sketches.
struct Holders {
    /// Texts by run, those of one run in a row and in order.
    texts: Vec<u32>,
    /// Of each text the places in `texts` behind its own, and where its run ends.
    places: Vec<Vec<(u32, u32)>>,
}

impl Holders {
    fn new(texts: &[Text<'_>]) -> Self {
        let runs = (0_u64..)
            .zip(texts)
            .flat_map(|(number, text)| text.sketch.iter().map(move |&run| (u64::from(run) << 32) | number));
        let mut sorted: Vec<u64> = runs.collect();
        sorted.sort_unstable();
        let mut places = vec![Vec::new(); texts.len()];
        let mut start = 0;
        for of_run in sorted.chunk_by(|a, b| a >> 32 == b >> 32) {
            let end = start + of_run.len() as u32;
            if (2..=COMMON).contains(&of_run.len()) {
                for (place, &text) in (start + 1..end).zip(of_run) {
                    places[text as u32 as usize].push((place, end));
                }
            }
            start = end;
        }
        Self { texts: sorted.into_iter().map(|entry| entry as u32).collect(), places }
    }

    /// The later texts that share a run with this one, for each such run.
    fn after(&self, text: u32) -> impl Iterator<Item = &[u32]> {
        self.places[text as usize].iter().map(|&(from, to)| &self.texts[from as usize..to as usize])
    }
}

fn share(part: usize, of: usize) -> f64 {
    part as f64 / of.max(1) as f64
}
