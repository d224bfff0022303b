//! What of the work on many texts is done, and what is still needed? Texts share runs: a window that stands in several is run
//! once. A text is interpreted as soon as its last run is there, and outputs are dropped when no text waits for them.

use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicUsize, Ordering},
};

use crate::outputs::Outputs;

/// The runs of many texts, and who waits for them.
pub(crate) struct Board<'a> {
    /// For each text its runs.
    runs: &'a [Vec<usize>],
    /// For each run the texts that wait for it, once for each window.
    waiting: Vec<Vec<usize>>,
    /// For each text the number of its windows without outputs.
    open: Vec<AtomicUsize>,
    /// For each run the number of windows that will still look at it.
    needed: Vec<AtomicUsize>,
    outputs: Vec<Mutex<Option<Arc<Outputs>>>>,
}

impl<'a> Board<'a> {
    /// A board for texts with these runs, numbered below `count`.
    pub fn new(runs: &'a [Vec<usize>], count: usize) -> Self {
        let mut waiting = vec![Vec::new(); count];
        for (text, own) in runs.iter().enumerate() {
            own.iter().for_each(|&run| waiting[run].push(text));
        }
        let counters = |sizes: Vec<usize>| sizes.into_iter().map(AtomicUsize::new).collect();
        Self {
            runs,
            open: counters(runs.iter().map(Vec::len).collect()),
            needed: counters(waiting.iter().map(Vec::len).collect()),
            outputs: waiting.iter().map(|_| Mutex::default()).collect(),
            waiting,
        }
    }

    /// Takes the outputs of a run, and gives the texts of which it was the last.
    pub fn post(&self, run: usize, outputs: Outputs) -> Vec<usize> {
        *self.slot(run) = Some(Arc::new(outputs));
        // Acquire and release: whoever counts a text down to 0 sees the outputs that others posted.
        let last = |text: &usize| self.open[*text].fetch_sub(1, Ordering::AcqRel) == 1;
        self.waiting[run].iter().copied().filter(last).collect()
    }

    /// The outputs of a text's runs, in text order, each of which is dropped when no other text needs it.
    pub fn take(&self, text: usize) -> Vec<Arc<Outputs>> {
        let own = &self.runs[text];
        let found = own.iter().map(|&run| self.slot(run).clone().unwrap_or_default()).collect();
        for &run in own {
            if self.needed[run].fetch_sub(1, Ordering::AcqRel) == 1 {
                *self.slot(run) = None;
            }
        }
        found
    }

    fn slot(&self, run: usize) -> std::sync::MutexGuard<'_, Option<Arc<Outputs>>> {
        self.outputs[run].lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_ready_with_its_last_run_and_outputs_go_with_the_last_text() {
        let runs = [vec![0, 1, 0], vec![1]];
        let board = Board::new(&runs, 2);
        assert_eq!(board.post(1, Outputs::default()), [1]);
        assert_eq!(board.take(1).len(), 1);
        assert!(board.slot(1).is_some());
        assert_eq!(board.post(0, Outputs::default()), [0]);
        assert_eq!(board.take(0).len(), 3);
        assert!(board.slot(0).is_none() && board.slot(1).is_none());
    }
}
