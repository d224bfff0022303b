//! Which articles likely tell another one again in other words, or in another language? Those that credit its outlet, or the agency
//! whose report it carries, and give the same quotations and figures in the same order.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet, HashMap},
};

use sayso_model::{Article, ArticleId, Evidence, Reason, Span, TextReuse};

use crate::{
    marks::{Mark, marks},
    media::{is_for_the_whole, medium, publisher},
    prepared::name_of,
};

/// Marks that must come in the same order. Two figures agree by chance in reports of one event ("36 hours", "214 passengers");
/// three in one order, from an outlet that is credited besides, hardly do.
const IN_ORDER: usize = 3;

/// Share of the marks of the article with fewer that must come in the same order, so that long reports full of figures do not
/// agree by their mere number.
const MOST: f64 = 0.5;

/// Articles of one outlet that may give a mark for it to tell of any: a figure in more of them is a year, a price, a hotline.
const COMMON: usize = 50;

/// Marks shown as evidence of each article.
const SHOWN: usize = 3;

/// One article likely tells another again. Unlike [`TextReuse`] it is not proven by common words.
#[derive(Clone, Debug, PartialEq)]
pub struct Retelling {
    /// The article that tells again.
    pub derived: ArticleId,
    /// The article that it likely tells.
    pub from: ArticleId,
    /// The credit, and the quotations and figures.
    pub reasons: Vec<Reason>,
}

/// Finds the articles that likely tell another one again, sorted by id; pairs that share text are left to `reuse`.
///
/// Of several articles of the credited outlet the one counts with which an article has the most in common. The cost grows with
/// the sum of the lengths. The order of `articles` does not matter.
pub fn retellings(articles: &[Article], reuse: &[TextReuse]) -> Vec<Retelling> {
    let sorted: BTreeMap<&ArticleId, &Article> = articles.iter().map(|a| (&a.id, a)).collect();
    let known: Vec<Known<'_>> = sorted.into_values().map(Known::new).collect();
    let index = index(&known);
    let proven: BTreeSet<(&ArticleId, &ArticleId)> = reuse.iter().map(|r| (&r.first, &r.second)).collect();
    let is_proven = |a: &ArticleId, b: &ArticleId| proven.contains(&(a.min(b), a.max(b)));
    known.iter().filter_map(|article| retold(article, &known, &index, is_proven)).collect()
}

/// An article with what it is compared by.
struct Known<'a> {
    article: &'a Article,
    publisher: Option<String>,
    /// The outlets whose reports it holds: its publisher, and those that it credits for the whole.
    holds: BTreeSet<String>,
    /// The first place of each mark, in the order of the text.
    marks: Vec<(Mark, Span)>,
}

impl<'a> Known<'a> {
    fn new(article: &'a Article) -> Self {
        let publisher = publisher(article).map(|p| p.key);
        let credits = article.credits.iter().filter(|c| is_for_the_whole(c)).map(|c| medium(&c.name).key);
        let holds = credits.chain(publisher.clone()).collect();
        Self { article, publisher, holds, marks: marks(&article.text) }
    }

    /// The outlets that it credits, its own left out, with the place of the credit.
    fn credited(&self) -> BTreeMap<String, (&'a str, Option<Span>)> {
        let credits = self.article.credits.iter().rev();
        let keyed = credits.map(|c| (medium(&c.name).key, (c.name.as_str(), c.span)));
        keyed.filter(|(key, _)| Some(key) != self.publisher.as_ref()).collect()
    }
}

/// Numbers of articles by outlet and mark.
type Index<'a> = HashMap<(&'a str, Mark), Vec<usize>>;

