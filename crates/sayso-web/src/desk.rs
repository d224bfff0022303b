//! The open case behind the pages: a snapshot that is kept until the case changes, the search, what is new, and decisions.
//!
//! Everything here waits for the disk, so it is called on threads that may wait.

use std::{
    collections::{BTreeSet, VecDeque},
    hash::{Hash as _, Hasher as _},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError},
};

use jiff::Timestamp;
use sayso_model::{Act, Article, ArticleId, Claim, Digest, Snapshot, StatementId};
use sayso_pages::{
    ChangeView, EventView, Index, PlaceView, ReviewView,
    html::{AddView, Done},
};
use sayso_workbench::{Engines, Generation, Hit, LogProofs, Proven, Workbench, WorkbenchError};

use crate::adding::Adding;

/// A case that is open for reading.
pub(crate) struct Desk {
    folder: PathBuf,
    reading: Mutex<Reading>,
    /// Apart from `reading`: a word that stands thousands of times in a huge article is looked for long.
    searching: Mutex<Workbench>,
    /// Apart from `reading`, since working out an earlier state takes seconds where a case is large.
    comparing: Mutex<Comparing>,
    /// Apart from `reading`: a decision waits for another program's write to end.
    deciding: Mutex<Workbench>,
    /// Apart from `reading`: whether anything changed is asked every second.
    watching: Mutex<Workbench>,
    /// Articles that are being added.
    adding: Adding,
    /// The log as a tree, and how long it was when that was made.
    log: Mutex<Option<(u64, LogProofs)>>,
    /// What the last decisions did, told on the pages that follow them.
    done: Mutex<VecDeque<Arc<Done>>>,
}

/// Decisions whose effects are remembered: many more than are under way at once.
const REMEMBERED: usize = 200;

/// The connection that most pages are made from, and the snapshot that was read last.
struct Reading {
    case: Workbench,
    kept: Option<Seen>,
}

/// The models, loaded when they are needed first, and what was compared last.
#[derive(Default)]
struct Comparing {
    engines: Option<Engines>,
    last: Option<(Timestamp, Generation, Arc<Vec<ChangeView>>)>,
}

/// The case as it is now.
#[derive(Clone)]
pub(crate) struct Seen {
    pub(crate) snapshot: Arc<Snapshot>,
    pub(crate) index: Arc<Index>,
    /// The same without any decision, so that the next decision need not read the whole case again.
    worked_out: Arc<Snapshot>,
    /// Places and days of the whole case, worked out when they are asked for first.
    pub(crate) places: Arc<OnceLock<Vec<PlaceView>>>,
    pub(crate) events: Arc<OnceLock<Vec<EventView>>>,
    /// Whether everything that follows from the articles has been worked out.
    pub(crate) is_current: bool,
    generation: Generation,
}

impl Desk {
    /// Opens the case in this folder.
    pub(crate) fn open(folder: &Path) -> Result<Self, WorkbenchError> {
        let case = Workbench::open(folder)?;
        let reading = Reading { case, kept: None };
        Ok(Self {
            folder: folder.to_owned(),
            reading: Mutex::new(reading),
            searching: Mutex::new(Workbench::open(folder)?),
            comparing: Mutex::default(),
            deciding: Mutex::new(Workbench::open(folder)?),
            watching: Mutex::new(Workbench::open(folder)?),
            adding: Adding::default(),
            log: Mutex::default(),
            done: Mutex::default(),
        })
    }

