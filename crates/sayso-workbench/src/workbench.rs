//! The case as a whole.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use sayso_model::{Article, ArticleId, Snapshot};
use sayso_origin::text_reuse;
use sayso_store::{Hit, Sealed, Store};

use crate::{
    error::WorkbenchError,
    infer,
    kept_reuse::KeptReuse,
    titles::{Titles, heads},
};

/// A case that is open for reading and writing.
pub struct Workbench {
    pub(crate) store: Store,
    /// The folder.
    pub(crate) dir: PathBuf,
    /// How the database file compared with its seal before it was opened.
    pub(crate) sealed: Option<Sealed>,
    /// Which articles share text, as far as this case has been worked out since it was opened.
    pub(crate) reuse: KeptReuse,
}

/// One state of a case, for noticing that it has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Generation {
    /// Counts the acts that changed articles or statements.
    content: u64,
    /// The generation of articles and statements that everything else was worked out from.
    derived: u64,
    /// How many decisions there are.
    decisions: u64,
}

impl Generation {
    /// Whether the two differ in nothing but what people decided.
    pub fn differs_in_decisions_alone(self, other: Self) -> bool {
        (self.content, self.derived) == (other.content, other.derived)
    }
}

impl Workbench {
    /// Makes a new, empty case in `dir`, which is made too where it is missing.
    ///
    /// # Errors
    /// When the folder holds a case already or cannot be written.
    pub fn create(dir: impl AsRef<Path>) -> Result<Self, WorkbenchError> {
        let dir = dir.as_ref().to_owned();
        Ok(Self { store: Store::create(&dir)?, dir, sealed: None, reuse: KeptReuse::default() })
    }

    /// Opens the case in `dir`.
    ///
    /// # Errors
    /// When there is none, or it is damaged or of a newer version.
    pub fn open(dir: impl AsRef<Path>) -> Result<Self, WorkbenchError> {
        let dir = dir.as_ref().to_owned();
        Ok(Self { store: Store::open(&dir)?, dir, sealed: None, reuse: KeptReuse::default() })
    }

    /// Opens the case in `dir` to check it: compares the database with its seal first, byte for byte.
    ///
    /// # Errors
    /// As [`Workbench::open`].
    pub fn open_for_check(dir: impl AsRef<Path>) -> Result<Self, WorkbenchError> {
        let sealed = Sealed::look(&dir)?;
        Ok(Self { sealed, ..Self::open(dir)? })
    }

    /// Whether `dir` holds a case.
    pub fn is_case(dir: impl AsRef<Path>) -> bool {
        Store::is_case(dir)
    }

    /// Everything that the case holds now, as far as it has been worked out (see [`Workbench::is_current`]), with what people
    /// decided laid over it.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn snapshot(&self) -> Result<Snapshot, WorkbenchError> {
        self.corrected(self.worked_out()?, self.reviews()?)
    }

    /// Whether everything that follows from the captures has been worked out by this version's rules.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn is_current(&self) -> Result<bool, WorkbenchError> {
        let same_rules = self.store.meta(infer::RULES_KEY)? == Some(infer::rules());
        Ok(same_rules && self.store.derived_is_current()? || self.store.generation()? == 0)
    }

    /// Which state of the case this is: equal to what was given before where the case holds what it held then.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn generation(&self) -> Result<Generation, WorkbenchError> {
        let (content, derived) = (self.store.generation()?, self.store.derived_generation()?);
        let decisions = self.store.log_count_of(crate::review::REVIEW)?;
        Ok(Generation { content, derived, decisions })
    }

    /// The case as it was at `time`: from the captures that had been retrieved by then, by the present rules and models.
    ///
    /// Articles that have not been read yet count as articles without statements: call [`Workbench::refresh`] first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn snapshot_as_of(
        &self,
        time: Timestamp,
        engines: &crate::Engines,
    ) -> Result<Snapshot, WorkbenchError> {
        let articles = self.store.articles_as_of(time)?;
        let readings = self.store.readings(&engines.reader.model().digest)?;
        let embeddings = self.store.embeddings(&engines.embedder.model().digest)?;
        let statements = infer::statements(&articles.iter().collect::<Vec<_>>(), &readings);
        let titles = Titles::of(heads(&articles), &readings);
        let worked_out =
            infer::infer(articles, statements, titles, &embeddings, &self.first_seen()?, text_reuse);
        let mut reviews = self.reviews()?;
        reviews.retain(|review| review.time <= time);
        self.corrected(worked_out, reviews)
    }

    /// All texts that an article has had, the first first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn revisions(&self, id: &ArticleId) -> Result<Vec<Article>, WorkbenchError> {
        Ok(self.store.article_revisions(id)?)
    }

    /// Finds at most `limit` articles and statements that hold all words of `query`, the best first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn search(&self, query: &str, limit: usize) -> Result<Vec<Hit>, WorkbenchError> {
        Ok(self.store.search(query, limit)?)
    }
}
