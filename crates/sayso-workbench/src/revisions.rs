//! The earlier texts of articles: needed to say what a case held before, and when an article was first there.

use std::collections::BTreeMap;

use jiff::Timestamp;
use sayso_model::{Article, ArticleId};

use crate::{error::WorkbenchError, workbench::Workbench};

/// When each article was first retrieved, whatever its text was then.
pub(crate) type FirstSeen = BTreeMap<ArticleId, Timestamp>;

impl Workbench {
    /// The latest time that the case knows: computed entries of the log get it, so that they depend on no clock.
    pub(crate) fn latest(&self) -> Result<Timestamp, WorkbenchError> {
        let times = self.store.log_entries()?.into_iter().map(|entry| entry.time);
        Ok(times.max().unwrap_or(Timestamp::UNIX_EPOCH))
    }

    /// When each article was first retrieved: a claim keeps its id when the article that founded it is revised.
    pub(crate) fn first_seen(&self) -> Result<FirstSeen, WorkbenchError> {
        let mut out = FirstSeen::new();
        for revision in self.store.all_revisions()? {
            let seen = out.entry(revision.of).or_insert(revision.article.retrieved);
            *seen = revision.article.retrieved.min(*seen);
        }
        Ok(out)
    }

    /// When these articles were first retrieved: of a large case a decision asks for few.
    pub(crate) fn first_seen_of(&self, articles: &[Article]) -> Result<FirstSeen, WorkbenchError> {
        let mut out = FirstSeen::new();
        for article in articles {
            let times = self.store.article_revisions(&article.id)?.into_iter().map(|text| text.retrieved);
            out.extend(times.min().map(|time| (article.id.clone(), time)));
        }
        Ok(out)
    }

    /// The texts that are no longer the latest, in lists that hold no article twice.
    pub(crate) fn earlier_texts(&self) -> Result<Vec<Vec<Article>>, WorkbenchError> {
        let latest = self.store.revisions()?;
        let mut out: BTreeMap<u32, Vec<Article>> = BTreeMap::new();
        for revision in self.store.all_revisions()? {
            if latest.get(&revision.of).is_some_and(|last| revision.number < *last) {
                out.entry(revision.number).or_default().push(revision.article);
            }
        }
        Ok(out.into_values().collect())
    }
}
