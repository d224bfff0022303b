//! Which articles carry the same text, and which of them had it first?

use std::collections::BTreeMap;

use sayso_model::{Article, ArticleId, SharedPassage, Span, TextReuse};

use crate::media::whole_credit;

/// Share of a stretch that must lie in shared passages for the other article to carry the stretch: most of it.
const MOST: f64 = 0.5;

/// Articles and what they share, for looking up.
pub(crate) struct Carriers<'a> {
    articles: BTreeMap<&'a ArticleId, &'a Article>,
    reuse: BTreeMap<&'a ArticleId, Vec<&'a TextReuse>>,
}

/// The articles that carry one stretch of text, with the place in each.
pub(crate) type Places = BTreeMap<ArticleId, Span>;

impl<'a> Carriers<'a> {
    pub fn new(articles: &'a [Article], reuse: &'a [TextReuse]) -> Self {
        let articles: BTreeMap<_, _> = articles.iter().map(|a| (&a.id, a)).collect();
        let mut by_article: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for pair in
            reuse.iter().filter(|r| articles.contains_key(&r.first) && articles.contains_key(&r.second))
        {
            by_article.entry(&pair.first).or_default().push(pair);
            by_article.entry(&pair.second).or_default().push(pair);
        }
        by_article.values_mut().for_each(|pairs| pairs.sort_by_key(|p| (&p.first, &p.second)));
        Self { articles, reuse: by_article }
    }

    pub fn article(&self, id: &ArticleId) -> Option<&'a Article> {
        self.articles.get(id).copied()
    }

    /// The articles, sorted by id.
    pub fn articles(&self) -> impl Iterator<Item = &'a Article> {
        self.articles.values().copied()
    }

    fn pairs(&self, id: &ArticleId) -> &[&'a TextReuse] {
        self.reuse.get(id).map_or(&[], Vec::as_slice)
    }

    /// The articles that carry the words of `span`, this one included, through any chain of shared passages.
    pub fn of_words(&self, article: &ArticleId, span: Span) -> Places {
        self.spread(article, span, |pair, from, span| {
            let passages = pair.passages.iter().map(|p| if pair.first == *from { *p } else { turned(*p) });
            place_in_other(passages, span)
        })
    }

    /// The articles from which this one as a whole may come, this one included: those that hold most of its words and
    /// are not known to derive from it, and so on from each.
    pub fn of_article(&self, article: &ArticleId) -> Places {
        self.spread(article, Span::new(0, 0), |pair, from, _| {
            let share = if pair.first == *from { pair.share_of_first } else { pair.share_of_second };
            let source = pair.derived.as_ref().is_none_or(|derived| derived == from);
            (source && share >= MOST).then_some(Span::new(0, 0))
        })
    }

    /// Follows pairs from article to article; `step` gives the place in the other article, if it carries the stretch.
    fn spread(
        &self,
        article: &ArticleId,
        span: Span,
        step: impl Fn(&TextReuse, &ArticleId, Span) -> Option<Span>,
    ) -> Places {
        let mut places = Places::from([(article.clone(), span)]);
        let mut open = vec![(article.clone(), span)];
        while let Some((from, span)) = open.pop() {
            for pair in self.pairs(&from) {
                let other = if pair.first == from { &pair.second } else { &pair.first };
                if !places.contains_key(other)
                    && let Some(place) = step(pair, &from, span)
                {
                    places.insert(other.clone(), place);
                    open.push((other.clone(), place));
                }
            }
        }
        places
    }

    /// The article among `places` where the text starts as far as known, with the pairs that lead to it.
    ///
    /// Articles that derive from another one among them drop out. Of the rest, one with a credit for the whole report
    /// goes first, because it tells more than the others; then the earliest; then the smallest id. Where every article
    /// derives from another, which only contradictory credits give, none drops out.
    pub fn root(&self, places: &Places) -> Option<&'a Article> {
        let derives = |id: &ArticleId| {
            self.pairs(id).iter().any(|pair| {
                let other = if pair.first == *id { &pair.second } else { &pair.first };
                pair.derived.as_ref() == Some(id) && places.contains_key(other)
            })
        };
        let rank = |a: &&Article| {
            let time = a.published.map(|p| p.earliest());
            (whole_credit(a).is_none(), time.is_none(), time, a.id.clone())
        };
        let known = || places.keys().filter_map(|id| self.article(id));
        known().filter(|a| !derives(&a.id)).min_by_key(rank).or_else(|| known().min_by_key(rank))
    }

    /// The articles from which one is known to derive.
    pub fn sources_of(&self, id: &ArticleId) -> impl Iterator<Item = &'a ArticleId> {
        let derived = self.pairs(id).iter().filter(move |pair| pair.derived.as_ref() == Some(id));
        derived.map(move |pair| if pair.first == *id { &pair.second } else { &pair.first })
    }

    /// Whether any passage that two articles share touches the words of `span` in the first.
    pub fn share_words(&self, article: &ArticleId, other: &ArticleId, span: Span) -> bool {
        self.pair(article, other).is_some_and(|pair| {
            let mut here =
                pair.passages.iter().map(|p| if pair.first == *article { p.first } else { p.second });
            here.any(|passage| passage.overlaps(span))
        })
    }

    /// The pair of two articles, if they share text.
    pub fn pair(&self, a: &ArticleId, b: &ArticleId) -> Option<&'a TextReuse> {
        self.pairs(a).iter().copied().find(|p| p.first == *b || p.second == *b)
    }
}

fn turned(passage: SharedPassage) -> SharedPassage {
    SharedPassage { first: passage.second, second: passage.first }
}

/// Where the words of `span` stand in the other article, if most of them lie in shared passages; the place is exact at
/// the ends of a passage and proportional in between, because an edit may have changed the length.
fn place_in_other(passages: impl Iterator<Item = SharedPassage>, span: Span) -> Option<Span> {
    let mut shared = 0;
    let mut place: Option<Span> = None;
    for passage in passages.filter(|p| p.first.overlaps(span)) {
        shared += passage.first.shared(span);
        let scaled = |at: usize| {
            let into = at.clamp(passage.first.start, passage.first.end) - passage.first.start;
            let ratio = passage.second.len() as f64 / passage.first.len().max(1) as f64;
            passage.second.start + (into as f64 * ratio).round() as usize
        };
        // The largest part counts: parts of one sentence may have gone to distant places.
        let here = Span::new(scaled(span.start), scaled(span.end));
        place = place.into_iter().chain([here]).max_by_key(|p| (p.len(), std::cmp::Reverse(p.start)));
    }
    place.filter(|_| !span.is_empty() && shared as f64 >= MOST * span.len() as f64)
}
