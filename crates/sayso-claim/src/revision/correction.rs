//! Which articles were corrected or withdrawn since, by their own outlet, and who still carries their words?
//!
//! An outlet corrects an article by a notice in a later text of it, or by a later article with a notice that names the first: by its
//! headline or address, or by sharing its words. Who copied it is known from the text that articles share; a copy that
//! bears a notice of its own is not called uncorrected.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use sayso_model::{Article, ArticleId, Change, ChangeKind, Evidence, Reason, Snapshot, Span};

use super::notice::{CorrectionKind, correction_notice, label, notice_within};

/// A headline with fewer words than this names no article: "Live", "The day in brief".
const NAMING_WORDS: usize = 4;

/// One correction: what it corrects, and the words that do.
struct Found<'a> {
    corrected: &'a Article,
    by: &'a Article,
    words: Evidence,
    kind: CorrectionKind,
}

/// Corrections and retractions that `after` has and `before` had not, each with the articles that still carry the words. `texts` gives
/// the stretches of a revised article that are new.
pub(crate) fn corrections(
    before: &Snapshot,
    after: &Snapshot,
    texts: &BTreeMap<&ArticleId, Vec<Span>>,
) -> Vec<Change> {
    let mut found: Vec<Found<'_>> =
        after.articles.iter().filter_map(|a| of_itself(a, before.article(&a.id)?, texts)).collect();
    let with_notice = with_notice(before, after);
    if found.is_empty() && with_notice.is_empty() {
        return Vec::new();
    }
    let copies = Copies::of(before, after);
    found.extend(of_others(with_notice, after, &copies));
    found.sort_by_key(|one| (&one.corrected.id, &one.by.id));
    found.into_iter().map(|one| change(&one, &copies, after)).collect()
}

/// A notice in the new stretches of a revised article, or in its headline where it had none.
fn of_itself<'a>(
    article: &'a Article,
    was: &Article,
    texts: &BTreeMap<&ArticleId, Vec<Span>>,
) -> Option<Found<'a>> {
    let in_text = || {
        let (span, kind) = notice_within(&article.text, texts.get(&article.id)?)?;
        Some((Evidence::in_text(&article.id, span), kind))
    };
    let title = |article: &'a Article| article.title.as_deref().unwrap_or_default();
    let labelled = label(title(article)).filter(|_| was.title.as_deref().and_then(label).is_none());
    let in_title =
        labelled.map(|kind| (Evidence::in_title(&article.id, Span::new(0, title(article).len())), kind));
    let (words, kind) = in_title.or_else(in_text)?;
    Some(Found { corrected: article, by: article, words, kind })
}

/// New articles that bear a notice, with its words.
fn with_notice<'a>(before: &Snapshot, after: &'a Snapshot) -> Vec<(&'a Article, Evidence, CorrectionKind)> {
    let new = after.articles.iter().filter(|article| before.article(&article.id).is_none());
    let mut with_notice: Vec<(&Article, Evidence, CorrectionKind)> = Vec::new();
    for article in new {
        let title = article.title.as_deref().unwrap_or_default();
        if let Some(kind) = label(title) {
            let words = Evidence::in_title(&article.id, Span::new(0, title.len()));
            with_notice.push((article, words, kind));
        } else if let Some((span, kind)) = correction_notice(&article.text) {
            with_notice.push((article, Evidence::in_text(&article.id, span), kind));
        }
    }
    with_notice
}

/// What these articles correct: earlier ones of the same outlet that they name or go back to.
fn of_others<'a>(
    with_notice: Vec<(&'a Article, Evidence, CorrectionKind)>,
    after: &'a Snapshot,
    copies: &Copies<'_>,
) -> Vec<Found<'a>> {
    let mut of_outlet: BTreeMap<&str, Vec<Named<'_>>> = BTreeMap::new();
    for (by, ..) in &with_notice {
        of_outlet.extend(by.publisher.as_deref().map(|outlet| (outlet, Vec::new())));
    }
    for article in after.articles.iter() {
        if let Some(known) = article.publisher.as_deref().and_then(|outlet| of_outlet.get_mut(outlet)) {
            known.push(Named::of(article));
        }
    }
    let mut out = Vec::new();
    for (by, words, kind) in with_notice {
        let Some(outlet) = &by.publisher else { continue };
        let text = by.text.to_lowercase();
        for named in of_outlet.get(outlet.as_str()).into_iter().flatten() {
            let corrected = named.article;
            let is_earlier = corrected.id != by.id && corrected.retrieved <= by.retrieved;
            if is_earlier && (named.is_in(&text) || copies.has(&corrected.id, &by.id)) {
                out.push(Found { corrected, by, words: words.clone(), kind });
            }
        }
    }
    out
}

