//! The open case behind the pages: a snapshot that is kept until the case changes, the search, what is new, and decisions.
//!
//! Everything here waits for the disk, so it is called on threads that may wait.

use std::{
    collections::{BTreeMap, VecDeque},
    hash::{Hash as _, Hasher as _},
    panic::resume_unwind,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

use jiff::Timestamp;
use sayso_model::{Act, Article, ArticleId, Digest, Revision, Snapshot};
use sayso_pages::{
    ChangeView, Index, ReviewView,
    html::{AddView, Done},
};
use sayso_workbench::{Engines, Generation, Hit, LogProofs, Proven, Workbench, WorkbenchError};

use crate::{
    adding::Adding,
    refusal::Refusal,
    seen::{Seen, differing},
};

/// A case that is open for reading.
pub(crate) struct Desk {
    folder: PathBuf,
    /// The case as it was read last. Locked only to take or replace it, so that no page waits for another.
    seen: Mutex<Option<Seen>>,
    /// Reads the case where it has changed.
    reading: Mutex<Workbench>,
    /// Apart from `reading`, which takes seconds where a case is large: tells whether the case has changed.
    asking: Mutex<Workbench>,
    /// Apart from `reading`: a word that stands thousands of times in a huge article is looked for long.
    searching: Mutex<Workbench>,
    /// Apart from `reading`, since working out an earlier state takes seconds where a case is large.
    comparing: Mutex<Comparing>,
    /// Apart from `reading`: a decision waits for another program's write to end.
    deciding: Mutex<Workbench>,
    /// Works out what follows from added articles; it remembers what the ones before it share, so it is kept once it was needed.
    growing: Mutex<Option<Workbench>>,
    /// Articles that are being added.
    adding: Adding,
    /// The log as a tree, and how long it was when that was made.
    log: Mutex<Option<(u64, LogProofs)>>,
    /// What the last decisions did, told on the pages that follow them.
    done: Mutex<VecDeque<Arc<Done>>>,
}

/// Decisions whose effects are remembered: many more than are under way at once.
const REMEMBERED: usize = 200;

/// How long a page waits for a case that has changed to be read: a larger one is shown as it was until it has been read.
const PATIENCE: Duration = Duration::from_millis(100);

/// The models, loaded when they are needed first, and what was compared last.
#[derive(Default)]
struct Comparing {
    engines: Option<Engines>,
    last: Option<(Timestamp, Generation, Arc<Vec<ChangeView>>)>,
}

impl Desk {
    /// Opens the case in this folder.
    pub(crate) fn open(folder: &Path) -> Result<Self, WorkbenchError> {
        Ok(Self {
            folder: folder.to_owned(),
            seen: Mutex::default(),
            reading: Mutex::new(Workbench::open(folder)?),
            asking: Mutex::new(Workbench::open(folder)?),
            searching: Mutex::new(Workbench::open(folder)?),
            comparing: Mutex::default(),
            deciding: Mutex::new(Workbench::open(folder)?),
            growing: Mutex::default(),
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

    /// The case as it is now. A large one that has just changed is given as it was before: whoever changed it reads it
    /// ([`Desk::read`]), or [`Desk::state`] does within a second.
    pub(crate) fn look(&self) -> Result<Seen, WorkbenchError> {
        let generation = lock(&self.asking).generation()?;
        let known = lock(&self.seen).clone();
        match known {
            Some(seen) if seen.generation == generation || seen.took > PATIENCE => Ok(seen),
            _ => self.read(),
        }
    }

    /// The case as it is now, read anew where it has changed, however long that takes.
    pub(crate) fn read(&self) -> Result<Seen, WorkbenchError> {
        let generation = lock(&self.asking).generation()?;
        if let Some(seen) = lock(&self.seen).as_ref().filter(|s| s.generation == generation) {
            return Ok(seen.clone());
        }
        // On a thread of its own: the memory allocator gives what one such thread has freed to the next one. On the threads that answer, each
        // would keep room for a whole case to itself.
        thread::scope(|scope| scope.spawn(|| self.read_anew()).join())
            .unwrap_or_else(|panic| resume_unwind(panic))
    }

    fn read_anew(&self) -> Result<Seen, WorkbenchError> {
        let case = lock(&self.reading);
        let begun = Instant::now();
        let known = lock(&self.seen).clone();
        // The generation comes first: if the case changes in between, the snapshot is newer than it says and is read once more.
        let generation = case.generation()?;
        if let Some(seen) = known.as_ref().filter(|s| s.generation == generation) {
            return Ok(seen.clone());
        }
        let before = known.as_ref().filter(|s| s.generation.differs_in_decisions_alone(generation));
        let worked_out = match before {
            Some(seen) => seen.worked_out.clone(),
            None => Arc::new(case.worked_out()?),
        };
        let snapshot = case.corrected(Snapshot::clone(&worked_out), case.reviews()?)?;
        let index = Arc::new(Index::of(&snapshot));
        let is_current = case.is_current()?;
        let (snapshot, took) = (Arc::new(snapshot), begun.elapsed());
        let (places, events) = Default::default();
        let seen = Seen { snapshot, index, worked_out, places, events, is_current, generation, took };
        // What pages have asked for is worked out before they see the new state, so that none of them waits for it.
        if known.as_ref().is_some_and(|s| s.places.get().is_some()) {
            seen.places();
        }
        if known.is_some_and(|s| s.events.get().is_some()) {
            seen.events();
        }
        // What was seen before is let go after the lock: it takes as long as a page may, and no page should wait for it.
        let before = lock(&self.seen).replace(seen.clone());
        drop(before);
        Ok(seen)
    }

    /// A number that differs whenever the case does, once the case as it is now can be looked at.
    pub(crate) fn state(&self) -> Result<u64, WorkbenchError> {
        let mut hasher = std::hash::DefaultHasher::new();
        let generation = lock(&self.asking).generation()?;
        let known = lock(&self.seen).as_ref().map(|s| s.generation);
        let seen = if known == Some(generation) { generation } else { self.read()?.generation };
        seen.hash(&mut hasher);
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

    /// Works out what follows from what has been added.
    pub(crate) fn grow(&self, progress: &Adding) -> Result<bool, WorkbenchError> {
        let mut growing = lock(&self.growing);
        let case = match growing.as_mut() {
            Some(case) => case,
            None => growing.insert(Workbench::open(&self.folder)?),
        };
        self.with_engines(|engines| case.refresh(engines, progress))
    }

    /// Takes a decision; gives the case as it is then, and what followed.
    pub(crate) fn decide(
        &self,
        author: &str,
        act: Act,
        reason: &str,
    ) -> Result<(Seen, Arc<Done>), WorkbenchError> {
        let mut deciding = lock(&self.deciding);
        let before = self.read()?;
        let review = deciding.decide(&before.snapshot, author, Timestamp::now(), act, reason)?;
        let after = self.read()?;
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

    /// The saved filters of the ledger by name.
    pub(crate) fn filters(&self) -> Result<BTreeMap<String, String>, WorkbenchError> {
        lock(&self.asking).filters()
    }

    /// Keeps a filter under a name; without a query, removes it.
    pub(crate) fn keep_filter(&self, name: &str, query: Option<&str>) -> Result<(), Refusal> {
        Ok(lock(&self.deciding).keep_filter(name, query)?)
    }

    /// All texts that an article has had.
    pub(crate) fn revisions(&self, id: &ArticleId) -> Result<Vec<Article>, WorkbenchError> {
        lock(&self.searching).revisions(id)
    }

    /// What changed from each text of an article to the next.
    pub(crate) fn revised(&self, id: &ArticleId, now: &Snapshot) -> Result<Vec<Revision>, WorkbenchError> {
        lock(&self.searching).revised(now, id)
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