fn index<'a>(known: &'a [Known<'_>]) -> Index<'a> {
    let mut index = Index::new();
    for (number, article) in known.iter().enumerate() {
        for outlet in &article.holds {
            for (mark, _) in &article.marks {
                index.entry((outlet, *mark)).or_default().push(number);
            }
        }
    }
    index
}

fn retold(
    article: &Known<'_>,
    known: &[Known<'_>],
    index: &Index<'_>,
    is_proven: impl Fn(&ArticleId, &ArticleId) -> bool,
) -> Option<Retelling> {
    let mut best: Option<(usize, Reverse<&ArticleId>, Retelling)> = None;
    for (outlet, credit) in article.credited() {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for (mark, _) in &article.marks {
            let holders = index.get(&(outlet.as_str(), *mark)).filter(|holders| holders.len() <= COMMON);
            holders.into_iter().flatten().for_each(|&n| *shared.entry(n).or_default() += 1);
        }
        for (number, _) in shared.into_iter().filter(|(_, marks)| *marks >= IN_ORDER) {
            let from = &known[number];
            if !may_come_from(article, from, &outlet) || is_proven(&article.article.id, &from.article.id) {
                continue;
            }
            let order = in_order(article, from);
            let fewer = article.marks.len().min(from.marks.len());
            let rank = (order.len(), Reverse(&from.article.id));
            let better = best.as_ref().is_none_or(|(marks, id, _)| rank > (*marks, *id));
            if order.len() >= IN_ORDER && order.len() as f64 >= MOST * fewer as f64 && better {
                best = Some((rank.0, rank.1, in_words(article.article, from.article, credit, &order)));
            }
        }
    }
    best.map(|(_, _, retelling)| retelling)
}

/// Whether credit and time allow that an article tells another of the credited outlet again. One that merely credits the same
/// outlet must have been there before; else neither need have seen the other.
fn may_come_from(article: &Known<'_>, from: &Known<'_>, outlet: &str) -> bool {
    let is_before = |a: &Known<'_>, b: &Known<'_>| {
        a.article.published.zip(b.article.published).is_some_and(|(a, b)| a.is_before(b))
    };
    let is_its_own = from.publisher.as_deref() == Some(outlet);
    from.article.id != article.article.id
        && if is_its_own { !is_before(article, from) } else { is_before(from, article) }
}

/// The most marks that come in the same order in both, with their places (longest increasing subsequence).
fn in_order(article: &Known<'_>, from: &Known<'_>) -> Vec<(Span, Span)> {
    let there: HashMap<Mark, Span> = from.marks.iter().copied().collect();
    let both: Vec<(Span, Span)> =
        article.marks.iter().filter_map(|(mark, here)| Some((*here, *there.get(mark)?))).collect();
    // For each length: the last pair of the sequence that ends earliest there; and for each pair the one before it.
    let (mut ends, mut before): (Vec<usize>, Vec<Option<usize>>) = (Vec::new(), Vec::new());
    for (number, pair) in both.iter().enumerate() {
        let length = ends.partition_point(|&end| both[end].1 < pair.1);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if length == ends.len() {
            ends.push(number);
        } else {
            ends[length] = number;
        }
    }
    let mut order: Vec<(Span, Span)> =
        std::iter::successors(ends.last().copied(), |&at| before[at]).map(|at| both[at]).collect();
    order.reverse();
    order
}

fn in_words(
    article: &Article,
    from: &Article,
    credit: (&str, Option<Span>),
    order: &[(Span, Span)],
) -> Retelling {
    let at = |of: &Article, span| Evidence::in_text(&of.id, span);
    let words: Vec<&str> = order.iter().take(SHOWN).map(|(here, _)| here.of(&article.text)).collect();
    let places = order.iter().take(SHOWN).flat_map(|(here, there)| [at(article, *here), at(from, *there)]);
    let text = format!(
        "likely tells {} again in other words: {} quotations and figures come in the same order, among them {}",
        name_of(from),
        order.len(),
        words.join(", ")
    );
    let credited = format!("{} credits {}", name_of(article), credit.0);
    let reasons = vec![
        Reason::with(text, places.collect()),
        Reason::with(credited, credit.1.map(|span| at(article, span)).into_iter().collect()),
    ];
    Retelling { derived: article.id.clone(), from: from.id.clone(), reasons }
}
