//! Whether the articles are what the captures give: each is made again, in the order in which the captures came.

use std::collections::{BTreeMap, BTreeSet};

use sayso_model::{Article, ArticleId, Digest, Notice, NoticeCode};
use sayso_store::{Revision, Seen, say_the_same};

use crate::{error::WorkbenchError, verify::capture, workbench::Workbench};

/// The texts that each article should have had, the first first.
type Texts = BTreeMap<ArticleId, Vec<Article>>;

impl Workbench {
    /// How the kept articles differ from those that the captures give by this version's rules.
    pub(crate) fn changed_articles(&self, seen: &[Seen]) -> Result<Vec<String>, WorkbenchError> {
        let mut expected = self.made_again(seen)?;
        let mut out = Vec::new();
        for revision in self.store.all_revisions()? {
            let texts = expected.entry(revision.of.clone()).or_default();
            let next = (!texts.is_empty()).then(|| texts.remove(0));
            out.extend(difference(&revision, next.as_ref()));
        }
        for article in expected.values().flatten() {
            out.push(format!(
                "article {} ({}) lacks the text that capture {} gives",
                article.id, article.file, article.capture
            ));
        }
        Ok(out)
    }

    /// Makes articles of all captures, each when its bytes were seen first.
    fn made_again(&self, seen: &[Seen]) -> Result<Texts, WorkbenchError> {
        let mut known: BTreeSet<&Digest> = BTreeSet::new();
        let mut texts = Texts::new();
        for seen in seen.iter().filter(|seen| known.insert(&seen.capture)) {
            let Some(kept) = self.store.capture(&seen.capture)? else { continue };
            let article = sayso_article::article(&capture(seen, kept.media_type, kept.bytes));
            let own = texts.entry(article.id.clone()).or_default();
            if own.last().is_none_or(|before| !say_the_same(before, &article)) {
                own.push(article);
            }
        }
        Ok(texts)
    }
}

/// How one kept text differs from the one that its capture gives.
fn difference(kept: &Revision, made: Option<&Article>) -> Option<String> {
    let article = &kept.article;
    let name = format!("article {} ({}), text {},", kept.of, article.file, kept.number);
    let Some(made) = made else { return Some(format!("{name} comes from no capture")) };
    let what = match () {
        () if article.capture != made.capture => "the capture that it names",
        () if article.text != made.text => "the text",
        () if (&article.url, &article.publisher, &article.published)
            != (&made.url, &made.publisher, &made.published) =>
        {
            "address, outlet or time"
        }
        () if article.credits != made.credits => "the credits",
        () if without_added(article) != without_added(made) => "a detail",
        () => return None,
    };
    Some(format!("{name} is not what capture {} gives: {what} differs", made.capture))
}

/// The article without the notice that is given when it is added, which depends on what the case held then.
fn without_added(article: &Article) -> Article {
    let added = |notice: &Notice| notice.code == NoticeCode::SameFileOtherText;
    let notices = article.notices.iter().filter(|notice| !added(notice)).cloned().collect();
    Article { notices, ..article.clone() }
}
