//! The open case behind the pages: a snapshot that is kept until the case changes, the search, and what is new.
//!
//! Everything here waits for the disk, so it is called on threads that may wait.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use jiff::Timestamp;
use sayso_model::Snapshot;
use sayso_pages::ChangeView;
use sayso_workbench::{Engines, Generation, Hit, Workbench, WorkbenchError};

/// A case that is open for reading.
pub(crate) struct Desk {
    folder: PathBuf,
    reading: Mutex<Reading>,
    /// Apart from `reading`: a word that stands thousands of times in a huge article is looked for long.
    searching: Mutex<Workbench>,
    /// Apart from `reading`, since working out an earlier state takes seconds where a case is large.
    comparing: Mutex<Comparing>,
}

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
        let snapshot = Arc::new(reading.case.snapshot()?);
        let seen = Seen { snapshot, is_current: reading.case.is_current()?, generation };
        reading.kept = Some(seen.clone());
        Ok(seen)
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