    /// The name of the case's folder.
    pub(crate) fn name(&self) -> String {
        let folder = self.folder.canonicalize().unwrap_or_else(|_| self.folder.clone());
        folder.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// The case as it is now; read anew only where it has changed.
    pub(crate) fn look(&self) -> Result<Seen, WorkbenchError> {
        let mut reading = lock(&self.reading);
        // The generation comes first: if the case changes in between, the snapshot is newer than it says and is read once more.
        let generation = reading.case.generation()?;
        if let Some(seen) = reading.kept.as_ref().filter(|s| s.generation == generation) {
            return Ok(seen.clone());
        }
        let reviews = reading.case.reviews()?;
        let known = reading.kept.take().filter(|s| s.generation.differs_in_decisions_alone(generation));
        let worked_out = match known {
            Some(seen) => seen.worked_out,
            None => Arc::new(reading.case.worked_out()?),
        };
        let snapshot = match reviews.is_empty() {
            true => worked_out.clone(),
            false => Arc::new(reading.case.corrected(worked_out.as_ref().clone(), reviews)?),
        };
        let index = Arc::new(Index::of(&snapshot));
        let is_current = reading.case.is_current()?;
        let (places, events) = Default::default();
        let seen = Seen { snapshot, index, worked_out, places, events, is_current, generation };
        reading.kept = Some(seen.clone());
        Ok(seen)
    }

    /// A number that differs whenever the case does.
    pub(crate) fn state(&self) -> Result<u64, WorkbenchError> {
        let mut hasher = std::hash::DefaultHasher::new();
        lock(&self.watching).generation()?.hash(&mut hasher);
        let adding = self.adding();
        (adding.running, adding.stage, adding.done).hash(&mut hasher);
        Ok(hasher.finish())
    }

    /// How far the reading of added articles has come.
    pub(crate) fn adding(&self) -> AddView {
        self.adding.view()
    }

    pub(crate) fn progress(&self) -> &Adding {
        &self.adding
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Runs something with the models, which are loaded when they are needed first.
    pub(crate) fn with_engines<T>(
        &self,
        work: impl FnOnce(&Engines) -> Result<T, WorkbenchError>,
    ) -> Result<T, WorkbenchError> {
        work(lock(&self.comparing).engines()?)
    }

    /// Takes a decision; gives the case as it is then, and what followed.
    pub(crate) fn decide(
        &self,
        author: &str,
        act: Act,
        reason: &str,
    ) -> Result<(Seen, Arc<Done>), WorkbenchError> {
        let mut deciding = lock(&self.deciding);
        let before = self.look()?;
        let review = deciding.decide(&before.snapshot, author, Timestamp::now(), act, reason)?;
        let after = self.look()?;
        drop(deciding);
        let found = after.snapshot.reviews.iter().find(|(r, _)| r.number == review.number);
        let standing = found.map_or(sayso_model::Standing::Holds, |(_, standing)| *standing);
        let (earlier, later) = differing(&before, &after);
        let changes = sayso_claim::changes(&earlier, &later);
        let done = Arc::new(Done {
            // The words of what was decided are looked up as it was before: a rejected statement is not there any more.
            review: ReviewView::of(&before.snapshot, &before.index, &review, standing),
            changes: sayso_pages::changes(&earlier, &later, &changes),
        });
        let mut remembered = lock(&self.done);
        remembered.push_back(done.clone());
        if remembered.len() > REMEMBERED {
            remembered.pop_front();
        }
        Ok((after, done))
    }

    /// What a decision did, where that is still remembered.
    pub(crate) fn done(&self, number: u64) -> Option<Arc<Done>> {
        lock(&self.done).iter().find(|done| done.review.number == number).cloned()
    }

    /// All texts that an article has had.
    pub(crate) fn revisions(&self, id: &ArticleId) -> Result<Vec<Article>, WorkbenchError> {
        lock(&self.searching).revisions(id)
    }

    /// A capture with its proof.
    pub(crate) fn prove(&self, digest: &Digest) -> Result<Option<Proven>, WorkbenchError> {
        let case = lock(&self.searching);
        let mut kept = lock(&self.log);
        let length = case.log_length()?;
        let log = match kept.take().filter(|(of, _)| *of == length) {
            Some((_, log)) => log,
            None => case.log_proofs()?,
        };
        let (_, log) = kept.insert((length, log));
        case.prove(digest, log)
    }

    /// The best places, at most `most`, where all words of the query stand.
    pub(crate) fn search(&self, query: &str, most: usize) -> Result<Vec<Hit>, WorkbenchError> {
        lock(&self.searching).search(query, most)
    }

    /// What is new in the case since a time. One comparison runs at a time, and the last one is kept.
    pub(crate) fn changes(
        &self,
        since: Timestamp,
        now: &Seen,
    ) -> Result<Arc<Vec<ChangeView>>, WorkbenchError> {
        let mut comparing = lock(&self.comparing);
        if let Some((_, _, known)) =
            comparing.last.as_ref().filter(|(s, g, _)| *s == since && *g == now.generation)
        {
            return Ok(known.clone());
        }
        let before = Workbench::open(&self.folder)?.snapshot_as_of(since, comparing.engines()?)?;
        let changes = sayso_claim::changes(&before, &now.snapshot);
        let views = Arc::new(sayso_pages::changes(&before, &now.snapshot, &changes));
        comparing.last = Some((since, now.generation, views.clone()));
        Ok(views)
    }
}

/// The two cases with nothing but the claims that are not the same in both, and what these rest on: a decision touches few of them,
/// and comparing all of a large case takes seconds.
fn differing(before: &Seen, after: &Seen) -> (Snapshot, Snapshot) {
    let claims = |of: &Seen, other: &Seen| -> Vec<Claim> {
        let same = |c: &&Claim| other.index.claim(&other.snapshot, &c.id) == Some(*c);
        of.snapshot.claims.iter().filter(|c| !same(c)).cloned().collect()
    };
    let part = |of: &Seen, claims: Vec<Claim>| {
        let ids: BTreeSet<&StatementId> = claims.iter().flat_map(|c| &c.statements).collect();
        let statements = ids.iter().filter_map(|id| of.snapshot.statement(id)).cloned().collect();
        let actors = of.snapshot.actors.clone();
        Snapshot { claims, statements, actors, ..Snapshot::default() }
    };
    let mut earlier = part(before, claims(before, after));
    let mut later = part(after, claims(after, before));
    // Decisions change no article: both have the same.
    let carry: BTreeSet<&ArticleId> =
        earlier.claims.iter().chain(&later.claims).flat_map(|c| &c.articles).collect();
    let articles: Vec<Article> = carry.iter().filter_map(|id| after.snapshot.article(id)).cloned().collect();
    earlier.articles.clone_from(&articles);
    later.articles = articles;
    (earlier, later)
}

impl Comparing {
    fn engines(&mut self) -> Result<&Engines, WorkbenchError> {
        let engines = self.engines.take().map_or_else(Engines::shipped, Ok)?;
        Ok(self.engines.insert(engines))
    }
}

/// Locks; after a panic elsewhere what is behind the lock is still whole, since it is replaced in one step.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