/// An article with what names it, in lower case.
struct Named<'a> {
    article: &'a Article,
    title: Option<String>,
    address: Option<String>,
}

impl<'a> Named<'a> {
    fn of(article: &'a Article) -> Self {
        let title = article.title.as_deref().unwrap_or_default();
        let names = title.split_whitespace().count() >= NAMING_WORDS;
        let address = article.url.as_deref().map(str::to_lowercase);
        Self { article, title: names.then(|| title.trim().to_lowercase()), address }
    }

    /// Whether a text in lower case gives the headline or the address. An address may be the beginning of another.
    fn is_in(&self, text: &str) -> bool {
        let ends =
            |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '_'));
        let by_address =
            |url: &String| text.match_indices(url).any(|(at, url)| ends(&text[at + url.len()..]));
        self.title.as_ref().is_some_and(|title| text.contains(title))
            || self.address.as_ref().is_some_and(by_address)
    }
}

/// Who took text from whom, in either snapshot: a text that was withdrawn shares nothing any more.
struct Copies<'a>(BTreeMap<&'a ArticleId, BTreeSet<&'a ArticleId>>);

impl<'a> Copies<'a> {
    fn of(before: &'a Snapshot, after: &'a Snapshot) -> Self {
        let mut of: BTreeMap<&ArticleId, BTreeSet<&ArticleId>> = BTreeMap::new();
        // A copy whose text is another by now has what it shares now.
        let same = |id: &ArticleId| {
            before.article(id).zip(after.article(id)).is_some_and(|(was, is)| was.text == is.text)
        };
        let earlier = before.reuse.iter().filter(|pair| pair.derived.as_ref().is_some_and(same));
        for pair in earlier.chain(after.reuse.iter()) {
            let Some(derived) = &pair.derived else { continue };
            let from = if *derived == pair.first { &pair.second } else { &pair.first };
            of.entry(from).or_default().insert(derived);
        }
        Self(of)
    }

    /// Whether the second took text from the first.
    fn has(&self, from: &ArticleId, by: &ArticleId) -> bool {
        self.0.get(from).is_some_and(|taken| taken.contains(by))
    }

    /// All that go back to an article, directly or through others.
    fn downstream(&self, id: &'a ArticleId) -> BTreeSet<&'a ArticleId> {
        let (mut out, mut next) = (BTreeSet::new(), VecDeque::from([id]));
        while let Some(from) = next.pop_front() {
            let new = self.0.get(from).into_iter().flatten().filter(|copy| **copy != id);
            for copy in new {
                if out.insert(*copy) {
                    next.push_back(copy);
                }
            }
        }
        out
    }
}

fn change<'a>(found: &Found<'a>, copies: &Copies<'a>, after: &Snapshot) -> Change {
    let Found { corrected, by, words, kind } = found;
    let what = match kind {
        CorrectionKind::Correction => "corrects",
        CorrectionKind::Retraction => "withdraws",
    };
    let who = by.publisher.as_deref().unwrap_or(&by.file);
    let it = if by.id == corrected.id { "this article" } else { "it in another article" };
    let said = words.words(by);
    let mut reasons = vec![Reason::with(format!("{who} {what} {it}: “{said}”"), vec![words.clone()])];
    let mut uncorrected = Vec::new();
    for copy in copies.downstream(&corrected.id).into_iter().filter(|copy| **copy != by.id) {
        let Some(article) = after.article(copy) else { continue };
        let noted = correction_notice(&article.text).is_some()
            || article.title.as_deref().is_some_and(|title| label(title).is_some());
        if !noted {
            let outlet = article.publisher.as_deref().unwrap_or(&article.file);
            reasons.push(Reason::new(format!("{outlet} has text from it and bears no correction")));
            uncorrected.push(article.id.clone());
        }
    }
    Change {
        kind: ChangeKind::ArticleCorrected,
        claim: None,
        statement: None,
        article: Some(corrected.id.clone()),
        before: None,
        after: None,
        reasons,
        revision: None,
        copies: uncorrected,
    }
}
