//! Whether what was worked out is what follows: everything is worked out again and compared.

use std::collections::{BTreeMap, BTreeSet};

use sayso_origin::text_reuse;

use crate::{
    engines::Engines,
    error::WorkbenchError,
    infer::{infer, statements},
    titles::{Titles, heads},
    workbench::Workbench,
};

impl Workbench {
    /// Works out again what follows from the articles and the kept readings, and says in words where the case holds something
    /// else. `None` where it has not been worked out by this version yet, so that there is nothing to compare.
    ///
    /// It takes as long as adding an article to the case.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn verify_derived(&self, engines: &Engines) -> Result<Option<Vec<String>>, WorkbenchError> {
        self.store.at_once(|| self.derived_differences(engines))
    }

    fn derived_differences(&self, engines: &Engines) -> Result<Option<Vec<String>>, WorkbenchError> {
        if !self.is_current()? {
            return Ok(None);
        }
        let kept = self.store.snapshot()?;
        let readings = self.store.readings(&engines.reader.model().digest)?;
        let embeddings = self.store.embeddings(&engines.embedder.model().digest)?;
        let articles = self.store.articles()?;
        let statements = statements(&articles.iter().collect::<Vec<_>>(), &readings);
        let titles = Titles::of(heads(&articles), &readings);
        let made = infer(articles, statements, titles, &embeddings, &self.first_seen()?, text_reuse);
        let mut out =
            differing("statement", kept.statements.iter(), made.statements.iter(), |s| s.id.to_string());
        out.extend(differing("actor", kept.actors.iter(), made.actors.iter(), |a| a.id.to_string()));
        let pair = |r: &sayso_model::TextReuse| format!("of {} and {}", r.first, r.second);
        out.extend(differing("shared text", kept.reuse.iter(), made.reuse.iter(), pair));
        out.extend(differing("origin", kept.origins.iter(), made.origins.iter(), |o| {
            format!("of {}", o.statement)
        }));
        out.extend(differing("claim", kept.claims.iter(), made.claims.iter(), |c| c.id.to_string()));
        Ok(Some(out))
    }
}

/// Names the values that are kept and do not follow, follow and are not kept, or differ. Of several with one id the first
/// counts, as in the store.
fn differing<'a, T: PartialEq + 'a>(
    what: &str,
    kept: impl DoubleEndedIterator<Item = &'a T>,
    made: impl DoubleEndedIterator<Item = &'a T>,
    id: impl Fn(&T) -> String,
) -> Vec<String> {
    let kept: BTreeMap<String, &T> = kept.rev().map(|v| (id(v), v)).collect();
    let made: BTreeMap<String, &T> = made.rev().map(|v| (id(v), v)).collect();
    let ids: BTreeSet<&String> = kept.keys().chain(made.keys()).collect();
    let differs = |id: &String| match (kept.get(id), made.get(id)) {
        (Some(kept), Some(made)) if kept == made => None,
        (Some(_), Some(_)) => Some("is not what follows from the articles"),
        (Some(_), None) => Some("does not follow from the articles"),
        _ => Some("follows from the articles and is not there"),
    };
    ids.into_iter().filter_map(|id| differs(id).map(|how| format!("{what} {id} {how}"))).collect()
}
