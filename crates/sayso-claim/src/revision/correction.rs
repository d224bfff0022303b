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
    let mut found: Vec<Found<'_>> = after.articles.iter().filter_map(|a| of_itself(a, texts)).collect();
    found.extend(of_others(before, after));
    found.sort_by_key(|one| (&one.corrected.id, &one.by.id));
    let copies = Copies::of(before, after);
    found.into_iter().map(|one| change(&one, &copies, after)).collect()
}

/// A notice in the new stretches of a revised article.
fn of_itself<'a>(article: &'a Article, texts: &BTreeMap<&ArticleId, Vec<Span>>) -> Option<Found<'a>> {
    let (span, kind) = notice_within(&article.text, texts.get(&article.id)?)?;
    let words = Evidence::in_text(&article.id, span);
    Some(Found { corrected: article, by: article, words, kind })
}

/// New articles with a notice about an earlier one of the same outlet.
fn of_others<'a>(before: &Snapshot, after: &'a Snapshot) -> Vec<Found<'a>> {
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
    let mut of_outlet: BTreeMap<&str, Vec<&Article>> = BTreeMap::new();
    if !with_notice.is_empty() {
        for article in after.articles.iter() {
            if let Some(outlet) = &article.publisher {
                of_outlet.entry(outlet).or_default().push(article);
            }
        }
    }
    let mut out = Vec::new();
    for (by, words, kind) in with_notice {
        let Some(outlet) = &by.publisher else { continue };
        let text = by.text.to_lowercase();
        for corrected in of_outlet.get(outlet.as_str()).into_iter().flatten().filter(|a| a.id != by.id) {
            if corrected.retrieved <= by.retrieved
                && (is_named(corrected, &text) || shares(corrected, by, after))
            {
                out.push(Found { corrected, by, words: words.clone(), kind });
            }
        }
    }
    out
}

/// Whether a text in lower case gives the headline or the address of an article.
fn is_named(article: &Article, text: &str) -> bool {
    let title = article.title.as_deref().unwrap_or_default();
    let by_title =
        title.split_whitespace().count() >= NAMING_WORDS && text.contains(&title.trim().to_lowercase());
    let by_address = article.url.as_deref().is_some_and(|url| text.contains(&url.to_lowercase()));
    by_title || by_address
}

/// Whether the later article goes back to the words of the earlier.
fn shares(earlier: &Article, later: &Article, snapshot: &Snapshot) -> bool {
    snapshot.reuse.iter().any(|pair| {
        let is_pair = (&pair.first, &pair.second) == (&earlier.id, &later.id)
            || (&pair.first, &pair.second) == (&later.id, &earlier.id);
        is_pair && pair.derived.as_ref() == Some(&later.id)
    })
}

/// Who took text from whom, in either snapshot: a text that was withdrawn shares nothing any more.
struct Copies<'a>(BTreeMap<&'a ArticleId, BTreeSet<&'a ArticleId>>);

impl<'a> Copies<'a> {
    fn of(before: &'a Snapshot, after: &'a Snapshot) -> Self {
        let mut of: BTreeMap<&ArticleId, BTreeSet<&ArticleId>> = BTreeMap::new();
        for pair in before.reuse.iter().chain(after.reuse.iter()) {
            let Some(derived) = &pair.derived else { continue };
            let from = if *derived == pair.first { &pair.second } else { &pair.first };
            of.entry(from).or_default().insert(derived);
        }
        Self(of)
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
