//! Where does an article's report start? At the article that its text comes from, and at the agency that this one
//! credits.

use std::collections::BTreeMap;

use sayso_model::{Article, ArticleId, Credit, Evidence, Origin, Reason, TextReuse};

use crate::{
    carriers::Carriers,
    media::{medium, publisher, whole_credit},
    prepared::name_of,
    retelling::retellings,
};

/// Where an article's report starts, as far as known.
#[derive(Clone, Debug, PartialEq)]
pub struct Root {
    /// The article that the text comes from; the article itself where it comes from no other.
    pub article: ArticleId,
    /// The medium that this article credits for the whole report (dateline, author line or line of its own).
    pub credit: Option<Credit>,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// Tells where an article's report starts; `None` where `articles` does not hold it.
///
/// Follows text reuse as long as most of the words come along, through known directions, and through unknown ones to
/// the earliest or credited article of those that share the text.
pub fn root_of(article: &ArticleId, reuse: &[TextReuse], articles: &[Article]) -> Option<Root> {
    let carriers = Carriers::new(articles, reuse);
    root_in(&carriers, carriers.article(article)?)
}

/// Tells for every article where its report starts: the credited medium, else the root article. What an article likely tells
/// again in other words ([`retellings`]) stands last among the reasons.
pub fn article_origins(
    articles: &[Article],
    reuse: &[TextReuse],
) -> BTreeMap<ArticleId, (Origin, Vec<Reason>)> {
    let carriers = Carriers::new(articles, reuse);
    let mut origins: BTreeMap<ArticleId, (Origin, Vec<Reason>)> =
        carriers.articles().filter_map(|a| Some((a.id.clone(), origin_of(&carriers, a)?))).collect();
    // A retelling is no proof: it is told among the reasons and moves no origin.
    for retelling in retellings(articles, reuse) {
        if let Some((_, reasons)) = origins.get_mut(&retelling.derived) {
            reasons.extend(retelling.reasons);
        }
    }
    origins
}

fn origin_of(carriers: &Carriers<'_>, article: &Article) -> Option<(Origin, Vec<Reason>)> {
    let root = root_in(carriers, article)?;
    let origin = match &root.credit {
        Some(credit) => medium(&credit.name),
        None => Origin::article(&root.article, name_of(carriers.article(&root.article)?)),
    };
    Some((origin, root.reasons))
}

fn root_in(carriers: &Carriers<'_>, article: &Article) -> Option<Root> {
    let root = carriers.root(&carriers.of_article(&article.id))?;
    let mut reasons = way_to(carriers, article, root);
    let credit = credit_of(root);
    match credit {
        Some(credit) => reasons.push(crediting(root, credit)),
        None if root.id == article.id => {
            reasons.push(Reason::new("it shares most of its text with no earlier article"))
        }
        None => {}
    }
    Some(Root { article: root.id.clone(), credit: credit.cloned(), reasons })
}

/// The medium that an article credits for the whole report, its own publisher left out.
pub(crate) fn credit_of(article: &Article) -> Option<&Credit> {
    let own = publisher(article).map(|p| p.key);
    whole_credit(article).filter(|c| Some(medium(&c.name).key) != own)
}

/// Says that an article credits a medium.
pub(crate) fn crediting(article: &Article, credit: &Credit) -> Reason {
    let evidence = credit.span.map(|span| Evidence::in_text(&article.id, span));
    Reason::with(format!("{} credits {}", name_of(article), credit.name), evidence.into_iter().collect())
}

/// Says how the text came from `root` to `article`; nothing where they are one.
pub(crate) fn way_to(carriers: &Carriers<'_>, article: &Article, root: &Article) -> Vec<Reason> {
    if article.id == root.id {
        return Vec::new();
    }
    let mut reasons = vec![Reason::new(format!("its text starts with {}, as far as known", name_of(root)))];
    match carriers.pair(&article.id, &root.id) {
        Some(pair) => reasons.extend(pair.reasons.iter().cloned()),
        None => reasons.push(Reason::new("it came there through other articles that share the text")),
    }
    reasons
}
